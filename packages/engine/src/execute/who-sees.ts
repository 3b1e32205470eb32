// The one policy of reading: which plans an actor may read, and whose evidence and free texts.

import type { Plan, WhoRole } from "../language/plan.ts";
import type { Actor, ActorRole } from "./command.ts";
import { rolesOnPlan } from "./roles-towards.ts";

/** Roles on the issuer's side of a plan; they read it with its evidence and free texts. */
const issuerSide: readonly WhoRole[] = ["issuer", "vice_chair", "office"];
/** Positions that look after the whole instance: they read every plan, but no evidence and no free text. */
const overseers: readonly ActorRole[] = ["auditor", "admin"];

/** The agencies around one assignment, for `mayReadTexts`. */
export interface Circle {
  /** The agency of the lead's assignment. */
  lead: string;
  /** The agencies of its coordinations. */
  coordinators: readonly string[];
  /** Agencies that follow the task or the whole plan, standing leads among them. */
  monitors: readonly string[];
}

/** Every agency a plan names, groups resolved by `membersOf`. Add to it the agencies that hold assignments, since
 *  those may have changed after the plan was written. */
export function agenciesNamed(plan: Plan, membersOf: (group: string) => readonly string[]): Set<string> {
  const named = new Set<string>([plan.issuer]);
  const all = (agencies: Iterable<string>): void => {
    for (const agency of agencies) named.add(agency);
  };
  if (plan.office !== null) named.add(plan.office.agency);
  all(plan.standingLeads.map((party) => party.agency));
  all(plan.monitors.map((party) => party.agency));
  for (const task of plan.tasks) {
    const { agencies, groups, except } = task.lead;
    const excepted = new Set(except);
    all([...agencies, ...groups.flatMap(membersOf)].filter((agency) => !excepted.has(agency)));
    for (const coordinator of task.coordinators) {
      if (coordinator.agency !== null) named.add(coordinator.agency);
      if (coordinator.group !== null) all(membersOf(coordinator.group));
    }
    all(task.monitors.map((party) => party.agency));
  }
  return named;
}

/** The agencies that follow a task: the task's and the plan's monitors, and the plan's standing leads. */
export function monitorsOf(plan: Plan, taskId: string): readonly string[] {
  const task = plan.tasks.find((candidate) => candidate.id === taskId);
  const parties = [...plan.monitors, ...plan.standingLeads, ...(task?.monitors ?? [])];
  return [...new Set(parties.map((party) => party.agency))];
}

/** Whether the actor may read a plan and its assignments: anyone whose agency it names, auditors and administrators.
 *  `named` is the answer of `agenciesNamed`. */
export function mayRead(actor: Actor, plan: Plan, named: ReadonlySet<string>): boolean {
  if (isOnIssuerSide(actor, plan) || actor.roles.some((role) => overseers.includes(role))) return true;
  return actor.agency !== null && named.has(actor.agency);
}

/** Whether the actor may read evidence and free texts about an assignment; with `circle` null, about the plan as a
 *  whole. */
export function mayReadTexts(actor: Actor, plan: Plan, circle: Circle | null): boolean {
  if (isOnIssuerSide(actor, plan)) return true;
  if (actor.agency === null || circle === null) return false;
  return (
    actor.agency === circle.lead ||
    circle.coordinators.includes(actor.agency) ||
    circle.monitors.includes(actor.agency)
  );
}

/** Whether the actor may take the plan's ledger away as it stands: with evidence, though never with free texts. An
 *  auditor may, since it is what he checks. */
export function mayReadLedger(actor: Actor, plan: Plan): boolean {
  return isOnIssuerSide(actor, plan) || actor.roles.includes("auditor");
}

function isOnIssuerSide(actor: Actor, plan: Plan): boolean {
  return rolesOnPlan(actor, plan).some((role) => issuerSide.includes(role));
}
