// Locks plan rows for a batch, in id order, and reads the database's clock with them.

import type { PlanRow } from "../execute/rows.ts";
import type { Micros } from "../ledger/entry.ts";
import { planColumns } from "./columns.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";
import { type PlanRecord, planOfRecord } from "./row-codec.ts";

// clock_timestamp, because now() would stand still at the transaction's begin, before the lock was waited for. A lock
// that was waited for gives the newest plan row, but everything else in the statement is as old as the statement:
// `seen` is the head of that age, and tells whether the count can be trusted.
const lockPlans = `select ${planColumns}, (extract(epoch from clock_timestamp()) * 1e6)::bigint as db_now,
    (select s.head from kehoach.plan s where s.plan_id = p.plan_id) as seen,
    (select count(*) from unnest($2::uuid[], $3::text[]) as q(plan_id, request_id)
      cross join lateral (select 1 from kehoach.entry e
        where e.plan_id = q.plan_id and e.request_id = q.request_id offset 0) r) as recorded
  from kehoach.plan p where plan_id = any($1::uuid[]) order by plan_id for update`;

export interface LockedPlans {
  /** The plans found, by id. */
  plans: Map<string, PlanRow>;
  /** The database's time; null when no plan was found. */
  databaseNow: Micros | null;
  /** True: none of the requests is recorded. False: they must be looked for. */
  allNew: boolean;
}

export async function lockPlanRows(
  connection: Connection,
  planIds: readonly string[],
  requests: readonly { planId: string; requestId: string }[] = [],
): Promise<LockedPlans> {
  const records = await rowsOf(
    connection,
    hot<PlanRecord & { db_now: string; seen: string; recorded: string }>(lockPlans, [
      planIds,
      requests.map((request) => request.planId),
      requests.map((request) => request.requestId),
    ]),
  );
  return {
    plans: new Map(records.map((record) => [record.plan_id, planOfRecord(record)])),
    databaseNow: records[0] === undefined ? null : Number(records[0].db_now),
    allNew: records.every((record) => record.seen === record.head && Number(record.recorded) === 0),
  };
}

const readClock = `select (extract(epoch from clock_timestamp()) * 1e6)::bigint as db_now`;

/** The database's clock. */
export async function databaseNow(connection: Connection): Promise<Micros> {
  const [row] = await rowsOf(connection, hot<{ db_now: string }>(readClock));
  return Number(row?.db_now);
}
