// What a new version of a plan does to the due of an assignment that is open under it.

import { dateOfInstant, endOfDay } from "../calendar/index.ts";
import { type CompiledPlan, type DueDate, dueDate } from "../compile/index.ts";
import type { Due } from "../language/plan.ts";
import type { Micros } from "../ledger/entry.ts";
import { dueColumns } from "./due-fields.ts";
import { answerWithin } from "./open-assignments.ts";
import { openingOf } from "./opening-of.ts";
import { sameContent } from "./plan-changes.ts";
import type { AssignmentRow, DueRecord } from "./rows.ts";

export interface AmendedBy {
  /** Who amends, for the history of the due. */
  by: string;
  /** Number of the amending document; null: only the register's newer versions are taken. */
  document: string | null;
  now: Micros;
  /** Day on which a task was completed by all its leads; null while it is not. */
  completed: (taskId: string) => string | null;
}

type DueFields = Pick<AssignmentRow, "dueAt" | "dueOn" | "soonAt" | "noticed" | "dueHistory">;

/** The due's columns under the new version. They move when the text states the due anew, and when a computed date that
 *  still holds comes out differently; a date that a decision has moved since stays while the text leaves it alone. */
export function amendedDue(
  before: CompiledPlan,
  after: CompiledPlan,
  row: AssignmentRow,
  { by, document, now, completed }: AmendedBy,
): DueFields {
  const old = reckon(before, row, completed);
  const renewed = reckon(after, row, completed);
  const present = presentDue(row);
  const restated =
    !sameContent(meaning(old.due), meaning(renewed.due)) ||
    (renewed.date?.kind === "given" && !sameDay(old.date, renewed.date));
  const holds = isOfText(row.dueHistory.at(-1)) && sameDay(old.date, present);
  const { conventions } = after.plan;
  if (sameDay(renewed.date, present) || !(restated || holds)) {
    const columns = dueColumns(present && { ...present, kind: "given" }, conventions, after.calendar);
    return { ...columns, noticed: row.noticed, dueHistory: row.dueHistory };
  }
  const { date } = renewed;
  const record: DueRecord = {
    kind: date?.kind === "computed" ? "computed" : "adjusted",
    date: date?.date ?? null,
    hour: date?.hour ?? null,
    at: now,
    by,
    document,
    calendar: date?.kind === "computed" ? after.pinned.calendar : null,
  };
  return {
    ...dueColumns(date, conventions, after.calendar),
    // What the clock had noticed it notices anew, unless the new date has passed as well.
    noticed: date !== null && endOfDay(date.date, date.hour) <= now ? row.noticed : "nothing",
    dueHistory: [...row.dueHistory, record],
  };
}

interface Reckoned {
  due: Due;
  /** Null: none, or none that can be known yet. */
  date: DueDate | null;
}

/** The due that a version of the plan gives an assignment, counted from when it first had one, else from its opening. */
function reckon(
  compiled: CompiledPlan,
  row: AssignmentRow,
  completed: (taskId: string) => string | null,
): Reckoned {
  const { plan, calendar } = compiled;
  const due = dueOfRow(compiled, row);
  const context = {
    issued: plan.issued ?? plan.period.from,
    opened: dateOfInstant(row.dueHistory[0]?.at ?? row.openedAt),
    occurrenceEnd: openingOf(compiled, row)?.occurrenceEnd ?? null,
    completed,
  };
  return { due, date: dueDate(due, context, calendar, plan.conventions.rollForward) };
}

function dueOfRow(compiled: CompiledPlan, row: AssignmentRow): Due {
  const task = compiled.tasks.get(row.taskId);
  if (row.role === "lead") return task?.task.due ?? { form: "none", text: null };
  const coordinator = task?.coordinators.find(({ agency }) => agency === row.agencyId);
  return coordinator?.due ?? answerWithin(compiled);
}

/** Without the author's words for it. */
function meaning(due: Due): object {
  return due.form === "date" ? { ...due, text: null, bound: null } : { ...due, text: null };
}

interface Day {
  date: string;
  hour: string | null;
}

function presentDue(row: AssignmentRow): Day | null {
  const last = row.dueHistory.at(-1);
  return row.dueOn === null || last === undefined || last.date === null
    ? null
    : { date: last.date, hour: last.hour };
}

/** Whether the due is as the text gives it: no decision has moved it since. */
function isOfText(last: DueRecord | undefined): boolean {
  return last?.kind === "given" || last?.kind === "computed";
}

function sameDay(one: Day | null, other: Day | null): boolean {
  return one?.date === other?.date && one?.hour === other?.hour;
}
