// The columns of an assignment that follow from its due: when it is late, when due soon, when to wake.

import { type Calendar, endOfDay, startOfDay } from "../calendar/index.ts";
import type { DueDate } from "../compile/index.ts";
import type { Conventions, StageCategory } from "../language/plan.ts";
import type { Micros } from "../ledger/entry.ts";
import type { AssignmentRow } from "./rows.ts";

type DueColumns = Pick<AssignmentRow, "dueAt" | "dueOn" | "soonAt">;

export function dueColumns(due: DueDate | null, conventions: Conventions, calendar: Calendar): DueColumns {
  if (due === null) return { dueAt: null, dueOn: null, soonAt: null };
  return {
    dueAt: endOfDay(due.date, due.hour),
    dueOn: due.date,
    soonAt: startOfDay(calendar.addWorkingDays(due.date, -conventions.dueSoonDays)),
  };
}

/** The next instant at which the clock has something to notice; null: nothing. */
export function nextWake(row: {
  category: StageCategory;
  doneAt: Micros | null;
  noticed: AssignmentRow["noticed"];
  soonAt: Micros | null;
  dueAt: Micros | null;
}): Micros | null {
  if (row.doneAt !== null || row.category === "done" || row.category === "cancelled") return null;
  if (row.noticed === "nothing") return row.soonAt;
  if (row.noticed === "due_soon") return row.dueAt;
  return null;
}
