// Holds where the command line takes files from: where it was typed, also when pnpm runs it from the workspace's folder.

import { afterEach, expect, it, vi } from "vitest";
import { processSurroundings } from "./process-surroundings.ts";

afterEach(() => vi.unstubAllEnvs());

it.each([
  ["kehoach", "/typed/here"],
  ["test", process.cwd()],
])("run as the script “%s” it names files from %s", (script, folder) => {
  vi.stubEnv("npm_lifecycle_event", script);
  vi.stubEnv("INIT_CWD", "/typed/here");
  expect(processSurroundings()).toMatchObject({ workingDirectory: folder, home: process.cwd() });
});
