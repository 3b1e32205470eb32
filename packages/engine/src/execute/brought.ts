// What a command brings, judged against what its task needs; and the parts of it that go into the entry.

import { dateOfInstant, isRealDate } from "../calendar/index.ts";
import type { MachineEvent } from "../compile/index.ts";
import { saltedDigest } from "../ledger/digest.ts";
import type { Micros } from "../ledger/entry.ts";
import type { AssignmentCommand, Command, CommandData, DocumentLink } from "./command.ts";
import type { ErasableText } from "./decision.ts";
import { dutyInputs } from "./duty-inputs.ts";
import type { Draw, Facts } from "./facts.ts";
import { freeTexts, withoutFreeTexts } from "./free-texts.ts";
import type { AssignmentRow } from "./rows.ts";
import { standInOf } from "./stand-in.ts";

/** A written reason has at least this many characters. */
export const reasonLength = 10;

const hourPattern = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What the command brings, by requirement. */
export function brings(
  facts: Facts,
  assignment: AssignmentRow,
  command: AssignmentCommand,
  now: Micros,
): MachineEvent["brings"] {
  const { data = {}, onBehalfOf } = command;
  const { conventions } = facts.compiled.plan;
  const { context } = assignment.snapshot;
  return {
    reason: (data.reason ?? "").trim().length >= reasonLength,
    document: isDocument(data.document),
    products: missingProducts(facts, assignment, data).length === 0,
    answer: data.answer === "agree" || data.answer === "differ",
    due: isDue(data),
    coordinators_answered: pendingCoordinators(facts).length === 0,
    agency: mayTakeOver(facts, assignment, data.agency, now),
    decided_by: (onBehalfOf?.name ?? "").trim() !== "",
    handler: freeTexts(data).handling !== "",
    soon_enough: workedDays(facts, assignment.openedAt, now) <= (conventions.declineDays ?? Number.MAX_VALUE),
    extensions_left: (context.extensions ?? 0) < (conventions.extensionsMax ?? Number.MAX_VALUE),
    figures: missingFigures(facts, assignment).length === 0,
  };
}

/** A day that exists, and an hour of it where one is named. */
export function isDue({ due, hour }: CommandData): boolean {
  if (due === undefined || !isRealDate(due)) return false;
  return hour === undefined || hour === null || hourPattern.test(hour);
}

/** An agency that exists that day and does not have the task already. */
function mayTakeOver(
  { compiled, all }: Facts,
  assignment: AssignmentRow,
  agency: string | undefined,
  now: Micros,
): boolean {
  if (agency === undefined || agency === assignment.agencyId) return false;
  const has = (all ?? []).some(
    (row) => isOfSameOccurrence(row, assignment) && row.agencyId === agency && row.category !== "cancelled",
  );
  return !has && compiled.organisation.exists(agency, dateOfInstant(now));
}

/** Whether both are lead assignments of one occurrence of a task. */
export function isOfSameOccurrence(one: AssignmentRow, other: AssignmentRow): boolean {
  return (
    one.role === "lead" &&
    other.role === "lead" &&
    one.taskId === other.taskId &&
    one.occurrence === other.occurrence
  );
}

function workedDays({ compiled }: Facts, from: Micros, to: Micros): number {
  return compiled.calendar.workingDaysBetween(dateOfInstant(from), dateOfInstant(to));
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

/** Titles of the figures the duty must report for its period that are not there. That there is none to give counts as
 *  reported. */
export function missingFigures({ compiled, readings = [] }: Facts, duty: AssignmentRow): string[] {
  const there = new Set(readings.flatMap(({ input, period }) => (period === duty.occurrence ? [input] : [])));
  return dutyInputs(compiled, duty).flatMap(({ input, required }) =>
    !required || there.has(input.id) ? [] : [input.title],
  );
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
export function recordedFacts({
  data = {},
  onBehalfOf,
  actor,
}: Pick<Command, "data" | "onBehalfOf" | "actor">) {
  const standIn = standInOf(actor);
  const inPlaceOf =
    standIn === null ? undefined : { id: standIn.id, name: standIn.name, document: standIn.document };
  return { ...withoutFreeTexts(data), signedBy: onBehalfOf, inPlaceOf };
}

/** The command's free texts as erasable ones, with their digests by field. */
export function erasableTexts(
  data: CommandData,
  draw: Draw,
): { texts: ErasableText[]; digests: Record<string, string> } {
  const texts: ErasableText[] = [];
  const digests: Record<string, string> = {};
  for (const [field, body] of Object.entries(freeTexts(data))) {
    if (body === "") continue;
    const salt = draw.salt();
    const digest = saltedDigest(salt, body);
    texts.push({ digest, salt, body });
    digests[field] = digest;
  }
  return { texts, digests };
}
