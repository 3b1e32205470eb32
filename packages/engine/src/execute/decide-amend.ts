// Amending a plan in force: a new version of it, and what that makes of the assignments given under the old one.

import { dateOfInstant, displayDate, startOfDay } from "../calendar/index.ts";
import type { CompiledPlan } from "../compile/index.ts";
import type { Micros } from "../ledger/entry.ts";
import { amendedDue } from "./amended-due.ts";
import { erasableTexts, isDocument, recordedFacts } from "./brought.ts";
import { carryOver, lifecycleAfter } from "./carry-over.ts";
import { byTheClock, clockSteps } from "./clock-steps.ts";
import type { Actor, LargeCommand } from "./command.ts";
import { notIssuable, notTheIssuers, type VersionFacts } from "./decide-issue.ts";
import type { Accepted, EffectDraft, Refusal } from "./decision.ts";
import { EntryDrafts } from "./entry-draft.ts";
import type { Draw, Facts } from "./facts.ts";
import { foldDraft } from "./fold.ts";
import { completionOf, openAssignments } from "./open-assignments.ts";
import { type PlanChanges, planChanges, sameContent } from "./plan-changes.ts";
import { nextOpening, planSteps } from "./plan-clock.ts";
import { notInForce, refuse } from "./refuse.ts";
import type { AssignmentRow } from "./rows.ts";
import { presentActor } from "./stand-in.ts";
import { nextWake } from "./timers.ts";

/** What amending asks beside its command. */
export interface Amendment {
  /** The version to come into force. */
  next: CompiledPlan;
  /** The plan as an open assignment sees it: one reopened after an amendment follows the version it had ended under. */
  seenBy: (row: AssignmentRow) => CompiledPlan;
  version: VersionFacts;
  /** False: the text stays, only newer versions of the register are taken; that needs no document. */
  restates: boolean;
  /** Digest of all that is asked. */
  hash: string;
}

/** What amending is called where it is refused. */
export const amendLabel = { vi: "Điều chỉnh, bổ sung", en: "Amend" };

/** The entries of an amendment; `facts.all` must be there. */
export function decideAmend(
  facts: Facts,
  sent: LargeCommand,
  amendment: Amendment,
  draw: Draw,
): Accepted | Refusal {
  const command = { ...sent, actor: presentActor(sent.actor, draw.now) };
  const at = judge(facts, command, amendment, draw.now);
  if (typeof at !== "number") return at;
  const entries = new EntryDrafts(command, facts.plan, draw.now, amendment.hash);
  const effects: EffectDraft[] = [];
  const rows = afterTheClock(facts, amendment, draw, entries, effects);
  const changes = planChanges(facts.compiled, amendment.next);
  const passed = pass({ facts, command, amendment, rows, at, draw });
  if ("accepted" in passed) return passed;
  if (isNothing(changes) && passed.every(({ is }) => is === "kept")) return refuse("changes_nothing");

  const version = facts.plan.version + 1;
  const { texts, digests } = erasableTexts(command.data ?? {}, draw);
  entries.under(version);
  entries.add("plan_amended", null, at, {
    outcome: {
      version,
      openedThrough: draw.now,
      wakeAt: mayRelease(amendment.next, rows, passed) ? draw.now : nextOpening(amendment.next, draw.now),
    },
    facts: { ...amendment.version, ...recordedFacts(command), changes },
    texts: digests,
  });
  for (const { is, type, row, outcome } of passed) {
    entries.add(type, row.id, Math.max(at, row.openedAt), { outcome });
    const reason = noticeOf[is];
    if (reason !== null) effects.push({ kind: "notify", agency: row.agencyId, reason, assignmentId: row.id });
  }
  return { accepted: true, entries: entries.drafts, texts, erased: [], effects };
}

/** Why the actor may not amend the plan now, whatever he brings; null: he may. */
export function judgeAmending(
  { plan, compiled }: Pick<Facts, "plan" | "compiled">,
  actor: Actor,
): Refusal | null {
  return plan.state === "in_force" ? notTheIssuers(actor, compiled.plan, amendLabel) : notInForce(plan);
}

