// Arithmetic of counts by bucket.

import type { Bucket, Counts } from "@kehoach/server/contract";
import { bucketOrder } from "../status/looks.ts";

export function totalOf(counts: Counts): number {
  return bucketOrder.reduce((sum, bucket) => sum + counts[bucket], 0);
}

/** Counts of all minus counts of some. */
export function without(all: Counts, some: Counts): Counts {
  const rest = { ...all };
  for (const bucket of bucketOrder) rest[bucket] -= some[bucket];
  return rest;
}

export function sumOf(counts: Counts, of: readonly Bucket[]): number {
  return of.reduce((sum, bucket) => sum + counts[bucket], 0);
}

/** Overdue first, then due soon, then by number of assignments. */
export function pressing(a: Counts, b: Counts): number {
  return b.overdue - a.overdue || b.due_soon - a.due_soon || totalOf(b) - totalOf(a);
}
