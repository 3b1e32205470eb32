// Lifecycle → XState machine: the author's states as region `main` beside the fixed region `extension`.

import { assign, initialTransition, setup, transition } from "xstate";
import type { Lifecycle, LifecycleCommand, Requirement, WhoRole } from "../language/plan.ts";
import { extensionCommands, extensionLabels } from "./extension-region.ts";
import { correctCommand } from "./fixed-commands.ts";
import type { MachineEvent } from "./machine-event.ts";
import { requirementMet } from "./requirement-met.ts";
import { initialContext, type Snapshot, type SnapshotContext } from "./snapshot.ts";

interface RecordParams {
  command: string;
  stampsCompletion: boolean;
  clearsCompletion: boolean;
  stays: boolean;
  /** Whether it leads to a state of category blocked; null: the main state stays. */
  blocks: boolean | null;
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
    record: assign(({ context, event }, params: RecordParams) => recorded(context, event, params)),
  },
});

/** The context after a command: what people are told of besides the state. */
function recorded(context: SnapshotContext, event: MachineEvent, params: RecordParams): SnapshotContext {
  const { command, stampsCompletion, clearsCompletion, stays, blocks } = params;
  const moved: Partial<SnapshotContext> = {
    ...(command === "rework" ? { reworks: context.reworks + 1 } : {}),
    ...(command === "remind" ? { reminders: context.reminders + 1 } : {}),
    ...(command === "report_obstacle" ? { obstacle: true } : {}),
    ...(command === "direct" ? { obstacle: false } : {}),
    ...(stays ? { records: context.records + 1 } : {}),
    // What is done over again where it is done already was done the first time.
    ...(stampsCompletion && !(stays && context.completedAt !== null)
      ? { submittedBy: event.actor, submittedFor: event.standsInFor, completedAt: event.at }
      : {}),
    ...(clearsCompletion ? { submittedBy: null, submittedFor: null, completedAt: null } : {}),
    ...(event.completedAt === null ? {} : { completedAt: event.completedAt }),
    ...(clearsCompletion || (blocks === false && context.blockedSince !== null)
      ? { runsSince: event.at }
      : {}),
    ...(command === "correct" && event.due !== null ? { runsSince: event.at } : {}),
    ...(blocks === null ? {} : { blockedSince: blocks ? (context.blockedSince ?? event.at) : null }),
  };
  return {
    ...context,
    ...moved,
    ...recordedOfExtension(context, event, command),
    percent: event.percent ?? context.percent,
    answer: event.answer ?? context.answer,
  };
}

function recordedOfExtension(
  context: SnapshotContext,
  event: MachineEvent,
  command: string,
): Partial<SnapshotContext> {
  const decided = { askedDue: null, lapsesAt: null };
  const moved = { runsSince: event.at };
  switch (command) {
    case "request_extension":
      return { askedDue: event.due };
    case "grant_extension":
      return { ...decided, ...moved, extensions: context.extensions + 1, escalations: 0 };
    case "grant_orally":
      return {
        ...moved,
        askedDue: null,
        lapsesAt: event.lapsesAt,
        extensions: context.extensions + 1,
        escalations: 0,
      };
    case "lapse_extension":
      return { ...decided, ...moved, extensions: context.extensions - 1, escalations: 0 };
    case "adjust_due":
      return { ...decided, ...moved, escalations: 0 };
    case "paper_extension":
      return event.due === null ? decided : { ...decided, ...moved };
    case "refuse_extension":
      return decided;
    default:
      return {};
  }
}

function transitionConfig(
  id: string,
  command: LifecycleCommand,
  place: { target: string | null; blocks: boolean | null; stays?: true; reenter?: true },
) {
  const { target, blocks, stays = target === null, reenter } = place;
  const { who, require, stampsCompletion, clearsCompletion } = command;
  return {
    ...(target === null ? {} : { target }),
    ...(reenter === undefined ? {} : { reenter }),
    guard: { type: "permitted" as const, params: { who, require } },
    actions: [
      {
        type: "record" as const,
        params: { command: id, stampsCompletion, clearsCompletion, stays, blocks },
      },
    ],
  };
}

type StateConfig = { meta: object; on: Record<string, ReturnType<typeof transitionConfig>> };

/** The configuration of a lifecycle's machine, as data. Guards and actions are named. */
export function lifecycleMachineConfig(lifecycle: Lifecycle) {
  const states: Record<string, StateConfig> = {};
  for (const [id, state] of Object.entries(lifecycle.states)) {
    const on: StateConfig["on"] = {};
    for (const [name, command] of Object.entries(lifecycle.commands)) {
      if (!command.from.includes(id)) continue;
      const blocks = command.to === null ? null : lifecycle.states[command.to]?.category === "blocked";
      const again = command.to === id ? { stays: true as const } : {};
      on[name] = transitionConfig(name, command, { target: command.to, blocks, ...again });
    }
    on.correct = transitionConfig("correct", correctCommand, { target: null, blocks: null });
    states[id] = { meta: { label: state.label, category: state.category }, on };
  }
  return {
    // Without it an eventless cycle would never end (XState's default is Infinity).
    options: { maxIterations: 1000 },
    id: lifecycle.version === null ? lifecycle.id : `${lifecycle.id}@${lifecycle.version}`,
    type: "parallel" as const,
    context: { ...initialContext },
    states: {
      main: { initial: lifecycle.initial, states },
      extension: { initial: "none", states: extensionStates },
    },
  };
}

const extensionStates: Record<string, StateConfig> = Object.fromEntries(
  Object.entries(extensionLabels).map(([id, label]): [string, StateConfig] => {
    const on: StateConfig["on"] = {};
    for (const [name, command] of Object.entries(extensionCommands)) {
      if (!command.from.some((from) => from === id)) continue;
      // A state entered again is a change, also where nothing else of it shows.
      const reenter = command.to === id ? { reenter: true as const } : {};
      on[name] = transitionConfig(name, command, { target: command.to, blocks: null, ...reenter });
    }
    return [id, { meta: { label }, on }];
  }),
);

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
      const restored = machine.resolveState(whole(snapshot));
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

/** What a snapshot stored by an earlier version of the engine lacks in its context is as at the start. */
function whole(snapshot: Snapshot): Snapshot {
  return { value: snapshot.value, context: { ...initialContext, ...snapshot.context } };
}

function persisted(snapshot: { value: unknown; context: SnapshotContext }): Snapshot {
  return { value: snapshot.value as Snapshot["value"], context: snapshot.context };
}

function sameValue(left: unknown, right: unknown): boolean {
  const a = left as Snapshot["value"];
  const b = right as Snapshot["value"];
  return a.main === b.main && a.extension === b.extension;
}
