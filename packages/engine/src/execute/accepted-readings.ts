// Which readings are accepted: those whose duty to report is done, and those that no duty asks for.

import type { CompiledPlan } from "../compile/index.ts";
import type { ReadingRow } from "./reading.ts";
import type { AssignmentRow } from "./rows.ts";

/** Tells of a reading of the plan whether it is accepted. Agency and period say which duty it belongs to; where several
 *  ask for it, one that is done is enough. A duty taken back asks for nothing. */
export function acceptedIn(
  { tasks, retired }: CompiledPlan,
  assignments: Iterable<AssignmentRow>,
): (reading: ReadingRow) => boolean {
  /** By agency and period: the inputs asked for, null for all, and whether it is done. */
  const duties = new Map<string, { inputs: readonly string[] | null; done: boolean }[]>();
  for (const row of assignments) {
    const report = (tasks.get(row.taskId)?.task ?? retired.get(row.taskId))?.report ?? null;
    if (report === null || row.role !== "lead" || row.category === "cancelled") continue;
    const key = JSON.stringify([row.agencyId, row.occurrence]);
    const duty = { inputs: report.inputs, done: row.category === "done" };
    duties.set(key, [...(duties.get(key) ?? []), duty]);
  }
  return ({ input, agency, period }) => {
    const asking = (duties.get(JSON.stringify([agency, period])) ?? []).filter(
      ({ inputs }) => inputs === null || inputs.includes(input),
    );
    return asking.length === 0 || asking.some(({ done }) => done);
  };
}
