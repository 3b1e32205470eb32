// The process itself as the surroundings of a run.

import type { Surroundings } from "./session.ts";

export function processSurroundings(): Surroundings {
  // A reader that stops early, such as `head`, is no mistake.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  return {
    write: (text) => void process.stdout.write(text),
    writeError: (text) => void process.stderr.write(text),
    workingDirectory: process.cwd(),
    environment: process.env,
    colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
  };
}
