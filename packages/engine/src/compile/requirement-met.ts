// The one table of what each requirement of a lifecycle means; guards and refusals both read it.

import type { Requirement } from "../language/plan.ts";
import type { MachineEvent } from "./machine-event.ts";
import type { SnapshotContext } from "./snapshot.ts";

export function requirementMet(
  requirement: Requirement,
  context: SnapshotContext,
  event: MachineEvent,
): boolean {
  return requirement === "not_submitter" ? context.submittedBy !== event.actor : event.brings[requirement];
}
