// Lists assignments with filters, in keyset pages ordered by due date, plan and id.

import type { Page } from "../engine/engine.ts";
import type { Bucket } from "../execute/bucket.ts";
import type { AssignmentRow } from "../execute/rows.ts";
import type { Micros } from "../ledger/entry.ts";
import { bucketSql } from "./bucket.ts";
import { assignmentColumns } from "./columns.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";
import { type AssignmentRecord, assignmentOfRecord } from "./row-codec.ts";
import { seenSql, type Unseen, unseenParameters } from "./seen.ts";

/** Ids with the plan each belongs to, side by side. */
export interface PlanIds {
  planIds: readonly string[];
  ids: readonly string[];
}

/** Filters with everything resolved to ids; null: not filtered. */
export interface RowFilter {
  planId: string | null;
  ids: readonly string[] | null;
  agency: string | null;
  task: string | null;
  role: "lead" | "coordinator" | null;
  bucket: Bucket | null;
  open: boolean;
  of: string | null;
  tasks: PlanIds | null;
  /** Assignments of any of the tasks or of any of the agencies. */
  named: { tasks: PlanIds; agencies: PlanIds } | null;
  /** Only of these plans. */
  plans: readonly string[] | null;
  unseen: Unseen | null;
}

export const noFilter: RowFilter = {
  planId: null,
  ids: null,
  agency: null,
  task: null,
  role: null,
  bucket: null,
  open: false,
  of: null,
  tasks: null,
  named: null,
  plans: null,
  unseen: null,
};

interface Position {
  due: string;
  planId: string;
  id: string;
}

// No due date sorts last.
const never = "9223372036854775807";
const due = `coalesce(a.due_at, ${never})`;

// Each filter is a constant condition, so the text stays one and the planner still drops what is null.
const list = `select * from (
    select ${assignmentColumns("a")}, ${bucketSql("$1::bigint")} as bucket, ${due} as sort_due
    from kehoach.assignment a join kehoach.plan p on p.plan_id = a.plan_id
    where ($2::uuid is null or a.plan_id = $2)
      and ($3::uuid[] is null or a.id = any($3::uuid[]))
      and ($4::text is null or a.agency_id = $4)
      and ($5::text is null or a.task_id = $5)
      and ($6::text is null or a.role = $6)
      and (not $7::boolean or a.category not in ('done', 'cancelled'))
      and ($8::uuid is null or a."of" = $8)
      and ($14::uuid[] is null
        or (a.plan_id, a.task_id) in (select * from unnest($14::uuid[], $15::text[])))
      and ($16::uuid[] is null
        or (a.plan_id, a.task_id) in (select * from unnest($16::uuid[], $17::text[]))
        or (a.plan_id, a.agency_id) in (select * from unnest($18::uuid[], $19::text[])))
      and ($20::uuid[] is null or a.plan_id = any($20::uuid[]))
      and ${seenSql("a", 21)}
      and ($9::bigint is null or (${due}, a.plan_id, a.id) > ($9, $10::uuid, $11::uuid))
  ) a
  where $12::text is null or a.bucket = $12
  order by a.sort_due, a.plan_id, a.id
  limit $13::int`;

export type BucketRow = AssignmentRow & { bucket: Bucket };

export async function listAssignments(
  connection: Connection,
  filter: RowFilter,
  page: { after: string | null; limit: number },
  now: Micros,
): Promise<Page<BucketRow>> {
  const position = page.after === null ? null : positionOf(page.after);
  const records = await rowsOf(
    connection,
    hot<AssignmentRecord & { bucket: Bucket; sort_due: string }>(list, [
      now,
      filter.planId,
      filter.ids,
      filter.agency,
      filter.task,
      filter.role,
      filter.open,
      filter.of,
      position?.due ?? null,
      position?.planId ?? null,
      position?.id ?? null,
      filter.bucket,
      page.limit + 1,
      filter.tasks?.planIds ?? null,
      filter.tasks?.ids ?? null,
      filter.named?.tasks.planIds ?? null,
      filter.named?.tasks.ids ?? null,
      filter.named?.agencies.planIds ?? null,
      filter.named?.agencies.ids ?? null,
      filter.plans,
      ...unseenParameters(filter.unseen),
    ]),
  );
  const items = records
    .slice(0, page.limit)
    .map((record) => ({ ...assignmentOfRecord(record), bucket: record.bucket }));
  const last = records[page.limit - 1];
  const more = records.length > page.limit && last !== undefined;
  return { items, next: more ? `${last.sort_due}_${last.plan_id}_${last.id}` : null };
}

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const cursorPattern = new RegExp(`^(\\d{1,19})_(${uuid})_(${uuid})$`);

/** Null for a text that is no cursor of ours: the list then begins at the start. */
function positionOf(cursor: string): Position | null {
  const match = cursorPattern.exec(cursor);
  if (match === null || BigInt(match[1] ?? "") > BigInt(never)) return null;
  return { due: match[1] ?? "", planId: match[2] ?? "", id: match[3] ?? "" };
}
