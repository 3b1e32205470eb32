// What a reader does not see of plans, as a condition over assignments, and the circles around the ones he does.

import type { Circle } from "../execute/who-sees.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";

/** Tasks kept from a reader, side by side with their plans; of these he sees what his agency holds or had asked for. */
export interface Unseen {
  planIds: readonly string[];
  taskIds: readonly string[];
  agency: string | null;
}

/** Whether an assignment is seen; takes three parameters from `$first` on, those of `unseenParameters`. */
export function seenSql(alias: string, first: number): string {
  const [plans, tasks, agency] = [`$${first}::uuid[]`, `$${first + 1}::text[]`, `$${first + 2}::text`];
  return `(${plans} is null
    or (${alias}.plan_id, ${alias}.task_id) not in (select * from unnest(${plans}, ${tasks}))
    or ${alias}.agency_id = ${agency}
    or exists (select 1 from kehoach.assignment l
      where l.plan_id = ${alias}.plan_id and l.id = ${alias}."of" and l.agency_id = ${agency}))`;
}

/** Null: nothing is kept from the reader. */
export function unseenParameters(unseen: Unseen | null): unknown[] {
  return unseen === null || unseen.planIds.length === 0
    ? [null, null, null]
    : [unseen.planIds, unseen.taskIds, unseen.agency];
}

const readTasks = `select distinct a.task_id from kehoach.assignment a
  where a.plan_id = $1 and a.task_id = any($3::text[]) and ${seenSql("a", 2)}`;

/** Those of the kept tasks of one plan that the reader sees through an assignment. */
export async function tasksSeenThrough(
  connection: Connection,
  planId: string,
  { planIds, taskIds, agency }: Unseen,
): Promise<Set<string>> {
  const rows = await rowsOf(
    connection,
    hot<{ task_id: string }>(readTasks, [planId, planIds, taskIds, agency]),
  );
  return new Set(rows.map((row) => row.task_id));
}

const readCircles = `select a.id, a.task_id, coalesce(l.agency_id, a.agency_id) as lead,
    (select json_agg(c.agency_id)::text from kehoach.assignment c
      where c.plan_id = a.plan_id and c."of" = coalesce(a."of", a.id)) as coordinators
  from kehoach.assignment a
  left join kehoach.assignment l on l.plan_id = a.plan_id and l.id = a."of"
  where a.plan_id = $1 and a.id = any($2::uuid[])`;

export type CircleOf = Omit<Circle, "monitors"> & { taskId: string };

/** Lead and coordinators of the work each of these assignments is part of. */
export async function circlesAround(
  connection: Connection,
  planId: string,
  assignmentIds: readonly string[],
): Promise<Map<string, CircleOf>> {
  if (assignmentIds.length === 0) return new Map();
  const rows = await rowsOf(
    connection,
    hot<{ id: string; task_id: string; lead: string; coordinators: string | null }>(readCircles, [
      planId,
      assignmentIds,
    ]),
  );
  return new Map(
    rows.map((row) => [
      row.id,
      { taskId: row.task_id, lead: row.lead, coordinators: JSON.parse(row.coordinators ?? "[]") },
    ]),
  );
}

const readHolding = `select distinct plan_id from kehoach.assignment
  where plan_id = any($1::uuid[]) and agency_id = $2`;

/** Those of the plans of which the agency holds an assignment. */
export async function plansHolding(
  connection: Connection,
  planIds: readonly string[],
  agency: string,
): Promise<Set<string>> {
  const rows = await rowsOf(connection, hot<{ plan_id: string }>(readHolding, [planIds, agency]));
  return new Set(rows.map((row) => row.plan_id));
}
