// From a number of a report to what it counts, and so to the entries it rests on.

import type { Bucket } from "./bucket.ts";
import type { AgeBand } from "./cell.ts";
import { pressing } from "./figures.ts";
import type { EntryList, PeriodReport, TracedAssignment } from "./period-report.ts";
import type { RateId } from "./rates.ts";

/** A number of a line. Rates have two. */
export type NumberName =
  | { of: "assignments" | "tasks" | "undated" | "stale" | "requested" | "coordinations"; bucket: Bucket }
  | { of: "ageing"; band: AgeBand }
  | { of: "returns" }
  | { of: "rate"; id: RateId; part: "numerator" | "denominator" };

/** The assignments a number counts, of one agency or, with null, of all. For `tasks`, those that put their task into
 *  the bucket. */
export function tracedIn(
  report: Pick<PeriodReport, "assignments">,
  agency: string | null,
  name: NumberName,
): readonly TracedAssignment[] {
  const rows = report.assignments.filter((row) => agency === null || row.agency === agency);
  const own = rows.filter((row) => row.role === "lead" && !row.requested);
  switch (name.of) {
    case "assignments":
      return own.filter(({ bucket }) => bucket === name.bucket);
    case "undated":
      return own.filter(({ bucket, dueOn }) => bucket === name.bucket && dueOn === null);
    case "stale":
      return own.filter(({ bucket, stale }) => bucket === name.bucket && stale);
    case "requested":
      return rows.filter(
        ({ role, requested, bucket }) => role === "lead" && requested && bucket === name.bucket,
      );
    case "coordinations":
      return rows.filter(({ role, bucket }) => role === "coordinator" && bucket === name.bucket);
    case "ageing":
      return own.filter(({ age }) => age === name.band);
    case "returns":
      return own.filter(({ returns }) => returns > 0);
    case "tasks": {
      const worst = new Map<string, Bucket>();
      for (const { planId, taskId, bucket } of own) {
        const known = worst.get(`${planId} ${taskId}`);
        if (known === undefined || pressing.indexOf(bucket) < pressing.indexOf(known))
          worst.set(`${planId} ${taskId}`, bucket);
      }
      return own.filter(
        ({ planId, taskId, bucket }) =>
          bucket === name.bucket && worst.get(`${planId} ${taskId}`) === name.bucket,
      );
    }
    case "rate":
      return own.filter((row) => counts(row, name.id, name.part));
  }
}

function counts(row: TracedAssignment, id: RateId, part: "numerator" | "denominator"): boolean {
  const done = row.bucket === "done_on_time" || row.bucket === "done_late";
  switch (id) {
    case "done_of_done_or_overdue":
      return done || (part === "denominator" && row.bucket === "overdue");
    case "done_of_due":
      if (!row.fallenDue || row.bucket === "suspended" || row.bucket === "withdrawn") return false;
      return done || part === "denominator";
    case "on_time_of_done":
      return part === "numerator" ? row.bucket === "done_on_time" : done;
  }
}

/** Their entries, ledger by ledger. */
export function entriesOf(rows: readonly TracedAssignment[]): readonly EntryList[] {
  const byPlan = Map.groupBy(rows, ({ planId }) => planId);
  return [...byPlan].map(([planId, of]) => ({
    planId,
    seqs: of.flatMap(({ entries }) => entries).sort((a, b) => a - b),
  }));
}