/** The instant from which the amendment counts, or why it cannot be taken: the day of its document, else now. */
function judge(
  { plan, compiled }: Facts,
  { actor, data = {}, effectiveAt }: LargeCommand,
  { next, restates }: Amendment,
  now: Micros,
): Micros | Refusal {
  const refusal = judgeAmending({ plan, compiled }, actor);
  if (refusal !== null) return refusal;
  const { document } = data;
  if ((restates || document !== undefined) && !isDocument(document)) return refuse("document_required");
  if (next.plan.issuer !== compiled.plan.issuer) {
    return refuse("issuer_changed", { detail: compiled.agencyName(compiled.plan.issuer) });
  }
  const lacking = notIssuable(next.plan, now);
  if (lacking !== null) return lacking;
  for (const task of next.plan.tasks) {
    const earlier = compiled.retired.get(task.id);
    if (earlier !== undefined && !sameContent(earlier, task)) {
      return refuse("task_id_retired", { detail: task.id });
    }
  }
  const at = effectiveAt ?? (document === undefined ? now : startOfDay(document.date));
  if (at > now) return refuse("in_the_future");
  const issued = startOfDay(compiled.plan.issued ?? compiled.plan.period.from);
  if (at < issued) return refuse("entered_too_late", { detail: displayDate(dateOfInstant(issued)) });
  return at;
}

/** What was due before the amendment happens under the version that was in force. The assignments after that. */
function afterTheClock(
  facts: Facts,
  { seenBy }: Amendment,
  draw: Draw,
  entries: EntryDrafts,
  effects: EffectDraft[],
): AssignmentRow[] {
  planSteps(facts, draw, entries, effects);
  const rows = new Map((facts.all ?? []).map((row) => [row.id, row]));
  for (const { assignmentId, data } of entries.drafts) {
    if (assignmentId === null) continue;
    rows.set(assignmentId, foldDraft(rows.get(assignmentId) ?? ({ seq: 0 } as AssignmentRow), data));
  }
  const taken = [...rows.values()].map((before) =>
    clockSteps({ ...facts, compiled: seenBy(before) }, before, draw.now),
  );
  const steps = taken.flatMap(({ steps, row }) => steps.map((step) => ({ step, id: row.id })));
  for (const { step, id } of steps.sort((a, b) => a.step.effectiveAt - b.step.effectiveAt)) {
    entries.addClock(step.type, id, step.effectiveAt, step.data);
    effects.push(...step.effects);
  }
  return taken.map(({ row }) => row);
}

interface Passed {
  is: "kept" | "moved" | "withdrawn" | "opened";
  /** The entry's type. */
  type: string;
  /** As it was; for one that opens, as it opens. */
  row: AssignmentRow;
  outcome: Readonly<Record<string, unknown>>;
}

const noticeOf: Readonly<Record<Passed["is"], string | null>> = {
  kept: null,
  moved: "due_adjusted",
  withdrawn: "withdrawn",
  opened: "opened",
};

interface Passage {
  facts: Facts;
  command: LargeCommand;
  amendment: Amendment;
  rows: readonly AssignmentRow[];
  at: Micros;
  draw: Draw;
}

/** Every open assignment into the new version, then what it opens; or the refusal for one that cannot pass. */
function pass(passage: Passage): Passed[] | Refusal {
  const { facts, amendment, rows, draw } = passage;
  const { next } = amendment;
  const carried = carryOver({ before: facts.compiled, after: next, rows, now: draw.now });
  const gone = new Set(carried.withdrawn);
  const called = new Set(carried.leads.map(({ opening }) => opening.taskId));
  const still = completionOf(
    rows.map((row) => (gone.has(row) ? { ...row, category: "cancelled" as const } : row)),
  );
  const completed = (taskId: string) => (called.has(taskId) ? null : still(taskId));
  const passed: Passed[] = [];
  for (const row of carried.withdrawn) {
    const withdrawn = withdraw(amendment.seenBy(row), row, passage.at);
    if (withdrawn === null) return stuck("not_withdrawable", amendment.seenBy(row), row);
    passed.push(withdrawn);
  }
  for (const row of carried.kept) {
    const { hasStage } = lifecycleAfter(next, row);
    if (!hasStage) return stuck("state_not_in_lifecycle", amendment.seenBy(row), row);
    passed.push(keep(passage, row, completed));
  }
  return [...passed, ...opened(passage, carried, completed)];
}

function stuck(
  code: "not_withdrawable" | "state_not_in_lifecycle",
  { tasks, lifecycles, agencyName }: CompiledPlan,
  row: AssignmentRow,
): Refusal {
  const title = tasks.get(row.taskId)?.task.title ?? row.taskId;
  const stage = lifecycles.get(row.lifecycle)?.definition.states[row.stage]?.label;
  return refuse(code, {
    detail: `${title} (${row.taskId}, ${agencyName(row.agencyId)})`,
    stage: stage ?? { vi: row.stage, en: row.stage },
  });
}

