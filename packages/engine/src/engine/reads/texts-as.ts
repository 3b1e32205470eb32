// Which assignments' free texts an actor may read, plan by plan.

import type { CompiledPlan } from "../../compile/index.ts";
import type { Actor } from "../../execute/command.ts";
import { mayReadTexts, monitorsOf } from "../../execute/who-sees.ts";
import type { Connection } from "../../store/connection.ts";
import { type CircleOf, circlesAround } from "../../store/seen.ts";

/** Whether the actor may read texts about each of these assignments, and about the plan as a whole (null). */
export async function textsAs(
  connection: Connection,
  actor: Actor,
  { plan }: CompiledPlan,
  planId: string,
  assignmentIds: readonly (string | null)[],
): Promise<(id: string | null) => boolean> {
  if (mayReadTexts(actor, plan, null)) return () => true;
  const ids = new Set(assignmentIds.flatMap((id) => (id === null ? [] : [id])));
  const circles = await circlesAround(connection, planId, [...ids]);
  const monitored = ({ taskId, ...circle }: CircleOf) => ({ ...circle, monitors: monitorsOf(plan, taskId) });
  return (id) => {
    const circle = id === null ? undefined : circles.get(id);
    return circle !== undefined && mayReadTexts(actor, plan, monitored(circle));
  };
}
