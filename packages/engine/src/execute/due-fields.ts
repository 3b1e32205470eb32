// The columns of an assignment that follow from its due: when it is late, when due soon.

import { type Calendar, endOfDay, startOfDay } from "../calendar/index.ts";
import type { DueDate } from "../compile/index.ts";
import type { Conventions } from "../language/plan.ts";
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
