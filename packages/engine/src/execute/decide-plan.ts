// One command to a plan: suspend, resume, withdraw, end, open an event's occurrence, erase a text, the clock.

import { startOfDay } from "../calendar/index.ts";
import type { WhoRole } from "../language/plan.ts";
import type { Micros } from "../ledger/entry.ts";
import { erasableTexts, isDocument, reasonLength, recordedFacts } from "./brought.ts";
import type { PlanCommand } from "./command.ts";
import type { Accepted, EffectDraft, Refusal } from "./decision.ts";
import { effectiveAt } from "./effective-at.ts";
import { EntryDrafts } from "./entry-draft.ts";
import type { Draw, Facts } from "./facts.ts";
import { completionOf, openAssignments } from "./open-assignments.ts";
import { planClock, planSteps } from "./plan-clock.ts";
import { notInForce, planStateLabels, refuse } from "./refuse.ts";
import { rolesOnPlan } from "./roles-towards.ts";
import type { PlanState } from "./rows.ts";

interface StateChange {
  from: readonly PlanState[];
  to: PlanState;
  label: { vi: string; en: string };
}

const stateChanges: Readonly<Record<string, StateChange>> = {
  suspend: { from: ["in_force"], to: "suspended", label: { vi: "Tạm dừng", en: "Suspend" } },
  resume: { from: ["suspended"], to: "in_force", label: { vi: "Tiếp tục", en: "Resume" } },
  withdraw: { from: ["in_force", "suspended"], to: "withdrawn", label: { vi: "Thu hồi", en: "Withdraw" } },
  end: { from: ["in_force"], to: "ended", label: { vi: "Kết thúc", en: "End" } },
};

export function decidePlan(facts: Facts, command: PlanCommand, draw: Draw): Accepted | Refusal {
  if (command.expected !== undefined && command.expected !== facts.plan.seq) return refuse("conflict");
  if (command.type === "clock") return planClock(facts, command, draw);
  if (command.type === "open_occurrence") return openOccurrence(facts, command, draw);
  if (command.type === "erase") return erase(facts, command, draw);
  const change = Object.hasOwn(stateChanges, command.type) ? stateChanges[command.type] : undefined;
  if (change === undefined)
    return refuse("unknown_command", { command: { vi: command.type, en: command.type } });
  if (!change.from.includes(facts.plan.state)) {
    return refuse("wrong_state", { command: change.label, stage: planStateLabels[facts.plan.state] });
  }
  const who: readonly WhoRole[] = ["issuer", "vice_chair"];
  const notAllowed = unlessOneOf(facts, command, who, change.label);
  if (notAllowed !== null) return notAllowed;
  const data = command.data ?? {};
  if ((data.reason ?? "").trim().length < reasonLength) return refuse("reason_required");
  if (command.type !== "resume" && !isDocument(data.document)) return refuse("document_required");
  const at = effectiveAt(facts, command, draw.now, issuedAt(facts));
  if (typeof at !== "number") return at;
  const entries = new EntryDrafts(command, facts.plan, draw.now);
  const effects: EffectDraft[] = [];
  planSteps(facts, draw, entries, effects);
  const { texts, digests } = erasableTexts(data, draw);
  entries.add(command.type, null, at, {
    // What would have opened later does not open any more.
    outcome: command.type === "end" ? { state: change.to, wakeAt: null } : { state: change.to },
    facts: recordedFacts(command),
    texts: digests,
  });
  return { accepted: true, entries: entries.drafts, texts, erased: [], effects };
}

/** Nothing happens to a plan before the day it was issued. */
function issuedAt(facts: Facts): Micros {
  const { issued } = facts.compiled.plan;
  return issued === null ? 0 : startOfDay(issued);
}

function unlessOneOf(
  facts: Facts,
  command: PlanCommand,
  who: readonly WhoRole[],
  label: { vi: string; en: string },
): Refusal | null {
  const holds = rolesOnPlan(command.actor, facts.compiled.plan);
  return who.some((role) => holds.includes(role))
    ? null
    : refuse("not_your_role", { command: label, whoCould: who });
}

/** The event of an event-driven task happened: its leads get an assignment for it. */
function openOccurrence(facts: Facts, command: PlanCommand, draw: Draw): Accepted | Refusal {
  if (facts.plan.state !== "in_force") return notInForce(facts.plan);
  const { task: taskId = "", occurrence = "" } = command.data ?? {};
  const task = facts.compiled.tasks.get(taskId);
  if (task === undefined || task.task.mode !== "event" || occurrence.trim() === "") {
    return refuse("not_an_event_task", { detail: taskId });
  }
  const ofLead =
    command.actor.agency !== null &&
    task.leads.includes(command.actor.agency) &&
    command.actor.roles.some((role) => role === "head" || role === "clerk" || role === "officer");
  if (!ofLead) {
    const label = { vi: "Mở lần phát sinh", en: "Open an occurrence" };
    const notAllowed = unlessOneOf(facts, command, ["issuer", "vice_chair", "office"], label);
    if (notAllowed !== null)
      return { ...notAllowed, whoCould: [...notAllowed.whoCould, "head", "clerk", "officer"] };
  }
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

/** A free text's body goes for good; the entry that held its digest stays and still verifies. */
function erase(facts: Facts, command: PlanCommand, draw: Draw): Accepted | Refusal {
  const label = { vi: "Xóa nội dung", en: "Erase a text" };
  const permitted = command.actor.roles.includes("admin");
  if (!permitted) {
    const notAllowed = unlessOneOf(facts, command, ["issuer", "vice_chair", "office"], label);
    if (notAllowed !== null) return notAllowed;
  }
  const data = command.data ?? {};
  if ((data.reason ?? "").trim().length < reasonLength) return refuse("reason_required");
  const { digest } = data;
  if (digest === undefined || !facts.erasable) return refuse("changes_nothing");
  const entries = new EntryDrafts(command, facts.plan, draw.now);
  const { texts, digests } = erasableTexts(data, draw);
  entries.add("erased", null, draw.now, { outcome: {}, facts: recordedFacts(command), texts: digests });
  return { accepted: true, entries: entries.drafts, texts, erased: [digest], effects: [] };
}
