// How a command that was not accepted ended, from what the server answered.

import { AskTrouble } from "../api/ask.ts";
import type { Failure } from "../machines/command-machine.ts";
import { NotAttached } from "./attach-first.ts";

/** Without an answer, or after a failure inside the server, the command may have been recorded all the same. */
export function failureOf(error: unknown): Failure {
  if (error instanceof NotAttached) return failureOf(error.cause);
  if (!(error instanceof AskTrouble) || error.status === 0 || error.status >= 500) {
    return { kind: "unknown", trouble: error instanceof AskTrouble ? error.trouble : null };
  }
  return { kind: error.trouble?.code === "conflict" ? "conflict" : "refused", trouble: error.trouble };
}
