// Finds Python, for the one verifier that is not written in our own language.

import { spawnSync } from "node:child_process";

/** The command that runs Python 3; null when this machine has none. */
export function findPython(): string | null {
  return (
    ["python3", "python"].find((command) => {
      const { stdout, status } = spawnSync(command, ["--version"], { encoding: "utf8" });
      return status === 0 && stdout.startsWith("Python 3");
    }) ?? null
  );
}
