// Figures as officials report them: which cells count, and what the lines are drawn up by.

import type { CompiledPlan } from "../../compile/index.ts";
import { totalOf } from "../../execute/bucket.ts";
import { type Cell, type CountedAt, cellsOf, countedAt } from "../../execute/cell.ts";
import { type CauseCount, figureLine } from "../../execute/figures.ts";
import type { AssignmentRow, PlanRow } from "../../execute/rows.ts";
import type { Sight } from "../../execute/who-sees.ts";
import type { Micros } from "../../ledger/entry.ts";
import { type Connection, rowsOf } from "../../store/connection.ts";
import { causesBySql } from "../../store/count-causes.ts";
import { cellsBySql } from "../../store/count-cells.ts";
import { hot } from "../../store/database/open-database.ts";
import type { PlanCache } from "../../store/plan-cache.ts";
import { type PlanRecord, planOfRecord } from "../../store/row-codec.ts";
import { rowsAsOf } from "../../store/rows-as-of.ts";
import { throwIf } from "../commands/complete-command.ts";
import type { Engine } from "../engine.ts";
import { instantAsOf } from "./as-of.ts";
import { everything, findPlanRow, readPlans, type SeenPlan, type SightOf, unseenOf } from "./engine-reads.ts";
import {
  type FigureKey,
  type FiguresQuestion,
  figuresFault,
  type NamedFigureLine,
  usualStaleDays,
} from "./figures-question.ts";

/** Plans with what their versions say, by id, in the order of document ids. */
type Plans = ReadonlyMap<string, CompiledPlan>;

/** Without `sightOf` the host itself asks, and everything counts. */
export function engineFigures(
  connection: Connection,
  cache: PlanCache,
  now: () => Promise<Micros>,
  sightOf: SightOf | null = null,
): Pick<Engine, "figures"> {
  return {
    async figures(question = {}) {
      throwIf(figuresFault(question));
      const staleDays = question.staleDays ?? usualStaleDays;
      const at = countedAt(instantAsOf(question.asOf, await now()), staleDays);
      const rows = await rowsAsked(connection, question.plans);
      const counted = await countAll(
        connection,
        cache,
        rows,
        at,
        sightOf ?? (async (plans) => plans.map(() => everything)),
      );
      const { plans } = counted;
      const isCounted = (one: CellOf): boolean => isAsked(one, plans, question);
      const cells = counted.cells.filter(isCounted);
      const causes = counted.causes.filter(isCounted);
      const requested = (planId: string, agencyId: string): boolean =>
        plans.get(planId)?.requested.has(agencyId) ?? false;
      return {
        at: at.now,
        staleDays,
        total: figureLine(cells, requested, causes),
        lines: question.by === undefined ? [] : linesBy(question.by, cells, causes, plans, requested),
      };
    },
  };
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

interface Counted {
  cells: Cell[];
  causes: CauseCount[];
  plans: Plans;
}

/** A plan nothing was entered in since is counted by SQL over its live rows; the others are replayed. */
async function countAll(
  connection: Connection,
  cache: PlanCache,
  rows: readonly PlanRow[],
  at: CountedAt,
  sightOf: SightOf,
): Promise<Counted> {
  const seen: SeenPlan[] = [];
  const unchanged: string[] = [];
  const cells: Cell[] = [];
  for (const live of rows) {
    const then = live.lastAt <= at.now ? null : await rowsAsOf(connection, live, at.now);
    if (live.lastAt > at.now && then === null) continue;
    const row = then?.plan ?? live;
    const compiled = await cache.compiled(connection, row.id, row.version);
    const [sight = null] = await sightOf([{ row, compiled }]);
    if (sight === null) continue;
    seen.push({ row, compiled, sight });
    if (then === null) unchanged.push(row.id);
    else cells.push(...cellsOf(seenAssignments(then.assignments, sight), row.state, at));
  }
  const unseen = unseenOf(seen);
  cells.push(...(await cellsBySql(connection, unchanged, at, true, unseen)));
  const returned = new Set(cells.flatMap(({ planId, returns }) => (returns > 0 ? [planId] : [])));
  const causes = returned.size === 0 ? [] : await causesBySql(connection, [...returned], at.now, unseen);
  return { cells, causes, plans: new Map(seen.map(({ row, compiled }) => [row.id, compiled])) };
}

/** What the SQL of `store/seen.ts` leaves to a reader, of replayed rows. */
export function seenAssignments(
  assignments: ReadonlyMap<string, AssignmentRow>,
  { narrowed, agency }: Sight,
): AssignmentRow[] {
  const rows = [...assignments.values()];
  if (narrowed.size === 0) return rows;
  return rows.filter((row) => {
    if (!narrowed.has(row.taskId) || row.agencyId === agency) return true;
    const lead = row.of === null ? undefined : assignments.get(row.of);
    return lead !== undefined && lead.agencyId === agency;
  });
}

type CellOf = Pick<Cell, "planId" | "taskId" | "agencyId">;

function isAsked(cell: CellOf, plans: Plans, { agency, objective, field, only }: FiguresQuestion): boolean {
  if (agency !== undefined && cell.agencyId !== agency) return false;
  const compiled = plans.get(cell.planId);
  const task = taskOf(compiled, cell);
  if (only !== undefined && isDuty(compiled, cell) !== (only === "reports")) return false;
  if (objective === undefined && field === undefined) return true;
  if (compiled === undefined || task === undefined) return false;
  if (field !== undefined && !task.tags.includes(field)) return false;
  return objective === undefined || isWithin(compiled, task.objective, objective);
}

/** A duty to report figures, also one that an amendment took out. */
function isDuty(compiled: CompiledPlan | undefined, { taskId }: CellOf): boolean {
  if (compiled === undefined || taskId === null) return false;
  const task = compiled.tasks.get(taskId)?.task ?? compiled.retired.get(taskId);
  return (task?.report ?? null) !== null;
}

function taskOf(compiled: CompiledPlan | undefined, cell: CellOf) {
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

interface Group {
  name: LineName;
  cells: Cell[];
  causes: CauseCount[];
}

function linesBy(
  by: FigureKey,
  cells: readonly Cell[],
  causes: readonly CauseCount[],
  plans: Plans,
  requested: (planId: string, agencyId: string) => boolean,
): NamedFigureLine[] {
  const groups = new Map<string, Group>();
  const groupsOf = (one: CellOf): Group[] =>
    namesOf(by, one, plans).map((name) => {
      const id = JSON.stringify([name.planId, name.key]);
      const group = groups.get(id) ?? { name, cells: [], causes: [] };
      groups.set(id, group);
      return group;
    });
  for (const cell of cells) for (const group of groupsOf(cell)) group.cells.push(cell);
  for (const cause of causes) for (const group of groupsOf(cause)) group.causes.push(cause);
  const lines = [...groups.values()].map((group) => ({
    ...group.name,
    ...figureLine(group.cells, requested, group.causes),
    isRequested: by === "agency" && group.cells.every((cell) => requested(cell.planId, cell.agencyId)),
  }));
  return lines.sort(orderOf(by, plans));
}

function namesOf(by: FigureKey, cell: CellOf, plans: Plans): LineName[] {
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
