// Effects written with their commands, for the relay: what is pending, and what was handed on.

import type { EffectDraft } from "../execute/decision.ts";
import type { Micros } from "../ledger/entry.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";

export interface Effect extends EffectDraft {
  /** Stable: the same effect keeps it however often it is delivered. */
  id: string;
  planId: string;
}

const readPending = `select plan_id, seq, ordinal, kind, agency, reason, assignment_id from kehoach.effect
  where relayed_at is null order by plan_id, seq, ordinal limit $1::int`;

export async function pendingEffects(connection: Connection, limit: number): Promise<Effect[]> {
  const rows = await rowsOf(
    connection,
    hot<{
      plan_id: string;
      seq: string;
      ordinal: number;
      kind: EffectDraft["kind"];
      agency: string;
      reason: string;
      assignment_id: string;
    }>(readPending, [limit]),
  );
  return rows.map((row) => ({
    id: `${row.plan_id}:${row.seq}:${row.ordinal}`,
    planId: row.plan_id,
    kind: row.kind,
    agency: row.agency,
    reason: row.reason,
    assignmentId: row.assignment_id,
  }));
}

const markRelayed = `update kehoach.effect e set relayed_at = $2::bigint
  from unnest($1::text[]) as u(id)
  where e.plan_id = split_part(u.id, ':', 1)::uuid and e.seq = split_part(u.id, ':', 2)::bigint
    and e.ordinal = split_part(u.id, ':', 3)::int and e.relayed_at is null`;

export async function markEffectsRelayed(
  connection: Connection,
  ids: readonly string[],
  now: Micros,
): Promise<void> {
  await rowsOf(connection, hot(markRelayed, [ids, now]));
}
