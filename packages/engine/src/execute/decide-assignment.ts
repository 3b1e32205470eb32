// One command to one assignment: clock steps already due first, then roles, requirements, the statechart.

import { endOfDay, isRealDate } from "../calendar/index.ts";
import type { MachineEvent } from "../compile/index.ts";
import type { LifecycleCommand, Requirement } from "../language/plan.ts";
import type { Micros } from "../ledger/entry.ts";
import { brings, erasableTexts, missingProducts, pendingCoordinators, recordedFacts } from "./brought.ts";
import { clockSteps } from "./clock-steps.ts";
import type { AssignmentCommand, CommandData } from "./command.ts";
import type { Accepted, EffectDraft, Refusal, RefusalCode } from "./decision.ts";
import { dueColumns, nextWake } from "./due-fields.ts";
import { effectiveAt } from "./effective-at.ts";
import { EntryDrafts } from "./entry-draft.ts";
import type { Draw, Facts } from "./facts.ts";
import { allowedTypes, judge } from "./judge.ts";
import { onlyTheClock, refuse } from "./refuse.ts";
import type { AssignmentRow } from "./rows.ts";
import { wakePlan } from "./wake-plan.ts";
import { withdrawCoordinations } from "./withdraw-coordinations.ts";

export function decideAssignment(facts: Facts, command: AssignmentCommand, draw: Draw): Accepted | Refusal {
  const before = facts.assignment;
  if (before === null) return refuse("unknown_assignment");
  if (command.expected !== undefined && command.expected !== before.seq) {
    return refuse("conflict", { allowed: allowedTypes(facts, before, command.actor) });
  }

  const entries = new EntryDrafts(command, facts.plan, draw.now);
  const effects: EffectDraft[] = [];
  const { steps, row } = clockSteps(facts, before, draw.now);
  for (const step of steps) {
    entries.addClock(step.type, row.id, step.effectiveAt, step.data);
    effects.push(...step.effects);
  }
  if (command.type === "clock") {
    if (!command.actor.roles.includes("clock")) return onlyTheClock();
    if (steps.length === 0) return refuse("changes_nothing");
    return { accepted: true, entries: entries.drafts, texts: [], erased: [], effects };
  }

  const judged = judge(facts, row, command.type, command.actor);
  if ("accepted" in judged) return judged;
  const data = command.data ?? {};
  const missing = firstMissing(facts, row, judged.command, data);
  if (missing !== null) return { ...missing, allowed: allowedTypes(facts, row, command.actor) };
  if (
    data.percent !== undefined &&
    !(Number.isInteger(data.percent) && data.percent >= 0 && data.percent <= 100)
  ) {
    return refuse("percent_out_of_range");
  }
  if (command.type === "adjust_due" && isSameDue(row, data)) return refuse("changes_nothing");
  // Nothing that follows the report of completion happened before it.
  const at = effectiveAt(facts, command, draw.now, Math.max(row.openedAt, row.doneAt ?? row.openedAt));
  if (typeof at !== "number") return at;

  const event: MachineEvent = {
    type: command.type,
    at,
    actor: command.actor.id,
    holds: judged.holds,
    brings: brings(facts, row, data),
    // Whoever urges the work does not report on it, and only an answer is a view taken.
    percent: command.actor.agency === row.agencyId ? (data.percent ?? null) : null,
    answer: judged.command.require.includes("answer") ? (data.answer ?? null) : null,
  };
  const lifecycle = facts.compiled.lifecycles.get(row.lifecycle);
  const snapshot = lifecycle?.machine.next(row.snapshot, event) ?? null;
  if (lifecycle === undefined || snapshot === null) return refuse("changes_nothing");

  const stage = snapshot.value.main;
  const changed: Partial<AssignmentRow> = {
    snapshot,
    stage,
    category: lifecycle.definition.states[stage]?.category ?? row.category,
    doneAt: snapshot.context.completedAt,
    ...(command.actor.agency === row.agencyId ? { touchedAt: draw.now } : {}),
    ...(command.type === "adjust_due" ? adjustedDue(facts, row, command, draw.now) : {}),
  };
  const outcome = { ...changed, wakeAt: nextWake({ ...row, ...changed }) };
  const { texts, digests } = erasableTexts(data, draw);
  entries.add(command.type, row.id, at, {
    outcome,
    facts: recordedFacts(command),
    texts: digests,
    ...wakePlan(facts, row, outcome.category ?? row.category, draw.now),
  });
  if (outcome.category === "cancelled" && row.category !== "cancelled") {
    withdrawCoordinations(facts, command, { at, now: draw.now }, entries, effects);
  }
  const reason = noticeReason(command.type);
  if (reason !== null) effects.push({ kind: "notify", agency: row.agencyId, reason, assignmentId: row.id });
  return { accepted: true, entries: entries.drafts, texts, erased: [], effects };
}

/** The refusal for the first requirement the command's data leaves open; null: nothing is missing. */
function firstMissing(
  facts: Facts,
  row: AssignmentRow,
  command: LifecycleCommand,
  data: CommandData,
): Refusal | null {
  const brought = brings(facts, row, data);
  for (const requirement of command.require) {
    if (requirement === "not_submitter" || brought[requirement]) continue;
    const detail =
      requirement === "products"
        ? missingProducts(facts, row, data).join("; ")
        : requirement === "coordinators_answered"
          ? pendingCoordinators(facts).join("; ")
          : "";
    return refuse(missingCode[requirement], { command: command.label, detail });
  }
  return null;
}

const missingCode: Readonly<Record<Exclude<Requirement, "not_submitter">, RefusalCode>> = {
  reason: "reason_required",
  document: "document_required",
  products: "product_required",
  answer: "answer_required",
  due: "due_required",
  coordinators_answered: "coordinators_pending",
};

/** A new due beside the old ones: the history keeps every date that was ever in force. */
function adjustedDue(
  facts: Facts,
  row: AssignmentRow,
  command: AssignmentCommand,
  now: Micros,
): Partial<AssignmentRow> {
  const { due, hour = null, document } = command.data ?? {};
  if (due === undefined || !isRealDate(due)) return {};
  const { conventions } = facts.compiled.plan;
  const columns = dueColumns({ date: due, hour, kind: "given" }, conventions, facts.compiled.calendar);
  return {
    ...columns,
    noticed: endOfDay(due, hour) <= now ? row.noticed : "nothing",
    dueHistory: [
      ...row.dueHistory,
      {
        kind: "adjusted",
        date: due,
        hour,
        at: now,
        by: command.actor.id,
        document: document?.number ?? null,
        calendar: null,
      },
    ],
  };
}

function isSameDue(row: AssignmentRow, { due, hour = null }: CommandData): boolean {
  const present = row.dueHistory.at(-1);
  return present !== undefined && present.date === due && present.hour === hour;
}

function noticeReason(type: string): string | null {
  if (type === "rework") return "returned";
  if (type === "remind") return "reminded";
  return type === "adjust_due" ? "due_adjusted" : null;
}
