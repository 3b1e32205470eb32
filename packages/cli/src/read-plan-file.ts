// Reads a plan file with the register documents it names: those given first, then those lying near it.

import type { Plan, Problem, Question, SourceText } from "@kehoach/engine";
import type { PlanRegister } from "@kehoach/engine/compile";
import { type RegisterDocument, readPlan, readRegisterDocument } from "@kehoach/engine/language";
import type { Language } from "@kehoach/engine/words";
import { readTextFile, type TextFile } from "./files/read-text.ts";
import { registerFilesNear } from "./files/register-files.ts";
import type { Session } from "./session.ts";

export interface PlanFile {
  source: TextFile;
  /** Null: there are problems. */
  plan: Plan | null;
  /** Null: a document the plan names was not found. */
  against: PlanRegister | null;
  problems: readonly Problem[];
  questions: readonly Question[];
  /** The texts it was read against. */
  register: readonly SourceText[];
  /** What its messages are told in. */
  language: Language;
}

interface Candidate {
  file: TextFile;
  document: RegisterDocument;
}

/** Throws Misuse for files that cannot be read. */
export function readPlanFile(session: Session, given: string, register: readonly string[]): PlanFile {
  const source = readTextFile(session, given);
  const problems: Problem[] = [];
  const named = register.flatMap((path) => {
    const file = readTextFile(session, path);
    const read = readRegisterDocument(file.text, { file: file.file });
    problems.push(...read.problems);
    return read.document === null ? [] : [{ file, document: read.document }];
  });
  const { names } = readPlan(source.text, { file: source.file });
  const near = registerFilesNear(session, source.path).flatMap((file) => {
    const { document } = readRegisterDocument(file.text, { file: file.file });
    return document === null ? [] : [{ file, document }];
  });
  const find = <Kind extends RegisterDocument["kind"]>(kind: Kind, id: string | null) =>
    id === null ? null : (inForce(named, kind, id, names.date) ?? inForce(near, kind, id, names.date));
  const organisation = find("organisation", names.organisation);
  const calendar = find("calendar", names.calendar);
  const regime = find("regime", names.regime);
  const read = readPlan(source.text, {
    file: source.file,
    organisation: organisation?.document ?? null,
    calendar: calendar?.document ?? null,
    regime: regime?.document ?? null,
  });
  problems.push(...read.problems);
  const against =
    organisation === null || calendar === null
      ? null
      : {
          organisation: organisation.document,
          calendar: calendar.document,
          regime: regime?.document ?? null,
        };
  return {
    source,
    plan: problems.length === 0 ? read.plan : null,
    against,
    problems,
    questions: read.questions,
    register: [organisation, calendar, regime].flatMap((found) => (found === null ? [] : [found.file])),
    language: session.languageAsked ? session.language : read.keys,
  };
}

/** The latest version that holds on the day; else the first. */
function inForce<Kind extends RegisterDocument["kind"]>(
  candidates: readonly Candidate[],
  kind: Kind,
  id: string,
  date: string,
): { file: TextFile; document: Extract<RegisterDocument, { kind: Kind }> } | null {
  type Wanted = { file: TextFile; document: Extract<RegisterDocument, { kind: Kind }> };
  const versions = candidates
    .filter((each): each is Wanted => each.document.kind === kind && each.document.id === id)
    .sort((a, b) => (a.document.from < b.document.from ? -1 : 1));
  return versions.findLast(({ document }) => document.from <= date) ?? versions[0] ?? null;
}
