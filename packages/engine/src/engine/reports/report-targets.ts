// The targets of one plan with their readings, gaps and narratives, as a report takes them in.

import { acceptedIn } from "../../execute/accepted-readings.ts";
import type { ReportGround } from "../../execute/assemble-report.ts";
import type {
  EntryList,
  MissingFigure,
  NarrativePart,
  ReportTarget,
  TracedReading,
} from "../../execute/period-report.ts";
import type { ReadingRow } from "../../execute/reading.ts";
import type { TargetView } from "../../execute/target-view.ts";
import type { Target } from "../../language/target.ts";
import type { Micros } from "../../ledger/entry.ts";
import type { Connection } from "../../store/connection.ts";
import type { PlanCache } from "../../store/plan-cache.ts";
import { narrativeEntries } from "../../store/report/report-ground.ts";
import type { Page } from "../engine.ts";
import type { SightOf } from "../reads/engine-reads.ts";
import { type EngineTargets, engineTargets } from "../targets/engine-targets.ts";
import { reportTarget } from "./report-target.ts";

export interface ReportedTargets {
  targets: readonly ReportTarget[];
  readings: readonly TracedReading[];
  missing: readonly MissingFigure[];
  narratives: readonly NarrativePart[];
}

interface Wanted {
  at: Micros;
  /** Judged through the periods that had ended by this day. */
  through: string;
  /** The report's period, for what was written with its duties. */
  period: string;
  /** Only what this agency answers for or reports; null: all. */
  agency: string | null;
}

export async function reportedTargets(
  snapshot: Connection,
  cache: PlanCache,
  ground: ReportGround,
  wanted: Wanted,
  sightOf: SightOf | null,
): Promise<ReportedTargets> {
  const { plan, compiled } = ground;
  const { at, through, agency } = wanted;
  const reads = engineTargets(snapshot, cache, async () => at, sightOf);
  const views = (await reads.targets({ planId: plan.id, asOf: at, through, accepted: true })).filter(
    (view) => agency === null || concerns(ground, view, agency),
  );
  const readings = new Map<string, ReadingRow>();
  const targets: ReportTarget[] = [];
  const rowsBehind = new Map<string, readonly ReadingRow[]>();
  const isAccepted = acceptedIn(compiled, ground.assignments);
  const own = views.length === 0 ? [] : (await allReadings(reads, plan.id, at)).filter(isAccepted);
  for (const { target } of views) {
    const inputs = new Set(target.inputs);
    // What is reported under another document is looked up there.
    const elsewhere = target.inputs.some((id) => (compiled.inputs.get(id)?.input.from ?? null) !== null);
    const rows = elsewhere
      ? ((await reads.target(plan.id, target.id, { asOf: at, through, accepted: true }))?.readings ?? [])
      : own.filter(({ input }) => inputs.has(input));
    rowsBehind.set(target.id, rows);
    for (const row of rows) readings.set(`${row.planId} ${row.seq}`, row);
  }
  for (const view of views)
    targets.push(reportTarget(view, entriesBehind(ground, view.target, rowsBehind), compiled.agencyName));
  const titleOf = (input: string): string => compiled.inputs.get(input)?.input.title ?? input;
  const missing = new Map<string, MissingFigure>();
  for (const { reported } of views) {
    for (const gap of reported.missing) {
      if (agency !== null && gap.agency !== agency) continue;
      const { input, period, awaiting } = gap;
      const name = compiled.agencyName(gap.agency);
      const figure = {
        planId: plan.id,
        input,
        title: titleOf(input),
        agency: gap.agency,
        name,
        period,
        awaiting,
      };
      missing.set(JSON.stringify([input, gap.agency, period]), figure);
    }
  }
  return {
    targets,
    readings: [...readings.values()].map(({ planId, input, period, status, value, seq, ...row }) => ({
      planId,
      input,
      title: titleOf(input),
      agency: row.agency,
      name: compiled.agencyName(row.agency),
      period,
      status,
      value,
      seq,
    })),
    missing: [...missing.values()],
    narratives: await narrativesOf(snapshot, ground, wanted),
  };
}

async function allReadings(reads: EngineTargets, planId: string, at: Micros): Promise<ReadingRow[]> {
  const rows: ReadingRow[] = [];
  let after: string | null = null;
  do {
    const page: Page<ReadingRow> = await reads.readings({ planId, asOf: at }, { after, limit: 500 });
    rows.push(...page.items);
    after = page.next;
  } while (after !== null);
  return rows;
}

/** Whether the agency answers for the target, or reports one of its figures. */
function concerns({ compiled }: ReportGround, { target }: TargetView, agency: string): boolean {
  return (
    target.owner === agency ||
    target.inputs.some((id) => compiled.inputs.get(id)?.agencies.includes(agency) ?? false)
  );
}

/** The entries of its readings; for what is a task's completion, those of the task's assignments; for a target of
 *  several, those of its parts. */
function entriesBehind(
  { plan, compiled, assignments, entries }: ReportGround,
  target: Target,
  rowsBehind: ReadonlyMap<string, readonly ReadingRow[]>,
): EntryList[] {
  const parts =
    target.type === "composite" ? compiled.plan.targets.filter(({ id }) => target.allOf.includes(id)) : [];
  const seqs = new Map<string, Set<number>>();
  const note = (planId: string, seq: number): void => {
    const known = seqs.get(planId);
    if (known === undefined) seqs.set(planId, new Set([seq]));
    else known.add(seq);
  };
  for (const { id, inputs } of [target, ...parts]) {
    for (const row of rowsBehind.get(id) ?? []) note(row.planId, row.seq);
    const tasks = new Set(inputs.map((input) => compiled.inputs.get(input)?.input.task ?? null));
    for (const row of assignments) {
      if (row.role !== "lead" || !tasks.has(row.taskId)) continue;
      for (const seq of entries.get(row.id) ?? []) note(plan.id, seq);
    }
  }
  return [...seqs].map(([planId, of]) => ({ planId, seqs: [...of].sort((a, b) => a - b) }));
}

/** What agencies wrote with their duties to report for the period. */
async function narrativesOf(
  snapshot: Connection,
  { plan, compiled, assignments }: ReportGround,
  { period, agency }: Wanted,
): Promise<NarrativePart[]> {
  const duties = new Map(
    assignments
      .filter(
        (row) =>
          row.role === "lead" &&
          row.occurrence === period &&
          (agency === null || row.agencyId === agency) &&
          (compiled.tasks.get(row.taskId)?.task.report ?? null) !== null,
      )
      .map((row) => [row.id, row]),
  );
  const written = await narrativeEntries(snapshot, plan, [...duties.keys()]);
  return written.flatMap((one) => {
    const row = duties.get(one.assignmentId);
    if (row === undefined) return [];
    return [{ planId: plan.id, agency: row.agencyId, name: compiled.agencyName(row.agencyId), ...one }];
  });
}
