// Reads a plan text against the register: the documents given with it and those in force.

import type { PlanRegister } from "../../compile/index.ts";
import type { CalendarDocument, ReadRegisterDocument } from "../../language/index.ts";
import { readPlan, readRegisterDocuments } from "../../language/index.ts";
import type { Plan } from "../../language/plan.ts";
import type { Problem, Question } from "../../language/problem.ts";
import type { RegisterDocument } from "../../language/register-document.ts";
import type { Connection } from "../../store/connection.ts";
import { type DocumentText, documentInForce } from "../../store/register-documents.ts";
import type { CheckResult, SourceText } from "../engine.ts";

export interface ReadForIssue {
  /** Null: there are problems. */
  plan: Plan | null;
  /** Null: a document the plan names is nowhere to be found. */
  register: PlanRegister | null;
  /** The documents that are nowhere to be found, by id. */
  missing: readonly string[];
  documents: readonly DocumentText[];
  problems: readonly Problem[];
  questions: readonly Question[];
}

export async function checkPlan(
  connection: Connection,
  plan: SourceText,
  register: readonly SourceText[],
): Promise<CheckResult> {
  const { plan: checked, missing, problems, questions } = await readForIssue(connection, plan, register);
  return { plan: checked, missing, problems, questions };
}

/** All problems of the documents and of the plan at once. `asOf`: the day of an amendment, whose versions of the
 *  register then count; left out, the plan's own. */
export async function readForIssue(
  connection: Connection,
  source: SourceText,
  register: readonly SourceText[],
  asOf?: string,
): Promise<ReadForIssue> {
  const problems: Problem[] = [];
  const documents: DocumentText[] = [];
  const reads = await readWithExtended(connection, register);
  for (const [index, { document, problems: found }] of reads.entries()) {
    problems.push(...found);
    if (document !== null) documents.push({ document, text: register[index]?.text ?? "" });
  }
  // What the plan names is known only after reading it; what it means only with what it names.
  const draft = readPlan(source.text, { file: source.file });
  const named = draft.names;
  const date = asOf ?? named.date;
  const find = async <Kind extends RegisterDocument["kind"]>(kind: Kind, id: string | null) => {
    type Wanted = Extract<RegisterDocument, { kind: Kind }>;
    if (id === null) return null;
    const stored = await documentInForce(connection, kind, id, date);
    const given = documents
      .map(({ document }) => document)
      .filter((document): document is Wanted => document.kind === kind && document.id === id);
    return inForce(stored === null ? given : [stored, ...given], date);
  };
  const organisation = await find("organisation", named.organisation);
  const calendar = await find("calendar", named.calendar);
  const regime = await find("regime", named.regime);
  const read = readPlan(source.text, { file: source.file, organisation, calendar, regime, asOf });
  problems.push(...read.problems);
  const complete =
    organisation !== null && calendar !== null && (named.regime === null || regime !== null)
      ? { organisation, calendar, regime, ...(asOf === undefined ? {} : { asOf }) }
      : null;
  const found = [
    [named.organisation, organisation],
    [named.calendar, calendar],
    [named.regime, regime],
  ] as const;
  return {
    plan: problems.length === 0 ? read.plan : null,
    register: complete,
    missing: found.flatMap(([id, document]) => (id !== null && document === null ? [id] : [])),
    documents,
    problems,
    questions: read.questions,
  };
}

/** Reads them, calendars that extend one of the register against it. */
export async function readWithExtended(
  connection: Connection,
  register: readonly SourceText[],
): Promise<readonly ReadRegisterDocument[]> {
  const reads = readRegisterDocuments(register);
  const stored: CalendarDocument[] = [];
  for (const { extends: link } of reads) {
    if (link === null) continue;
    const calendar = await documentInForce(connection, "calendar", link.base, link.until);
    if (calendar !== null) stored.push(calendar);
  }
  return stored.length === 0 ? reads : readRegisterDocuments(register, stored);
}

/** The last version that holds on the day; where all begin later, the first. Of equal ones the last. */
function inForce<Document extends RegisterDocument>(
  versions: readonly Document[],
  date: string,
): Document | null {
  const inOrder = [...versions].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return inOrder.findLast((version) => version.from <= date) ?? inOrder[0] ?? null;
}
