// Every refusal is met by some test: a code nobody can get is one too many.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { refusalCodes } from "./decision.ts";

it("has no refusal that no test of the engine meets", () => {
  const textsOf = (folder: string, wanted: RegExp): string => {
    const path = fileURLToPath(new URL(folder, import.meta.url));
    const names = readdirSync(path, { recursive: true, encoding: "utf8" }).filter((name) =>
      wanted.test(name),
    );
    return names.map((name) => readFileSync(join(path, name), "utf8")).join("\n");
  };
  const tests = textsOf("../engine", /\.db\.test\.ts$/);
  const scenarios = textsOf("../../scenarios", /\.yaml$/);
  const isMet = (code: string): boolean =>
    tests.includes(`"${code}"`) || scenarios.includes(`refused: ${code} }`);
  expect(refusalCodes.filter((code) => !isMet(code))).toEqual([]);
});
