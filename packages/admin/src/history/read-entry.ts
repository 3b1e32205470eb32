// What an entry of the ledger says beside its columns: the new state and the facts a command brought.

import { dateOfInstant } from "@kehoach/engine/calendar";
import type { DecisionBody, DocumentLinkBody, HistoryItem } from "@kehoach/server/contract";

export interface EntryContent {
  /** The state it was in afterwards; null: the entry does not say. */
  stage: string | null;
  percent: number | null;
  answer: "agree" | "differ" | null;
  /** A new due date asked for or set. */
  due: string | null;
  /** The document that decided or accompanied it. */
  document: DocumentLinkBody | null;
  /** Documents by product id. */
  products: readonly (readonly [string, DocumentLinkBody])[];
  /** Why work was sent back. */
  cause: "subjective" | "objective" | null;
  /** Who confirmed that the cause lay outside the agency. */
  causeConfirmedBy: string | null;
  /** In whose place somebody acted, and by which document. */
  inPlaceOf: { name: string; document: DocumentLinkBody | null } | null;
}

/** Tolerant: fields of another shape are left out, since entries outlive the code that reads them. */
export function readEntry(item: Pick<HistoryItem, "data">): EntryContent {
  const data = parse(item.data);
  const outcome = member(data, "outcome");
  const facts = member(data, "facts");
  const stage = member(outcome, "stage");
  const percent = member(facts, "percent");
  const answer = member(facts, "answer");
  const due = member(facts, "due");
  const products = member(facts, "products");
  const cause = member(facts, "cause");
  const confirmedBy = member(facts, "causeConfirmedBy");
  const inPlaceOf = member(facts, "inPlaceOf");
  const absent = member(inPlaceOf, "name");
  return {
    cause: cause === "subjective" || cause === "objective" ? cause : null,
    causeConfirmedBy: typeof confirmedBy === "string" ? confirmedBy : null,
    inPlaceOf:
      typeof absent === "string" ? { name: absent, document: link(member(inPlaceOf, "document")) } : null,
    stage: typeof stage === "string" ? stage : null,
    percent: typeof percent === "number" ? percent : null,
    answer: answer === "agree" || answer === "differ" ? answer : null,
    due: typeof due === "string" && /^\d{4}-\d{2}-\d{2}$/.test(due) ? due : null,
    document: link(member(facts, "document")),
    products:
      typeof products === "object" && products !== null
        ? Object.entries(products).flatMap(([id, value]) => {
            const found = link(value);
            return found === null ? [] : [[id, found] as const];
          })
        : [],
  };
}

/** Digests of the entry's free texts by field; none where it is withheld. */
export function textDigests(item: Pick<HistoryItem, "data">): Readonly<Record<string, string>> {
  const texts = member(parse(item.data), "texts");
  if (typeof texts !== "object" || texts === null) return {};
  return Object.fromEntries(
    Object.entries(texts).flatMap(([field, digest]) => (typeof digest === "string" ? [[field, digest]] : [])),
  );
}

/** For each entry, oldest first, the state it led to; null where the state stayed. `before`: the state ahead of the
 *  first entry, null when there was none. */
export function newStages(
  items: readonly Pick<HistoryItem, "data">[],
  before: string | null,
): (string | null)[] {
  let at = before;
  return items.map((item) => {
    const { stage } = readEntry(item);
    if (stage === null || stage === at) return null;
    at = stage;
    return stage;
  });
}

/** Pairs of states passed through, in order; a state that stayed is no pair. */
export function passages(items: readonly Pick<HistoryItem, "data">[]): (readonly [string, string])[] {
  const stages = newStages(items, null).filter((stage) => stage !== null);
  return stages.slice(1).map((stage, index) => [stages[index] ?? stage, stage] as const);
}

/** Whether it was typed on another day in Vietnam than it happened on. */
export function isEnteredLater(item: Pick<HistoryItem, "recordedAt" | "effectiveAt">): boolean {
  return dateOfInstant(item.recordedAt) !== dateOfInstant(item.effectiveAt);
}

/** Capacity, position and name, as documents are signed: `TM. Giám đốc Trần Văn B`. */
export function signerName({ name, position, capacity }: DecisionBody): string {
  return [capacity, position, name].filter((part) => part !== null && part !== "").join(" ");
}

function link(value: unknown): DocumentLinkBody | null {
  const number = member(value, "number");
  const date = member(value, "date");
  if (typeof number !== "string" || typeof date !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(date))
    return null;
  const issuer = member(value, "issuer");
  const title = member(value, "title");
  return {
    number,
    date,
    issuer: typeof issuer === "string" ? issuer : null,
    title: typeof title === "string" ? title : null,
  };
}

function parse(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}
