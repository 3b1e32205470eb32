// Finds what is due to be woken: in all plans for the sweep, without locks; in locked plans, for the batch that wakes it.

import type { Actor, Command } from "../execute/command.ts";
import type { Micros } from "../ledger/entry.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";

const clock: Actor = { id: "clock", name: "clock", agency: null, roles: ["clock"] };

/** A plan or an assignment, at the instant the clock has something to do for it. */
export interface WakeUp {
  at: Micros;
  planId: string;
  /** Null: the plan itself. */
  assignmentId: string | null;
  /** The target's last entry. */
  seq: number;
}

interface WakeUpRecord {
  plan_id: string;
  assignment_id: string | null;
  wake_at: string;
  seq: string;
}

const first = `select plan_id, assignment_id, wake_at, seq from (
    select distinct on (plan_id) plan_id, assignment_id, wake_at, seq from (
      select plan_id, null::uuid as assignment_id, wake_at, seq from kehoach.plan
        where wake_at <= $1::bigint and state in ('in_force', 'ended')
      union all
      select a.plan_id, a.id, a.wake_at, a.seq from kehoach.assignment a
        join kehoach.plan p on p.plan_id = a.plan_id and p.state in ('in_force', 'ended')
        where a.wake_at <= $1::bigint
    ) due order by plan_id, wake_at, assignment_id nulls first
  ) one order by wake_at, plan_id limit $2::int`;

/** The first wake-up due by `now` of each plan, in due order, at most `limit`. */
export function firstWakeUps(connection: Connection, now: Micros, limit: number): Promise<WakeUp[]> {
  return wakeUps(connection, first, [now, limit]);
}

const ofPlans = `select plan_id, null::uuid as assignment_id, wake_at, seq from kehoach.plan
    where plan_id = any($1::uuid[]) and state in ('in_force', 'ended')
      and wake_at <= greatest($2::bigint, last_at) and plan_id <> all($3::uuid[])
  union all
  select a.plan_id, a.id, a.wake_at, a.seq from kehoach.plan p
    join kehoach.assignment a on a.plan_id = p.plan_id
      and a.wake_at <= greatest($2::bigint, p.last_at) and a.id <> all($3::uuid[])
    where p.plan_id = any($1::uuid[]) and p.state in ('in_force', 'ended')
  order by wake_at, plan_id, assignment_id nulls first
  limit $4::int`;

/** The wake-ups of these plans due by `now`, or by a plan's last entry where that is later, in due order and at most
 *  `limit`. `without`: ids of targets to leave out. */
export function wakeUpsOf(
  connection: Connection,
  planIds: readonly string[],
  due: { now: Micros; without: readonly string[]; limit: number },
): Promise<WakeUp[]> {
  return wakeUps(connection, ofPlans, [planIds, due.now, due.without, due.limit]);
}

const next = `select min(wake_at)::text as wake_at from (
    select min(wake_at) as wake_at from kehoach.plan where wake_at is not null and state in ('in_force', 'ended')
    union all
    (select a.wake_at from kehoach.assignment a
      join kehoach.plan p on p.plan_id = a.plan_id and p.state in ('in_force', 'ended')
      where a.wake_at is not null order by a.wake_at limit 1)
  ) due`;

/** The instant at which the clock has something to do next; null: nothing is scheduled. */
export async function nextWakeUp(connection: Connection): Promise<Micros | null> {
  const [row] = await rowsOf(connection, hot<{ wake_at: string | null }>(next));
  return row === undefined || row.wake_at === null ? null : Number(row.wake_at);
}

/** The command of a wake-up. Its request id comes from target, instant and the target's last entry, so that no two nodes
 *  store it twice, and a due that was moved away and back wakes again. */
export function wakeUpCommand({ planId, assignmentId, at, seq }: WakeUp): Command {
  const requestId = `clock:${assignmentId ?? planId}:${at}:${seq}`;
  const base = { planId, requestId, actor: clock, source: "clock", type: "clock" } as const;
  return assignmentId === null
    ? { ...base, target: "plan" }
    : { ...base, target: "assignment", assignmentId };
}

/** By instant, a plan before its assignments. */
export function inDueOrder(a: WakeUp, b: WakeUp): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.planId !== b.planId) return a.planId < b.planId ? -1 : 1;
  return (a.assignmentId ?? "") < (b.assignmentId ?? "") ? -1 : 1;
}

async function wakeUps(
  connection: Connection,
  statement: string,
  parameters: readonly unknown[],
): Promise<WakeUp[]> {
  const rows = await rowsOf(connection, hot<WakeUpRecord>(statement, parameters));
  return rows.map((row) => ({
    at: Number(row.wake_at),
    planId: row.plan_id,
    assignmentId: row.assignment_id,
    seq: Number(row.seq),
  }));
}
