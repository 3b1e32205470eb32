// What the clock does to one assignment when its wake-up has come, each step once and from when it was due.

import type { CompiledLifecycle, MachineEvent, Snapshot } from "../compile/index.ts";
import type { EntryData, Micros } from "../ledger/entry.ts";
import type { EffectDraft } from "./decision.ts";
import { lapsedDue } from "./due-change.ts";
import type { Facts } from "./facts.ts";
import { foldDraft } from "./fold.ts";
import type { AssignmentRow } from "./rows.ts";
import { nextTimer, nextWake, type TimerType } from "./timers.ts";
import { wakePlan } from "./wake-plan.ts";

export interface ClockStep {
  type: string;
  /** The scheduled instant: also after downtime the step counts from when it was due. */
  effectiveAt: Micros;
  data: EntryData;
  effects: readonly EffectDraft[];
}

/** The steps due by `now`, in order, and the row after them. */
export function clockSteps(
  facts: Facts,
  start: AssignmentRow,
  now: Micros,
): { steps: ClockStep[]; row: AssignmentRow } {
  const steps: ClockStep[] = [];
  let row = start;
  if (facts.plan.state !== "in_force" && facts.plan.state !== "ended") return { steps, row };
  while (row.wakeAt !== null && row.wakeAt <= now) {
    const timer = nextTimer(facts.compiled, row);
    // Woken for nothing, as after an amendment that moved a due: only the wake-up is set right.
    const step: Step =
      timer === null || timer.at > now
        ? { type: "rescheduled", outcome: {} }
        : stepOf[timer.type](facts, row, timer.at);
    const outcome = { ...step.outcome };
    const at = timer === null || timer.at > now ? row.wakeAt : timer.at;
    const wakeAt = nextWake(facts.compiled, { ...row, ...outcome });
    const data: EntryData = {
      outcome: { ...outcome, wakeAt },
      ...(step.facts === undefined ? {} : { facts: step.facts }),
      ...wakePlan(facts, row, outcome.category ?? row.category, at),
    };
    steps.push({ type: step.type, effectiveAt: at, data, effects: step.effects ?? [] });
    const after = foldDraft(row, data);
    if (after.wakeAt !== null && after.wakeAt <= now && sameTimers(row, after)) {
      throw new Error(`The clock step ${step.type} of assignment ${row.id} would repeat for ever.`);
    }
    row = after;
  }
  return { steps, row };
}

interface Step {
  type: string;
  outcome: Partial<AssignmentRow>;
  facts?: Readonly<Record<string, unknown>>;
  effects?: readonly EffectDraft[];
}

const stepOf: Readonly<Record<TimerType, (facts: Facts, row: AssignmentRow, at: Micros) => Step>> = {
  accept: (facts, row, at) => {
    const moved = byTheClock(facts, row, "accept", at);
    if (moved === null) throw new Error(`Assignment ${row.id} cannot be taken up in state ${row.stage}.`);
    return { type: "accept", outcome: moved };
  },
  due_soon: (_, row) => ({
    type: "due_soon",
    outcome: { noticed: "due_soon" },
    effects: [{ kind: "notify", agency: row.agencyId, reason: "due_soon", assignmentId: row.id }],
  }),
  overdue: (facts, row, at) => pastDue(facts, row, at),
  lapse_extension: (facts, row, at) => {
    const moved = byTheClock(facts, row, "lapse_extension", at);
    if (moved === null) throw new Error(`Assignment ${row.id} has no consent that could lapse.`);
    return {
      type: "lapse_extension",
      outcome: { ...moved, ...lapsedDue(facts, row, { at, by: "clock" }) },
      effects: [{ kind: "notify", agency: row.agencyId, reason: "extension_lapsed", assignmentId: row.id }],
    };
  },
  escalate: (facts, row) => {
    const { snapshot } = row;
    const taken = snapshot.context.escalations ?? 0;
    const { to, agency } = rung(facts, row, taken);
    return {
      type: "escalate",
      outcome: { snapshot: { ...snapshot, context: { ...snapshot.context, escalations: taken + 1 } } },
      facts: { level: taken + 1, to, agency },
      effects: [{ kind: "notify", agency, reason: `escalated_${to}`, assignmentId: row.id }],
    };
  },
};

