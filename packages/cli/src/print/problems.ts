// Problems and questions as a person reads them: place, message, excerpt and mend.

import type { Problem, Question } from "@kehoach/engine";
import type { Language } from "@kehoach/engine/words";
import type { MissingDocument } from "../read-plan-file.ts";
import type { Session } from "../session.ts";

export function printProblem(session: Session, problem: Problem, language: Language): void {
  const { check } = session.words;
  printPlaced(session, problem, session.paint("red", check.problem), language);
  if (problem.mend === null) return;
  const { replacement } = problem.mend;
  session.say(session.paint("green", `  ${replacement === "" ? check.mendRemove : check.mend(replacement)}`));
}

export function printQuestion(session: Session, question: Question, language: Language): void {
  const { check } = session.words;
  const { settled } = question;
  if (settled === null) {
    printPlaced(session, question, session.paint("yellow", check.question), language);
    return;
  }
  printPlaced(session, question, check.settled, language);
  session.say(`  ${check.settledBy(settled.reading, settled.by, settled.on)}`);
}

/** Says that the check of a plan came to no end, and for want of what. */
export function printUnchecked(session: Session, file: string, missing: readonly MissingDocument[]): void {
  const { unchecked, uncheckedBy } = session.words.check;
  const ids = missing.map(({ id }) => id).join(", ");
  const what = missing.map(({ kind }) => uncheckedBy[kind]).join(", ");
  session.say(session.paint("yellow", unchecked(file, ids, what)));
}

function printPlaced(
  session: Session,
  { place, code, excerpt, vi, en }: Problem,
  label: string,
  language: Language,
) {
  const where = `${place.file ?? "-"}:${place.line}:${place.column}`;
  session.say(`${session.paint("bold", where)} ${label} ${code}`);
  session.say(`  ${language === "vi" ? vi : en}`);
  for (const line of excerpt.split("\n")) session.say(session.paint("dim", `    ${line}`));
}
