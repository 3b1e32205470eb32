// Gathers what a report rests on, as one reader has it, under one snapshot of the database.

import type { CompiledPlan } from "../../compile/index.ts";
import { assembleReport, type ReportGround } from "../../execute/assemble-report.ts";
import type { ReportKey } from "../../execute/decide-report.ts";
import type { PeriodReport, ReportPeriod, ReportScope } from "../../execute/period-report.ts";
import type { EarlierReport } from "../../execute/report-changes.ts";
import type { PlanRow } from "../../execute/rows.ts";
import type { Micros } from "../../ledger/entry.ts";
import { type Connection, rowsOf } from "../../store/connection.ts";
import { causesBySql } from "../../store/count-causes.ts";
import { hot } from "../../store/database/open-database.ts";
import type { PlanCache } from "../../store/plan-cache.ts";
import { documentInForce, registerDocumentId } from "../../store/register-documents.ts";
import { checkEntries, earlierReport, frozenBody, frozenReport } from "../../store/report/frozen-reports.ts";
import { entrySeqs, rowsAt } from "../../store/report/report-ground.ts";
import { type PlanRecord, planOfRecord } from "../../store/row-codec.ts";
import { invalidRequest } from "../commands/complete-command.ts";
import { instantAsOf } from "../reads/as-of.ts";
import { seenAssignments } from "../reads/engine-figures.ts";
import {
  everything,
  findPlanRow,
  readPlans,
  type SeenPlan,
  type SightOf,
  unseenOf,
} from "../reads/engine-reads.ts";
import { usualStaleDays } from "../reads/figures-question.ts";
import { hiddenTargets } from "../targets/engine-targets.ts";
import { periodById, periodNamed } from "./report-period.ts";
import { type ReportedTargets, reportedTargets } from "./report-targets.ts";
import type { ReportQuestion } from "./reports.ts";

/** A question with everything it names looked up. */
export interface AskedReport {
  key: ReportKey;
  period: ReportPeriod;
  at: Micros;
  /** The plan it is on; null: on none in particular. */
  plan: { row: PlanRow; compiled: CompiledPlan } | null;
  /** The ledger that holds such reports; null: there is no register yet. */
  ledger: PlanRow | null;
}

/** Null: there is no such plan. Throws EngineError `request_invalid` for a period that is none, a regime the register
 *  does not have, and an instant to come. */
export async function askedReport(
  connection: Connection,
  cache: PlanCache,
  question: ReportQuestion,
  now: Micros,
): Promise<AskedReport | null> {
  const at = instantAsOf(question.asOf, now);
  const row = question.plan === undefined ? null : await findPlanRow(connection, question.plan);
  if (question.plan !== undefined && (row === null || row.kind !== "plan")) return null;
  const compiled = row === null ? null : await cache.compiled(connection, row.id, row.version);
  const regime = question.regime === undefined ? (compiled?.plan.regime ?? null) : question.regime;
  // A plan keeps to the version of the regime it is pinned to.
  const pinned = compiled?.pinned.regime ?? null;
  const since = regime !== null && pinned?.id === regime ? pinned.from : null;
  const period = await periodOf(connection, question.period, regime, since);
  return {
    key: { plan: row?.id ?? null, agency: question.agency ?? null, regime, period: period.id },
    period,
    at,
    plan: row === null || compiled === null ? null : { row, compiled },
    ledger: row ?? (await findPlanRow(connection, registerDocumentId)),
  };
}

/** `since`: the version of the regime by its first day; null: the one of the period's year. */
async function periodOf(
  connection: Connection,
  id: string,
  regimeId: string | null,
  since: string | null,
): Promise<ReportPeriod> {
  const named = periodNamed(id);
  if (named === null)
    throw invalidRequest({ field: "period", wanted: "2017-07, 2017-Q3, 2017-H1, 2017-9M, 2017" });
  const regime =
    regimeId === null
      ? null
      : await documentInForce(connection, "regime", regimeId, since ?? `${named.year}-07-01`);
  if (regimeId !== null && regime === null) throw invalidRequest({ field: "regime", wanted: "regime" });
  const period = periodById(id, regime);
  if (period === null) throw invalidRequest({ field: "period", wanted: regime?.title ?? "period" });
  return { regime: regimeId, id, from: period.from, to: period.to };
}

/** Null: the reader may not read the plan it is on. Call it inside a repeatable-read transaction. `sightOf` null: the
 *  host itself reads. */
