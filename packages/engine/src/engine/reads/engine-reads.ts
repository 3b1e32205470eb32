// The reading half of the engine: plans with their counts, assignments, history, buttons.

import type { CompiledPlan } from "../../compile/index.ts";
import { type Cell, countedAt } from "../../execute/cell.ts";
import type { Actor } from "../../execute/command.ts";
import { buttons, planButtons } from "../../execute/decide.ts";
import { judgeAmending } from "../../execute/decide-amend.ts";
import { judgeErasing } from "../../execute/decide-plan.ts";
import { figureLine } from "../../execute/figures.ts";
import type { PlanRow } from "../../execute/rows.ts";
import { type Sight, withoutTasks } from "../../execute/who-sees.ts";
import type { Micros } from "../../ledger/entry.ts";
import { planColumns } from "../../store/columns.ts";
import { type Connection, rowsOf } from "../../store/connection.ts";
import { cellsBySql } from "../../store/count-cells.ts";
import { hot } from "../../store/database/open-database.ts";
import { listAssignments, noFilter, type PlanIds, type RowFilter } from "../../store/list-assignments.ts";
import type { PlanCache } from "../../store/plan-cache.ts";
import { entriesAfter, entriesAmong, withTexts } from "../../store/read-entries.ts";
import { type PlanRecord, planOfRecord } from "../../store/row-codec.ts";
import { tasksSeenThrough, type Unseen } from "../../store/seen.ts";
import { presentReader } from "../../store/stand-in-of.ts";
import { foldText } from "../../words/fold-text.ts";
import { actorFault } from "../commands/command-shape.ts";
import { invalidRequest, isStorable, throwIf } from "../commands/complete-command.ts";
import type {
  AllowedCommand,
  AssignmentFilter,
  AssignmentView,
  Engine,
  HistoryEntry,
  Page,
  PlanSummary,
} from "../engine.ts";
import { factsNow, factsOfPlan } from "../facts-now.ts";
import { usualStaleDays } from "./figures-question.ts";
import { filterFault, historyFault } from "./question-shape.ts";

/** Every plan, by document id. */
export const readPlans = `select ${planColumns} from kehoach.plan where kind = 'plan' order by document_id, plan_id`;
const readPlan = `select ${planColumns} from kehoach.plan where plan_id = $1`;
const readPlanByDocument = `select ${planColumns} from kehoach.plan where document_id = $1`;
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** The ids the plan language allows; anything else is nobody's. */
const documentIdPattern = /^[a-z0-9][a-z0-9-]{0,62}$/;

export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}

/** A plan's row by its id or its document id; null when there is none. */
export async function findPlanRow(connection: Connection, id: string): Promise<PlanRow | null> {
  if (typeof id !== "string" || !isStorable(JSON.stringify(id))) return null;
  if (!isUuid(id) && !documentIdPattern.test(id)) return null;
  const [record] = await rowsOf(
    connection,
    hot<PlanRecord>(isUuid(id) ? readPlan : readPlanByDocument, [id]),
  );
  return record === undefined ? null : planOfRecord(record);
}

type Reads = Pick<
  Engine,
  "plans" | "plan" | "assignment" | "assignments" | "history" | "allowed" | "allowedOnText" | "compiled"
>;

/** What a reader sees of each of the plans, in their order; null: he may not read it. */
export type SightOf = (
  plans: readonly { row: PlanRow; compiled: CompiledPlan }[],
) => Promise<readonly (Sight | null)[]>;

export const everything: Sight = { narrowed: new Set(), agency: null };

