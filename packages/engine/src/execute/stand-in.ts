// Standing in for somebody: what a substitute may do, and until when.

import { dateOfInstant } from "../calendar/index.ts";
import type { Micros } from "../ledger/entry.ts";
import type { Actor, ActorRole, StandIn } from "./command.ts";

/** Positions nobody stands in for: they look after the instance, or are no person's. */
const personal: readonly ActorRole[] = ["admin", "auditor", "clock"];

/** Whom the actor stands in for; null: nobody, or by an authority that was not looked up, which gives nothing. */
export function standInOf({ standsInFor }: Actor): StandIn | null {
  return typeof standsInFor === "object" ? standsInFor : null;
}

/** The actor as of an instant: an authority to stand in that has not begun or has ended is none. */
export function presentActor(actor: Actor, now: Micros): Actor {
  const standIn = standInOf(actor);
  const { standsInFor: _, ...alone } = actor;
  if (standIn === null) return alone;
  const today = dateOfInstant(now);
  return standIn.from <= today && today <= standIn.to ? actor : alone;
}

/** The actor, and whoever the actor stands in for, each with positions of his own: a substitute holds what the other one
 *  holds at that time and nothing more. */
export function personsOf(actor: Actor): readonly Actor[] {
  const standIn = standInOf(actor);
  if (standIn === null) return [actor];
  const { id, name, agency, roles } = standIn;
  return [actor, { id, name, agency, roles: roles.filter((role) => !personal.includes(role)) }];
}

/** Whether the actor acts for the agency, in his own right or for somebody of it. */
export function actsWithin(actor: Actor, agency: string): boolean {
  return personsOf(actor).some((person) => person.agency === agency);
}

/** Whether one of the two submitted the work, or it was submitted in the name of one of them. */
export function isOwnWork(
  actor: Actor,
  submitted: { submittedBy: string | null; submittedFor?: string | null },
): boolean {
  const names = [submitted.submittedBy, submitted.submittedFor ?? null];
  return personsOf(actor).some(({ id }) => names.includes(id));
}
