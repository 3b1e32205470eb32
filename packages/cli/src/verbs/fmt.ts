// `kehoach fmt`: brings the keys of files to one spelling, leaving content and comments as they are.

import { formatText } from "@kehoach/engine/language";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { readTextFile, writeFile } from "../files/read-text.ts";
import { printProblem } from "../print/problems.ts";
import type { Session } from "../session.ts";
import { choice } from "./verb-options.ts";

interface FmtOptions {
  keys?: "vi" | "en";
  write?: boolean;
  check?: boolean;
}

export function addFmt(program: Command, session: Session): void {
  const { words } = session;
  program
    .command("fmt")
    .description(words.fmt.summary)
    .argument("<file...>", words.fmt.files)
    .addOption(choice("--keys <language>", words.fmt.keys, ["vi", "en"]))
    .option("--write", words.fmt.write)
    .option("--check", words.fmt.check)
    .action((files: readonly string[], options: FmtOptions) => fmt(session, files, options));
}

function fmt(session: Session, files: readonly string[], options: FmtOptions): void {
  const { words, language, languageAsked } = session;
  if (options.write === true && options.check === true)
    throw session.misuse("bothOptions", "--write", "--check");
  const results = files.map((given) => {
    const { text, file, path } = readTextFile(session, given);
    const { text: formatted, keys, problems } = formatText(text, { keys: options.keys, file });
    return { file, path, text, formatted, problems, spoken: languageAsked ? language : keys };
  });
  session.answer({
    files: results.map(({ file, text, formatted, problems }) => ({
      file,
      changed: formatted !== null && formatted !== text,
      problems,
      ...(options.write !== true && options.check !== true && { text: formatted }),
    })),
  });
  session.ending = exitCode.fine;
  for (const { file, path, text, formatted, problems, spoken } of results) {
    if (formatted === null) {
      for (const problem of problems) printProblem(session, problem, spoken);
      session.ending = exitCode.refused;
    } else if (options.check === true) {
      session.say(formatted === text ? words.fmt.unchanged(file) : words.fmt.differs(file));
      if (formatted !== text) session.ending = exitCode.refused;
    } else if (options.write === true) {
      if (formatted !== text) writeFile(session, path, formatted);
      session.say(formatted === text ? words.fmt.unchanged(file) : words.fmt.written(file));
    } else if (!session.json) session.print(formatted);
  }
}
