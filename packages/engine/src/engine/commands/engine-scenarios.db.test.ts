// Situations officials would recognise, from their files: what was done when, and the ledger it must give.

import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { playScenario } from "../../../testing/play-scenario.ts";
import { readScenario } from "../../../testing/scenario.ts";
import { eachDatabase } from "../../../testing/test-databases.ts";

const files = readdirSync(new URL("../../../scenarios/", import.meta.url)).filter((file) =>
  file.endsWith(".yaml"),
);

eachDatabase("the situation", (open) => {
  it.each(files)("%s", async (file) => {
    const scenario = readScenario(file);
    const { ledger, told = {}, end } = scenario;
    expect(await playScenario(scenario, await open())).toEqual({ ledger, told, end });
  });
});
