// Opening → rows: an assignment for each lead, a coordination for each coordinator of each lead.

import { dateOfInstant } from "../calendar/index.ts";
import { type CompiledPlan, coordinationLifecycle, type DueDate, dueDate } from "../compile/index.ts";
import type { Due } from "../language/plan.ts";
import type { Micros } from "../ledger/entry.ts";
import { byTheClock } from "./clock-steps.ts";
import { dueColumns } from "./due-fields.ts";
import type { Draw } from "./facts.ts";
import type { AssignmentRow, DueRecord } from "./rows.ts";
import { awaitsAcceptance, nextWake } from "./timers.ts";

export interface OpeningRequest {
  planId: string;
  planVersion: number;
  taskId: string;
  occurrence: string;
  /** Last day of its window or period; null where there is none. */
  occurrenceEnd: string | null;
  /** The instant it counts as opened. */
  at: Micros;
  /** Who opens it, for the history of the due. */
  by: string;
  /** The leads to open it for. Left out: the task's, as the plan names them. */
  leads?: readonly LeadSeat[];
}

/** A lead of a task, with what it takes over from. */
export interface LeadSeat {
  agency: string;
  generation: number;
  /** The assignment it follows; null for the first. */
  previous: string | null;
}

/** The new rows, leads first, each followed by its coordinations. `seq` is set when the entry is folded. */
export function openAssignments(
  compiled: CompiledPlan,
  request: OpeningRequest,
  completed: (taskId: string) => string | null,
  draw: Draw,
): AssignmentRow[] {
  const task = compiled.tasks.get(request.taskId);
  if (task === undefined) return [];
  const held = task.task.after.some((before) => completed(before) === null);
  const rows: AssignmentRow[] = [];
  const seats = request.leads ?? task.leads.map((agency) => ({ agency, generation: 1, previous: null }));
  for (const { agency, generation, previous } of seats) {
    const due = task.task.due;
    const { lifecycle } = task.task;
    const first = newRow(compiled, request, { agency, due, lifecycle, held }, completed, draw);
    const lead = { ...first, generation, previous };
    rows.push(lead);
    for (const coordinator of task.coordinators) {
      if (coordinator.agency === agency) continue;
      // A coordinator of a waiting task is asked when the task is released.
      const answerDue: Due = coordinator.due ?? (held ? notYet : answerWithin(compiled));
      const answer = newRow(
        compiled,
        request,
        { agency: coordinator.agency, due: answerDue, lifecycle: coordinationLifecycle, held },
        completed,
        draw,
      );
      rows.push({ ...answer, role: "coordinator", of: lead.id, generation });
    }
  }
  return rows;
}

const notYet: Due = { form: "none", text: null };

/** When a coordinator must have answered where the plan names no date. */
export function answerWithin({ plan }: CompiledPlan): Due {
  const count = plan.conventions.answerDays;
  return { form: "after", text: "", count, unit: "working_days", event: { on: "opening" }, hour: null };
}

function newRow(
  compiled: CompiledPlan,
  request: OpeningRequest,
  what: { agency: string; due: Due; lifecycle: string; held: boolean },
  completed: (taskId: string) => string | null,
  draw: Draw,
): AssignmentRow {
  const lifecycle = compiled.lifecycles.get(what.lifecycle);
  if (lifecycle === undefined) throw new Error(`The compiled plan lacks lifecycle ${what.lifecycle}.`);
  const stage = lifecycle.definition.initial;
  const start = { lifecycle: what.lifecycle, snapshot: lifecycle.machine.initial, stage, held: what.held };
  const category = lifecycle.definition.states[stage]?.category ?? "todo";
  const standing = takenUpAtOnce(compiled, { ...start, category }, request.at);
  const due = dueOf(compiled, request, what.due, completed);
  const columns = dueColumns(due, compiled.plan.conventions, compiled.calendar);
  const row: AssignmentRow = {
    planId: request.planId,
    id: draw.uuid(),
    taskId: request.taskId,
    agencyId: what.agency,
    role: "lead",
    of: null,
    occurrence: request.occurrence,
    generation: 1,
    previous: null,
    planVersion: request.planVersion,
    lifecycle: what.lifecycle,
    snapshot: start.snapshot,
    stage,
    category,
    ...standing,
    openedAt: request.at,
    ...columns,
    dueHistory: due === null ? [] : [dueRecord(compiled, due, request.at, request.by)],
    doneAt: null,
    noticed: "nothing",
    wakeAt: null,
    held: what.held,
    touchedAt: request.at,
    seq: 0,
  };
  return { ...row, wakeAt: nextWake(compiled, row) };
}

/** Where the plan has work count as taken up at once: the row after that. Empty where somebody must take it up. */
export function takenUpAtOnce(
  compiled: CompiledPlan,
  row: Pick<AssignmentRow, "lifecycle" | "snapshot" | "stage" | "category" | "held">,
  at: Micros,
): Partial<Pick<AssignmentRow, "snapshot" | "stage" | "category">> {
  if (compiled.plan.conventions.acceptDays !== 0 || !awaitsAcceptance(compiled, row)) return {};
  const taken = byTheClock({ compiled }, row, "accept", at);
  return taken === null ? {} : { snapshot: taken.snapshot, stage: taken.stage, category: taken.category };
}

export function dueRecord(compiled: CompiledPlan, due: DueDate, at: Micros, by: string): DueRecord {
  const calendar = due.kind === "computed" ? compiled.pinned.calendar : null;
  return { kind: due.kind, date: due.date, hour: due.hour, at, by, document: null, calendar };
}

/** The due of an assignment as far as it can be known at `request.at`. */
export function dueOf(
  compiled: CompiledPlan,
  request: Pick<OpeningRequest, "at" | "occurrenceEnd">,
  due: Due,
  completed: (taskId: string) => string | null,
): DueDate | null {
  const { plan, calendar } = compiled;
  return dueDate(
    due,
    {
      issued: plan.issued ?? plan.period.from,
      opened: dateOfInstant(request.at),
      occurrenceEnd: request.occurrenceEnd,
      completed,
    },
    calendar,
    plan.conventions.rollForward,
  );
}

/** For a set of rows: the day a task was completed by all its leads, null while it is not. Withdrawn leads are no
 *  longer waited for; a task withdrawn as a whole counts from its withdrawal. */
export function completionOf(rows: readonly AssignmentRow[]): (taskId: string) => string | null {
  return (taskId) => {
    const leads = rows.filter((row) => row.taskId === taskId && row.role === "lead");
    if (leads.length === 0 || leads.some((row) => row.category !== "done" && row.category !== "cancelled"))
      return null;
    return dateOfInstant(Math.max(...leads.map((row) => row.doneAt ?? row.touchedAt)));
  };
}
