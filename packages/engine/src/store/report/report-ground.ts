// Reads one plan as a report rests on it: its rows as recorded at an instant, and the numbers of their entries.

import type { ReportGround } from "../../execute/assemble-report.ts";
import type { PlanRows } from "../../execute/fold.ts";
import type { PlanRow } from "../../execute/rows.ts";
import type { Micros } from "../../ledger/entry.ts";
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
