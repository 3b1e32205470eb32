// What a closed assignment does to its plan: when other tasks wait for its task, the plan's clock must look at once.

import type { EntryData, Micros } from "../ledger/entry.ts";
import type { Facts } from "./facts.ts";
import type { AssignmentRow } from "./rows.ts";

/** The part of an entry's data that wakes the plan; empty while nothing waits or the assignment is open. */
export function wakePlan(
  facts: Facts,
  row: AssignmentRow,
  category: string,
  now: Micros,
): Pick<EntryData, "plan"> {
  const waiting = facts.compiled.tasks.get(row.taskId)?.successors ?? [];
  if (row.role !== "lead" || waiting.length === 0 || (category !== "done" && category !== "cancelled"))
    return {};
  return { plan: { wakeAt: Math.min(facts.plan.wakeAt ?? now, now) } };
}
