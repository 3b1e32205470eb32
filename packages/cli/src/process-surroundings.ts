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
    ...folders(),
    environment: process.env,
    colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
  };
}

/** pnpm runs the command `kehoach` in the workspace's own folder, and tells where it was typed: files are named from
 *  there. */
function folders(): Pick<Surroundings, "workingDirectory" | "home"> {
  const home = process.cwd();
  const { INIT_CWD: typedIn, npm_lifecycle_event: script } = process.env;
  return { workingDirectory: script === "kehoach" && typedIn ? typedIn : home, home };
}
