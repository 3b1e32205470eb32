// Checks what a plan's nodes refer to inside the plan: ids, statements, cycles.

import { checkKnown, checkUnique } from "./check-ids.ts";
import { cycleText, findCycles } from "./find-cycles.ts";
import { spellKeyword } from "./keywords.ts";
import { builtInLifecycles } from "./lifecycles/built-in.ts";
import type { Path } from "./path.ts";
import { type Annotated, narrower, type Plan, type Task } from "./plan.ts";
import type { Report } from "./report.ts";

export interface ReferenceCheck {
  plan: Plan;
  paths: ReadonlyMap<object, Path>;
  report: Report;
  lostTargets: ReadonlySet<string>;
}

/** Returns the tasks in an order that respects what they wait for; null when they wait in a circle. */
export function checkReferences(check: ReferenceCheck): readonly Task[] | null {
  const { plan, paths, report, lostTargets } = check;
  const { objectives, tasks, targets, statements } = plan;
  for (const nodes of [objectives, tasks, targets, statements]) checkUnique(nodes, paths, report);
  for (const task of tasks) checkUnique(task.products, paths, report);
  const objectiveById = byId(objectives);
  const taskById = byId(tasks);
  const targetById = byId(targets);
  const pathOf = (node: object) => paths.get(node) ?? [];

  for (const objective of objectives) {
    if (objective.parent === null) continue;
    checkKnown(
      objective.parent,
      objectiveById,
      "objective_unknown",
      [...pathOf(objective), "parent"],
      report,
    );
  }
  for (const node of [...tasks, ...targets]) {
    if (node.objective === null) continue;
    checkKnown(node.objective, objectiveById, "objective_unknown", [...pathOf(node), "objective"], report);
  }
  const lifecycles = new Set([...Object.keys(plan.lifecycles), ...builtInLifecycles().keys()]);
  for (const task of tasks) {
    const path = pathOf(task);
    for (const id of task.after) checkKnown(id, taskById, "task_unknown", [...path, "after", id], report);
    const awaited = dueTask(task);
    if (awaited !== null)
      checkKnown(awaited, taskById, "task_unknown", [...path, "due", "completed"], report);
    if (task.visibility !== null && task.visibility !== narrower(plan.visibility, task.visibility)) {
      const stated = spellKeyword(plan.visibility, report.keys);
      report.problem("visibility_wider", { path: [...path, "visibility"] }, { plan: stated }, stated);
    }
    checkKnown(task.lifecycle, lifecycles, "lifecycle_unknown", [...path, "lifecycle"], report);
  }
  for (const target of targets) {
    if (target.type !== "composite") continue;
    for (const id of target.allOf) {
      if (lostTargets.has(id)) continue;
      checkKnown(id, targetById, "target_unknown", [...pathOf(target), "all_of", id], report);
    }
  }
  checkSources(check);

  const cycles = (
    code: "objective_cycle" | "task_cycle" | "target_cycle",
    nodes: ReadonlyMap<string, object>,
    key: string,
    edges: (id: string) => readonly string[],
  ) => {
    const search = findCycles([...nodes.keys()], edges);
    for (const cycle of search.cycles) {
      const [first = "", second = first] = cycle;
      const path = [...pathOf(nodes.get(first) ?? plan), key, second];
      report.problem(code, { path }, { ids: cycleText(cycle) });
    }
    return search;
  };
  cycles("objective_cycle", objectiveById, "parent", (id) => {
    const parent = objectiveById.get(id)?.parent ?? null;
    return parent === null ? [] : [parent];
  });
  cycles("target_cycle", targetById, "all_of", (id) => {
    const target = targetById.get(id);
    return target?.type === "composite" ? target.allOf : [];
  });
  const order = cycles("task_cycle", taskById, "after", (id) => {
    const task = taskById.get(id);
    if (task === undefined) return [];
    const awaited = dueTask(task);
    return awaited === null ? task.after : [...task.after, awaited];
  });
  return order.cycles.length > 0 ? null : order.order.flatMap((id) => taskById.get(id) ?? []);
}

/** Of several nodes with one id the first counts. */
function byId<Node extends { id: string }>(nodes: readonly Node[]): Map<string, Node> {
  const found = new Map<string, Node>();
  for (const node of nodes) if (node.id !== "" && !found.has(node.id)) found.set(node.id, node);
  return found;
}

/** The task whose completion a due counts from; null when it counts from nothing of the kind. */
function dueTask({ due }: Task): string | null {
  return due.form === "after" && due.event.on === "task" ? due.event.task : null;
}

/** Where a plan lists its statements, a source that looks like the id of one must be one. Other locators are free. */
function checkSources({ plan, paths, report }: ReferenceCheck): void {
  if (plan.statements.length === 0) return;
  const known = new Set(plan.statements.map((statement) => statement.id));
  // Inputs come last: one that has its target's source has the same list.
  const checked = new Set<readonly string[] | undefined>();
  const inputs = new Set<object>(plan.inputs);
  const nodes = [...paths].sort(([one], [other]) => Number(inputs.has(one)) - Number(inputs.has(other)));
  for (const [node, path] of nodes) {
    const { source } = node as Partial<Annotated>;
    if (checked.has(source)) continue;
    checked.add(source);
    for (const locator of source ?? []) {
      if (known.has(locator) || !/^[A-Za-z0-9][A-Za-z0-9-]*$/.test(locator)) continue;
      checkKnown(locator, known, "statement_unknown", [...path, "source", locator], report);
    }
  }
}
