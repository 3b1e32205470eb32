// Counts assignments in one pass, by everything figures look at.

import type { Bucket } from "../execute/bucket.ts";
import type { AgeBand, Cell, CountedAt } from "../execute/cell.ts";
import type { AssignmentRow } from "../execute/rows.ts";
import { bucketSql } from "./bucket.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";
import { seenSql, type Unseen, unseenParameters } from "./seen.ts";

interface CellRecord {
  plan_id: string;
  task_id: string | null;
  agency_id: string;
  role: AssignmentRow["role"];
  bucket: Bucket;
  dated: boolean;
  fallen_due: boolean;
  age: AgeBand | null;
  stale: boolean;
  count: number;
  returned: number;
  returns: number;
}

// The day in Vietnam as a number: seven hours ahead, in microseconds.
const day = (instant: string): string => `((${instant} + 25200000000) / 86400000000)::int`;

const countCells = (
  taskId: string,
  reworks: string,
): string => `select plan_id, task_id, agency_id, role, bucket, dated, fallen_due,
    age, stale, count(*)::int as count, count(*) filter (where reworks > 0)::int as returned,
    sum(reworks)::int as returns
  from (
    select *, case
        when bucket <> 'overdue' then null
        when days <= 30 then '1_30'
        when days <= 60 then '31_60'
        when days <= 90 then '61_90'
        else 'over_90'
      end as age,
      quiet and bucket not in ('done_on_time', 'done_late', 'withdrawn') as stale
    from (
      select a.plan_id, ${taskId} as task_id, a.agency_id, a.role, ${bucketSql("$1::bigint")} as bucket,
        a.due_at is not null as dated, coalesce(a.due_at <= $1::bigint, false) as fallen_due,
        ${day("coalesce(a.done_at, $1::bigint)")} - (a.due_on - date '1970-01-01') as days,
        a.touched_at < $2::bigint as quiet,
        ${reworks} as reworks
      from kehoach.assignment a join kehoach.plan p on p.plan_id = a.plan_id
      where ($3::uuid[] is null or a.plan_id = any($3)) and ${seenSql("a", 4)}
    ) judged
  ) banded
  group by plan_id, task_id, agency_id, role, bucket, dated, fallen_due, age, stale`;

const byTask = countCells("a.task_id", "coalesce((a.snapshot::jsonb #>> '{context,reworks}')::int, 0)");
// What every list of plans asks for: snapshots need not be parsed for it.
const byAgency = countCells("null::text", "0");

/** `planIds` null: of every plan. Without `tasks` tasks are not told apart and returns not counted, which makes far fewer
 *  cells. */
export async function cellsBySql(
  connection: Connection,
  planIds: readonly string[] | null,
  at: CountedAt,
  tasks: boolean,
  unseen: Unseen | null,
): Promise<Cell[]> {
  const records = await rowsOf(
    connection,
    hot<CellRecord>(tasks ? byTask : byAgency, [
      at.now,
      at.staleBefore,
      planIds,
      ...unseenParameters(unseen),
    ]),
  );
  return records.map((record) => ({
    planId: record.plan_id,
    taskId: record.task_id,
    agencyId: record.agency_id,
    role: record.role,
    bucket: record.bucket,
    dated: record.dated,
    fallenDue: record.fallen_due,
    age: record.age,
    stale: record.stale,
    count: Number(record.count),
    returned: Number(record.returned),
    returns: Number(record.returns),
  }));
}
