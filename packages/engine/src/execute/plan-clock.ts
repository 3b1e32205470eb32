// The clock at a plan: opens what is scheduled by now, and releases what waited for completed tasks.

import type { CompiledPlan, Opening } from "../compile/index.ts";
import type { Micros } from "../ledger/entry.ts";
import type { PlanCommand } from "./command.ts";
import type { Accepted, EffectDraft, Refusal } from "./decision.ts";
import { dueColumns } from "./due-fields.ts";
import { EntryDrafts } from "./entry-draft.ts";
import type { Draw, Facts } from "./facts.ts";
import {
  answerWithin,
  completionOf,
  dueOf,
  dueRecord,
  openAssignments,
  takenUpAtOnce,
} from "./open-assignments.ts";
import { placeOf } from "./opening-of.ts";
import { onlyTheClock, refuse } from "./refuse.ts";
import type { AssignmentRow } from "./rows.ts";
import { nextWake } from "./timers.ts";

/** The clock's own command to a plan. */
export function planClock(facts: Facts, command: PlanCommand, draw: Draw): Accepted | Refusal {
  if (!command.actor.roles.includes("clock")) return onlyTheClock();
  const entries = new EntryDrafts(command, facts.plan, draw.now);
  const effects: EffectDraft[] = [];
  planSteps(facts, draw, entries, effects);
  if (entries.drafts.length === 0) return refuse("changes_nothing");
  return { accepted: true, entries: entries.drafts, texts: [], erased: [], effects };
}

/** Adds what is due at the plan by now, if anything is. An ended plan still lets go what waited, but opens nothing. */
export function planSteps(facts: Facts, draw: Draw, entries: EntryDrafts, effects: EffectDraft[]): void {
  const { plan, compiled } = facts;
  const opens = plan.state === "in_force";
  if (!opens && plan.state !== "ended") return;
  if (plan.wakeAt === null || plan.wakeAt > draw.now) return;
  const rows = [...(facts.all ?? [])];
  const opened = new Set(rows.map(placeOf));
  const completed = completionOf(rows);

  for (const opening of opens ? scheduled(compiled.openings, plan.openedThrough, draw.now) : []) {
    // An amendment may lay out anew what had opened already.
    if (opened.has(placeOf(opening))) continue;
    const request = {
      planId: plan.id,
      planVersion: plan.version,
      taskId: opening.taskId,
      occurrence: opening.occurrence,
      occurrenceEnd: opening.occurrenceEnd,
      at: opening.at,
      by: "clock",
    };
    for (const { seq: _seq, ...outcome } of openAssignments(compiled, request, completed, draw)) {
      entries.addClock("assignment_opened", outcome.id, opening.at, { outcome });
      effects.push({ kind: "notify", agency: outcome.agencyId, reason: "opened", assignmentId: outcome.id });
    }
  }
  for (const row of rows) {
    const outcome = release(facts, row, completed, draw.now);
    if (outcome === null) continue;
    entries.addClock("released", row.id, draw.now, { outcome });
    effects.push({ kind: "notify", agency: row.agencyId, reason: "released", assignmentId: row.id });
  }
  // A clock step counts from when it was due, also after downtime.
  const outcome = opens
    ? { openedThrough: draw.now, wakeAt: nextOpening(compiled, draw.now) }
    : { wakeAt: null };
  entries.addClock("plan_woken", null, plan.wakeAt, { outcome });
}

/** The instant at which something opens next; null: nothing does. */
export function nextOpening({ openings }: CompiledPlan, now: Micros): Micros | null {
  return openings.find((opening) => opening.at !== null && opening.at > now)?.at ?? null;
}

function scheduled(openings: readonly Opening[], after: Micros, until: Micros) {
  return openings.filter((opening): opening is Opening & { at: Micros } => {
    return opening.at !== null && opening.at > after && opening.at <= until;
  });
}

/** The change that lets a held assignment go; null while it must wait. Its due may be known only now. */
function release(
  facts: Facts,
  row: AssignmentRow,
  completed: (taskId: string) => string | null,
  now: Micros,
): Partial<AssignmentRow> | null {
  if (!row.held) return null;
  const task = facts.compiled.tasks.get(row.taskId);
  if (task === undefined || task.task.after.some((before) => completed(before) === null)) return null;
  if (row.category === "done" || row.category === "cancelled") return { held: false };
  const taken = takenUpAtOnce(facts.compiled, { ...row, held: false }, now);
  const free = { ...row, ...taken, held: false, openedAt: now };
  const { snapshot, stage, category, openedAt } = free;
  const released = { held: false, snapshot, stage, category, openedAt };
  if (row.dueAt !== null) return { ...released, wakeAt: nextWake(facts.compiled, free) };
  const { compiled } = facts;
  const coordinator = task.coordinators.find((one) => one.agency === row.agencyId);
  const due = row.role === "lead" ? task.task.due : coordinator?.due;
  const computed = dueOf(
    compiled,
    { at: now, occurrenceEnd: null },
    due ?? answerWithin(compiled),
    completed,
  );
  if (computed === null) return { ...released, wakeAt: nextWake(compiled, free) };
  const columns = dueColumns(computed, compiled.plan.conventions, compiled.calendar);
  return {
    ...released,
    ...columns,
    dueHistory: [...row.dueHistory, dueRecord(compiled, computed, now, "clock")],
    wakeAt: nextWake(compiled, { ...free, ...columns }),
  };
}
