// Folds a plan's ledger up to an instant: its rows as they were recorded then.

import { newPlanRow } from "../execute/decide-issue.ts";
import { foldEntry, type PlanRows } from "../execute/fold.ts";
import type { PlanRow } from "../execute/rows.ts";
import type { EntryData, Micros } from "../ledger/entry.ts";
import type { Connection } from "./connection.ts";
import { entriesAfter } from "./read-entries.ts";

const page = 2000;

/** What was entered later does not count, whenever it happened. Null: the plan was not issued by then. */
export async function rowsAsOf(connection: Connection, live: PlanRow, at: Micros): Promise<PlanRows | null> {
  const rows: PlanRows = {
    plan: newPlanRow(live.id, live.documentId, live.kind),
    assignments: new Map(),
    readings: new Map(),
  };
  for (;;) {
    const after = rows.plan.seq;
    const entries = await entriesAfter(connection, live.id, { after, assignmentId: null, limit: page });
    for (const entry of entries) {
      if (entry.recordedAt > at) return rows.plan.seq === 0 ? null : rows;
      const data: EntryData = JSON.parse(entry.data);
      foldEntry(rows, entry, data);
    }
    if (entries.length < page) return rows.plan.seq === 0 ? null : rows;
  }
}
