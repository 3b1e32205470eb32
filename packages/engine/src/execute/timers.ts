// What time will bring to an assignment next: taken up by itself, due soon, overdue, a consent lapsing, escalation.

import { dateOfInstant, endOfDay } from "../calendar/index.ts";
import type { CompiledPlan } from "../compile/index.ts";
import type { Micros } from "../ledger/entry.ts";
import type { AssignmentRow } from "./rows.ts";

export type TimerType = "accept" | "due_soon" | "overdue" | "lapse_extension" | "escalate";

export interface Timer {
  type: TimerType;
  at: Micros;
}

type Timed = Pick<
  AssignmentRow,
  | "category"
  | "doneAt"
  | "noticed"
  | "soonAt"
  | "dueAt"
  | "dueOn"
  | "held"
  | "openedAt"
  | "role"
  | "stage"
  | "lifecycle"
  | "snapshot"
>;

/** The earliest; null: time brings nothing. Time stands still for what is cancelled or suspended; of what is done, only
 *  a consent by word of mouth can still lapse. */
export function nextTimer(compiled: CompiledPlan, row: Timed): Timer | null {
  if (row.category === "cancelled" || row.category === "blocked") return null;
  if (row.category === "done" || row.doneAt !== null) return lapse(row);
  let first: Timer | null = null;
  for (const timer of [acceptance(compiled, row), notice(row), lapse(row), escalation(compiled, row)]) {
    if (timer !== null && (first === null || timer.at < first.at)) first = timer;
  }
  return first;
}

/** Since when time runs against the due: nothing comes due before. */
function runsSince(row: Timed): Micros {
  return Math.max(row.openedAt, row.snapshot.context.runsSince ?? row.openedAt);
}

export function nextWake(compiled: CompiledPlan, row: Timed): Micros | null {
  return nextTimer(compiled, row)?.at ?? null;
}

/** Whether the assignment is still to be taken up, by hand or by itself. */
export function awaitsAcceptance(
  compiled: CompiledPlan,
  row: Pick<Timed, "lifecycle" | "stage" | "held">,
): boolean {
  const definition = compiled.lifecycles.get(row.lifecycle)?.definition;
  if (definition === undefined || row.held || row.stage !== definition.initial) return false;
  return (
    Object.hasOwn(definition.commands, "accept") &&
    (definition.commands.accept?.from ?? []).includes(row.stage)
  );
}

function acceptance(compiled: CompiledPlan, row: Timed): Timer | null {
  const days = compiled.plan.conventions.acceptDays;
  if (days === null || !awaitsAcceptance(compiled, row)) return null;
  if (days === 0) return { type: "accept", at: row.openedAt };
  const last = compiled.calendar.addWorkingDays(dateOfInstant(row.openedAt), days);
  return { type: "accept", at: endOfDay(last, null) };
}

function notice(row: Timed): Timer | null {
  if (row.dueAt === null || row.noticed === "overdue") return null;
  const since = runsSince(row);
  // What came back after its due is overdue, and no longer due soon.
  if (row.noticed === "nothing" && row.soonAt !== null && row.dueAt > since)
    return { type: "due_soon", at: Math.max(row.soonAt, since) };
  return { type: "overdue", at: Math.max(row.dueAt, since) };
}

function lapse(row: Timed): Timer | null {
  const at = row.snapshot.context.lapsesAt ?? null;
  return at === null ? null : { type: "lapse_extension", at: Math.max(at, runsSince(row)) };
}

/** Its days are counted from the due; where the work came back later, from then. */
function escalation(compiled: CompiledPlan, row: Timed): Timer | null {
  if (row.role !== "lead" || row.noticed !== "overdue" || row.dueOn === null || row.dueAt === null)
    return null;
  const days = compiled.plan.conventions.escalateDays[row.snapshot.context.escalations ?? 0];
  if (days === undefined) return null;
  const since = runsSince(row);
  if (days === 0) return { type: "escalate", at: Math.max(row.dueAt, since) };
  const from = since > row.dueAt ? dateOfInstant(since) : row.dueOn;
  return { type: "escalate", at: endOfDay(compiled.calendar.addWorkingDays(from, days), null) };
}
