// Counts of a plan's assignments by task and by agency, from the engine's figures.

import { buckets, type Counts as Counted, type NamedFigureLine, type ReadAs } from "@kehoach/engine";
import type { Bucket, Counts } from "../contract/index.ts";

export interface Tally {
  byTask: ReadonlyMap<string, Counts>;
  byAgency: ReadonlyMap<string, { counts: Counts; coordinations: Counts }>;
}

export async function tallyOf(reads: ReadAs, planId: string): Promise<Tally> {
  const [tasks, agencies] = await Promise.all([
    reads.figures({ plans: [planId], by: "task" }),
    reads.figures({ plans: [planId], by: "agency" }),
  ]);
  return {
    byTask: new Map(tasks.lines.map((line) => [line.key ?? "", leadCounts(line)])),
    byAgency: new Map(
      agencies.lines.map((line) => [
        line.key ?? "",
        { counts: leadCounts(line), coordinations: { ...line.coordinations } },
      ]),
    ),
  };
}

/** Assigned and requested agencies together, as the pages list them. */
function leadCounts({ assignments, requested }: NamedFigureLine): Counts {
  return sumOf(assignments, requested);
}

const pressingOrder = [
  "overdue",
  "due_soon",
  "in_time",
  "no_due_date",
  "awaiting_confirmation",
  "suspended",
  "done_late",
  "done_on_time",
  "withdrawn",
] as const satisfies readonly Bucket[];

/** The bucket of what presses most; null: there is nothing. */
export function pressingBucket(counts: Counted): Bucket | null {
  return pressingOrder.find((bucket) => counts[bucket] > 0) ?? null;
}

export function sumOf(a: Counted, b: Counted): Counts {
  const sum = { ...a };
  for (const bucket of buckets) sum[bucket] += b[bucket];
  return sum;
}
