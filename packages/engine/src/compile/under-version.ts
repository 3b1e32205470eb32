// A plan in force as seen by what ended under an earlier version of it.

import type { CompiledPlan, CompiledTask } from "./compiled-plan.ts";

const known = new WeakMap<CompiledPlan, WeakMap<CompiledPlan, CompiledPlan>>();

/** The plan in force, with tasks and lifecycles as they were written then: an assignment that has ended keeps the words
 *  and the states it ended with. Who holds which role, what waits for it, calendar and conventions are of today. */
export function underVersion(inForce: CompiledPlan, then: CompiledPlan): CompiledPlan {
  const of = known.get(inForce) ?? new WeakMap<CompiledPlan, CompiledPlan>();
  known.set(inForce, of);
  const seen = of.get(then) ?? overlay(inForce, then);
  of.set(then, seen);
  return seen;
}

function overlay(inForce: CompiledPlan, then: CompiledPlan): CompiledPlan {
  const tasks = new Map<string, CompiledTask>(inForce.tasks);
  for (const [id, task] of then.tasks) {
    tasks.set(id, { ...task, successors: inForce.tasks.get(id)?.successors ?? [] });
  }
  const lifecycles = new Map([...inForce.lifecycles, ...then.lifecycles]);
  return { ...inForce, tasks, lifecycles };
}
