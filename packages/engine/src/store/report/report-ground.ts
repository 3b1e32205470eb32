// Reads one plan as a report rests on it: its rows as recorded at an instant, and the numbers of their entries.

import type { ReportGround } from "../../execute/assemble-report.ts";
import type { PlanRows } from "../../execute/fold.ts";
import { type NarrativePart, narrativeParts } from "../../execute/period-report.ts";
import type { PlanRow } from "../../execute/rows.ts";
import type { EntryData, Micros } from "../../ledger/entry.ts";
import { type Connection, rowsOf } from "../connection.ts";
import { hot } from "../database/open-database.ts";
import { readAllAssignments } from "../read-facts.ts";
import { rowsAsOf } from "../rows-as-of.ts";

/** Null: the plan was not issued by then. */
export async function rowsAt(connection: Connection, live: PlanRow, at: Micros): Promise<PlanRows | null> {
  if (live.lastAt > at) return rowsAsOf(connection, live, at);
  const rows = await readAllAssignments(connection, live.id);
  return { plan: live, assignments: new Map(rows.map((row) => [row.id, row])), readings: new Map() };
}

// What makes a plan's state, by the kinds of entries that may.
const readSeqs = `select assignment_id, json_agg(seq order by seq)::text as seqs from kehoach.entry
  where plan_id = $1 and seq <= $2::bigint and (assignment_id is not null
    or type in ('plan_issued', 'plan_amended', 'suspend', 'resume', 'withdraw', 'end'))
  group by assignment_id`;

/** Numbers of the entries about each assignment, and of those that made the plan's state, up to the plan's own. */
export async function entrySeqs(
  connection: Connection,
  plan: PlanRow,
): Promise<Pick<ReportGround, "entries" | "stateEntries">> {
  const found = await rowsOf(
    connection,
    hot<{ assignment_id: string | null; seqs: string }>(readSeqs, [plan.id, plan.seq]),
  );
  const entries = new Map<string, readonly number[]>();
  let stateEntries: readonly number[] = [];
  for (const { assignment_id, seqs } of found) {
    if (assignment_id === null) stateEntries = JSON.parse(seqs);
    else entries.set(assignment_id, JSON.parse(seqs));
  }
  return { entries, stateEntries };
}

const readNarratives = `select seq, assignment_id, data from kehoach.entry
  where plan_id = $1 and seq <= $2::bigint and assignment_id = any($3::uuid[])
    and data::jsonb #> '{texts}' ?| $4::text[]
  order by seq`;

/** The parts of narratives that came with these assignments, the last of each, up to the plan's own entry. */
export async function narrativeEntries(
  connection: Connection,
  plan: PlanRow,
  assignmentIds: readonly string[],
): Promise<Pick<NarrativePart, "assignmentId" | "part" | "seq" | "digest">[]> {
  if (assignmentIds.length === 0) return [];
  const found = await rowsOf(
    connection,
    hot<{ seq: string; assignment_id: string; data: string }>(readNarratives, [
      plan.id,
      plan.seq,
      assignmentIds,
      narrativeParts,
    ]),
  );
  const last = new Map<string, Pick<NarrativePart, "assignmentId" | "part" | "seq" | "digest">>();
  for (const { seq, assignment_id: assignmentId, data } of found) {
    const { texts = {} }: EntryData = JSON.parse(data);
    for (const part of narrativeParts) {
      const digest = texts[part];
      if (digest !== undefined)
        last.set(`${assignmentId} ${part}`, { assignmentId, part, seq: Number(seq), digest });
    }
  }
  return [...last.values()];
}
