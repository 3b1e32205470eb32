// Holds the plans written as illustrations: each is checked without a question left, and lives through its year.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { run } from "../run.ts";
import type { Simulation } from "./simulate-plan.ts";

const folder = fileURLToPath(new URL("../../../../plans/", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "kehoach-illustrations-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function answer(...parameters: string[]) {
  let out = "";
  let error = "";
  const code = await run(parameters, {
    write: (text) => {
      out += text;
    },
    writeError: (text) => {
      error += text;
    },
    workingDirectory: folder,
    environment: { KEHOACH_DATA: join(scratch, "data") },
    colour: false,
  });
  expect([code, error]).toEqual([0, ""]);
  return JSON.parse(out);
}

it.each([
  ["kh-15-2026-atgt.yaml", 62, "2026-01-20"],
  ["kh-22-2026-cchc-cds.yaml", 66, "2026-01-26"],
  ["kh-31-2026-ma-tuy.yaml", 27, "2026-01-30"],
])(
  "%s is checked without a word and goes through its year",
  async (file, tasks, from) => {
    const { files } = await answer("check", `illustrations/${file}`, "--json");
    expect(files[0]).toMatchObject({ ok: true, problems: [], questions: [] });
    const simulation: Simulation = await answer(
      "simulate",
      `illustrations/${file}`,
      "--until",
      "31/12/2026",
      "--json",
    );
    expect(simulation).toMatchObject({ from, assumed: false, until: "2026-12-31" });
    const begun = new Set(simulation.events.map(({ task }) => task.id));
    // All but what begins with an event, never, or in another document.
    expect(begun.size).toBeGreaterThan(tasks - 6);
    for (const type of ["assignment_opened", "due_soon", "due", "overdue"])
      expect(new Set(simulation.events.map((event) => event.type))).toContain(type);
    // A report on March is due two working days after the 14th.
    const march = simulation.events.filter(
      ({ task, occurrence, type }) => task.id === "bc-thang" && occurrence === "2026-03" && type === "due",
    );
    expect(new Set(march.map(({ date }) => date))).toEqual(new Set(["2026-03-17"]));
  },
  60_000,
);
