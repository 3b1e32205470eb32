// Figures as officials report them: which cells count, and what the lines are drawn up by.

import { dateOfInstant, endOfDay } from "./calendar/index.ts";
import type { CompiledPlan } from "./compile/index.ts";
import { invalidRequest, throwIf } from "./complete-command.ts";
import type { Engine } from "./engine.ts";
import { findPlanRow, readPlans } from "./engine-reads.ts";
import { totalOf } from "./execute/bucket.ts";
import { type Cell, type CountedAt, cellsOf, countedAt } from "./execute/cell.ts";
import { figureLine } from "./execute/figures.ts";
import type { PlanRow } from "./execute/rows.ts";
import {
  type FigureKey,
  type FiguresQuestion,
  figuresFault,
  type NamedFigureLine,
  usualStaleDays,
} from "./figures-question.ts";
import type { Micros } from "./ledger/entry.ts";
import { type Connection, rowsOf } from "./store/connection.ts";
import { cellsBySql } from "./store/count-cells.ts";
import { hot } from "./store/database/open-database.ts";
import type { PlanCache } from "./store/plan-cache.ts";
import { type PlanRecord, planOfRecord } from "./store/row-codec.ts";
import { rowsAsOf } from "./store/rows-as-of.ts";

/** Plans with what their versions say, by id, in the order of document ids. */
type Plans = ReadonlyMap<string, CompiledPlan>;

export function engineFigures(
  connection: Connection,
  cache: PlanCache,
  now: () => Promise<Micros>,
): Pick<Engine, "figures"> {
  return {
    async figures(question = {}) {
      throwIf(figuresFault(question));
      const staleDays = question.staleDays ?? usualStaleDays;
      const present = await now();
      const at = countedAt(instantOf(question.asOf, present), staleDays);
      const rows = await rowsAsked(connection, question.plans);
      const tasks =
        question.by !== "plan" || question.objective !== undefined || question.field !== undefined;
      const { cells, plans } = await cellsAt(connection, cache, rows, at, tasks);
      const asked = cells.filter((cell) => isAsked(cell, plans, question));
      const requested = (planId: string, agencyId: string): boolean =>
        plans.get(planId)?.requested.has(agencyId) ?? false;
      return {
        at: at.now,
        staleDays,
        total: figureLine(asked, requested),
        lines: question.by === undefined ? [] : linesBy(question.by, asked, plans, requested),
      };
    },
  };
}

/** A date means its last instant, today's means now. Throws EngineError `request_invalid` for the future: nothing is
 *  recorded there. */
function instantOf(asOf: FiguresQuestion["asOf"], now: Micros): Micros {
  if (asOf === undefined) return now;
  const at = typeof asOf === "number" ? asOf : asOf === dateOfInstant(now) ? now : endOfDay(asOf, null) - 1;
  if (at > now) throw invalidRequest({ field: "question.asOf", wanted: `≤ ${dateOfInstant(now)}` });
  return at;
}

async function rowsAsked(connection: Connection, ids: readonly string[] | undefined): Promise<PlanRow[]> {
  if (ids === undefined) return (await rowsOf(connection, hot<PlanRecord>(readPlans))).map(planOfRecord);
  const found = new Map<string, PlanRow>();
  for (const id of ids) {
    const row = await findPlanRow(connection, id);
    if (row !== null && row.kind === "plan") found.set(row.id, row);
  }
  return [...found.values()].sort((a, b) => (a.documentId < b.documentId ? -1 : 1));
}

/** A plan nothing was entered in since is counted by SQL over its live rows; the others are replayed. */
async function cellsAt(
  connection: Connection,
  cache: PlanCache,
  rows: readonly PlanRow[],
  at: CountedAt,
  tasks: boolean,
): Promise<{ cells: Cell[]; plans: Plans }> {
  const plans = new Map<string, CompiledPlan>();
  const unchanged = rows.filter((row) => row.lastAt <= at.now).map(({ id }) => id);
  const cells = await cellsBySql(connection, unchanged, at, tasks);
  for (const row of rows) {
    const then = row.lastAt <= at.now ? null : await rowsAsOf(connection, row, at.now);
    if (then !== null) cells.push(...cellsOf(then.assignments.values(), then.plan.state, at));
    else if (row.lastAt > at.now) continue;
    plans.set(row.id, await cache.compiled(connection, row.id, (then?.plan ?? row).version));
  }
  return { cells, plans };
}

