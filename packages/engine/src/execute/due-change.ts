// How an assignment's due moves: extended, granted by word of mouth, lapsed, shifted by suspension, mended. The history
// keeps every date that was ever in force.

import { type Calendar, dateOfInstant, endOfDay } from "../calendar/index.ts";
import type { AskedDue } from "../compile/index.ts";
import type { Micros } from "../ledger/entry.ts";
import type { AssignmentCommand } from "./command.ts";
import { dueColumns } from "./due-fields.ts";
import type { Facts } from "./facts.ts";
import type { AssignmentRow, DueRecord } from "./rows.ts";

type DueChange = Pick<AssignmentRow, "dueAt" | "dueOn" | "soonAt" | "noticed" | "dueHistory">;

interface Moved {
  due: AskedDue;
  kind: DueRecord["kind"];
  by: string;
  /** Number of the deciding document; null where there is none. */
  document: string | null;
  now: Micros;
}

/** The columns after the due has moved. What the clock had noticed is noticed anew, unless the new date has passed. */
export function movedDue(facts: Facts, row: AssignmentRow, moved: Moved): DueChange {
  const { due, kind, by, document, now } = moved;
  const { compiled } = facts;
  const columns = dueColumns({ ...due, kind: "given" }, compiled.plan.conventions, compiled.calendar);
  return {
    ...columns,
    noticed: endOfDay(due.date, due.hour) <= now ? row.noticed : "nothing",
    dueHistory: [...row.dueHistory, { kind, ...due, at: now, by, document, calendar: null }],
  };
}

/** The due a command names; null: none. */
export function namedDue({ data = {} }: Pick<AssignmentCommand, "data">): AskedDue | null {
  return data.due === undefined ? null : { date: data.due, hour: data.hour ?? null };
}

/** What the command does to the due; null: nothing. */
export function dueChange(
  facts: Facts,
  row: AssignmentRow,
  command: AssignmentCommand,
  when: { at: Micros; now: Micros; after: AssignmentRow["snapshot"] },
): DueChange | null {
  const named = namedDue(command);
  const base = {
    by: command.actor.id,
    document: command.data?.document?.number ?? null,
    now: when.now,
  };
  const asked = named ?? row.snapshot.context.askedDue;
  switch (command.type) {
    case "adjust_due":
      return named && movedDue(facts, row, { ...base, due: named, kind: "adjusted" });
    case "grant_extension":
      return asked && movedDue(facts, row, { ...base, due: asked, kind: "adjusted" });
    case "grant_orally":
      return asked && movedDue(facts, row, { ...base, due: asked, kind: "provisional" });
    case "paper_extension": {
      const present = presentDue(row);
      const due = named ?? present;
      return due && movedDue(facts, row, { ...base, due, kind: "adjusted" });
    }
    case "correct":
      return named && movedDue(facts, row, { ...base, due: named, kind: "corrected" });
    default:
      return shifted(facts, row, when, base);
  }
}

/** Time that was suspended does not count: the due moves by the working days in between. */
function shifted(
  facts: Facts,
  row: AssignmentRow,
  { at, after }: { at: Micros; after: AssignmentRow["snapshot"] },
  base: Pick<Moved, "by" | "document" | "now">,
): DueChange | null {
  const since = row.snapshot.context.blockedSince ?? null;
  if (since === null || after.context.blockedSince !== null) return null;
  return shiftedDue(facts, row, { since, until: at }, base);
}

/** The due moved by the working days of a span; null: there is no due, or the span held no working day. */
export function shiftedDue(
  facts: Facts,
  row: AssignmentRow,
  span: { since: Micros; until: Micros },
  base: Pick<Moved, "by" | "document" | "now">,
): DueChange | null {
  const present = presentDue(row);
  if (present === null) return null;
  const { calendar } = facts.compiled;
  const days = calendar.workingDaysBetween(dateOfInstant(span.since), dateOfInstant(span.until));
  if (days <= 0) return null;
  const due = { ...present, date: calendar.addWorkingDays(present.date, days) };
  return movedDue(facts, row, { ...base, due, kind: "shifted" });
}

/** An oral consent that no document followed: the due before it holds again, with the time suspended since. */
export function lapsedDue(facts: Facts, row: AssignmentRow, when: { at: Micros; by: string }): DueChange {
  const { at, by } = when;
  const given = row.dueHistory.findLastIndex((record) => record.kind === "provisional");
  const before = row.dueHistory[given - 1];
  const base = { kind: "lapsed", at, by, document: null, calendar: null } as const;
  if (before === undefined || before.date === null) {
    const dueHistory = [...row.dueHistory, { ...base, date: null, hour: null }];
    return { dueAt: null, dueOn: null, soonAt: null, noticed: "nothing", dueHistory };
  }
  const { calendar } = facts.compiled;
  const days = suspendedSince(row.dueHistory.slice(given), calendar);
  const due = { date: calendar.addWorkingDays(before.date, days), hour: before.hour };
  // The date that holds again may have passed long ago: then it is overdue from the lapse on.
  return { ...movedDue(facts, row, { ...base, due, now: at }), noticed: "nothing" };
}

/** Working days by which these dues were shifted, from one to the next. */
function suspendedSince(dues: readonly DueRecord[], calendar: Calendar): number {
  return dues.reduce((days, due, index) => {
    const last = dues[index - 1]?.date ?? null;
    if (due.kind !== "shifted" || due.date === null || last === null) return days;
    return days + calendar.workingDaysBetween(last, due.date);
  }, 0);
}

function presentDue(row: AssignmentRow): AskedDue | null {
  const last = row.dueHistory.at(-1);
  return row.dueOn === null || last === undefined || last.date === null
    ? null
    : { date: last.date, hour: last.hour };
}

/** Whether the command would set the due that holds already. */
export function isSameDue(row: AssignmentRow, due: AskedDue | null): boolean {
  const present = presentDue(row);
  return due !== null && present !== null && present.date === due.date && present.hour === due.hour;
}
