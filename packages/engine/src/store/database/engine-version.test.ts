// The version written into data directories is the package's.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { engineVersion, majorOf } from "./engine-version.ts";

test("is the version of the package", () => {
  const manifest = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
  expect(engineVersion).toBe(manifest.version);
});

test("has a major part", () => {
  expect(majorOf("12.3.4-rc.1")).toBe("12");
});
