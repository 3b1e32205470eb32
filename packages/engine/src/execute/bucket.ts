// The official bucket of an assignment: computed from its facts and one given now, never stored.

import type { Micros } from "../ledger/entry.ts";
import type { AssignmentRow, PlanState } from "./rows.ts";

/** The official buckets, in the order in which reports list them. */
export const buckets = [
  "done_on_time",
  "done_late",
  "awaiting_confirmation",
  "in_time",
  "due_soon",
  "overdue",
  "no_due_date",
  "suspended",
  "withdrawn",
] as const;
export type Bucket = (typeof buckets)[number];

/** How many of something are in each bucket. */
export type Counts = Readonly<Record<Bucket, number>>;

/** The same rules as the SQL of `store/bucket.ts`; a property test holds them equal. Submitted in time waits for
 *  confirmation and is not overdue, submitted late is. */
export function bucketOf(
  row: Pick<AssignmentRow, "category" | "dueAt" | "soonAt" | "doneAt">,
  plan: PlanState,
  now: Micros,
): Bucket {
  const { category, dueAt, soonAt, doneAt } = row;
  if (category === "done")
    return dueAt === null || doneAt === null || doneAt < dueAt ? "done_on_time" : "done_late";
  if (category === "cancelled" || plan === "withdrawn") return "withdrawn";
  if (category === "blocked" || plan === "suspended") return "suspended";
  if (doneAt !== null && (dueAt === null || doneAt < dueAt)) return "awaiting_confirmation";
  if (dueAt === null) return "no_due_date";
  if (dueAt <= now) return "overdue";
  return soonAt !== null && soonAt <= now ? "due_soon" : "in_time";
}

export function noCounts(): Record<Bucket, number> {
  return Object.fromEntries(buckets.map((bucket) => [bucket, 0])) as Record<Bucket, number>;
}

/** How many there are in all; what was withdrawn is not reported on and left out. */
export function totalOf(counts: Counts): number {
  return buckets.reduce((sum, bucket) => sum + (bucket === "withdrawn" ? 0 : counts[bucket]), 0);
}

/** Buckets of work that is still to be done or confirmed. */
export const openBuckets: readonly Bucket[] = [
  "awaiting_confirmation",
  "in_time",
  "due_soon",
  "overdue",
  "no_due_date",
  "suspended",
];
