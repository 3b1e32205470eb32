// Who an actor is towards one assignment: the roles of a lifecycle's `who` that he holds.

import type { Plan, Task, WhoRole } from "../language/plan.ts";
import type { Actor } from "./command.ts";
import type { AssignmentRow } from "./rows.ts";
import { personsOf } from "./stand-in.ts";

/** Roles held on the plan as a whole, those of whoever the actor stands in for among them. */
export function rolesOnPlan(actor: Actor, plan: Plan): WhoRole[] {
  return union(personsOf(actor).map((person) => ownRolesOnPlan(person, plan)));
}

function ownRolesOnPlan(actor: Actor, plan: Plan): WhoRole[] {
  const roles: WhoRole[] = [];
  if (actor.roles.includes("clock")) roles.push("clock");
  if (actor.agency === null) return roles;
  if (actor.agency === plan.issuer) {
    if (actor.roles.includes("issuer")) roles.push("issuer");
    if (actor.roles.includes("vice_chair")) roles.push("vice_chair");
  }
  if (actor.roles.includes("office") && actor.agency === (plan.office?.agency ?? plan.issuer))
    roles.push("office");
  if (actsForAgency(actor)) {
    if (plan.monitors.some((party) => party.agency === actor.agency)) roles.push("monitor");
    if (plan.standingLeads.some((party) => party.agency === actor.agency)) roles.push("standing_lead");
  }
  return roles;
}

/** Roles held towards one assignment, those of whoever the actor stands in for among them. `lead` is the lead's
 *  assignment of a coordination, else null. */
export function rolesTowards(
  actor: Actor,
  plan: Plan,
  task: Task,
  assignment: AssignmentRow,
  lead: AssignmentRow | null,
): WhoRole[] {
  return union(personsOf(actor).map((person) => ownRolesTowards(person, plan, task, assignment, lead)));
}

function union(roles: readonly WhoRole[][]): WhoRole[] {
  return [...new Set(roles.flat())];
}

function ownRolesTowards(
  actor: Actor,
  plan: Plan,
  task: Task,
  assignment: AssignmentRow,
  lead: AssignmentRow | null,
): WhoRole[] {
  const own = actor.agency === assignment.agencyId;
  // An agency that follows the plan does not follow its own work: it would urge and judge itself.
  const roles = ownRolesOnPlan(actor, plan).filter(
    (role) => !own || (role !== "monitor" && role !== "standing_lead"),
  );
  if (actor.agency === null) return roles;
  if (own) {
    for (const role of ["head", "clerk", "officer"] as const)
      if (actor.roles.includes(role)) roles.push(role);
  }
  if (lead !== null && actor.agency === lead.agencyId) {
    if (actor.roles.includes("head")) roles.push("lead_head");
    if (actor.roles.includes("officer") || actor.roles.includes("clerk")) roles.push("lead_officer");
  }
  if (
    !own &&
    !roles.includes("monitor") &&
    actsForAgency(actor) &&
    task.monitors.some((party) => party.agency === actor.agency)
  ) {
    roles.push("monitor");
  }
  return roles;
}

function actsForAgency(actor: Actor): boolean {
  return actor.roles.includes("head") || actor.roles.includes("clerk") || actor.roles.includes("officer");
}
