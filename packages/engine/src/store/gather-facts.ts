// Gathers what a batch rests on: assignments remembered under their plan's head, the others read in one statement.

import type { Command } from "../execute/command.ts";
import type { PlanRows } from "../execute/fold.ts";
import type { AssignmentRow } from "../execute/rows.ts";
import type { Connection } from "./connection.ts";
import type { LockedPlans } from "./lock-plans.ts";
import { readBatchFacts } from "./read-facts.ts";
import { RecordedEntries } from "./recorded-entries.ts";
import type { RowCache } from "./row-cache.ts";

export interface GatheredFacts {
  /** By plan: its locked row, and the assignments the batch's commands rest on. */
  rows: Map<string, PlanRows>;
  recorded: RecordedEntries;
  /** By plan and target: the target's id, then those of its lead or its coordinations. */
  families: Map<string, Map<string, readonly string[]>>;
}

interface Target {
  planId: string;
  assignmentId: string;
}

export async function gatherFacts(
  transaction: Connection,
  commands: readonly Command[],
  locked: LockedPlans,
  cache: RowCache,
): Promise<GatheredFacts> {
  const rows = new Map<string, PlanRows>();
  for (const [planId, plan] of locked.plans)
    rows.set(planId, { plan, assignments: new Map(), readings: new Map() });
  const families: GatheredFacts["families"] = new Map();
  const unknown: Target[] = [];
  for (const command of commands) {
    const plan = locked.plans.get(command.planId);
    if (command.target !== "assignment" || plan === undefined) continue;
    const family = cache.family(plan, command.assignmentId);
    if (family === null) unknown.push(command);
    else for (const row of family) rows.get(plan.id)?.assignments.set(row.id, row);
  }
  if (unknown.length === 0 && locked.allNew) return { rows, recorded: new RecordedEntries(), families };

  const requests = locked.allNew ? [] : commands;
  const found = await readBatchFacts(transaction, unknown, requests);
  const byLead = new Map<string, string[]>();
  for (const row of found.assignments.values()) {
    rows.get(row.planId)?.assignments.set(row.id, row);
    if (row.of === null) continue;
    const coordinations = byLead.get(row.of);
    if (coordinations === undefined) byLead.set(row.of, [row.id]);
    else coordinations.push(row.id);
  }
  for (const { planId, assignmentId } of unknown) {
    const target = found.assignments.get(assignmentId);
    if (target === undefined || target.planId !== planId) continue;
    const known = families.get(planId) ?? new Map<string, readonly string[]>();
    families.set(planId, known.set(assignmentId, familyOf(target, byLead)));
  }
  return { rows, recorded: found.recorded, families };
}

function familyOf(target: AssignmentRow, byLead: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const others = target.of === null ? (byLead.get(target.id) ?? []) : [target.of];
  return [target.id, ...others];
}
