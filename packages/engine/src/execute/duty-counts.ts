// Duties to report, counted by agency and period: handed in on time or late, missing, sent back.

import type { CompiledPlan } from "../compile/index.ts";
import type { Micros } from "../ledger/entry.ts";
import type { AssignmentRow } from "./rows.ts";

export interface DutyCounts {
  agency: string;
  /** Id of the period, or of the window or event the report was asked for. */
  period: string;
  /** In all, without those withdrawn. */
  duties: number;
  /** Handed in by their due, accepted or not. */
  onTime: number;
  late: number;
  /** Their due has passed and nothing is handed in. */
  missing: number;
  /** Still to be handed in, in time. */
  open: number;
  /** Sent back at least once, whatever became of them. */
  returned: number;
}

/** In order of period and agency. An agency that only coordinates owes no report. */
export function dutyCounts(
  { tasks, retired }: CompiledPlan,
  assignments: Iterable<AssignmentRow>,
  now: Micros,
): DutyCounts[] {
  const counts = new Map<string, DutyCounts>();
  for (const row of assignments) {
    const task = tasks.get(row.taskId)?.task ?? retired.get(row.taskId);
    if ((task?.report ?? null) === null || row.role !== "lead" || row.category === "cancelled") continue;
    const key = JSON.stringify([row.occurrence, row.agencyId]);
    const line = counts.get(key) ?? none(row);
    counts.set(key, line);
    line.duties += 1;
    line[stateOf(row, now)] += 1;
    if (row.snapshot.context.reworks > 0) line.returned += 1;
  }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, line]) => line);
}

function none({ agencyId, occurrence }: AssignmentRow): DutyCounts {
  return {
    agency: agencyId,
    period: occurrence,
    duties: 0,
    onTime: 0,
    late: 0,
    missing: 0,
    open: 0,
    returned: 0,
  };
}

function stateOf({ doneAt, dueAt }: AssignmentRow, now: Micros): "onTime" | "late" | "missing" | "open" {
  if (doneAt !== null) return dueAt === null || doneAt < dueAt ? "onTime" : "late";
  return dueAt !== null && dueAt <= now ? "missing" : "open";
}
