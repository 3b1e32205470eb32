// Counts assignments by plan, role, agency and bucket in one pass.

import type { Bucket } from "../execute/bucket.ts";
import type { AssignmentRow } from "../execute/rows.ts";
import type { Micros } from "../ledger/entry.ts";
import { bucketSql } from "./bucket.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";
import { seenSql, type Unseen, unseenParameters } from "./seen.ts";

export interface BucketCount {
  planId: string;
  role: AssignmentRow["role"];
  agencyId: string;
  bucket: Bucket;
  count: number;
}

const count = `select plan_id, role, agency_id, bucket, count(*)::int as count from (
    select a.plan_id, a.role, a.agency_id, ${bucketSql("$1::bigint")} as bucket
    from kehoach.assignment a join kehoach.plan p on p.plan_id = a.plan_id
    where ($2::uuid is null or a.plan_id = $2) and ${seenSql("a", 3)}
  ) counted
  group by plan_id, role, agency_id, bucket`;

export async function countBuckets(
  connection: Connection,
  planId: string | null,
  now: Micros,
  unseen: Unseen | null = null,
): Promise<BucketCount[]> {
  const rows = await rowsOf(
    connection,
    hot<{ plan_id: string; role: AssignmentRow["role"]; agency_id: string; bucket: Bucket; count: number }>(
      count,
      [now, planId, ...unseenParameters(unseen)],
    ),
  );
  return rows.map((row) => ({
    planId: row.plan_id,
    role: row.role,
    agencyId: row.agency_id,
    bucket: row.bucket,
    count: Number(row.count),
  }));
}