/** Without `sightOf` the host itself reads, and sees everything. */
export function engineReads(
  connection: Connection,
  cache: PlanCache,
  now: () => Promise<Micros>,
  sightOf: SightOf | null = null,
): Reads {
  const compiledOf = (row: PlanRow): Promise<CompiledPlan> => cache.compiled(connection, row.id, row.version);

  /** Of these rows, the plans the reader may read. */
  async function seenPlans(rows: readonly PlanRow[]): Promise<SeenPlan[]> {
    const plans = await Promise.all(rows.map(async (row) => ({ row, compiled: await compiledOf(row) })));
    const sights = sightOf === null ? plans.map(() => everything) : await sightOf(plans);
    return plans.flatMap((plan, index) => {
      const sight = sights[index] ?? null;
      return sight === null ? [] : [{ ...plan, sight }];
    });
  }

  async function allPlanRows(): Promise<PlanRow[]> {
    return (await rowsOf(connection, hot<PlanRecord>(readPlans))).map(planOfRecord);
  }

  /** The plan with this id, where it is one and the reader may read it. */
  async function seenPlan(id: string): Promise<SeenPlan | null> {
    const row = await findPlanRow(connection, id);
    if (row === null || row.kind !== "plan") return null;
    return (await seenPlans([row]))[0] ?? null;
  }

  function summaryOf({ row, compiled }: SeenPlan, cells: readonly Cell[]): PlanSummary {
    const line = figureLine(cells, (_, agency) => compiled.requested.has(agency));
    return {
      plan: row,
      title: compiled.plan.title,
      number: compiled.plan.number,
      counts: line.assignments,
      coordinations: line.coordinations,
      requested: line.requested,
      rates: line.rates,
    };
  }

  async function cellsNow(planIds: readonly string[] | null, unseen: Unseen | null): Promise<Cell[]> {
    return cellsBySql(connection, planIds, countedAt(await now(), usualStaleDays), false, unseen);
  }

  async function rowFilter(filter: AssignmentFilter): Promise<RowFilter | null> {
    const only = filter.planId === undefined ? null : await seenPlan(filter.planId);
    if (filter.planId !== undefined && only === null) return null;
    if (filter.of !== undefined && !isUuid(filter.of)) return null;
    const { objective } = filter;
    const wanted = foldText(filter.text?.trim() ?? "");
    // Whoever sees everything and asks for nothing that is written in plans need not have them all compiled.
    const needed = objective !== undefined || wanted !== "" || sightOf !== null;
    const plans = only !== null ? [only] : needed ? await seenPlans(await allPlanRows()) : [];
    return {
      ...noFilter,
      planId: only?.row.id ?? null,
      plans: sightOf !== null && only === null ? plans.map(({ row }) => row.id) : null,
      unseen: unseenOf(plans),
      agency: filter.agency ?? null,
      task: filter.task ?? null,
      role: filter.role ?? null,
      bucket: filter.bucket ?? null,
      open: filter.open ?? false,
      of: filter.of ?? null,
      ids: filter.ids?.filter(isUuid) ?? null,
      tasks:
        objective === undefined ? null : idsOf(plans, (plan) => tasksWhere(plan, objectiveIs(objective))),
      named:
        wanted === ""
          ? null
          : {
              tasks: idsOf(plans, (plan) =>
                tasksWhere(plan, (task) => foldText(task.title).includes(wanted)),
              ),
              agencies: idsOf(plans, (plan) => agenciesNamed(plan, wanted)),
            },
    };
  }

  return {
    async plans() {
      const plans = await seenPlans(await allPlanRows());
      const cells = Map.groupBy(await cellsNow(null, unseenOf(plans)), ({ planId }) => planId);
      return plans.map((plan) => summaryOf(plan, cells.get(plan.row.id) ?? []));
    },

    async plan(id) {
      const seen = await seenPlan(id);
      if (seen === null) return null;
      const { row, compiled } = seen;
      const unseen = unseenOf([seen]);
      const cells = await cellsNow([row.id], unseen);
      const hidden = new Set(seen.sight.narrowed);
      if (unseen !== null)
        for (const task of await tasksSeenThrough(connection, row.id, unseen)) hidden.delete(task);
      const sourceText = await cache.sourceText(connection, row.id, row.version);
      return { summary: summaryOf(seen, cells), plan: withoutTasks(compiled.plan, hidden), sourceText };
    },

    async compiled(planId, version) {
      const seen = await seenPlan(planId);
      if (seen === null || version === undefined) return seen?.compiled ?? null;
      if (!Number.isInteger(version) || version < 1 || version > seen.row.version) return null;
      return cache.compiled(connection, seen.row.id, version);
    },

    async assignment(planId, id): Promise<AssignmentView | null> {
      const seen = await seenPlan(planId);
      if (seen === null || !isUuid(id)) return null;
      const filter: RowFilter = { ...noFilter, planId: seen.row.id, ids: [id], unseen: unseenOf([seen]) };
      const { items } = await listAssignments(connection, filter, { after: null, limit: 1 }, await now());
      return items[0] ?? null;
    },

    async assignments(filter, page = {}): Promise<Page<AssignmentView>> {
      throwIf(filterFault(filter));
      const limit = pageSize(page.limit, 50);
      const resolved = await rowFilter(filter);
      if (resolved === null) return { items: [], next: null };
      return listAssignments(connection, resolved, { after: page.after ?? null, limit }, await now());
    },

    async history(planId, options = {}): Promise<Page<HistoryEntry>> {
      const { assignmentId = null, first = "oldest", kind = null, agency = null } = options;
      throwIf(historyFault({ first, ...(kind !== null && { kind }), ...(agency !== null && { agency }) }));
      const limit = pageSize(options.limit, 100);
      const after = seqOf(options.after);
      const seen = sightOf === null ? null : await seenPlan(planId);
      // The host may read the register's entries too, which is no plan.
      const row = sightOf === null ? await findPlanRow(connection, planId) : (seen?.row ?? null);
      if (row === null || (assignmentId !== null && !isUuid(assignmentId))) return { items: [], next: null };
      const unseen = seen === null ? null : unseenOf([seen]);
      const about = { after, assignmentId, limit: limit + 1, unseen };
      const entries =
        first === "oldest" && kind === null && agency === null
          ? await entriesAfter(connection, row.id, about)
          : await entriesAmong(connection, row.id, { ...about, first, kind, agency });
      const items = await withTexts(connection, row.id, entries.slice(0, limit));
      return { items, next: entries.length > limit ? String(items.at(-1)?.seq ?? 0) : null };
    },

    async allowed(planId, assignmentId, actor: Actor): Promise<readonly AllowedCommand[]> {
      throwIf(actorFault(actor));
      const row = await findPlanRow(connection, planId);
      if (row === null || row.kind !== "plan") return [];
      const ofPlan = factsOfPlan(row, await compiledOf(row));
      const instant = await now();
      const present = await presentReader(connection, actor, async () => instant);
      if (assignmentId === null) return planButtons(ofPlan, present);
      if (!isUuid(assignmentId)) return [];
      const facts = await factsNow(connection, cache, ofPlan, assignmentId, instant);
      return facts === null ? [] : buttons(facts, present);
    },

    async allowedOnText(planId, actor) {
      throwIf(actorFault(actor));
      const row = await findPlanRow(connection, planId);
      if (row === null || row.kind !== "plan") return null;
      const ofPlan = factsOfPlan(row, await compiledOf(row));
      const present = await presentReader(connection, actor, now);
      return { amend: judgeAmending(ofPlan, present), erase: judgeErasing(ofPlan, present) };
    },
  };
}

