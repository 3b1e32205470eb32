// What has changed since the report before: counts, verdicts, work done, overdue and given since.

import { type Bucket, buckets } from "./bucket.ts";
import type {
  PeriodReport,
  ReportChanges,
  ReportTarget,
  TracedAssignment,
  VerdictChange,
} from "./period-report.ts";

/** An issued report with where it stands. */
export interface EarlierReport {
  planId: string;
  seq: number;
  number: number;
  report: PeriodReport;
}

interface Now {
  /** Ids of the plans the report rests on. */
  plans: ReadonlySet<string>;
  assignments: readonly TracedAssignment[];
  targets: readonly ReportTarget[];
}

export function reportChanges({ planId, seq, number, report: then }: EarlierReport, now: Now): ReportChanges {
  const rows = now.assignments.filter(isCounted);
  // An assignment never goes: what is not there now is not for this reader.
  const present = new Set(rows.map(({ id }) => id));
  const before = new Map(
    then.assignments.filter((row) => isCounted(row) && present.has(row.id)).map((row) => [row.id, row]),
  );
  const newlyIn = (of: (row: TracedAssignment) => boolean): string[] =>
    rows
      .filter((row) => of(row) && !of(before.get(row.id) ?? { ...row, bucket: "withdrawn" }))
      .map(({ id }) => id);
  const count = (list: Iterable<TracedAssignment>, bucket: Bucket): number =>
    [...list].filter((row) => row.bucket === bucket).length;
  return {
    since: { planId, seq, period: then.period.id, number, at: then.at },
    figures: Object.fromEntries(
      buckets.map((bucket) => [bucket, count(rows, bucket) - count(before.values(), bucket)]),
    ) as Record<Bucket, number>,
    done: newlyIn(isDone),
    overdue: newlyIn(({ bucket }) => bucket === "overdue"),
    opened: rows.filter(({ id }) => !before.has(id)).map(({ id }) => id),
    verdicts: verdictChanges(
      then.targets.filter(({ planId }) => now.plans.has(planId)),
      now.targets,
    ),
  };
}

/** What official counts are made of. */
function isCounted({ role, requested }: TracedAssignment): boolean {
  return role === "lead" && !requested;
}

function isDone({ bucket }: Pick<TracedAssignment, "bucket">): boolean {
  return bucket === "done_on_time" || bucket === "done_late";
}

function verdictChanges(then: readonly ReportTarget[], now: readonly ReportTarget[]): VerdictChange[] {
  const keyOf = ({ planId, id }: ReportTarget): string => `${planId} ${id}`;
  const before = new Map(then.map((target) => [keyOf(target), target]));
  const present = new Set(now.map(keyOf));
  const gone = then.filter((target) => !present.has(keyOf(target)));
  return [
    ...now.map((target) => ({
      target,
      from: before.get(keyOf(target)) ?? null,
      to: target as ReportTarget | null,
    })),
    ...gone.map((target) => ({ target, from: target as ReportTarget | null, to: null })),
  ]
    .filter(({ from, to }) => from?.verdict !== to?.verdict)
    .map(({ target, from, to }) => ({
      planId: target.planId,
      target: target.id,
      title: target.title,
      from: from?.verdict ?? null,
      to: to?.verdict ?? null,
      valueFrom: from?.value ?? null,
      valueTo: to?.value ?? null,
    }));
}
