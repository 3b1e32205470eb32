// The one table of what each requirement of a lifecycle means; guards and refusals both read it.

import type { Requirement } from "../language/plan.ts";
import type { MachineEvent } from "./machine-event.ts";
import type { SnapshotContext } from "./snapshot.ts";

export function requirementMet(
  requirement: Requirement,
  context: SnapshotContext,
  event: MachineEvent,
): boolean {
  if (requirement !== "not_submitter") return event.brings[requirement];
  const submitters = [context.submittedBy, context.submittedFor];
  return ![event.actor, event.standsInFor].some((person) => person !== null && submitters.includes(person));
}
