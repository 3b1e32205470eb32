// One command to one assignment: clock steps already due first, then roles, requirements, the statechart.

import { dateOfInstant, endOfDay } from "../calendar/index.ts";
import type { MachineEvent } from "../compile/index.ts";
import type { LifecycleCommand, Requirement } from "../language/plan.ts";
import type { Micros } from "../ledger/entry.ts";
import {
  brings,
  erasableTexts,
  isDue,
  missingFigures,
  missingProducts,
  pendingCoordinators,
  recordedFacts,
} from "./brought.ts";
import { clockSteps, movedTo } from "./clock-steps.ts";
import { closeCoordinations } from "./close-coordinations.ts";
import type { AssignmentCommand } from "./command.ts";
import { correctionRefused } from "./correction.ts";
import type { Accepted, EffectDraft, Refusal, RefusalCode } from "./decision.ts";
import { dueChange, isSameDue, namedDue } from "./due-change.ts";
import { effectiveAt } from "./effective-at.ts";
import { EntryDrafts } from "./entry-draft.ts";
import type { Draw, Facts } from "./facts.ts";
import { handOver } from "./hand-over.ts";
import { allowedTypes, judge } from "./judge.ts";
import { onlyTheClock, refuse } from "./refuse.ts";
import type { AssignmentRow } from "./rows.ts";
import { actsWithin, standInOf } from "./stand-in.ts";
import { nextWake } from "./timers.ts";
import { wakePlan } from "./wake-plan.ts";

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
  const missing = firstMissing(facts, row, judged.command, command, draw.now);
  if (missing !== null) return { ...missing, allowed: allowedTypes(facts, row, command.actor) };
  if (
    data.percent !== undefined &&
    !(Number.isInteger(data.percent) && data.percent >= 0 && data.percent <= 100)
  ) {
    return refuse("percent_out_of_range");
  }
  if (data.cause === "objective" && (data.causeConfirmedBy ?? "").trim() === "") {
    return refuse("cause_unconfirmed");
  }
  const moot =
    command.type === "correct"
      ? correctionRefused(facts, row, command, judged, draw.now)
      : mootDue(row, command);
  if (moot !== null) return moot;
  // Nothing that follows the report of completion happened before it.
  const at = effectiveAt(facts, command, draw.now, Math.max(row.openedAt, row.doneAt ?? row.openedAt));
  if (typeof at !== "number") return at;

  const due = namedDue(command);
  const event: MachineEvent = {
    type: command.type,
    at,
    actor: command.actor.id,
    standsInFor: standInOf(command.actor)?.id ?? null,
    holds: judged.holds,
    brings: brings(facts, row, command, draw.now),
    // Whoever urges the work does not report on it, and only an answer is a view taken.
    percent: actsWithin(command.actor, row.agencyId) ? (data.percent ?? null) : null,
    answer: judged.command.require.includes("answer") ? (data.answer ?? null) : null,
    due,
    lapsesAt: command.type === "grant_orally" ? lapseOf(facts, draw.now) : null,
    completedAt: command.type === "correct" && row.doneAt !== null ? (data.completedAt ?? null) : null,
  };
  const lifecycle = facts.compiled.lifecycles.get(row.lifecycle);
  const snapshot = lifecycle?.machine.next(row.snapshot, event) ?? null;
  if (lifecycle === undefined || snapshot === null) return refuse("changes_nothing");

  const changed: Partial<AssignmentRow> = {
    ...movedTo(lifecycle, snapshot, row.category),
    ...(actsWithin(command.actor, row.agencyId) ? { touchedAt: draw.now } : {}),
    ...dueChange(facts, row, command, { at, now: draw.now, after: snapshot }),
  };
  const outcome = { ...changed, wakeAt: nextWake(facts.compiled, { ...row, ...changed }) };
  const { texts, digests } = erasableTexts(data, draw);
  const ended = outcome.category !== row.category ? outcome.category : undefined;
  const handsOver = ended === "cancelled" && command.type === "reassign";
  entries.add(command.type, row.id, at, {
    outcome,
    facts: { ...recordedFacts(command), ...alsoRecorded(facts, row, command, at) },
    texts: digests,
    // A task that another agency takes over is not over.
    ...(handsOver ? {} : wakePlan(facts, row, outcome.category ?? row.category, draw.now)),
  });
  if (ended === "cancelled" || ended === "done")
    closeCoordinations(facts, command, { at, now: draw.now, lead: ended }, entries, effects);
  if (handsOver) handOver(facts, row, command, { at, draw }, entries, effects);
  effects.push(...notices(facts, row, command));
  return { accepted: true, entries: entries.drafts, texts, erased: [], effects };
}

