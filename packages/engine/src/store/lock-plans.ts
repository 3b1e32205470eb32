// Locks plan rows for a batch, in id order, and reads the database's clock with them.

import type { PlanRow } from "../execute/rows.ts";
import type { Micros } from "../ledger/entry.ts";
import { planColumns } from "./columns.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";
import { type PlanRecord, planOfRecord } from "./row-codec.ts";

// clock_timestamp, because now() would stand still at the transaction's begin, before the lock was waited for.
const lockPlans = `select ${planColumns}, (extract(epoch from clock_timestamp()) * 1e6)::bigint as db_now
  from kehoach.plan where plan_id = any($1::uuid[]) order by plan_id for update`;

/** The plans found, by id, and the database's time; null when no plan was found. */
export async function lockPlanRows(
  connection: Connection,
  planIds: readonly string[],
): Promise<{ plans: Map<string, PlanRow>; databaseNow: Micros | null }> {
  const records = await rowsOf(connection, hot<PlanRecord & { db_now: string }>(lockPlans, [planIds]));
  return {
    plans: new Map(records.map((record) => [record.plan_id, planOfRecord(record)])),
    databaseNow: records[0] === undefined ? null : Number(records[0].db_now),
  };
}

const readClock = `select (extract(epoch from clock_timestamp()) * 1e6)::bigint as db_now`;

/** The database's clock. */
export async function databaseNow(connection: Connection): Promise<Micros> {
  const [row] = await rowsOf(connection, hot<{ db_now: string }>(readClock));
  return Number(row?.db_now);
}
