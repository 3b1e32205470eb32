// An annex table of Excel or Word → a draft plan, or, against the plan it was exported from, what it changes.

import { resolve } from "node:path";
import {
  type AnnexChange,
  compareAnnex,
  draftPlan,
  type Grid,
  readDocument,
  readPlan,
} from "@kehoach/engine/language";
import { annexWords } from "@kehoach/engine/words";
import { exitCode } from "../exit-code.ts";
import { readBytes, shownPath, writeFile } from "../files/read-text.ts";
import { printProblem } from "../print/problems.ts";
import { readPlanFile } from "../read-plan-file.ts";
import type { Session } from "../session.ts";
import { registerForDraft } from "./register-for-draft.ts";

export interface AnnexOptions {
  out?: string;
  against?: string;
  register?: readonly string[];
}

export async function importAnnex(session: Session, given: string, options: AnnexOptions): Promise<void> {
  const { name, bytes } = readBytes(session, given);
  // The server is a lot to load for commands that need none of it.
  const { readOfficeTables } = await import("@kehoach/server");
  const read = readOfficeTables(bytes);
  if (!read.ok) throw session.misuse("tablesNotTaken", name, annexWords[session.language].faults[read.fault]);
  if (options.against === undefined) draft(session, given, name, read.tables, options);
  else compare(session, name, read.tables, options.against, options);
}

function draft(
  session: Session,
  given: string,
  name: string,
  tables: readonly Grid[],
  options: AnnexOptions,
): void {
  const { words, language, languageAsked } = session;
  const near = resolve(session.surroundings.workingDirectory, options.out ?? given);
  const { organisation, organisations, calendar } = registerForDraft(session, near, options.register ?? []);
  const made = draftPlan(tables, {
    file: name,
    organisation,
    calendar,
    language,
    keys: languageAsked ? language : "vi",
  });
  if (made === null) throw session.misuse("noAnnex", name);
  const { problems, questions } = readPlan(made.text, { organisation });
  const out = written(session, options.out, made.text);
  session.answer({ file: out, ...made, problems: problems.length, questions: questions.length });
  if (out === null) {
    if (!session.json) session.print(made.text);
  } else session.say(words.import.written(out));
  const told = [
    ...(organisation === null ? [words.import.noOrganisation(organisations.join(", "))] : []),
    words.import.drafted(name, String(made.rows.length), String(made.tasks), String(made.groups)),
    words.check.sum(String(problems.length), String(questions.length)),
  ];
  for (const line of told) {
    if (out === null) session.note(line);
    else session.say(line);
  }
  session.ending = exitCode.fine;
}

function compare(
  session: Session,
  name: string,
  tables: readonly Grid[],
  plan: string,
  options: AnnexOptions,
): void {
  const { words, language } = session;
  const before = readPlanFile(session, plan, options.register ?? []);
  if (before.plan === null) {
    session.answer({ problems: before.problems });
    for (const problem of before.problems) printProblem(session, problem, before.language);
    session.say(words.check.sum(String(before.problems.length), String(before.questions.length)));
    session.ending = exitCode.refused;
    return;
  }
  const { keys } = readDocument(before.source.text);
  const organisation = before.against?.organisation ?? null;
  const compared = compareAnnex(tables, before.source.text, before.plan, { organisation, language, keys });
  if (compared === null) throw session.misuse("noAnnex", name);
  const { changes, text } = compared;
  const { problems, questions } = readPlan(text, { ...before.against });
  const out = written(session, options.out, text);
  session.answer({ file: out, changes, text, problems: problems.length, questions: questions.length });
  for (const change of changes) printChange(session, change);
  if (changes.length === 0) session.say(annexWords[language].change.none);
  if (out !== null) session.say(words.import.written(out));
  session.say(words.check.sum(String(problems.length), String(questions.length)));
  session.ending = exitCode.fine;
}

/** The file as shown; null: none was named. */
function written(session: Session, out: string | undefined, text: string): string | null {
  if (out === undefined) return null;
  const path = resolve(session.surroundings.workingDirectory, out);
  writeFile(session, path, text, "wx");
  return shownPath(session, path);
}

function printChange(session: Session, { kind, id, field, before, after, place }: AnnexChange): void {
  const { change } = annexWords[session.language];
  const sign = { added: "+", removed: "-", changed: "~" }[kind];
  const style = ({ added: "green", removed: "red", changed: "yellow" } as const)[kind];
  const where = place === null ? "" : ` (${place})`;
  const what = field === null ? "" : `: ${change.fields[field]}`;
  session.say(session.paint(style, `${sign} ${change[kind](id)}${what}${where}`));
  if (before !== "" || kind === "changed") session.say(`    - ${before === "" ? change.empty : before}`);
  if (after !== "" || kind === "changed") session.say(`    + ${after === "" ? change.empty : after}`);
}