/** Re-pinned, with what follows: its lifecycle and state's category, its due, whether it waits, when the clock comes. */
function keep(
  { facts, command, amendment, draw }: Passage,
  row: AssignmentRow,
  completed: (taskId: string) => string | null,
): Passed {
  const { next } = amendment;
  const lifecycle = lifecycleAfter(next, row).id;
  const due = amendedDue(amendment.seenBy(row), next, row, {
    by: command.actor.id,
    document: command.data?.document?.number ?? null,
    now: draw.now,
    completed,
  });
  const waits = (next.tasks.get(row.taskId)?.task.after ?? []).some((before) => completed(before) === null);
  // Work that has begun is not stopped by a task it is now to wait for, unless its term begins only then.
  const begun = row.touchedAt !== row.openedAt && (due.dueOn !== null || row.dueOn === null);
  const moved = due.dueHistory !== row.dueHistory;
  const { snapshot } = row;
  const changed: AssignmentRow = {
    ...row,
    ...due,
    // Nobody could be late for a due before it was known: where it comes to lie in the past, what the clock notices of
    // it, each step of escalation too, counts from the amendment on. Whether the work is late the due itself says.
    ...(moved && { snapshot: { ...snapshot, context: { ...snapshot.context, runsSince: draw.now } } }),
    planVersion: facts.plan.version + 1,
    lifecycle,
    category: next.lifecycles.get(lifecycle)?.definition.states[row.stage]?.category ?? row.category,
    held: row.held || (waits && !begun),
  };
  const after: AssignmentRow = { ...changed, wakeAt: nextWake(next, changed) };
  const outcome = Object.fromEntries(
    Object.entries(after).filter(([key, value]) => !sameContent(value, row[key as keyof AssignmentRow])),
  );
  return { is: moved ? "moved" : "kept", type: "amended", row, outcome };
}

/** Through the lifecycle it follows: by `withdraw`, else by whatever ends it as cancelled. Null: nothing does. It keeps
 *  the version it was given under. */
function withdraw(before: CompiledPlan, row: AssignmentRow, at: Micros): Passed | null {
  const commands = before.lifecycles.get(row.lifecycle)?.definition.commands ?? {};
  for (const type of ["withdraw", ...Object.keys(commands)]) {
    if (!Object.hasOwn(commands, type)) continue;
    const moved = byTheClock({ compiled: before }, row, type, Math.max(at, row.openedAt));
    if (moved?.category === "cancelled") {
      return { is: "withdrawn", type, row, outcome: { ...moved, wakeAt: null } };
    }
  }
  return null;
}

function opened(
  { facts, command, amendment, at, draw }: Passage,
  carried: ReturnType<typeof carryOver>,
  completed: (taskId: string) => string | null,
): Passed[] {
  const { next } = amendment;
  const base = {
    planId: facts.plan.id,
    planVersion: facts.plan.version + 1,
    at,
    by: command.actor.id,
  };
  const rows = carried.leads.flatMap(({ opening, seats }) => {
    const { taskId, occurrence, occurrenceEnd } = opening;
    return openAssignments(
      next,
      { ...base, taskId, occurrence, occurrenceEnd, leads: seats },
      completed,
      draw,
    );
  });
  for (const { lead, seats } of carried.coordinations) {
    const { taskId, occurrence, agencyId: agency } = lead;
    // As if the lead opened now, of which only those it asks are taken.
    const leads = [{ agency, generation: 1, previous: null }];
    const request = { ...base, taskId, occurrence, occurrenceEnd: null, leads };
    for (const row of openAssignments(next, request, completed, draw)) {
      const seat = row.role === "lead" ? undefined : seats.find((one) => one.agency === row.agencyId);
      if (seat === undefined) continue;
      rows.push({ ...row, of: lead.id, generation: seat.generation, previous: seat.previous });
    }
  }
  return rows.map((row) => {
    const { seq: _seq, ...outcome } = row;
    return { is: "opened", type: "assignment_opened", row, outcome };
  });
}

function isNothing({ tasks, keys, register }: PlanChanges): boolean {
  const counts = [tasks.added, tasks.removed, tasks.changed, keys, register].map(({ length }) => length);
  return counts.every((count) => count === 0);
}

/** Whether something that waits waits for nothing any more: the plan's clock lets it go. */
function mayRelease(next: CompiledPlan, rows: readonly AssignmentRow[], passed: readonly Passed[]): boolean {
  const after = new Map(rows.map((row) => [row.id, row]));
  for (const { row, outcome } of passed) after.set(row.id, { ...row, ...outcome });
  const completed = completionOf([...after.values()]);
  return [...after.values()].some(
    (row) =>
      row.held &&
      row.category !== "done" &&
      row.category !== "cancelled" &&
      (next.tasks.get(row.taskId)?.task.after ?? []).every((before) => completed(before) !== null),
  );
}
