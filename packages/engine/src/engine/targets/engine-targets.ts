// Readings and targets as readers ask for them: what stands, how targets stand by it, what a duty to report asks for.

import { dateOfInstant } from "../../calendar/index.ts";
import type { CompiledPlan } from "../../compile/index.ts";
import { type DutyCounts, dutyCounts } from "../../execute/duty-counts.ts";
import { type ReadingRow, readingKey } from "../../execute/reading.ts";
import type { PlanRow } from "../../execute/rows.ts";
import type { Sources } from "../../execute/target-figures.ts";
import type { ReportForm, TargetDetail, TargetView } from "../../execute/target-view.ts";
import { viewTarget } from "../../execute/view-target.ts";
import type { Sight } from "../../execute/who-sees.ts";
import type { Micros } from "../../ledger/entry.ts";
import type { Connection } from "../../store/connection.ts";
import type { PlanCache } from "../../store/plan-cache.ts";
import { PlanReadings, targetSources } from "../../store/target-sources.ts";
import { throwIf } from "../commands/complete-command.ts";
import type { Page } from "../engine.ts";
import { type AsOf, instantAsOf } from "../reads/as-of.ts";
import { seenAssignments } from "../reads/engine-figures.ts";
import { engineReads, everything, findPlanRow, pageSize, type SightOf } from "../reads/engine-reads.ts";
import { reportForm } from "./report-form.ts";
import { targetDetail } from "./target-detail.ts";
import {
  type DutiesQuestion,
  type ReadingsQuestion,
  type TargetQuestion,
  type TargetsQuestion,
  targetsQuestionFault,
} from "./targets-question.ts";

export interface EngineTargets {
  /** What stands of what agencies reported, in order of input, agency, period and status; `after` is `next` of the page
   *  before, and anything else begins at the start. Default limit 100, at most 500. Empty where there is no such plan.
   *  Throws EngineError `request_invalid`. */
  readings(
    question: ReadingsQuestion,
    page?: { after?: string | null; limit?: number },
  ): Promise<Page<ReadingRow>>;
  /** Every target of a plan, judged, in the plan's order; figures are exact fractions over BigInt, which `rationalText`
   *  of `@kehoach/engine/measure` writes as text. Empty where there is no such plan. Throws EngineError
   *  `request_invalid`. */
  targets(question: TargetsQuestion): Promise<readonly TargetView[]>;
  /** One target with its readings, its formulas with numbers put in, and the tasks it goes with; null: there is none.
   *  Throws EngineError `request_invalid`. */
  target(planId: string, id: string, question?: TargetQuestion): Promise<TargetDetail | null>;
  /** A plan's duties to report by agency and period, in order of period: on time, late, missing, sent back. Empty where
   *  there is no such plan. Throws EngineError `request_invalid`. */
  reportDuties(question: DutiesQuestion): Promise<readonly DutyCounts[]>;
  /** What a duty to report asks for now; null: there is no such assignment, or it is no such duty. */
  reportForm(planId: string, assignmentId: string): Promise<ReportForm | null>;
}

/** Without `sightOf` the host itself asks, and sees everything. Whoever may read a plan reads its targets and their
 *  readings; one whose objective's tasks are all kept from him is kept from him too. */
