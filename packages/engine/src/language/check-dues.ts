// Checks dues against the plan's period, against what the task waits for, and against the regime.

import { shown } from "./date-text.ts";
import { spellKeyword } from "./keywords.ts";
import type { Path } from "./path.ts";
import type { Annotated, DateText, Due, Plan, Task } from "./plan.ts";
import type { RegimeDocument } from "./regime-document.ts";
import type { Report } from "./report.ts";

export interface DueCheck {
  plan: Plan;
  paths: ReadonlyMap<object, Path>;
  report: Report;
  /** Null: not at hand, so what it has is not checked. */
  regime: RegimeDocument | null;
  hasPeriod: boolean;
  /** Tasks after all they wait for; null when they wait in a circle. */
  order: readonly Task[] | null;
}

export function checkDues(check: DueCheck): void {
  const { plan, paths } = check;
  for (const task of plan.tasks) {
    const path = paths.get(task) ?? [];
    checkDue(check, task.due, task, [...path, "due"]);
    for (const window of task.windows) {
      const place = paths.get(window);
      if (place === undefined) continue;
      inPeriod(check, window.from, task, [...place, "from"]);
      inPeriod(check, window.to, task, [...place, "to"]);
    }
    for (const coordinator of task.coordinators) {
      if (coordinator.due === null) continue;
      checkDue(check, coordinator.due, coordinator, [...(paths.get(coordinator) ?? []), "due"]);
    }
  }
  for (const target of plan.targets) {
    const path = paths.get(target) ?? [];
    if (target.type === "milestone") checkDue(check, target.due, target, [...path, "due"]);
    if (target.regime !== null) ofPlan(check, target.regime, [...path, "regime"]);
  }
  for (const input of plan.inputs) {
    const path = paths.get(input) ?? [];
    const inherited = path[0] === "targets" && plan.targets.some(({ regime }) => regime === input.regime);
    if (input.regime !== null && !inherited) ofPlan(check, input.regime, [...path, "regime"]);
  }
  checkOrder(check);
}

function checkDue(check: DueCheck, due: Due, node: Annotated, path: Path): void {
  if (due.form === "date") inPeriod(check, due.date, node, path);
  if (due.form !== "each_period" || due.regime === null) return;
  const { regime, report } = check;
  const known = ofPlan(check, due.regime, [...path, "regime"]);
  if (!known || regime === null || regime.periods.some((period) => period.unit === due.period)) return;
  const period = spellKeyword(due.period, report.keys);
  report.problem("regime_lacks_period", { path: [...path, "every"] }, { regime: due.regime, period });
}

/** A plan is read against one regime. */
function ofPlan({ plan, report }: DueCheck, regime: string, path: Path): boolean {
  if (regime === plan.regime) return true;
  report.problem("due_needs_regime", { path }, { regime }, plan.regime);
  return false;
}

/** A signed text may say so all the same: then an understanding on the node lets it stand. */
function inPeriod({ plan, report, hasPeriod }: DueCheck, date: DateText, node: Annotated, path: Path): void {
  const { from, to } = plan.period;
  if (!hasPeriod || node.understood !== null || (from <= date && date <= to)) return;
  report.problem("due_outside_period", { path }, { date: shown(date), from: shown(from), to: shown(to) });
}

/** No task is due before one it waits for, directly or through tasks without a date. */
function checkOrder({ order, paths, report }: DueCheck): void {
  const latest = new Map<string, { task: string; date: DateText }>();
  for (const task of order ?? []) {
    let last: { task: string; date: DateText } | null = null;
    for (const id of task.after) {
      const before = latest.get(id);
      if (before !== undefined && (last === null || before.date > last.date)) last = before;
    }
    const date = task.due.form === "date" ? task.due.date : null;
    if (date !== null && last !== null && date < last.date && task.understood === null) {
      const path = [...(paths.get(task) ?? []), "due"];
      const params = { date: shown(date), task: last.task, other: shown(last.date) };
      report.problem("due_before_dependency", { path }, params);
    }
    if (date !== null && (last === null || date > last.date)) last = { task: task.id, date };
    if (last !== null) latest.set(task.id, last);
  }
}
