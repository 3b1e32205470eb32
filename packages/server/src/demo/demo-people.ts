// The people of a demo: finds what they have to work on and sends what they do, as anybody's commands are sent.

import type { AssignmentFilter, CommandData, Engine, Plan } from "@kehoach/engine";
import type { DemoIdentities } from "../identity/demo-identities.ts";
import { allPages } from "../read/all-pages.ts";
import type { DemoCommand, DemoTarget } from "./first-days.ts";

/** A plan's assignments with their tasks, in an order that is the same in every demo. */
export async function targetsOf(engine: Engine, plan: Plan, filter: AssignmentFilter): Promise<DemoTarget[]> {
  const targets: DemoTarget[] = [];
  const places = new Map(plan.tasks.map((task, index) => [task.id, { index, task }]));
  for await (const view of allPages((after) => engine.assignments(filter, { after, limit: 200 }))) {
    const place = places.get(view.taskId);
    if (place !== undefined) targets.push({ view, task: place.task, taskIndex: place.index });
  }
  return targets.sort(
    (a, b) =>
      a.taskIndex - b.taskIndex ||
      compare(a.view.agencyId, b.view.agencyId) ||
      compare(a.view.occurrence, b.view.occurrence),
  );
}

/** Sends commands at once, so that the engine commits them in one batch. `when` tells the same command of another day
 *  apart. Refusals are passed over: somebody may have done it, or something else, before. */
export async function sendAll(
  engine: Engine,
  identities: DemoIdentities,
  plan: Plan,
  commands: readonly DemoCommand[],
  when = "",
): Promise<void> {
  const office = plan.office?.agency ?? plan.issuer;
  await Promise.all(commands.map((command) => send(engine, identities, office, command, when)));
}

async function send(
  engine: Engine,
  identities: DemoIdentities,
  office: string,
  { target, type, by, data }: DemoCommand,
  when: string,
): Promise<void> {
  const { view } = target;
  for (const role of by) {
    const actor = await identities.actor(`${role}@${role === "office" ? office : view.agencyId}`);
    if (actor === null) continue;
    const outcome = await engine.dispatch({
      target: "assignment",
      planId: view.planId,
      assignmentId: view.id,
      type,
      actor,
      source: "demo",
      requestId: `demo:${view.id}:${type}${when === "" ? "" : `:${when}`}`,
      data: data satisfies CommandData,
    });
    // A lifecycle may give a command to another position, or not have it at all.
    if (outcome.accepted || outcome.code !== "not_your_role") return;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