/** Who is told at a step of the ladder: the lead's head, the office, the vice chair in charge, the chair. */
function rung({ compiled: { plan } }: Facts, row: AssignmentRow, step: number) {
  const office = plan.office?.agency ?? plan.issuer;
  const ladder = [
    { to: "head", agency: row.agencyId },
    { to: "office", agency: office },
    { to: "vice_chair", agency: plan.issuer },
    { to: "issuer", agency: plan.issuer },
  ] as const;
  return ladder[Math.min(step, ladder.length - 1)] ?? ladder[0];
}

/** Past its due an assignment is overdue, unless its lifecycle says what the passing of the due means. */
function pastDue(facts: Facts, row: AssignmentRow, at: Micros): Step {
  const noticed = "overdue" as const;
  const lifecycle = facts.compiled.lifecycles.get(row.lifecycle);
  for (const [type, command] of Object.entries(lifecycle?.definition.commands ?? {})) {
    if (!command.onDue || !command.from.includes(row.stage)) continue;
    const moved = byTheClock(facts, row, type, at);
    if (moved !== null) return { type, outcome: { ...moved, noticed } };
  }
  return {
    type: "overdue",
    outcome: { noticed, ...fromTheBottom(row) },
    effects: [{ kind: "notify", agency: row.agencyId, reason: "overdue", assignmentId: row.id }],
  };
}

/** Whoever was told of another due is told again of this one. */
function fromTheBottom({ snapshot }: AssignmentRow): Partial<AssignmentRow> {
  if ((snapshot.context.escalations ?? 0) === 0) return {};
  return { snapshot: { ...snapshot, context: { ...snapshot.context, escalations: 0 } } };
}

/** What a command does to the statechart when the clock sends it; null: the statechart takes no such event now. The
 *  clock stands in for whoever may send it, and brings whatever may be required. */
export function byTheClock(
  facts: Pick<Facts, "compiled">,
  row: Pick<AssignmentRow, "lifecycle" | "snapshot" | "category">,
  type: string,
  at: Micros,
): Pick<AssignmentRow, "snapshot" | "stage" | "category" | "doneAt"> | null {
  const lifecycle = facts.compiled.lifecycles.get(row.lifecycle);
  if (lifecycle === undefined) return null;
  const snapshot = lifecycle.machine.next(row.snapshot, clockEvent(lifecycle, type, at));
  return snapshot === null ? null : movedTo(lifecycle, snapshot, row.category);
}

/** The columns that follow from a snapshot. */
export function movedTo(
  lifecycle: CompiledLifecycle,
  snapshot: Snapshot,
  before: AssignmentRow["category"],
): Pick<AssignmentRow, "snapshot" | "stage" | "category" | "doneAt"> {
  const stage = snapshot.value.main;
  const category = lifecycle.definition.states[stage]?.category ?? before;
  return { snapshot, stage, category, doneAt: snapshot.context.completedAt };
}

export function clockEvent({ definition }: CompiledLifecycle, type: string, at: Micros): MachineEvent {
  const own = Object.hasOwn(definition.commands, type) ? (definition.commands[type]?.who ?? []) : [];
  return {
    type,
    at,
    actor: "clock",
    standsInFor: null,
    holds: [...own, "clock"],
    brings: {
      reason: true,
      document: true,
      products: true,
      answer: true,
      due: true,
      coordinators_answered: true,
      agency: true,
      decided_by: true,
      handler: true,
      soon_enough: true,
      extensions_left: true,
      figures: true,
    },
    percent: null,
    answer: null,
    due: null,
    lapsesAt: null,
    completedAt: null,
  };
}

function sameTimers(a: AssignmentRow, b: AssignmentRow): boolean {
  return (
    a.noticed === b.noticed &&
    a.stage === b.stage &&
    a.wakeAt === b.wakeAt &&
    a.snapshot.context.lapsesAt === b.snapshot.context.lapsesAt &&
    a.snapshot.context.escalations === b.snapshot.context.escalations
  );
}
