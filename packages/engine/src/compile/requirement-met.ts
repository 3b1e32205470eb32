// The one table of what each requirement of a lifecycle means; guards and refusals both read it.

import type { Requirement } from "../language/plan.ts";
import type { MachineEvent } from "./machine-event.ts";
import type { SnapshotContext } from "./snapshot.ts";

type Test = (context: SnapshotContext, event: MachineEvent) => boolean;

const tests: Readonly<Record<Requirement, Test>> = {
  reason: (_, event) => event.brings.reason,
  document: (_, event) => event.brings.document,
  products: (_, event) => event.brings.products,
  answer: (_, event) => event.brings.answer,
  due: (_, event) => event.brings.due,
  coordinators_answered: (_, event) => event.brings.coordinators_answered,
  not_submitter: (context, event) => context.submittedBy !== event.actor,
};

export function requirementMet(
  requirement: Requirement,
  context: SnapshotContext,
  event: MachineEvent,
): boolean {
  return tests[requirement](context, event);
}
