// Holds what is stored against what was acknowledged: the promise of the engine, point by point.

import type { Engine, Entry } from "@kehoach/engine";
import type { Testimony } from "./witness.ts";

/** What was found wrong: a sentence, and how often. */
export type Violations = Map<string, { count: number; example: string }>;

export interface StoredCheck {
  violations: Violations;
  entries: number;
  /** Unanswered commands that turned out to be stored; and not stored. */
  storedUnanswered: number;
  lostUnanswered: number;
  wakeUps: number;
}

/** The engine must have been opened after the last kill. Sends every unanswered command again. */
export async function checkStored(
  engine: Engine,
  planIds: readonly string[],
  testimony: Testimony,
): Promise<StoredCheck> {
  const violations: Violations = new Map();
  const blame = (what: string, example: string) => {
    const known = violations.get(what);
    if (known === undefined) violations.set(what, { count: 1, example });
    else known.count += 1;
  };

  const before = await readStored(engine, planIds);
  const byRequest = groupByRequest(before);
  for (const [requestId, { command, entries }] of testimony.acknowledged) {
    const stored = byRequest.get(`${command.planId} ${requestId}`) ?? [];
    const same =
      stored.length === entries.length &&
      entries.every(([seq, hash], part) => stored[part]?.seq === seq && stored[part]?.hash === hash);
    if (stored.length === 0) blame("an acknowledged command is lost", requestId);
    else if (!same) blame("an acknowledged command is stored otherwise", requestId);
  }
  for (const requestId of testimony.refused.keys()) {
    if (planIds.some((planId) => byRequest.has(`${planId} ${requestId}`)))
      blame("a refused command is stored", requestId);
  }

  let storedUnanswered = 0;
  let lostUnanswered = 0;
  for (const [requestId, command] of testimony.open) {
    const stored = byRequest.get(`${command.planId} ${requestId}`);
    if (stored === undefined) lostUnanswered += 1;
    else storedUnanswered += 1;
    for (const time of ["once", "twice"]) {
      const outcome = await engine.dispatch(command);
      if (stored === undefined || !outcome.accepted) {
        // Not stored: the retry is a command like any other and may be refused by now, but never half taken.
        if (stored !== undefined) blame("a stored command is refused to its retry", requestId);
        continue;
      }
      const same =
        outcome.repeated && outcome.entries.every((entry, part) => entry.hash === stored[part]?.hash);
      if (!same) blame(`a stored command is stored again when sent ${time} more`, requestId);
    }
  }
  await engine.sweep();

  const after = await readStored(engine, planIds);
  for (const [request, entries] of groupByRequest(after)) {
    const whole = entries.every(
      (entry, part) => entry.part === part && entry.seq === (entries[0]?.seq ?? 0) + part,
    );
    if (!whole) blame("a request id is stored twice or in pieces", request);
  }
  const wakeUps = checkWakeUps(after, blame);
  await checkPlans(engine, planIds, blame);
  return { violations, entries: after.length, storedUnanswered, lostUnanswered, wakeUps };
}

async function checkPlans(
  engine: Engine,
  planIds: readonly string[],
  blame: (what: string, example: string) => void,
): Promise<void> {
  for (const planId of planIds) {
    const report = await engine.verify(planId);
    if (!report.intact)
      blame("a ledger does not verify", `${planId}: ${report.fault?.en} (${report.fault?.seq})`);
    const now = await engine.now();
    for (const bucket of ["overdue", "due_soon"] as const) {
      const { items } = await engine.assignments({ planId, bucket, open: true }, { limit: 500 });
      for (const row of items) {
        if (row.wakeAt !== null && row.wakeAt < now - lateness)
          blame("a wake-up is lost", `${row.id} at ${row.wakeAt}`);
      }
    }
  }
}

/** Virtual time the last sweep may lie back: the plans are looked at one after the other. */
const lateness = 10 * 86_400_000_000;

type StoredEntry = Pick<
  Entry,
  "planId" | "seq" | "requestId" | "part" | "hash" | "assignmentId" | "type" | "data"
>;

async function readStored(engine: Engine, planIds: readonly string[]): Promise<StoredEntry[]> {
  const rows = await engine.database.kysely
    .selectFrom("kehoach.entry")
    .select(["plan_id", "seq", "request_id", "part", "hash", "assignment_id", "type", "data"])
    .where("plan_id", "in", planIds)
    .orderBy("plan_id")
    .orderBy("seq")
    .orderBy("part")
    .execute();
  return rows.map((row) => ({
    planId: row.plan_id,
    seq: Number(row.seq),
    requestId: row.request_id,
    part: Number(row.part),
    hash: row.hash,
    assignmentId: row.assignment_id,
    type: row.type,
    data: row.data,
  }));
}

function groupByRequest(entries: readonly StoredEntry[]): Map<string, StoredEntry[]> {
  const groups = new Map<string, StoredEntry[]>();
  for (const entry of entries) {
    const key = `${entry.planId} ${entry.requestId}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return groups;
}

/** Each due is noticed once as due soon and once as overdue; a new due may be noticed anew. */
function checkWakeUps(
  entries: readonly StoredEntry[],
  blame: (what: string, example: string) => void,
): number {
  const noticed = new Map<string, Set<string>>();
  let wakeUps = 0;
  for (const entry of entries) {
    if (entry.assignmentId === null) continue;
    const key = `${entry.planId} ${entry.assignmentId}`;
    const seen = noticed.get(key) ?? new Set();
    noticed.set(key, seen);
    if (entry.type === "due_soon" || entry.type === "overdue") {
      wakeUps += 1;
      if (seen.has(entry.type))
        blame("a wake-up is noticed twice", `${key} ${entry.type} at entry ${entry.seq}`);
      seen.add(entry.type);
    } else if (entry.type === "adjust_due" && JSON.parse(entry.data).outcome.noticed === "nothing") {
      seen.clear();
    }
  }
  return wakeUps;
}
