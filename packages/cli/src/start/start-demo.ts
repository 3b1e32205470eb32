// Builds the pages when they are stale, then serves the demo until it is stopped.

import { resolve } from "node:path";
import { EngineError } from "@kehoach/engine";
import { cliWords } from "@kehoach/engine/words";
import { Command, Option } from "commander";
import { exitCode } from "../exit-code.ts";
import { localiseHelp } from "../localise-help.ts";
import { parsePort } from "../parse/port.ts";
import { reportTrouble } from "../run.ts";
import { openSession, type Session, type Surroundings } from "../session.ts";
import { buildPages } from "./build-pages.ts";

interface StartOptions {
  port?: string;
  data?: string;
}

export async function startDemo(parameters: readonly string[], surroundings: Surroundings): Promise<number> {
  const session = openSession(parameters, surroundings);
  const { words } = session;
  try {
    const program = localiseHelp(new Command("start"), words)
      .description(words.start.summary)
      .option("--port <port>", words.serve.port)
      .option("--data <directory>", words.start.data)
      .addOption(new Option("--lang <language>", words.help.lang).choices(["vi", "en"]))
      .exitOverride()
      .configureOutput({ outputError: () => {} })
      .action((options: StartOptions) => serveDemo(session, options));
    // pnpm hands on the "--" that a reader may have typed before the options.
    await program.parseAsync(parameters.slice(parameters[0] === "--" ? 1 : 0), { from: "user" });
    return exitCode.fine;
  } catch (error) {
    if (!(error instanceof EngineError)) return reportTrouble(error, session);
    session.note(error.vi);
    session.note(error.message);
    return exitCode.misuse;
  }
}

async function serveDemo(session: Session, options: StartOptions): Promise<void> {
  const { surroundings } = session;
  const port = parsePort(session, options.port);
  const directory = resolve(
    surroundings.workingDirectory,
    options.data ?? (surroundings.environment.KEHOACH_DATA || ".kehoach/demo"),
  );
  const place = { kind: "directory", directory, demo: true } as const;
  const { requirePort, serveInstance } = await import("../serve-instance.ts");
  await requirePort(place, port);
  await build(session);
  say(session, (words) => words.start.opening(directory));
  await serveInstance(session, {
    place,
    port,
    onProgress: ({ vi, en }) => session.say(`${vi}… / ${en}…`),
    onReady(address) {
      session.say();
      say(session, (words) => words.serve.ready(address));
      say(session, (words) => words.serve.stop);
    },
    onClosing: () => say(session, (words) => words.serve.closing),
  });
  say(session, (words) => words.serve.closed);
}

/** Without pages the server still runs, so a failed build is told and no more. */
async function build(session: Session): Promise<void> {
  try {
    await buildPages(() => say(session, (words) => words.start.building));
  } catch (error) {
    say(session, (words) => words.start.buildFailed);
    session.note(error instanceof Error ? error.message : String(error));
  }
}

/** A line in both languages: whoever types the first command has not chosen one. */
function say(session: Session, sentence: (words: Session["words"]) => string): void {
  session.say(`${sentence(cliWords.vi)} / ${sentence(cliWords.en)}`);
}
