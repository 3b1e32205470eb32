// What would be decided on now about one assignment, read without a lock: for showing what is open to whom.

import type { CompiledPlan } from "../compile/index.ts";
import { clockSteps } from "../execute/clock-steps.ts";
import type { Facts } from "../execute/facts.ts";
import type { AssignmentRow, PlanRow } from "../execute/rows.ts";
import type { Micros } from "../ledger/entry.ts";
import type { Connection } from "../store/connection.ts";
import type { PlanCache } from "../store/plan-cache.ts";
import { readBatchFacts } from "../store/read-facts.ts";

/** The facts about a plan as a whole. */
export function factsOfPlan(plan: PlanRow, compiled: CompiledPlan): Facts {
  return {
    plan,
    compiled,
    assignment: null,
    lead: null,
    coordinations: [],
    all: null,
    demo: true,
    erasable: false,
  };
}

/** Null: there is no such assignment in the plan. `assignmentId` must be a UUID. */
export async function factsNow(
  connection: Connection,
  cache: PlanCache,
  ofPlan: Facts,
  assignmentId: string,
  now: Micros,
): Promise<(Facts & { assignment: AssignmentRow }) | null> {
  const target = { planId: ofPlan.plan.id, assignmentId };
  const { assignments } = await readBatchFacts(connection, [target], []);
  const assignment = assignments.get(assignmentId);
  if (assignment === undefined) return null;
  const facts = {
    ...ofPlan,
    compiled: await cache.compiledFor(connection, ofPlan.plan, assignment),
    assignment,
    lead: assignment.of === null ? null : (assignments.get(assignment.of) ?? null),
    coordinations: [...assignments.values()].filter((other) => other.of === assignment.id),
  };
  // What the clock would do first decides what is open, also before the sweeper has come by.
  const { row: current } = clockSteps(facts, assignment, now);
  return { ...facts, assignment: current };
}
