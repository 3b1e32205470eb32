// What a command brings, judged against what its task needs; and the parts of it that go into the entry.

import { isRealDate } from "../calendar/index.ts";
import type { MachineEvent } from "../compile/index.ts";
import { saltedDigest } from "../ledger/digest.ts";
import type { Command, CommandData, DocumentLink } from "./command.ts";
import type { ErasableText } from "./decision.ts";
import type { Draw, Facts } from "./facts.ts";
import type { AssignmentRow } from "./rows.ts";

/** A written reason has at least this many characters. */
export const reasonLength = 10;

const hourPattern = /^([01]\d|2[0-3]):[0-5]\d$/;

export function brings(facts: Facts, assignment: AssignmentRow, data: CommandData): MachineEvent["brings"] {
  return {
    reason: (data.reason ?? "").trim().length >= reasonLength,
    document: isDocument(data.document),
    products: missingProducts(facts, assignment, data).length === 0,
    answer: data.answer === "agree" || data.answer === "differ",
    due:
      data.due !== undefined &&
      isRealDate(data.due) &&
      (data.hour === undefined || data.hour === null || hourPattern.test(data.hour)),
    coordinators_answered: pendingCoordinators(facts).length === 0,
  };
}

export function isDocument(link: DocumentLink | undefined): boolean {
  return link !== undefined && link.number.trim() !== "" && isRealDate(link.date);
}

/** Titles of the required products without a document reference. A coordination owes none. */
export function missingProducts(facts: Facts, assignment: AssignmentRow, data: CommandData): string[] {
  if (assignment.role === "coordinator") return [];
  const products = facts.compiled.tasks.get(assignment.taskId)?.task.products ?? [];
  return products
    .filter((product) => product.required && !isDocument(ownDocument(data, product.id)))
    .map((product) => product.title);
}

/** A product may have the name of something every object has. */
function ownDocument({ products }: CommandData, id: string): DocumentLink | undefined {
  return products !== undefined && Object.hasOwn(products, id) ? products[id] : undefined;
}

/** Names of the agencies whose consent is still wanted. */
export function pendingCoordinators(facts: Facts): string[] {
  const { compiled, coordinations } = facts;
  return coordinations
    .filter((row) => {
      const duty = compiled.tasks
        .get(row.taskId)
        ?.coordinators.find((one) => one.agency === row.agencyId)?.duty;
      if (duty !== "consent" || row.snapshot.context.answer !== null) return false;
      if (row.category === "cancelled") return false;
      return !(row.category !== "todo" && compiled.plan.conventions.silenceAgrees);
    })
    .map((row) => compiled.agencyName(row.agencyId));
}

/** The command's facts for the entry, with who decided or signed it; free texts are not among them. Undefined members
 *  are dropped in JSON. */
export function recordedFacts({ data = {}, onBehalfOf }: Pick<Command, "data" | "onBehalfOf">) {
  const { reason: _reason, note: _note, ...facts } = data;
  return { ...facts, signedBy: onBehalfOf };
}

/** The command's free texts as erasable ones, with their digests by field. */
export function erasableTexts(
  data: CommandData,
  draw: Draw,
): { texts: ErasableText[]; digests: Record<string, string> } {
  const texts: ErasableText[] = [];
  const digests: Record<string, string> = {};
  for (const field of ["reason", "note"] as const) {
    const body = data[field]?.trim();
    if (body === undefined || body === "") continue;
    const salt = draw.salt();
    const digest = saltedDigest(salt, body);
    texts.push({ digest, salt, body });
    digests[field] = digest;
  }
  return { texts, digests };
}