export function engineTargets(
  connection: Connection,
  cache: PlanCache,
  now: () => Promise<Micros>,
  sightOf: SightOf | null = null,
): EngineTargets {
  const others = {
    rowOf: (documentId: string) => findPlanRow(connection, documentId),
    compiled: (row: PlanRow) => cache.compiled(connection, row.id, row.version),
  };

  /** The plan as it was at the instant, if the reader may read it. */
  async function planAt(id: string, asOf: AsOf | undefined): Promise<PlanThen | null> {
    const at = instantAsOf(asOf, await now());
    const live = await findPlanRow(connection, id);
    if (live === null || live.kind !== "plan") return null;
    const then = await PlanReadings.at(connection, live, at);
    if (then === null) return null;
    const compiled = await others.compiled(then.row);
    const sights = sightOf === null ? [everything] : await sightOf([{ row: then.row, compiled }]);
    const sight = sights[0] ?? null;
    return sight === null ? null : { then, compiled, at, hidden: hiddenTargets(compiled, sight), sight };
  }

  function sourcesOf({ then, compiled, at }: PlanThen, accepted = false): Promise<Sources> {
    return targetSources(connection, then, compiled, { at, accepted }, others);
  }

  return {
    async readings(question, page = {}) {
      throwIf(targetsQuestionFault("readings", question));
      const { input, agency, period, status } = question;
      const plan = await planAt(question.planId, question.asOf);
      if (plan === null) return { items: [], next: null };
      const hidden = hiddenInputs(plan.compiled, plan.hidden);
      const all = (await plan.then.readings()).filter(
        (row) =>
          !hidden.has(row.input) &&
          (input === undefined || row.input === input) &&
          (agency === undefined || row.agency === agency) &&
          (period === undefined || row.period === period) &&
          (status === undefined || row.status === status),
      );
      const limit = pageSize(page.limit, 100);
      const after = all.findIndex((row) => readingKey(row) === page.after);
      const items = all.slice(after + 1, after + 1 + limit);
      const last = items.at(-1);
      const more = last !== undefined && after + 1 + limit < all.length;
      return { items, next: more ? readingKey(last) : null };
    },

    async targets(question) {
      throwIf(targetsQuestionFault("targets", question));
      const plan = await planAt(question.planId, question.asOf);
      if (plan === null) return [];
      const sources = await sourcesOf(plan, question.accepted);
      const through = question.through ?? dateOfInstant(plan.at);
      return plan.compiled.plan.targets
        .filter(({ id }) => !plan.hidden.has(id))
        .map((target) => viewTarget(plan.then.row.id, plan.compiled, sources, target, through).view);
    },

    async target(planId, id, question = {}) {
      throwIf(targetsQuestionFault("target", question));
      const plan = await planAt(planId, question.asOf);
      const target = plan?.compiled.plan.targets.find((one) => one.id === id);
      if (plan === null || target === undefined || plan.hidden.has(id)) return null;
      const sources = await sourcesOf(plan, question.accepted);
      const through = question.through ?? dateOfInstant(plan.at);
      const judged = viewTarget(plan.then.row.id, plan.compiled, sources, target, through);
      return targetDetail(plan.compiled, sources, judged, through, plan.sight);
    },

    async reportDuties(question) {
      throwIf(targetsQuestionFault("duties", question));
      const { agency, period } = question;
      const plan = await planAt(question.planId, question.asOf);
      if (plan === null) return [];
      const { then, compiled, at, sight } = plan;
      const rows = new Map((await then.assignments()).map((row) => [row.id, row]));
      return dutyCounts(compiled, seenAssignments(rows, sight), at).filter(
        (line) =>
          (agency === undefined || line.agency === agency) &&
          (period === undefined || line.period === period),
      );
    },

    async reportForm(planId, assignmentId) {
      const assignment = await engineReads(connection, cache, now, sightOf).assignment(planId, assignmentId);
      const plan = assignment === null ? null : await planAt(planId, undefined);
      if (assignment === null || plan === null) return null;
      return reportForm(plan.compiled, assignment, await plan.then.readings());
    },
  };
}

interface PlanThen {
  then: PlanReadings;
  compiled: CompiledPlan;
  at: Micros;
  sight: Sight;
  /** Ids of targets kept from the reader. */
  hidden: ReadonlySet<string>;
}

/** Ids of the plan's targets kept from a reader of such a sight. */
export function hiddenTargets({ plan }: CompiledPlan, { narrowed }: Sight): Set<string> {
  const hidden = new Set<string>();
  if (narrowed.size === 0) return hidden;
  const byObjective = Map.groupBy(plan.tasks, ({ objective }) => objective);
  for (const { id, objective } of plan.targets) {
    const tasks = objective === null ? [] : (byObjective.get(objective) ?? []);
    if (tasks.length > 0 && tasks.every((task) => narrowed.has(task.id))) hidden.add(id);
  }
  return hidden;
}

/** Inputs that only hidden targets read. */
function hiddenInputs({ plan }: CompiledPlan, hidden: ReadonlySet<string>): Set<string> {
  const read = (wanted: boolean) =>
    plan.targets.filter(({ id }) => hidden.has(id) === wanted).flatMap(({ inputs }) => inputs);
  const seen = new Set(read(false));
  return new Set(read(true).filter((id) => !seen.has(id)));
}
