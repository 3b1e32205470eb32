// Reads reports of a period, live and frozen, with the free texts and the parts its reader may have.

import type { CompiledPlan } from "../../compile/index.ts";
import type { Actor } from "../../execute/command.ts";
import { judgeCheck, judgeReport, notOver } from "../../execute/decide-report.ts";
import type { LineCheck, NarrativePart, PeriodReport } from "../../execute/period-report.ts";
import { refuse } from "../../execute/refuse.ts";
import { reportPart } from "../../execute/report-part.ts";
import type { PlanRow } from "../../execute/rows.ts";
import { actsWithin, personsOf, presentActor } from "../../execute/stand-in.ts";
import { mayReadTexts, type Sight } from "../../execute/who-sees.ts";
import type { Micros } from "../../ledger/entry.ts";
import { type Connection, inTransaction } from "../../store/connection.ts";
import type { PlanCache } from "../../store/plan-cache.ts";
import { textsOf } from "../../store/read-entries.ts";
import {
  type FrozenReport,
  frozenBody,
  frozenReport,
  frozenReports,
} from "../../store/report/frozen-reports.ts";
import { presentReader } from "../../store/stand-in-of.ts";
import { throwIf } from "../commands/complete-command.ts";
import { findPlanRow, isUuid, type SightOf } from "../reads/engine-reads.ts";
import { sightsOf } from "../reads/sights-of.ts";
import { textsAs } from "../reads/texts-as.ts";
import { hiddenTargets } from "../targets/engine-targets.ts";
import { type AskedReport, askedReport, gatherReport } from "./report-matter.ts";
import { reportShapeFault } from "./report-shape.ts";
import type { ReadReports, ReportView } from "./reports.ts";

