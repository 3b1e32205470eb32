// An assignment as a row of a list: names in place of ids, and how many working days are left.

import type { AssignmentView, Micros } from "@kehoach/engine";
import { dateOfInstant } from "@kehoach/engine/calendar";
import type { AssignmentItem, LocalText } from "../contract/index.ts";
import { agencyName, type PlanGround, taskOf } from "./plan-facts.ts";

export function assignmentItem(facts: PlanGround, view: AssignmentView, now: Micros): AssignmentItem {
  const task = taskOf(facts, view.taskId);
  const window = task?.windows.find(({ id }) => id === view.occurrence);
  return {
    planId: view.planId,
    id: view.id,
    task: { id: view.taskId, title: task?.title ?? view.taskId, objective: task?.objective ?? null },
    agency: agencyName(facts, view.agencyId),
    requested: facts.organisation.standing(view.agencyId) === "requested",
    role: view.role,
    of: view.of,
    occurrence: view.occurrence,
    window: window === undefined ? null : { from: window.from, to: window.to },
    generation: view.generation,
    lifecycle: view.lifecycle,
    stage: { id: view.stage, label: stageLabel(facts, view.lifecycle, view.stage), category: view.category },
    bucket: view.bucket,
    dueOn: view.dueOn,
    dueAt: view.dueAt,
    soonAt: view.soonAt,
    doneAt: view.doneAt,
    openedAt: view.openedAt,
    touchedAt: view.touchedAt,
    workingDaysLeft: workingDaysLeft(facts, view, now),
    held: view.held,
    reworks: view.snapshot.context.reworks,
    answer: view.snapshot.context.answer,
    extension: view.snapshot.value.extension,
    obstacle: view.snapshot.context.obstacle ?? false,
    seq: view.seq,
  };
}

export function stageLabel(facts: PlanGround, lifecycle: string, stage: string): LocalText {
  return facts.plan.lifecycles[lifecycle]?.states[stage]?.label ?? { vi: stage, en: stage };
}

function workingDaysLeft(facts: PlanGround, view: AssignmentView, now: Micros): number | null {
  if (view.dueOn === null || view.category === "cancelled") return null;
  return facts.calendar.workingDaysBetween(dateOfInstant(view.doneAt ?? now), view.dueOn);
}
