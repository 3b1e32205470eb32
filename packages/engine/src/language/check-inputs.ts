// Checks what a plan's inputs and reporting duties refer to, who reports them, and that none names a person.

import { checkKnown, checkUnique } from "./check-ids.ts";
import { cycleText, findCycles } from "./find-cycles.ts";
import { spellKeyword } from "./keywords.ts";
import { isNobodys } from "./normalise-input.ts";
import type { Path } from "./path.ts";
import { namesPersons } from "./personal-words.ts";
import type { Plan, Task } from "./plan.ts";
import type { Report } from "./report.ts";
import type { TargetInput } from "./target-input.ts";

export interface InputCheck {
  plan: Plan;
  paths: ReadonlyMap<object, Path>;
  report: Report;
}

export function checkInputs({ plan, paths, report }: InputCheck): void {
  const { inputs, tasks } = plan;
  const pathOf = (node: object) => paths.get(node) ?? [];
  checkUnique(inputs, paths, report);
  const byId = new Map(inputs.map((input) => [input.id, input]));
  const taskById = new Map(tasks.map((task) => [task.id, task]));
  for (const input of inputs) {
    const path = pathOf(input);
    if (input.partOf !== null) checkKnown(input.partOf, byId, "input_unknown", [...path, "part_of"], report);
    const whole = byId.get(input.partOf ?? "");
    if (whole !== undefined && whole.every !== input.every)
      report.problem("part_other_period", { path: [...path, "part_of"] }, { id: whole.id });
    if (input.task !== null) checkKnown(input.task, taskById, "task_unknown", [...path, "by_task"], report);
    if (input.from === null && isShared(path) && isNobodys(input))
      report.problem("reporter_missing", { path }, { title: input.title });
    const person = namesPersons(input.title) ?? namesPersons(input.unit ?? "");
    if (person !== null) report.problem("input_personal", { path }, { words: person });
  }
  const { cycles } = findCycles([...byId.keys()], (id) => {
    const whole = byId.get(id)?.partOf ?? null;
    return whole === null ? [] : [whole];
  });
  for (const cycle of cycles) {
    const path = [...pathOf(byId.get(cycle[0] ?? "") ?? plan), "part_of"];
    report.problem("input_cycle", { path }, { ids: cycleText(cycle) });
  }
  for (const task of tasks) {
    for (const id of task.report?.inputs ?? [])
      checkKnown(id, byId, "input_unknown", [...pathOf(task), "report", id], report);
    checkDuty(task, byId, [...pathOf(task), "report"], report);
  }
}

/** A duty asks for what is reported when it falls due: once and in windows only for what it names. */
function checkDuty(task: Task, byId: ReadonlyMap<string, TargetInput>, path: Path, report: Report): void {
  if (task.report === null) return;
  const { inputs } = task.report;
  const never = task.mode === "ongoing" || task.mode === "event";
  if (never || (inputs === null && task.mode !== "recurring"))
    report.problem("report_without_period", { path, part: "key" }, {});
  if (task.due.form !== "each_period") return;
  for (const id of inputs ?? []) {
    const every = byId.get(id)?.every ?? task.due.period;
    if (every === task.due.period) continue;
    const [input, duty] = [every, task.due.period].map((unit) => spellKeyword(unit, report.keys));
    const params = { id, input: input ?? "", duty: duty ?? "" };
    report.problem("report_other_period", { path: [...path, id] }, params);
  }
}

/** Written beside the targets, not in one: no owner stands for it. */
function isShared(path: Path): boolean {
  return path[0] === "inputs";
}
