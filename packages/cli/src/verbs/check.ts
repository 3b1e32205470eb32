// `kehoach check`: every problem and every question of the files named.

import type { Problem, Question } from "@kehoach/engine";
import { readDocument, readRegisterDocuments } from "@kehoach/engine/language";
import type { Language } from "@kehoach/engine/words";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { readTextFile, type TextFile } from "../files/read-text.ts";
import { registerFilesNear } from "../files/register-files.ts";
import { printProblem, printQuestion, printUnchecked } from "../print/problems.ts";
import { type MissingDocument, readPlanFile } from "../read-plan-file.ts";
import type { Session } from "../session.ts";
import { withRegister } from "./verb-options.ts";

interface CheckOptions {
  register?: readonly string[];
}

interface CheckedFile {
  file: string;
  problems: readonly Problem[];
  questions: readonly Question[];
  /** Files of the register it was read against. */
  register: readonly string[];
  missing: readonly MissingDocument[];
  language: Language;
  /** What it holds, for a file without problems. */
  holds: string;
}

export function addCheck(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("check")
    .description(words.check.summary)
    .argument("<file...>", words.check.files);
  withRegister(command, session).action((files: readonly string[], options: CheckOptions) => {
    check(session, files, options.register ?? []);
  });
}

function check(session: Session, files: readonly string[], register: readonly string[]): void {
  const { words } = session;
  const checked = files.map((file) => checkFile(session, file, register));
  session.answer({
    files: checked.map(({ file, problems, questions, missing, register: used }) => ({
      file,
      ok: problems.length === 0 && missing.length === 0,
      problems,
      questions,
      register: used,
      missing,
    })),
  });
  for (const { problems, questions, missing, language, file, holds } of checked) {
    for (const problem of problems) printProblem(session, problem, language);
    for (const question of questions) printQuestion(session, question, language);
    if (missing.length > 0) printUnchecked(session, file, missing);
    else if (problems.length === 0) session.say(session.paint("green", words.check.fine(file, holds)));
  }
  const problems = checked.reduce((sum, each) => sum + each.problems.length, 0);
  const open = checked.reduce(
    (sum, each) => sum + each.questions.filter(({ settled }) => settled === null).length,
    0,
  );
  session.say(words.check.sum(String(problems), String(open)));
  const whole = checked.every(({ missing }) => missing.length === 0);
  session.ending = problems > 0 ? exitCode.refused : whole ? exitCode.fine : exitCode.misuse;
}

function checkFile(session: Session, given: string, register: readonly string[]): CheckedFile {
  const { words, language, languageAsked } = session;
  const source = readTextFile(session, given);
  const { text, file } = source;
  const document = readDocument(text, { file });
  if (document.is === "register") {
    const { keys } = document;
    const problems =
      document.extends === null
        ? document.problems
        : problemsBeside(
            [
              ...registerFilesNear(session, source.path),
              ...register.map((each) => readTextFile(session, each)),
            ],
            source,
          );
    const spoken = languageAsked ? language : keys;
    return {
      file,
      problems,
      questions: [],
      register: [],
      missing: [],
      language: spoken,
      holds: words.check.registerDocument,
    };
  }
  const read = readPlanFile(session, given, register);
  const { tasks = [], targets = [] } = read.plan ?? {};
  return {
    file,
    problems: read.problems,
    questions: read.questions,
    register: read.register.flatMap((used) => (used.file === undefined ? [] : [used.file])),
    missing: read.missing,
    language: read.language,
    holds: words.check.plan(String(tasks.length), String(targets.length)),
  };
}

/** The problems of a calendar that extends another, read with the documents that may hold the other. */
function problemsBeside(others: readonly TextFile[], calendar: TextFile): readonly Problem[] {
  const beside = others.filter(({ path }) => path !== calendar.path);
  return readRegisterDocuments([...beside, calendar]).at(-1)?.problems ?? [];
}
