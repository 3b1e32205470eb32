// One command to a plan: suspend, resume, withdraw, end, open an event's occurrence, report, erase a text, the clock.

import { startOfDay } from "../calendar/index.ts";
import type { WhoRole } from "../language/plan.ts";
import type { Micros } from "../ledger/entry.ts";
import { erasableTexts, isDocument, reasonLength, recordedFacts } from "./brought.ts";
import type { Actor, PlanCommand } from "./command.ts";
import { decideReadings } from "./decide-readings.ts";
import type { Accepted, EffectDraft, Refusal } from "./decision.ts";
import { shiftedDue } from "./due-change.ts";
import { effectiveAt } from "./effective-at.ts";
import { EntryDrafts } from "./entry-draft.ts";
import type { Draw, Facts } from "./facts.ts";
import { allowedPlanTypes, isEventTask, isPlanAct, judgePlan, planActs } from "./judge-plan.ts";
import { completionOf, openAssignments } from "./open-assignments.ts";
import { planClock, planSteps } from "./plan-clock.ts";
import { refuse } from "./refuse.ts";
import { rolesOnPlan } from "./roles-towards.ts";
import { nextWake } from "./timers.ts";

export function decidePlan(facts: Facts, command: PlanCommand, draw: Draw): Accepted | Refusal {
  const decision = decided(facts, command, draw);
  return decision.accepted ? decision : { ...decision, allowed: allowedPlanTypes(facts, command.actor) };
}

function decided(facts: Facts, command: PlanCommand, draw: Draw): Accepted | Refusal {
  const { type } = command;
  if (command.expected !== undefined && command.expected !== facts.plan.seq) return refuse("conflict");
  if (type === "clock") return planClock(facts, command, draw);
  if (type === "open_occurrence") return openOccurrence(facts, command, draw);
  if (type === "report") return decideReadings(facts, command, draw);
  if (type === "erase") return erase(facts, command, draw);
  if (!isPlanAct(type)) return refuse("unknown_command", { command: { vi: type, en: type } });
  const refusal = judgePlan(facts, type, command.actor);
  if (refusal !== null) return refusal;
  const { to, require } = planActs[type];
  const data = command.data ?? {};
  if ((data.reason ?? "").trim().length < reasonLength) return refuse("reason_required");
  if (require.includes("document") && !isDocument(data.document)) return refuse("document_required");
  const at = effectiveAt(facts, command, draw.now, issuedAt(facts));
  if (typeof at !== "number") return at;
  const entries = new EntryDrafts(command, facts.plan, draw.now);
  const effects: EffectDraft[] = [];
  planSteps(facts, draw, entries, effects);
  const { texts, digests } = erasableTexts(data, draw);
  const suspendedSince = type === "suspend" ? at : null;
  entries.add(type, null, at, {
    // What would have opened later does not open any more.
    outcome: type === "end" ? { state: to, wakeAt: null } : { state: to, suspendedSince },
    facts: recordedFacts(command),
    texts: digests,
  });
  if (type === "resume") shiftDues(facts, command, { at, now: draw.now }, entries);
  return { accepted: true, entries: entries.drafts, texts, erased: [], effects };
}

/** The time a plan was suspended does not count: every open due moves by the working days in between. One that is
 *  suspended by itself moves when it goes on. */
function shiftDues(
  facts: Facts,
  command: PlanCommand,
  when: { at: Micros; now: Micros },
  entries: EntryDrafts,
): void {
  const since = facts.plan.suspendedSince;
  if (since === null) return;
  const document = command.data?.document?.number ?? null;
  for (const row of facts.all ?? []) {
    if (row.doneAt !== null || ["done", "cancelled", "blocked"].includes(row.category)) continue;
    const span = { since: Math.max(since, row.openedAt), until: when.at };
    const change = shiftedDue(facts, row, span, { by: command.actor.id, document, now: when.now });
    if (change === null) continue;
    const wakeAt = nextWake(facts.compiled, { ...row, ...change });
    entries.add("due_shifted", row.id, when.at, { outcome: { ...change, wakeAt } });
  }
}

/** Nothing happens to a plan before the day it was issued. */
function issuedAt(facts: Facts): Micros {
  const { issued } = facts.compiled.plan;
  return issued === null ? 0 : startOfDay(issued);
}

/** The event of an event-driven task happened: its leads get an assignment for it. */
function openOccurrence(facts: Facts, command: PlanCommand, draw: Draw): Accepted | Refusal {
  const { task: taskId = "", occurrence = "" } = command.data ?? {};
  const task = facts.compiled.tasks.get(taskId);
  const refusal = judgePlan(facts, "open_occurrence", command.actor, task);
  if (refusal?.code === "plan_not_in_force") return refusal;
  if (task === undefined || !isEventTask(task) || occurrence.trim() === "") {
    return refuse("not_an_event_task", { detail: taskId });
  }
  if (refusal !== null) return refusal;
  const rows = facts.all ?? [];
  if (rows.some((row) => row.taskId === taskId && row.occurrence === occurrence)) {
    return refuse("occurrence_exists", { detail: occurrence });
  }
  const at = effectiveAt(facts, command, draw.now, issuedAt(facts));
  if (typeof at !== "number") return at;
  const request = {
    planId: facts.plan.id,
    planVersion: facts.plan.version,
    taskId,
    occurrence,
    occurrenceEnd: null,
    at,
    by: command.actor.id,
  };
  const entries = new EntryDrafts(command, facts.plan, draw.now);
  const effects: EffectDraft[] = [];
  planSteps(facts, draw, entries, effects);
  const { texts, digests } = erasableTexts(command.data ?? {}, draw);
  entries.add("occurrence_opened", null, at, {
    outcome: {},
    facts: recordedFacts(command),
    texts: digests,
  });
  for (const { seq: _seq, ...outcome } of openAssignments(
    facts.compiled,
    request,
    completionOf(rows),
    draw,
  )) {
    entries.add("assignment_opened", outcome.id, at, { outcome });
    effects.push({ kind: "notify", agency: outcome.agencyId, reason: "opened", assignmentId: outcome.id });
  }
  return { accepted: true, entries: entries.drafts, texts, erased: [], effects };
}

const mayErase: readonly WhoRole[] = ["issuer", "vice_chair", "office"];

/** Why the actor may not erase what was written about the plan; null: he may. */
export function judgeErasing({ compiled }: Pick<Facts, "compiled">, actor: Actor): Refusal | null {
  const holds = rolesOnPlan(actor, compiled.plan);
  if (actor.roles.includes("admin") || mayErase.some((role) => holds.includes(role))) return null;
  const label = { vi: "Xóa nội dung", en: "Erase a text" };
  return refuse("not_your_role", { command: label, whoCould: [...mayErase, "admin"] });
}

/** A free text's body goes for good; the entry that held its digest stays and still verifies. */
function erase(facts: Facts, command: PlanCommand, draw: Draw): Accepted | Refusal {
  const refusal = judgeErasing(facts, command.actor);
  if (refusal !== null) return refusal;
  const data = command.data ?? {};
  if ((data.reason ?? "").trim().length < reasonLength) return refuse("reason_required");
  const { digest } = data;
  if (digest === undefined || !facts.erasable) return refuse("changes_nothing");
  const entries = new EntryDrafts(command, facts.plan, draw.now);
  const { texts, digests } = erasableTexts(data, draw);
  entries.add("erased", null, draw.now, { outcome: {}, facts: recordedFacts(command), texts: digests });
  return { accepted: true, entries: entries.drafts, texts, erased: [digest], effects: [] };
}
