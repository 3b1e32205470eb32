// The reading half of the engine: plans with their counts, assignments, history, buttons.

import { actorFault } from "./command-shape.ts";
import type { CompiledPlan } from "./compile/index.ts";
import { invalidRequest, isStorable, throwIf } from "./complete-command.ts";
import type {
  AllowedCommand,
  AssignmentFilter,
  AssignmentView,
  Engine,
  HistoryEntry,
  Page,
  PlanSummary,
} from "./engine.ts";
import { type Bucket, buckets } from "./execute/bucket.ts";
import { clockSteps } from "./execute/clock-steps.ts";
import type { Actor } from "./execute/command.ts";
import { buttons, planButtons } from "./execute/decide.ts";
import type { PlanRow } from "./execute/rows.ts";
import type { Micros } from "./ledger/entry.ts";
import { filterFault } from "./question-shape.ts";
import { planColumns } from "./store/columns.ts";
import { type Connection, rowsOf } from "./store/connection.ts";
import { type BucketCount, countBuckets } from "./store/count-buckets.ts";
import { hot } from "./store/database/open-database.ts";
import { listAssignments, noFilter, type PlanIds, type RowFilter } from "./store/list-assignments.ts";
import type { PlanCache } from "./store/plan-cache.ts";
import { entriesAfter, withTexts } from "./store/read-entries.ts";
import { readBatchFacts } from "./store/read-facts.ts";
import { type PlanRecord, planOfRecord } from "./store/row-codec.ts";
import { foldText } from "./words/fold-text.ts";

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
  "plans" | "plan" | "assignment" | "assignments" | "history" | "allowed" | "compiled"
>;

export function engineReads(connection: Connection, cache: PlanCache, now: () => Promise<Micros>): Reads {
  const compiledOf = (row: PlanRow): Promise<CompiledPlan> => cache.compiled(connection, row.id, row.version);

  async function summaryOf(row: PlanRow, counts: readonly BucketCount[]): Promise<PlanSummary> {
    const compiled = await compiledOf(row);
    const summary = {
      plan: row,
      title: compiled.plan.title,
      number: compiled.plan.number,
      counts: noCounts(),
      coordinations: noCounts(),
      requested: noCounts(),
    };
    for (const count of counts) {
      if (count.planId !== row.id) continue;
      const place =
        count.role === "coordinator"
          ? summary.coordinations
          : compiled.requested.has(count.agencyId)
            ? summary.requested
            : summary.counts;
      place[count.bucket] += count.count;
    }
    return summary;
  }

  async function rowFilter(filter: AssignmentFilter): Promise<RowFilter | null> {
    const planRow = filter.planId === undefined ? null : await findPlanRow(connection, filter.planId);
    if (filter.planId !== undefined && planRow === null) return null;
    if (filter.of !== undefined && !isUuid(filter.of)) return null;
    const { objective } = filter;
    const wanted = foldText(filter.text?.trim() ?? "");
    const plans = objective === undefined && wanted === "" ? [] : await compiledPlans(planRow);
    return {
      ...noFilter,
      planId: planRow?.id ?? null,
      agency: filter.agency ?? null,
      task: filter.task ?? null,
      role: filter.role ?? null,
      bucket: filter.bucket ?? null,
      open: filter.open ?? false,
      of: filter.of ?? null,
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

  /** The plan, or every plan, with its row's id. */
  async function compiledPlans(planRow: PlanRow | null): Promise<CompiledOf[]> {
    const rows =
      planRow === null ? (await rowsOf(connection, hot<PlanRecord>(readPlans))).map(planOfRecord) : [planRow];
    return Promise.all(rows.map(async (row) => ({ planId: row.id, compiled: await compiledOf(row) })));
  }

  return {
    async plans() {
      const rows = (await rowsOf(connection, hot<PlanRecord>(readPlans))).map(planOfRecord);
      const counts = await countBuckets(connection, null, await now());
      return Promise.all(rows.map((row) => summaryOf(row, counts)));
    },

    async plan(id) {
      const row = await findPlanRow(connection, id);
      if (row === null || row.kind !== "plan") return null;
      const counts = await countBuckets(connection, row.id, await now());
      const { plan } = await compiledOf(row);
      const sourceText = await cache.sourceText(connection, row.id, row.version);
      return { summary: await summaryOf(row, counts), plan, sourceText };
    },

    async compiled(planId) {
      const row = await findPlanRow(connection, planId);
      return row === null || row.kind !== "plan" ? null : compiledOf(row);
    },

    async assignment(planId, id): Promise<AssignmentView | null> {
      const row = await findPlanRow(connection, planId);
      if (row === null || !isUuid(id)) return null;
      const filter: RowFilter = { ...noFilter, planId: row.id, id };
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
      const row = await findPlanRow(connection, planId);
      const { assignmentId = null } = options;
      const limit = pageSize(options.limit, 100);
      const after = seqOf(options.after);
      if (row === null || (assignmentId !== null && !isUuid(assignmentId))) return { items: [], next: null };
      const entries = await entriesAfter(connection, row.id, { after, assignmentId, limit: limit + 1 });
      const items = await withTexts(connection, row.id, entries.slice(0, limit));
      return { items, next: entries.length > limit ? String(items.at(-1)?.seq ?? 0) : null };
    },

    async allowed(planId, assignmentId, actor: Actor): Promise<readonly AllowedCommand[]> {
      throwIf(actorFault(actor));
      const row = await findPlanRow(connection, planId);
      if (row === null || row.kind !== "plan") return [];
      const facts = { ...noFacts, plan: row, compiled: await compiledOf(row) };
      if (assignmentId === null) return planButtons(facts, actor);
      if (!isUuid(assignmentId)) return [];
      const { assignments } = await readBatchFacts(connection, [{ planId: row.id, assignmentId }], []);
      const assignment = assignments.get(assignmentId);
      if (assignment === undefined) return [];
      const about = {
        ...facts,
        assignment,
        lead: assignment.of === null ? null : (assignments.get(assignment.of) ?? null),
        coordinations: [...assignments.values()].filter((other) => other.of === assignment.id),
      };
      // What the clock would do first decides what is open, also before the sweeper has come by.
      const { row: current } = clockSteps(about, assignment, await now());
      return buttons({ ...about, assignment: current }, actor);
    },
  };
}

/** What a reader decides on beside the plan and its assignment. */
const noFacts = {
  assignment: null,
  lead: null,
  coordinations: [],
  all: null,
  demo: true,
  erasable: false,
};

function noCounts(): Record<Bucket, number> {
  return Object.fromEntries(buckets.map((bucket) => [bucket, 0])) as Record<Bucket, number>;
}

interface CompiledOf {
  planId: string;
  compiled: CompiledPlan;
}

/** Ids of tasks or agencies are a plan's own: the same id means something else in another plan. */
function idsOf(plans: readonly CompiledOf[], of: (plan: CompiledPlan) => readonly string[]): PlanIds {
  const found = plans.flatMap(({ planId, compiled }) => of(compiled).map((id) => ({ planId, id })));
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
function pageSize(asked: number | undefined, usual: number): number {
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
