// Reads what a batch of commands rests on, in one statement: targets, their relations, requests seen before.

import type { AssignmentRow } from "../execute/rows.ts";
import { assignmentColumns, entryColumns } from "./columns.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";
import { RecordedEntries } from "./recorded-entries.ts";
import { type AssignmentRecord, assignmentOfRecord, type EntryRecord, entryOfRecord } from "./row-codec.ts";

export interface BatchFacts {
  assignments: Map<string, AssignmentRow>;
  recorded: RecordedEntries;
}

// A target brings its coordinations (the lead's submit reads them) and its lead (a coordination's roles need it).
const readFacts = `with target as (
    select ${assignmentColumns("a")} from unnest($1::uuid[], $2::uuid[]) as t(plan_id, id)
    join kehoach.assignment a on a.plan_id = t.plan_id and a.id = t.id
  )
  select 'a' as what, row_to_json(target)::text as row from target
  union all
  select 'a', row_to_json(c)::text from target
    cross join lateral (select ${assignmentColumns("x")} from kehoach.assignment x
      where x.plan_id = target.plan_id and x."of" = target.id offset 0) c
  union all
  select 'a', row_to_json(l)::text from target
    cross join lateral (select ${assignmentColumns("x")} from kehoach.assignment x
      where x.plan_id = target.plan_id and x.id = target."of" offset 0) l
  union all
  select 'e', row_to_json(r)::text from unnest($3::uuid[], $4::text[]) as q(plan_id, request_id)
    cross join lateral (select ${entryColumns("e")} from kehoach.entry e
      where e.plan_id = q.plan_id and e.request_id = q.request_id offset 0) r`;

export async function readBatchFacts(
  connection: Connection,
  targets: readonly { planId: string; assignmentId: string }[],
  requests: readonly { planId: string; requestId: string }[],
): Promise<BatchFacts> {
  const found = await rowsOf(
    connection,
    hot<{ what: "a" | "e"; row: string }>(readFacts, [
      targets.map((target) => target.planId),
      targets.map((target) => target.assignmentId),
      requests.map((request) => request.planId),
      requests.map((request) => request.requestId),
    ]),
  );
  const facts: BatchFacts = { assignments: new Map(), recorded: new RecordedEntries() };
  for (const { what, row } of found) {
    const record: unknown = JSON.parse(row);
    if (what === "a") {
      const assignment = assignmentOfRecord(record as AssignmentRecord);
      facts.assignments.set(assignment.id, assignment);
    } else {
      facts.recorded.add(entryOfRecord(record as EntryRecord));
    }
  }
  facts.recorded.inOrder();
  return facts;
}

const readAll = `select ${assignmentColumns("a")} from kehoach.assignment a
  where a.plan_id = $1 order by a.opened_at, a.id`;

/** Every assignment of a plan. */
export async function readAllAssignments(connection: Connection, planId: string): Promise<AssignmentRow[]> {
  return (await readAssignmentRecords(connection, planId)).map(assignmentOfRecord);
}

/** The same, as they are stored. */
export function readAssignmentRecords(
  connection: Connection,
  planId: string,
): Promise<readonly AssignmentRecord[]> {
  return rowsOf(connection, hot<AssignmentRecord>(readAll, [planId]));
}
