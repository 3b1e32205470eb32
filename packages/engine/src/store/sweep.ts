// Finds what is due to be woken, without locks; waking itself goes through the one write path.

import type { Actor, Command } from "../execute/command.ts";
import type { Micros } from "../ledger/entry.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";

const clock: Actor = { id: "clock", name: "clock", agency: null, roles: ["clock"] };

const due = `select plan_id, null::uuid as assignment_id, wake_at, seq from kehoach.plan
    where wake_at <= $1::bigint and state in ('in_force', 'ended')
  union all
  select a.plan_id, a.id, a.wake_at, a.seq from kehoach.assignment a
    join kehoach.plan p on p.plan_id = a.plan_id and p.state in ('in_force', 'ended')
    where a.wake_at <= $1::bigint
  order by wake_at, plan_id, assignment_id nulls first
  limit $2::int`;

/** Clock commands for the wake-ups due by `now`, in due order, at most `limit`. The request id comes from target,
 *  wake-up and the target's last entry, so that two nodes that find the same one store it once, and a due that was
 *  moved away and back wakes again. */
export async function dueWakeUps(connection: Connection, now: Micros, limit: number): Promise<Command[]> {
  const rows = await rowsOf(
    connection,
    hot<{ plan_id: string; assignment_id: string | null; wake_at: string; seq: string }>(due, [now, limit]),
  );
  return rows.map((row): Command => {
    const requestId = `clock:${row.assignment_id ?? row.plan_id}:${row.wake_at}:${row.seq}`;
    const base = { planId: row.plan_id, requestId, actor: clock, source: "clock", type: "clock" } as const;
    return row.assignment_id === null
      ? { ...base, target: "plan" }
      : { ...base, target: "assignment", assignmentId: row.assignment_id };
  });
}
