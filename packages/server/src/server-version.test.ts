// The version shown is the package's.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { serverVersion } from "./server-version.ts";

test("the server's version is that of its package", () => {
  const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  expect(serverVersion).toBe(manifest.version);
});
