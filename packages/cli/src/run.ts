// Runs one command line to its exit code: every way it can go wrong ends here as a clear line.

import { EngineError } from "@kehoach/engine";
import { CommanderError } from "commander";
import { exitCode } from "./exit-code.ts";
import { localiseError } from "./localise-error.ts";
import { Misuse } from "./misuse.ts";
import { createProgram } from "./program.ts";
import { openSession, type Session, type Surroundings } from "./session.ts";

/** `parameters` are those after the program's name. Never throws. */
export async function run(parameters: readonly string[], surroundings: Surroundings): Promise<number> {
  const session = openSession(parameters, surroundings);
  try {
    await createProgram(session).parseAsync([...parameters], { from: "user" });
    return session.ending ?? exitCode.fine;
  } catch (error) {
    session.json ||= parameters.includes("--json");
    return reportTrouble(error, session);
  }
}

/** Says what went wrong in one line, or with `--json` as one document on standard error. */
export function reportTrouble(error: unknown, session: Session): number {
  const { words } = session;
  if (error instanceof CommanderError) {
    const misuse = localiseError(error, words);
    // Help that nobody asked for is shown where nothing was asked at all.
    if (misuse === null) return error.exitCode === 0 ? exitCode.fine : exitCode.misuse;
    say(session, misuse.code, words.misuseLabel, misuse.message, words.misuse.seeHelp("kehoach"));
  } else if (error instanceof Misuse) {
    say(session, error.code, words.trouble.label, error.message);
  } else if (error instanceof EngineError) {
    say(session, error.code, words.trouble.label, session.language === "vi" ? error.vi : error.message);
  } else {
    const detail = error instanceof Error ? error.message : String(error);
    say(session, "unexpected", words.trouble.label, words.trouble.unexpected(detail));
    if (session.surroundings.environment.KEHOACH_DEBUG && error instanceof Error)
      session.note(error.stack ?? "");
  }
  return exitCode.misuse;
}

function say(session: Session, code: string, label: string, message: string, hint?: string): void {
  if (session.json) {
    session.note(JSON.stringify({ error: { code, message } }));
    return;
  }
  session.note(`${session.paint("red", `${label}:`)} ${message}`);
  if (hint !== undefined) session.note(hint);
}
