// Locks plan rows for a batch, in id order, and reads the database's clock with them.

import type { PlanRow } from "../execute/rows.ts";
import type { Micros } from "../ledger/entry.ts";
import { planColumns } from "./columns.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";
import { type PlanRecord, planOfRecord } from "./row-codec.ts";

// clock_timestamp, because now() would stand still at the transaction's begin, before the lock was waited for. A lock
// that was waited for gives the newest plan row, but everything else in the statement is as old as the statement:
// `seen` is the head of that age, and tells whether the count and `due` can be trusted.
const lockPlans = `select ${planColumns}, (extract(epoch from clock_timestamp()) * 1e6)::bigint as db_now,
    (select s.head from kehoach.plan s where s.plan_id = p.plan_id) as seen,
    (select count(*) from unnest($2::uuid[], $3::text[]) as q(plan_id, request_id)
      cross join lateral (select 1 from kehoach.entry e
        where e.plan_id = q.plan_id and e.request_id = q.request_id offset 0) r) as recorded,
    exists (select 1 from kehoach.assignment a where a.plan_id = p.plan_id and a.wake_at <= greatest(p.last_at,
      coalesce($4::bigint, (extract(epoch from statement_timestamp()) * 1e6)::bigint))) as due
  from kehoach.plan p where plan_id = any($1::uuid[]) order by plan_id for update`;

export interface LockedPlans {
  /** The plans found, by id. */
  plans: Map<string, PlanRow>;
  /** The database's time; null when no plan was found. */
  databaseNow: Micros | null;
  /** True: none of the requests is recorded. False: they must be looked for. */
  allNew: boolean;
  /** Ids of the plans in which wake-ups may be due; in all others none is. */
  due: readonly string[];
}

/** `now`: the given one; null: the database's. */
export async function lockPlanRows(
  connection: Connection,
  planIds: readonly string[],
  requests: readonly { planId: string; requestId: string }[] = [],
  now: Micros | null = null,
): Promise<LockedPlans> {
  const records = await rowsOf(
    connection,
    hot<LockedRecord>(lockPlans, [
      planIds,
      requests.map((request) => request.planId),
      requests.map((request) => request.requestId),
      now,
    ]),
  );
  const plans = new Map(records.map((record) => [record.plan_id, planOfRecord(record)]));
  return {
    plans,
    databaseNow: records[0] === undefined ? null : Number(records[0].db_now),
    allNew: records.every((record) => record.seen === record.head && Number(record.recorded) === 0),
    due: records
      .filter((record) => record.due || record.seen !== record.head || isDue(record, now))
      .map((record) => record.plan_id),
  };
}

interface LockedRecord extends PlanRecord {
  db_now: string;
  seen: string;
  recorded: string;
  due: boolean;
}

function isDue({ wake_at, last_at, db_now }: LockedRecord, now: Micros | null): boolean {
  return wake_at !== null && Number(wake_at) <= Math.max(now ?? Number(db_now), Number(last_at));
}

const readClock = `select (extract(epoch from clock_timestamp()) * 1e6)::bigint as db_now`;

/** The database's clock. */
export async function databaseNow(connection: Connection): Promise<Micros> {
  const [row] = await rowsOf(connection, hot<{ db_now: string }>(readClock));
  return Number(row?.db_now);
}
