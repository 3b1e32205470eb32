// A plan file → what `kehoach show` prints, with every due date that can be known beforehand.

import type { Plan, Task } from "@kehoach/engine";
import { dateOfInstant } from "@kehoach/engine/calendar";
import { type CompiledPlan, compile, countedFrom, dueDate, type PlanRegister } from "@kehoach/engine/compile";
import type { ShownDate, ShownPlan, ShownTask } from "./shown-plan.ts";

/** `register` is what the plan was read against. */
export function shownFromFile(plan: Plan, register: PlanRegister, openQuestions: number): ShownPlan {
  const compiled = compile(plan, register);
  const groups = new Map(register.organisation.groups.map(({ id, name }) => [id, name]));
  const short = new Map(
    register.organisation.agencies.map(({ id, name, abbreviation }) => [id, abbreviation ?? name]),
  );
  const agency = (id: string): string => short.get(id) ?? id;
  const group = (id: string): string => groups.get(id) ?? id;
  return {
    id: plan.id,
    kind: plan.kind,
    number: plan.number,
    title: plan.title,
    issuer: compiled.agencyName(plan.issuer),
    issued: plan.issued,
    period: plan.period,
    standingLeads: plan.standingLeads.map((party) => agency(party.agency)),
    objectives: plan.objectives.map(({ id, title, parent }) => ({ id, title, parent })),
    // As compiled: a due by the regime has its day there.
    tasks: compiled.plan.tasks.map((task) => shownTask(task, compiled, agency, group)),
    targets: plan.targets.map(({ id, title, objective }) => ({ id, title, objective })),
    // What is reported under another document, or is a task's completion, nobody reports here.
    inputs: plan.inputs
      .filter(({ from, task }) => from === null && task === null)
      .map(({ id, title, unit, groups: many, agencies, every, cumulative }) => ({
        id,
        title,
        unit,
        reporters: [...many.map(group), ...agencies.map(agency)],
        every,
        cumulative,
      })),
    counts: null,
    openQuestions,
  };
}

function shownTask(
  task: Task,
  compiled: CompiledPlan,
  agency: (id: string) => string,
  group: (id: string) => string,
): ShownTask {
  const { lead, due } = task;
  return {
    id: task.id,
    title: task.title,
    objective: task.objective,
    agencies: compiled.tasks.get(task.id)?.leads.length ?? 0,
    leads: [...lead.groups.map(group), ...lead.agencies.map(agency)],
    coordinators: task.coordinators.map((each) =>
      each.agency === null ? group(each.group ?? "") : agency(each.agency),
    ),
    products: task.products.map(({ title }) => title),
    dueText: due.text,
    dates: datesOf(task, compiled),
    assumption: task.assumption,
    understood: task.understood?.reading ?? null,
  };
}

function datesOf(task: Task, { plan, openings, calendar }: CompiledPlan): ShownDate[] {
  const issued = plan.issued ?? plan.period.from;
  const dates = openings
    .filter(({ taskId }) => taskId === task.id)
    .flatMap(({ occurrence, at, occurrenceEnd }) => {
      const opened = at === null ? issued : dateOfInstant(at);
      const context = { issued, opened, occurrenceEnd, completed: () => null };
      const due = dueDate(task.due, context, calendar, plan.conventions.rollForward);
      if (due === null) return [];
      const from = countedFrom(task.due, context);
      const provisional = from !== null && !calendar.isConfirmed(from, due.date);
      const { date, hour } = due;
      return [{ date, hour, occurrence: occurrence === "once" ? null : occurrence, provisional }];
    });
  return dates.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