/** A due that could not be set, or would change nothing. */
function mootDue(row: AssignmentRow, command: AssignmentCommand): Refusal | null {
  const { data = {}, type } = command;
  const due = namedDue(command);
  if (due !== null && !isDue(data)) return refuse("due_required");
  const sets = type === "adjust_due" || type === "request_extension" || type === "grant_extension";
  return sets && isSameDue(row, due) ? refuse("changes_nothing") : null;
}

/** An oral consent holds until the end of the last day its document is waited for. */
function lapseOf({ compiled }: Facts, now: Micros): Micros {
  const { conventions } = compiled.plan;
  return endOfDay(compiled.calendar.addWorkingDays(dateOfInstant(now), conventions.oralDays), null);
}

/** What the entry says beside what was sent: that an extension was asked for too late, and at a submission what each
 *  coordinator answered. */
function alsoRecorded(facts: Facts, row: AssignmentRow, command: AssignmentCommand, at: Micros) {
  if (command.type === "request_extension")
    return row.dueAt !== null && at >= row.dueAt ? { late: true } : {};
  if (command.type !== "submit" || facts.coordinations.length === 0) return {};
  const coordination = facts.coordinations
    .filter((one) => one.category !== "cancelled")
    .map(({ agencyId, snapshot }) => ({ agency: agencyId, answer: snapshot.context.answer ?? "silent" }));
  return coordination.length === 0 ? {} : { coordination };
}

/** The refusal for the first requirement the command's data leaves open; null: nothing is missing. */
function firstMissing(
  facts: Facts,
  row: AssignmentRow,
  required: LifecycleCommand,
  command: AssignmentCommand,
  now: Micros,
): Refusal | null {
  const data = command.data ?? {};
  const brought = brings(facts, row, command, now);
  for (const requirement of required.require) {
    if (requirement === "not_submitter" || brought[requirement]) continue;
    const detail =
      requirement === "products"
        ? missingProducts(facts, row, data).join("; ")
        : requirement === "coordinators_answered"
          ? pendingCoordinators(facts).join("; ")
          : requirement === "figures"
            ? missingFigures(facts, row).join("; ")
            : "";
    return refuse(missingCode[requirement], { command: required.label, detail });
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
  agency: "agency_required",
  decided_by: "decided_by_required",
  handler: "handler_required",
  soon_enough: "declined_too_late",
  extensions_left: "no_extensions_left",
  figures: "figures_required",
};

/** Who is to be told of the command. What waits for a decision of the issuer's side is told to the office. */
function notices(
  { compiled: { plan }, lead }: Facts,
  row: AssignmentRow,
  command: AssignmentCommand,
): EffectDraft[] {
  const tell = (agency: string, reason: string): EffectDraft => ({
    kind: "notify",
    agency,
    reason,
    assignmentId: row.id,
  });
  const office = plan.office?.agency ?? plan.issuer;
  const toAgency = noticeToAgency[command.type];
  if (toAgency !== undefined) return [tell(row.agencyId, toAgency)];
  const toOffice = noticeToOffice[command.type];
  if (toOffice !== undefined) return [tell(office, toOffice)];
  if (command.type !== "answer" || lead === null) return [];
  const answered = tell(lead.agencyId, "answered");
  return command.data?.answer === "differ" ? [answered, tell(office, "differing_view")] : [answered];
}

const noticeToAgency: Readonly<Record<string, string>> = {
  rework: "returned",
  remind: "reminded",
  adjust_due: "due_adjusted",
  grant_extension: "due_adjusted",
  grant_orally: "due_adjusted",
  refuse_extension: "extension_refused",
  direct: "directed",
  insist: "insisted",
  suspend: "suspended",
  resume: "resumed",
};
const noticeToOffice: Readonly<Record<string, string>> = {
  submit: "submitted",
  decline: "handed_back",
  request_extension: "extension_requested",
  report_obstacle: "obstacle",
};