/** `actor` null: the host itself reads, and has everything. */
export function readReports(
  connection: Connection,
  cache: PlanCache,
  now: () => Promise<Micros>,
  actor: Actor | null,
): ReadReports {
  const sightOn = (on: Connection): SightOf | null =>
    actor === null ? null : sightsOf(on, () => presentReader(on, actor, now));

  return {
    async periodReport(question) {
      throwIf(reportShapeFault("question", question));
      const instant = await now();
      const asked = await askedReport(connection, cache, question, instant);
      if (asked === null) return null;
      return inTransaction(connection, "repeatable read", async (snapshot) => {
        const report = await gatherReport(snapshot, cache, asked, sightOn(snapshot));
        if (report === null) return null;
        return { ...(await view(snapshot, report, true)), allowed: allowedOn(asked, report, instant) };
      });
    },

    async reports(filter = {}) {
      throwIf(reportShapeFault("filter", filter));
      const { plan, agency = null, period = null, limit = 50 } = filter;
      const row = plan === undefined ? null : await findPlanRow(connection, plan);
      if (plan !== undefined && row === null) return [];
      const wanted = { ledger: row?.id ?? null, agency, period, limit };
      const found = await frozenReports(connection, wanted);
      const kept: FrozenReport[] = [];
      for (const frozen of found) if (await mayList(frozen)) kept.push(frozen);
      return kept;
    },

    async issuedReport(id) {
      if (!isUuid(id)) return null;
      const frozen = await frozenReport(connection, id);
      if (frozen === null) return null;
      const report: PeriodReport = JSON.parse(await frozenBody(connection, frozen.ledger, frozen.id));
      const part = await partFor(report);
      if (part === null) return null;
      return { frozen, ...(await view(connection, part.report, part.whole)) };
    },
  };

  function allowedOn({ key, plan, period }: AskedReport, report: PeriodReport, instant: Micros) {
    if (actor === null) return { issue: null, check: null };
    const present = presentActor(actor, instant);
    const { agency } = present;
    const hasLine = key.agency === null && report.figures.lines.some((line) => line.agency === agency);
    return {
      issue: judgeReport(present, key, plan?.compiled.plan ?? null) ?? notOver(period, instant),
      check:
        judgeCheck(present, agency ?? "") ??
        (hasLine ? null : refuse("not_in_report", { detail: agency ?? "" })),
    };
  }

  /** A list tells no more than that there is a report: whoever may read the plan may know. */
  async function mayList({ plan, agency }: FrozenReport): Promise<boolean> {
    if (actor === null || plan === null || (agency !== null && actsWithin(actor, agency))) return true;
    return (await sightsAt(connection, [plan])).has(plan);
  }

  /** What the actor sees of each of the plans he may read. */
  async function sightsAt(
    on: Connection,
    planIds: readonly string[],
  ): Promise<Map<string, { sight: Sight; compiled: CompiledPlan }>> {
    const sightOf = sightOn(on);
    const sights = new Map<string, { sight: Sight; compiled: CompiledPlan }>();
    for (const planId of planIds) {
      const plan = await planAt(on, planId);
      const [sight = null] = plan === null || sightOf === null ? [] : await sightOf([plan]);
      if (plan !== null && sight !== null) sights.set(planId, { sight, compiled: plan.compiled });
    }
    return sights;
  }

  async function planAt(
    on: Connection,
    planId: string,
  ): Promise<{ row: PlanRow; compiled: CompiledPlan } | null> {
    const row = await findPlanRow(on, planId);
    if (row === null || row.kind !== "plan") return null;
    return { row, compiled: await cache.compiled(on, row.id, row.version) };
  }

  /** The whole for whoever may read all it rests on, and for the agency it is about; else an agency's own part. */
  async function partFor(report: PeriodReport): Promise<{ report: PeriodReport; whole: boolean } | null> {
    const about = report.scope.agency?.id ?? null;
    if (actor === null || (about !== null && actsWithin(actor, about))) return { report, whole: true };
    const sights = await sightsAt(
      connection,
      report.ledgers.map(({ planId }) => planId),
    );
    const seesAll = report.ledgers.every(({ planId }) => sights.get(planId)?.sight.narrowed.size === 0);
    if (seesAll && (report.ledgers.length > 0 || report.scope.plan === null)) return { report, whole: true };
    const readable = new Map(
      [...sights].map(([id, { sight, compiled }]) => [id, hiddenTargets(compiled, sight)]),
    );
    for (const { agency } of personsOf(actor)) {
      const part = agency === null ? null : reportPart(report, agency, readable);
      if (part !== null) return { report: part, whole: false };
    }
    return null;
  }

  async function view(on: Connection, report: PeriodReport, whole: boolean): Promise<ReportView> {
    const wanted = Map.groupBy(
      [
        ...(await readableNarratives(on, report.narratives)).map(({ planId, digest }) => ({
          planId,
          digest,
        })),
        ...(await readableReasons(on, report.checks)),
      ],
      ({ planId }) => planId,
    );
    const texts: Record<string, string | null> = {};
    for (const { digest } of report.narratives) texts[digest] = null;
    for (const { reason } of report.checks) if (reason !== null) texts[reason] = null;
    for (const [planId, of] of wanted) {
      const stored = await textsOf(
        on,
        planId,
        of.map(({ digest }) => digest),
      );
      for (const { digest, body } of stored.values()) texts[digest] = body;
    }
    return { report, texts, whole };
  }

  async function readableNarratives(on: Connection, all: readonly NarrativePart[]): Promise<NarrativePart[]> {
    if (actor === null) return [...all];
    const kept: NarrativePart[] = [];
    for (const [planId, of] of Map.groupBy(all, (part) => part.planId)) {
      const plan = await planAt(on, planId);
      if (plan === null) continue;
      const ids = of.map(({ assignmentId }) => assignmentId);
      const isReadable = await textsAs(on, actor, plan.compiled, planId, ids);
      kept.push(...of.filter(({ assignmentId }) => isReadable(assignmentId)));
    }
    return kept;
  }

  /** Why a line is disputed is for its agency and for whoever draws up the report. */
  async function readableReasons(
    on: Connection,
    checks: readonly LineCheck[],
  ): Promise<{ planId: string; digest: string }[]> {
    const kept: { planId: string; digest: string }[] = [];
    for (const { agency, reason, planId } of checks) {
      if (reason === null) continue;
      if (actor === null || actsWithin(actor, agency) || (await drawsUp(on, planId)))
        kept.push({ planId, digest: reason });
    }
    return kept;
  }

  async function drawsUp(on: Connection, ledger: string): Promise<boolean> {
    if (actor === null) return true;
    const plan = await planAt(on, ledger);
    if (plan !== null) return mayReadTexts(actor, plan.compiled.plan, null);
    return personsOf(actor).some(({ roles }) =>
      roles.some((role) => role === "issuer" || role === "vice_chair" || role === "office"),
    );
  }
}
