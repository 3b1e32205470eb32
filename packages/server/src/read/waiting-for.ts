// What waits for a person to decide on the work of others: results to confirm, work handed back, extensions, obstacles.

import { type Actor, type AssignmentView, type Engine, monitorsOf, type WhoRole } from "@kehoach/engine";
import { allPages } from "./all-pages.ts";
import type { PlanGround } from "./plan-facts.ts";

export interface Waiting {
  toConfirm: readonly AssignmentView[];
  toDecide: readonly AssignmentView[];
}

/** Open assignments looked through at most, by due date: beyond them nobody reads an inbox. */
const mostLookedThrough = 5000;
/** Shown of each kind at most. */
const mostShown = 200;

/** By due date. `groundOf`: null for plans the actor may not read. */
export async function waitingFor(
  engine: Engine,
  actor: Actor,
  groundOf: (planId: string) => Promise<PlanGround | null>,
): Promise<Waiting> {
  const toConfirm: AssignmentView[] = [];
  const toDecide: AssignmentView[] = [];
  let looked = 0;
  for (const planId of await plansToLookThrough(engine, actor, groundOf)) {
    const filter = { planId, role: "lead", open: true } as const;
    for await (const view of allPages((after) =>
      engine.as(actor).assignments(filter, { after, limit: 200 }),
    )) {
      looked += 1;
      if (looked > mostLookedThrough) break;
      const ground = await groundOf(view.planId);
      const kind = ground === null ? null : waitsFor(actor, ground, view);
      if (kind === "confirm" && toConfirm.length < mostShown) toConfirm.push(view);
      if (kind === "decide" && toDecide.length < mostShown) toDecide.push(view);
    }
  }
  return { toConfirm, toDecide };
}

/** undefined stands for all plans at once: the issuer's side follows every one it may read. */
async function plansToLookThrough(
  engine: Engine,
  actor: Actor,
  groundOf: (planId: string) => Promise<PlanGround | null>,
): Promise<(string | undefined)[]> {
  if (followerRoles(actor).length > 0) return [undefined];
  const { agency } = actor;
  if (agency === null) return [];
  const found: string[] = [];
  for (const { plan } of await engine.as(actor).plans()) {
    const ground = await groundOf(plan.id);
    if (ground === null) continue;
    const { tasks, lifecycles } = ground.plan;
    const monitors = tasks.some((task) => monitorsOf(ground.plan, task.id).includes(agency));
    const judged = Object.values(lifecycles).some(({ commands }) =>
      Object.values(commands).some(({ to, who }) => to !== null && who.some(isMonitorRole)),
    );
    if (monitors && judged) found.push(plan.id);
  }
  return found;
}

/** What the assignment wants of the actor; null: nothing. */
function waitsFor(actor: Actor, { plan }: PlanGround, view: AssignmentView): "confirm" | "decide" | null {
  // Nobody judges the work of his own agency, and what stands still waits for nobody.
  if (view.agencyId === actor.agency || view.bucket === "suspended" || view.bucket === "withdrawn")
    return null;
  const followers = followerRoles(actor);
  const lifecycle = plan.lifecycles[view.lifecycle];
  if (view.category === "waiting" && lifecycle !== undefined) {
    const monitors = actor.agency !== null && monitorsOf(plan, view.taskId).includes(actor.agency);
    const mine = (role: WhoRole) => followers.includes(role) || (monitors && isMonitorRole(role));
    const onwards = Object.values(lifecycle.commands).flatMap(({ from, to, who }) =>
      to !== null && from.includes(view.stage) && who.some(mine) ? [lifecycle.states[to]?.category] : [],
    );
    if (onwards.includes("done")) return "confirm";
    if (onwards.some((category) => category !== "cancelled")) return "decide";
  }
  const { extension } = view.snapshot.value;
  const open = extension === "requested" || extension === "provisional" || view.snapshot.context.obstacle;
  return open && followers.length > 0 ? "decide" : null;
}

function followerRoles(actor: Actor): WhoRole[] {
  return actor.roles.filter((role) => role === "issuer" || role === "vice_chair" || role === "office");
}

function isMonitorRole(role: WhoRole): boolean {
  return role === "monitor" || role === "standing_lead";
}
