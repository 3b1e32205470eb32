// `kehoach annex`: a plan's annex table of tasks, as officials know it, in a new .xlsx or .docx.

import { resolve } from "node:path";
import { annexWords } from "@kehoach/engine/words";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { shownPath, writeFile } from "../files/read-text.ts";
import { printProblem } from "../print/problems.ts";
import { readPlanFile } from "../read-plan-file.ts";
import type { Session } from "../session.ts";
import { withRegister } from "./verb-options.ts";

interface AnnexOptions {
  out: string;
  register?: readonly string[];
}

export function addAnnex(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("annex")
    .description(words.annex.summary)
    .argument("<plan>", words.annex.plan)
    .requiredOption("--out <file>", words.annex.out);
  withRegister(command, session).action((given: string, options: AnnexOptions) =>
    annex(session, given, options),
  );
}

async function annex(session: Session, given: string, options: AnnexOptions): Promise<void> {
  const { words, language } = session;
  const isWord = /\.docx$/i.test(options.out);
  if (!isWord && !/\.xlsx$/i.test(options.out)) throw session.misuse("badTableFile", options.out);
  const { plan, against, problems, questions, ...read } = readPlanFile(
    session,
    given,
    options.register ?? [],
  );
  if (plan === null) {
    session.answer({ problems, questions });
    for (const problem of problems) printProblem(session, problem, read.language);
    session.say(words.check.sum(String(problems.length), String(questions.length)));
    session.ending = exitCode.refused;
    return;
  }
  // The server is a lot to load for commands that need none of it.
  const { annexSheet, pageDocx, sheetPage, sheetXlsx } = await import("@kehoach/server");
  const sheet = annexSheet(plan, against?.organisation ?? null, language);
  const bytes = isWord
    ? await pageDocx(sheetPage(sheet, language))
    : await sheetXlsx(sheet, annexWords[language].table.sheet);
  const path = resolve(session.surroundings.workingDirectory, options.out);
  writeFile(session, path, bytes, "wx");
  const file = shownPath(session, path);
  session.answer({ file, tasks: plan.tasks.length });
  session.say(words.annex.written(file, String(plan.tasks.length)));
  session.ending = exitCode.fine;
}
