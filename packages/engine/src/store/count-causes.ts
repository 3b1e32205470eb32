// Counts why work was sent back, where its cause was recorded, from the ledger's entries.

import type { CauseCount } from "../execute/figures.ts";
import type { AssignmentRow } from "../execute/rows.ts";
import type { Micros } from "../ledger/entry.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";
import { seenSql, type Unseen, unseenParameters } from "./seen.ts";

interface CauseRecord {
  plan_id: string;
  task_id: string;
  agency_id: string;
  role: AssignmentRow["role"];
  cause: string;
  count: number;
}

const countCauses = `select plan_id, task_id, agency_id, role, cause, count(*)::int as count from (
    select a.plan_id, a.task_id, a.agency_id, a.role, e.data::jsonb #>> '{facts,cause}' as cause
    from kehoach.entry e
    join kehoach.assignment a on a.plan_id = e.plan_id and a.id = e.assignment_id
    where e.plan_id = any($1::uuid[]) and e.type = 'rework' and e.recorded_at <= $2::bigint and ${seenSql("a", 3)}
  ) returned
  where cause is not null
  group by plan_id, task_id, agency_id, role, cause`;

/** Returns recorded up to an instant. */
export async function causesBySql(
  connection: Connection,
  planIds: readonly string[],
  at: Micros,
  unseen: Unseen | null,
): Promise<CauseCount[]> {
  const records = await rowsOf(
    connection,
    hot<CauseRecord>(countCauses, [planIds, at, ...unseenParameters(unseen)]),
  );
  return records.map((record) => ({
    planId: record.plan_id,
    taskId: record.task_id,
    agencyId: record.agency_id,
    role: record.role,
    cause: record.cause,
    count: Number(record.count),
  }));
}
