// Plan → machines: everything a program may use of this stage.

export { compile, coordinationLifecycle, type PlanRegister } from "./compile.ts";
export type {
  CompiledCoordinator,
  CompiledInput,
  CompiledLifecycle,
  CompiledPlan,
  CompiledTask,
  DocumentVersion,
  Opening,
  PinnedVersions,
} from "./compiled-plan.ts";
export { countedFrom, type DueContext, type DueDate, dueDate } from "./due-date.ts";
export { extensionLabels } from "./extension-region.ts";
export { fixedLifecycleCommands } from "./fixed-commands.ts";
export { type LifecycleMachine, lifecycleMachineConfig } from "./lifecycle-machine.ts";
export { commandOrder, stateOrder } from "./lifecycle-order.ts";
export type { MachineEvent } from "./machine-event.ts";
export { requirementMet } from "./requirement-met.ts";
export { type AskedDue, initialContext, type Snapshot, type SnapshotContext } from "./snapshot.ts";
export { toMermaid, toStately } from "./statechart-export.ts";
export { underVersion } from "./under-version.ts";