function isAsked(cell: Cell, plans: Plans, { agency, objective, field }: FiguresQuestion): boolean {
  if (agency !== undefined && cell.agencyId !== agency) return false;
  if (objective === undefined && field === undefined) return true;
  const compiled = plans.get(cell.planId);
  const task = taskOf(compiled, cell);
  if (compiled === undefined || task === undefined) return false;
  if (field !== undefined && !task.tags.includes(field)) return false;
  return objective === undefined || isWithin(compiled, task.objective, objective);
}

function taskOf(compiled: CompiledPlan | undefined, cell: Cell) {
  return cell.taskId === null ? undefined : compiled?.tasks.get(cell.taskId)?.task;
}

/** Whether an objective is the wanted one or stands below it; the language allows no cycles. */
function isWithin({ plan }: CompiledPlan, objective: string | null, wanted: string): boolean {
  for (let id = objective; id !== null; id = plan.objectives.find((each) => each.id === id)?.parent ?? null) {
    if (id === wanted) return true;
  }
  return false;
}

type LineName = Pick<NamedFigureLine, "planId" | "key" | "title">;

function linesBy(
  by: FigureKey,
  cells: readonly Cell[],
  plans: Plans,
  requested: (planId: string, agencyId: string) => boolean,
): NamedFigureLine[] {
  const groups = new Map<string, { name: LineName; cells: Cell[] }>();
  for (const cell of cells) {
    for (const name of namesOf(by, cell, plans)) {
      const id = JSON.stringify([name.planId, name.key]);
      const group = groups.get(id);
      if (group === undefined) groups.set(id, { name, cells: [cell] });
      else group.cells.push(cell);
    }
  }
  const lines = [...groups.values()].map(({ name, cells: own }) => ({
    ...name,
    ...figureLine(own, requested),
    isRequested: by === "agency" && own.every((cell) => requested(cell.planId, cell.agencyId)),
  }));
  return lines.sort(orderOf(by, plans));
}

function namesOf(by: FigureKey, cell: Cell, plans: Plans): LineName[] {
  const { planId, agencyId } = cell;
  const compiled = plans.get(planId);
  const task = taskOf(compiled, cell);
  switch (by) {
    case "agency":
      return [{ planId: null, key: agencyId, title: compiled?.agencyName(agencyId) ?? agencyId }];
    case "plan":
      return [{ planId, key: planId, title: compiled?.plan.title ?? planId }];
    case "task":
      return [{ planId, key: cell.taskId, title: task?.title ?? cell.taskId }];
    case "objective": {
      const key = task?.objective ?? null;
      const title = compiled?.plan.objectives.find(({ id }) => id === key)?.title ?? key;
      return [{ planId, key, title }];
    }
    case "field": {
      const fields = new Set(task?.tags);
      return fields.size === 0
        ? [{ planId: null, key: null, title: null }]
        : [...fields].map((key) => ({ planId: null, key, title: key }));
    }
  }
}

/** Agencies by what presses, fields by name, the rest as their documents have them. */
function orderOf(by: FigureKey, plans: Plans): (a: NamedFigureLine, b: NamedFigureLine) => number {
  const byKey = (a: NamedFigureLine, b: NamedFigureLine): number =>
    (a.key ?? "\uffff") < (b.key ?? "\uffff") ? -1 : 1;
  if (by === "agency") {
    return (a, b) =>
      Number(a.isRequested) - Number(b.isRequested) ||
      b.assignments.overdue - a.assignments.overdue ||
      totalOf(b.assignments) - totalOf(a.assignments) ||
      byKey(a, b);
  }
  if (by === "field") return byKey;
  const places = new Map<string, number>();
  const note = (planId: string, key: string | null): unknown =>
    places.set(JSON.stringify([planId, key]), places.size);
  for (const [planId, { plan }] of plans) {
    note(planId, planId);
    for (const { id } of by === "task" ? plan.tasks : plan.objectives) note(planId, id);
    note(planId, null);
  }
  const place = ({ planId, key }: NamedFigureLine): number =>
    places.get(JSON.stringify([planId, key])) ?? places.size;
  return (a, b) => place(a) - place(b) || byKey(a, b);
}
