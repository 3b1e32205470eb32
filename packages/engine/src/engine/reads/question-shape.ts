// What a question to the engine must look like at run time: filters, limits, ids.

import { buckets } from "../../execute/bucket.ts";
import { historyKinds } from "../../ledger/history-kind.ts";
import { check, type Fault, flag, object, oneOf, orNothing, storable, texts } from "../../shape-check.ts";

const filter = object({
  planId: orNothing(storable),
  agency: orNothing(storable),
  task: orNothing(storable),
  objective: orNothing(storable),
  role: orNothing(oneOf("lead", "coordinator")),
  bucket: orNothing(oneOf(...buckets)),
  open: orNothing(flag),
  of: orNothing(storable),
  ids: orNothing(texts),
  text: orNothing(storable),
});

/** The first fault of a list's filter. */
export function filterFault(given: unknown): Fault | null {
  return filter(given, "filter");
}

const history = object({
  first: orNothing(oneOf("oldest", "newest")),
  kind: orNothing(oneOf(...historyKinds)),
  agency: orNothing(storable),
});

/** The first fault of what narrows a history. */
export function historyFault(given: unknown): Fault | null {
  return history(given, "options");
}

const effectId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:\d{1,15}:\d{1,9}$/;
const effectIds = check(
  (value) => Array.isArray(value) && value.every((id) => typeof id === "string" && effectId.test(id)),
  "ids of effects",
);

/** The first fault of effects' ids. */
export function effectIdsFault(ids: unknown): Fault | null {
  return effectIds(ids, "ids");
}

const positive = check((value) => Number.isSafeInteger(value) && Number(value) > 0, "integer ≥ 1");

/** The first fault of how many are wanted. */
export function limitFault(limit: unknown): Fault | null {
  return positive(limit, "limit");
}

const anchor = check((value) => {
  const { planId, seq, head } = Object(value) as Record<string, unknown>;
  return (
    typeof planId === "string" && Number.isSafeInteger(seq) && Number(seq) > 0 && typeof head === "string"
  );
}, "anchor");

/** The first fault of anchors to verify against. */
export function anchorsFault(anchors: readonly unknown[]): Fault | null {
  for (const each of anchors) {
    const fault = anchor(each, "anchor");
    if (fault !== null) return fault;
  }
  return null;
}
