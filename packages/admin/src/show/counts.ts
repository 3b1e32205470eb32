// Arithmetic of counts by bucket.

import type { AssignmentItem, Bucket, Counts } from "@kehoach/server/contract";
import { bucketOrder } from "../status/looks.ts";

export function countsOf(items: readonly Pick<AssignmentItem, "bucket">[]): Counts {
  const counts: Counts = {
    done_on_time: 0,
    done_late: 0,
    awaiting_confirmation: 0,
    in_time: 0,
    no_due_date: 0,
    due_soon: 0,
    overdue: 0,
    suspended: 0,
    withdrawn: 0,
  };
  for (const { bucket } of items) counts[bucket] += 1;
  return counts;
}

export function totalOf(counts: Counts): number {
  return bucketOrder.reduce((sum, bucket) => sum + counts[bucket], 0);
}

/** Counts of all minus counts of some. */
export function without(all: Counts, some: Counts): Counts {
  const rest = { ...all };
  for (const bucket of bucketOrder) rest[bucket] -= some[bucket];
  return rest;
}

export function plus(a: Counts, b: Counts): Counts {
  const sum = { ...a };
  for (const bucket of bucketOrder) sum[bucket] += b[bucket];
  return sum;
}

export function sumOf(counts: Counts, of: readonly Bucket[]): number {
  return of.reduce((sum, bucket) => sum + counts[bucket], 0);
}

/** Overdue first, then due soon, then by number of assignments. */
export function pressing(a: Counts, b: Counts): number {
  return b.overdue - a.overdue || b.due_soon - a.due_soon || totalOf(b) - totalOf(a);
}