export async function gatherReport(
  snapshot: Connection,
  cache: PlanCache,
  asked: AskedReport,
  sightOf: SightOf | null,
): Promise<PeriodReport | null> {
  const { key, period, at, ledger } = asked;
  const live = asked.plan === null ? await allPlans(snapshot) : [asked.plan.row];
  const found: SeenGround[] = [];
  for (const row of live) {
    const seen = await groundOf(snapshot, cache, row, at, sightOf);
    if (seen !== null && (key.agency === null || isIn(seen.ground, key.agency))) found.push(seen);
  }
  if (asked.plan !== null && found.length === 0 && !(await maySee(asked.plan, sightOf))) return null;
  const planIds = found.map(({ seen }) => seen.row.id);
  const causes =
    planIds.length === 0
      ? []
      : await causesBySql(snapshot, planIds, at, unseenOf(found.map(({ seen }) => seen)));
  const plans = found.map(({ ground }) => ({
    ...ground,
    causes: causes.filter(({ planId }) => planId === ground.plan.id),
  }));
  const reported: ReportedTargets[] = [];
  for (const { ground } of found) {
    const wanted = { at, through: period.to, period: period.id, agency: key.agency };
    reported.push(await reportedTargets(snapshot, cache, ground, wanted, sightOf));
  }
  const checks = ledger === null ? [] : await checkEntries(snapshot, ledger.id, at);
  return assembleReport({
    scope: scopeOf(asked, found),
    period,
    at,
    staleDays: usualStaleDays,
    plans,
    targets: reported.flatMap(({ targets }) => targets),
    readings: reported.flatMap(({ readings }) => readings),
    missing: reported.flatMap(({ missing }) => missing),
    narratives: reported.flatMap(({ narratives }) => narratives),
    checks: checks
      .filter((check) => ledger !== null && isSameKey(check.key, key))
      .map(({ seq, recordedAt, of, line, answer, reason }) => ({
        agency: of,
        answer,
        reason,
        planId: ledger?.id ?? "",
        seq,
        recordedAt,
        line,
      })),
    previous: await previousOf(snapshot, asked, found),
  });
}

interface SeenGround {
  seen: SeenPlan;
  ground: ReportGround;
}

async function allPlans(connection: Connection): Promise<PlanRow[]> {
  return (await rowsOf(connection, hot<PlanRecord>(readPlans))).map(planOfRecord);
}

async function groundOf(
  snapshot: Connection,
  cache: PlanCache,
  live: PlanRow,
  at: Micros,
  sightOf: SightOf | null,
): Promise<SeenGround | null> {
  const rows = await rowsAt(snapshot, live, at);
  if (rows === null) return null;
  // Replay begins with a row that knows neither kind nor document.
  const row = { ...rows.plan, documentId: live.documentId, kind: live.kind };
  const compiled = await cache.compiled(snapshot, row.id, row.version);
  const [sight = null] = sightOf === null ? [everything] : await sightOf([{ row, compiled }]);
  if (sight === null) return null;
  const assignments = seenAssignments(rows.assignments, sight);
  const ground = { plan: row, compiled, assignments, ...(await entrySeqs(snapshot, row)), causes: [] };
  return { seen: { row, compiled, sight }, ground };
}

/** Whether an agency has work in a plan, or figures to report for it. */
function isIn({ compiled, assignments }: ReportGround, agency: string): boolean {
  return (
    assignments.some(({ agencyId }) => agencyId === agency) ||
    [...compiled.inputs.values()].some(({ agencies }) => agencies.includes(agency))
  );
}

async function maySee(
  plan: { row: PlanRow; compiled: CompiledPlan },
  sightOf: SightOf | null,
): Promise<boolean> {
  if (sightOf === null) return true;
  const [sight = null] = await sightOf([plan]);
  return sight !== null;
}

function scopeOf({ key, plan }: AskedReport, found: readonly SeenGround[]): ReportScope {
  const { agency } = key;
  const knows = found.find(({ seen }) => agency !== null && seen.compiled.agencyName(agency) !== agency);
  return {
    plan:
      plan === null
        ? null
        : { id: plan.row.id, documentId: plan.row.documentId, title: plan.compiled.plan.title },
    agency:
      agency === null
        ? null
        : { id: agency, name: (knows?.seen.compiled ?? plan?.compiled)?.agencyName(agency) ?? agency },
  };
}

function isSameKey(one: ReportKey, other: ReportKey): boolean {
  return (
    one.plan === other.plan &&
    one.agency === other.agency &&
    one.regime === other.regime &&
    one.period === other.period
  );
}

async function previousOf(
  snapshot: Connection,
  { ledger, key, period }: AskedReport,
  found: readonly SeenGround[],
): Promise<EarlierReport | null> {
  if (ledger === null) return null;
  const id = await earlierReport(snapshot, ledger.id, key, period.to);
  const frozen = id === null ? null : await frozenReport(snapshot, id);
  if (frozen === null) return null;
  const whole: PeriodReport = JSON.parse(await frozenBody(snapshot, frozen.ledger, frozen.id));
  const hidden = new Map(found.map(({ seen }) => [seen.row.id, hiddenTargets(seen.compiled, seen.sight)]));
  const targets = whole.targets.filter(({ planId, id: target }) => hidden.get(planId)?.has(target) !== true);
  const report = { ...whole, targets };
  return { planId: frozen.ledger, seq: frozen.seq, number: frozen.number, report };
}
