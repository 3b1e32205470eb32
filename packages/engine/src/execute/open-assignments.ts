// Opening → rows: an assignment for each lead, a coordination for each coordinator of each lead.

import { dateOfInstant } from "../calendar/index.ts";
import {
  type CompiledPlan,
  type CompiledTask,
  coordinationLifecycle,
  type DueDate,
  dueDate,
} from "../compile/index.ts";
import type { Due } from "../language/plan.ts";
import type { Micros } from "../ledger/entry.ts";
import { dueColumns, nextWake } from "./due-fields.ts";
import type { Draw } from "./facts.ts";
import type { AssignmentRow, DueRecord } from "./rows.ts";

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
  for (const agency of task.leads) {
    const due = task.task.due;
    const lead = newRow(
      compiled,
      request,
      { agency, due, lifecycle: task.task.lifecycle, held },
      completed,
      draw,
    );
    rows.push(lead);
    for (const coordinator of task.coordinators) {
      if (coordinator.agency === agency) continue;
      const answerDue: Due = coordinator.due ?? answerWithin(compiled, task);
      const answer = newRow(
        compiled,
        request,
        { agency: coordinator.agency, due: answerDue, lifecycle: coordinationLifecycle, held },
        completed,
        draw,
      );
      rows.push({ ...answer, role: "coordinator", of: lead.id });
    }
  }
  return rows;
}

function answerWithin(compiled: CompiledPlan, task: CompiledTask): Due {
  const count = compiled.plan.conventions.answerDays;
  // A coordinator of a waiting task is asked when the task is released.
  const event = task.task.after.length > 0 ? task.task.after.at(-1) : undefined;
  return {
    form: "after",
    text: "",
    count,
    unit: "working_days",
    event: event === undefined ? { on: "opening" } : { on: "task", task: event },
    hour: null,
  };
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
  const { initial } = lifecycle.machine;
  const stage = initial.value.main;
  const category = lifecycle.definition.states[stage]?.category ?? "todo";
  const due = dueOf(compiled, request, what.due, completed);
  const columns = dueColumns(due, compiled.plan.conventions, compiled.calendar);
  return {
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
    snapshot: initial,
    stage,
    category,
    openedAt: request.at,
    ...columns,
    dueHistory: due === null ? [] : [dueRecord(due, request.at, request.by)],
    doneAt: null,
    noticed: "nothing",
    wakeAt: nextWake({ ...columns, category, doneAt: null, noticed: "nothing" }),
    held: what.held,
    touchedAt: request.at,
    seq: 0,
  };
}

export function dueRecord(due: DueDate, at: Micros, by: string): DueRecord {
  return { kind: due.kind, date: due.date, hour: due.hour, at, by, document: null };
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
