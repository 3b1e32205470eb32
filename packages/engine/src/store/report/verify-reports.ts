// Whether every frozen report is word for word what its entry vouches for, and there is none besides.

import type { FrozenFacts } from "../../execute/decide-report.ts";
import { digestText } from "../../ledger/digest.ts";
import { type Connection, rowsOf } from "../connection.ts";
import { hot } from "../database/open-database.ts";

interface StoredReport {
  id: string;
  seq: string;
  agency: string | null;
  regime: string | null;
  period: string;
  period_to: string;
  number: number;
  digest: string;
  body: string;
}

const readReports = `select id, seq, agency, regime, period, period_to::text as period_to, number, digest, body
  from kehoach.report where plan_id = $1`;

/** The entry at fault; null: all are as they were issued. `issued`: the facts of the ledger's `report_issued` entries. */
export async function reportFault(
  connection: Connection,
  planId: string,
  issued: readonly { seq: number; facts: Readonly<Record<string, unknown>> }[],
): Promise<number | null> {
  const stored = await rowsOf(connection, hot<StoredReport>(readReports, [planId]));
  const bySeq = new Map(stored.map((row) => [Number(row.seq), row]));
  for (const { seq, facts } of issued) {
    const row = bySeq.get(seq);
    const stated = facts.report as FrozenFacts | undefined;
    if (row === undefined || stated === undefined || !isSame(row, stated)) return seq;
  }
  return stored.length === issued.length ? null : 1;
}

function isSame(row: StoredReport, stated: FrozenFacts): boolean {
  return (
    row.id === stated.id &&
    row.agency === stated.agency &&
    row.regime === stated.regime &&
    row.period === stated.period &&
    row.period_to === stated.to &&
    Number(row.number) === stated.number &&
    row.digest === stated.digest &&
    digestText(row.body) === stated.digest
  );
}