export interface SeenPlan {
  row: PlanRow;
  compiled: CompiledPlan;
  sight: Sight;
}

/** What the reader does not see of these plans; null: he sees all of them. */
export function unseenOf(plans: readonly SeenPlan[]): Unseen | null {
  const kept = plans.flatMap(({ row, sight }) => [...sight.narrowed].map((id) => ({ planId: row.id, id })));
  if (kept.length === 0) return null;
  const agency = plans[0]?.sight.agency ?? null;
  return { planIds: kept.map(({ planId }) => planId), taskIds: kept.map(({ id }) => id), agency };
}

/** Ids of tasks or agencies are a plan's own: the same id means something else in another plan. */
function idsOf(plans: readonly SeenPlan[], of: (plan: CompiledPlan) => readonly string[]): PlanIds {
  const found = plans.flatMap(({ row, compiled }) => of(compiled).map((id) => ({ planId: row.id, id })));
  return { planIds: found.map(({ planId }) => planId), ids: found.map(({ id }) => id) };
}

type Task = CompiledPlan["plan"]["tasks"][number];

function tasksWhere({ plan }: CompiledPlan, wanted: (task: Task) => boolean): string[] {
  return plan.tasks.filter(wanted).map((task) => task.id);
}

const objectiveIs = (objective: string) => (task: Task) => task.objective === objective;

function agenciesNamed({ organisation }: CompiledPlan, wanted: string): string[] {
  return organisation
    .all()
    .filter((agency) => foldText(`${agency.name} ${agency.abbreviation ?? ""}`).includes(wanted))
    .map((agency) => agency.id);
}

const longestPage = 500;

/** How many items a page has; more than the longest page is the longest page. Throws EngineError `request_invalid`. */
export function pageSize(asked: number | undefined, usual: number): number {
  const limit = asked === Number.POSITIVE_INFINITY ? longestPage : (asked ?? usual);
  if (!Number.isInteger(limit)) throw invalidRequest({ field: "limit", wanted: `1–${longestPage}` });
  return Math.max(1, Math.min(limit, longestPage));
}

/** A history's cursor: an entry's seq, as a number or as `next` of a page. Throws EngineError `request_invalid`. */
function seqOf(after: number | string | null | undefined): number {
  const seq = Number(after ?? 0);
  if (!Number.isSafeInteger(seq)) throw invalidRequest({ field: "after", wanted: "seq" });
  return seq;
}
