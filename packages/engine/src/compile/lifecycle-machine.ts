// Lifecycle → XState machine: the author's states as region `main` beside the fixed region `extension`.

import { assign, initialTransition, setup, transition } from "xstate";
import type { Lifecycle, LifecycleCommand, Requirement, WhoRole } from "../language/plan.ts";
import type { MachineEvent } from "./machine-event.ts";
import { requirementMet } from "./requirement-met.ts";
import { initialContext, type Snapshot, type SnapshotContext } from "./snapshot.ts";

/** Commands of the region `extension`, the same for every lifecycle. A due may move while the work is open. */
export const adjustDue: LifecycleCommand = {
  label: { vi: "Gia hạn", en: "Extend the due date" },
  from: [],
  to: null,
  who: ["issuer", "vice_chair"],
  require: ["reason", "document", "due"],
  stampsCompletion: false,
  clearsCompletion: false,
  onDue: false,
};

interface RecordParams {
  stampsCompletion: boolean;
  clearsCompletion: boolean;
  stays: boolean;
  command: string;
}

const statechart = setup({
  types: { context: {} as SnapshotContext, events: {} as MachineEvent },
  guards: {
    /** The actor holds one of the roles, and everything the command requires is there. */
    permitted: ({ context, event }, params: { who: readonly WhoRole[]; require: readonly Requirement[] }) =>
      params.who.some((role) => event.holds.includes(role)) &&
      params.require.every((requirement) => requirementMet(requirement, context, event)),
  },
  actions: {
    record: assign(({ context, event }, params: RecordParams) => ({
      reworks: context.reworks + (params.command === "rework" ? 1 : 0),
      reminders: context.reminders + (params.command === "remind" ? 1 : 0),
      records: context.records + (params.stays ? 1 : 0),
      percent: event.percent ?? context.percent,
      answer: event.answer ?? context.answer,
      submittedBy: params.stampsCompletion
        ? event.actor
        : params.clearsCompletion
          ? null
          : context.submittedBy,
      completedAt: params.stampsCompletion ? event.at : params.clearsCompletion ? null : context.completedAt,
    })),
  },
});

function transitionConfig(id: string, command: LifecycleCommand, target: string | null) {
  return {
    ...(target === null ? {} : { target }),
    guard: { type: "permitted" as const, params: { who: command.who, require: command.require } },
    actions: [
      {
        type: "record" as const,
        params: {
          stampsCompletion: command.stampsCompletion,
          clearsCompletion: command.clearsCompletion,
          stays: target === null,
          command: id,
        },
      },
    ],
  };
}

/** The configuration of a lifecycle's machine, as data. Guards and actions are named. */
export function lifecycleMachineConfig(lifecycle: Lifecycle) {
  const states: Record<string, { meta: object; on: Record<string, ReturnType<typeof transitionConfig>> }> =
    {};
  for (const [id, state] of Object.entries(lifecycle.states)) {
    const on: Record<string, ReturnType<typeof transitionConfig>> = {};
    for (const [name, command] of Object.entries(lifecycle.commands)) {
      if (command.from.includes(id)) on[name] = transitionConfig(name, command, command.to);
    }
    states[id] = { meta: { label: state.label, category: state.category }, on };
  }
  const extend = transitionConfig("adjust_due", adjustDue, "granted");
  return {
    // Without it an eventless cycle would never end (XState's default is Infinity).
    options: { maxIterations: 1000 },
    id: lifecycle.version === null ? lifecycle.id : `${lifecycle.id}@${lifecycle.version}`,
    type: "parallel" as const,
    context: { ...initialContext },
    states: {
      main: { initial: lifecycle.initial, states },
      extension: {
        initial: "none",
        states: {
          none: { meta: { label: { vi: "Chưa gia hạn", en: "Not extended" } }, on: { adjust_due: extend } },
          granted: {
            meta: { label: { vi: "Đã gia hạn", en: "Extended" } },
            on: { adjust_due: { ...extend, target: "granted", reenter: true } },
          },
        },
      },
    },
  };
}

/** A lifecycle ready to run. */
export interface LifecycleMachine {
  /** The snapshot an assignment starts with. */
  initial: Snapshot;
  /** The snapshot after the event, or null when the statechart takes no such event now.
   *  Throws when the snapshot does not belong to this machine. */
  next(snapshot: Snapshot, event: MachineEvent): Snapshot | null;
}

/** Builds the machine. XState is used only as pure functions: no actor ever runs. */
export function lifecycleMachine(lifecycle: Lifecycle): LifecycleMachine {
  const machine = statechart.createMachine(lifecycleMachineConfig(lifecycle));
  const [first] = initialTransition(machine);
  // XState asks for the initial state at every pure transition, to throw it away: computing it once halves the cost.
  const logic: typeof machine = Object.assign(Object.create(machine), { getInitialSnapshot: () => first });
  return {
    initial: persisted(first),
    next(snapshot, event) {
      const restored = machine.resolveState(snapshot);
      // resolveState fills a missing region silently: what it understood must be what was stored.
      if (!sameValue(restored.value, snapshot.value)) {
        throw new Error(
          `The stored state ${JSON.stringify(snapshot.value)} is not one of lifecycle ${lifecycle.id}.`,
        );
      }
      const [moved] = transition(logic, restored, event);
      if (
        moved === restored ||
        (moved.context === restored.context && sameValue(moved.value, restored.value))
      ) {
        return null;
      }
      return persisted(moved);
    },
  };
}

function persisted(snapshot: { value: unknown; context: SnapshotContext }): Snapshot {
  return { value: snapshot.value as Snapshot["value"], context: snapshot.context };
}

function sameValue(left: unknown, right: unknown): boolean {
  const a = left as Snapshot["value"];
  const b = right as Snapshot["value"];
  return a.main === b.main && a.extension === b.extension;
}
