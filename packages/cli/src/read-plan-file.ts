// Reads a plan file with the register documents it names: those given first, then those lying near it.

import type { Plan, Problem, Question, SourceText } from "@kehoach/engine";
import type { PlanRegister } from "@kehoach/engine/compile";
import { type RegisterDocument, readPlan, readRegisterDocuments } from "@kehoach/engine/language";
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
  /** Documents of the register it names that were not found: what rests on them is not checked. */
  missing: readonly MissingDocument[];
  /** The texts it was read against. */
  register: readonly SourceText[];
  /** What its messages are told in. */
  language: Language;
}

export interface MissingDocument {
  kind: RegisterDocument["kind"];
  id: string;
}

interface Candidate {
  file: TextFile;
  document: RegisterDocument;
}

/** Throws Misuse for files that cannot be read. */
export function readPlanFile(session: Session, given: string, register: readonly string[]): PlanFile {
  const source = readTextFile(session, given);
  const nearFiles = registerFilesNear(session, source.path);
  const namedFiles = register.map((path) => readTextFile(session, path));
  const reads = readRegisterDocuments([...nearFiles, ...namedFiles]);
  const candidates = [...nearFiles, ...namedFiles].map((file, index) => ({
    file,
    document: reads[index]?.document ?? null,
  }));
  const near = candidates.slice(0, nearFiles.length).filter(isDocument);
  const named = candidates.slice(nearFiles.length).filter(isDocument);
  const problems: Problem[] = reads.slice(nearFiles.length).flatMap((read) => read.problems);
  const { names } = readPlan(source.text, { file: source.file });
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
  const missing = (
    [
      ["organisation", names.organisation, organisation],
      ["calendar", names.calendar, calendar],
      ["regime", names.regime, regime],
    ] as const
  ).flatMap(([kind, id, found]) => (id !== null && found === null ? [{ kind, id }] : []));
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
    missing,
    register: [organisation, ...extended(calendar, [...named, ...near]), regime].flatMap((found) =>
      found === null ? [] : [found.file],
    ),
    language: session.languageAsked ? session.language : read.keys,
  };
}

function isDocument(each: { file: TextFile; document: RegisterDocument | null }): each is Candidate {
  return each.document !== null;
}

/** A calendar after the versions it takes its days from, which whoever reads it needs too. */
function extended(calendar: Candidate | null, candidates: readonly Candidate[]): readonly Candidate[] {
  const chain: Candidate[] = [];
  for (let next: Candidate | undefined = calendar ?? undefined; next !== undefined; ) {
    chain.unshift(next);
    const wanted = next.document.kind === "calendar" ? next.document.extends : undefined;
    next = candidates.find(
      ({ document }) =>
        wanted !== undefined &&
        document.kind === "calendar" &&
        document.id === wanted.id &&
        document.from === wanted.from,
    );
  }
  return chain;
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
