// What the clock does to one assignment when its wake-up has come: due soon, silence, overdue, each once.

import type { CompiledLifecycle, MachineEvent } from "../compile/index.ts";
import type { EntryData, Micros } from "../ledger/entry.ts";
import type { EffectDraft } from "./decision.ts";
import { nextWake } from "./due-fields.ts";
import type { Facts } from "./facts.ts";
import { foldDraft } from "./fold.ts";
import type { AssignmentRow } from "./rows.ts";
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
    const step = row.noticed === "nothing" ? dueSoon(row) : pastDue(facts, row);
    steps.push(step);
    row = foldDraft(row, step.data);
  }
  return { steps, row };
}

function dueSoon(row: AssignmentRow): ClockStep {
  const noticed = "due_soon" as const;
  return {
    type: "due_soon",
    effectiveAt: Math.max(row.wakeAt ?? 0, row.openedAt),
    data: { outcome: { noticed, wakeAt: nextWake({ ...row, noticed }) } },
    effects: [{ kind: "notify", agency: row.agencyId, reason: "due_soon", assignmentId: row.id }],
  };
}

/** Past its due an assignment is overdue, unless its lifecycle says what the passing of the due means. */
function pastDue(facts: Facts, row: AssignmentRow): ClockStep {
  const effectiveAt = Math.max(row.wakeAt ?? 0, row.openedAt);
  const noticed = "overdue" as const;
  const lifecycle = facts.compiled.lifecycles.get(row.lifecycle);
  const passed = lifecycle === undefined ? null : passOnDue(lifecycle, row, effectiveAt);
  if (passed !== null) {
    return {
      type: passed.type,
      effectiveAt,
      data: {
        outcome: { ...passed.outcome, noticed, wakeAt: null },
        ...wakePlan(facts, row, passed.outcome.category, effectiveAt),
      },
      effects: [],
    };
  }
  return {
    type: "overdue",
    effectiveAt,
    data: { outcome: { noticed, wakeAt: null } },
    effects: [{ kind: "notify", agency: row.agencyId, reason: "overdue", assignmentId: row.id }],
  };
}

function passOnDue(lifecycle: CompiledLifecycle, row: AssignmentRow, at: Micros) {
  for (const [type, command] of Object.entries(lifecycle.definition.commands)) {
    if (!command.onDue || !command.from.includes(row.stage)) continue;
    const snapshot = lifecycle.machine.next(row.snapshot, clockEvent(type, at));
    if (snapshot === null) continue;
    const stage = snapshot.value.main;
    const category = lifecycle.definition.states[stage]?.category ?? row.category;
    return { type, outcome: { snapshot, stage, category, doneAt: snapshot.context.completedAt } };
  }
  return null;
}

/** An event that brings whatever may be required. */
export function clockEvent(type: string, at: Micros): MachineEvent {
  return {
    type,
    at,
    actor: "clock",
    holds: ["clock"],
    brings: {
      reason: true,
      document: true,
      products: true,
      answer: true,
      due: true,
      coordinators_answered: true,
    },
    percent: null,
    answer: null,
  };
}
