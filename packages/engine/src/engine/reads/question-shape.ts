// What a question to the engine must look like at run time: filters, limits, ids.

import { isRealDate } from "../../calendar/index.ts";
import { buckets } from "../../execute/bucket.ts";
import { readingStatuses } from "../../execute/reading.ts";
import { historyKinds } from "../../ledger/history-kind.ts";
import {
  check,
  type Fault,
  flag,
  integer,
  object,
  oneOf,
  orNothing,
  storable,
  texts,
} from "../../shape-check.ts";

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

const day = check((value) => typeof value === "string" && isRealDate(value), "yyyy-mm-dd");
const targets = object({
  planId: orNothing(storable),
  at: orNothing(integer),
  through: orNothing(day),
  accepted: orNothing(flag),
});

/** The first fault of a question about targets. */
export function targetsFault(given: unknown): Fault | null {
  return targets(given, "question");
}

const readings = object({
  planId: storable,
  input: orNothing(storable),
  agency: orNothing(storable),
  period: orNothing(storable),
  status: orNothing(oneOf(...readingStatuses)),
  at: orNothing(integer),
});

/** The first fault of a question about readings. */
export function readingsFault(given: unknown): Fault | null {
  return readings(given, "question");
}

const duties = object({
  planId: storable,
  agency: orNothing(storable),
  period: orNothing(storable),
  at: orNothing(integer),
});

/** The first fault of a question about duties to report. */
export function dutiesFault(given: unknown): Fault | null {
  return duties(given, "question");
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
