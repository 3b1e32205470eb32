// Every refusal is met by some test: a code nobody can get is one too many.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { refusalCodes } from "./decision.ts";

it("has no refusal that no test of the engine meets", () => {
  const folder = fileURLToPath(new URL("..", import.meta.url));
  const tests = readdirSync(folder)
    .filter((name) => name.startsWith("engine-") && name.endsWith(".db.test.ts"))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
  expect(refusalCodes.filter((code) => !tests.includes(`"${code}"`))).toEqual([]);
});
