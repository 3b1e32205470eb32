// Assignments alike in everything that figures look at, counted together: what SQL or a replay hands to the sums.

import { addDays, dateOfInstant, daysBetween, startOfDay } from "../calendar/index.ts";
import type { Micros } from "../ledger/entry.ts";
import { type Bucket, bucketOf, openBuckets } from "./bucket.ts";
import type { AssignmentRow, PlanState } from "./rows.ts";

/** How many days overdue work is late: 1–30, 31–60, 61–90, more. */
export const ageBands = ["1_30", "31_60", "61_90", "over_90"] as const;
export type AgeBand = (typeof ageBands)[number];

export interface Cell {
  planId: string;
  /** Null where tasks are not told apart. */
  taskId: string | null;
  agencyId: string;
  role: AssignmentRow["role"];
  bucket: Bucket;
  /** Whether there is a due date. */
  dated: boolean;
  /** Whether the due has passed, done or not. */
  fallenDue: boolean;
  /** Null for what is not overdue. */
  age: AgeBand | null;
  /** Open, and its agency has not been heard of for longer than asked. */
  stale: boolean;
  count: number;
  /** Those of `count` that were sent back at least once. */
  returned: number;
  /** Times they were sent back, together. */
  returns: number;
}

/** The instants everything is counted against. */
export interface CountedAt {
  now: Micros;
  /** Last touched before this is stale. */
  staleBefore: Micros;
}

/** More than `staleDays` whole days without a word make an open assignment stale. */
export function countedAt(now: Micros, staleDays: number): CountedAt {
  return { now, staleBefore: startOfDay(addDays(dateOfInstant(now), -staleDays)) };
}

/** The cells of one plan's rows: what `store/count-cells.ts` does in SQL, in pure code. */
export function cellsOf(rows: Iterable<AssignmentRow>, plan: PlanState, at: CountedAt): Cell[] {
  const cells = new Map<string, Cell>();
  for (const row of rows) {
    const one = cellOf(row, plan, at);
    const key = [
      one.taskId,
      one.agencyId,
      one.role,
      one.bucket,
      one.dated,
      one.fallenDue,
      one.age,
      one.stale,
    ].join(" ");
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, one);
    else {
      cell.count += 1;
      cell.returned += one.returned;
      cell.returns += one.returns;
    }
  }
  return [...cells.values()];
}

function cellOf(row: AssignmentRow, plan: PlanState, at: CountedAt): Cell {
  const bucket = bucketOf(row, plan, at.now);
  const { reworks } = row.snapshot.context;
  return {
    planId: row.planId,
    taskId: row.taskId,
    agencyId: row.agencyId,
    role: row.role,
    bucket,
    dated: row.dueAt !== null,
    fallenDue: row.dueAt !== null && row.dueAt <= at.now,
    age: bucket === "overdue" ? ageOf(daysLate(row, at.now)) : null,
    stale: openBuckets.includes(bucket) && row.touchedAt < at.staleBefore,
    count: 1,
    returned: reworks > 0 ? 1 : 0,
    returns: reworks,
  };
}

/** Calendar days after the last day, until it was reported done or until now; at least 1, also where an hour of the
 *  last day has passed. Means nothing before the due. */
export function daysLate(row: Pick<AssignmentRow, "dueOn" | "doneAt">, now: Micros): number {
  return row.dueOn === null ? 1 : Math.max(1, daysBetween(row.dueOn, dateOfInstant(row.doneAt ?? now)));
}

function ageOf(days: number): AgeBand {
  if (days <= 30) return "1_30";
  if (days <= 60) return "31_60";
  return days <= 90 ? "61_90" : "over_90";
}
