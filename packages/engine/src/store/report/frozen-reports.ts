// The table of frozen reports: what is put in with its entry, and what is read back.

import type { FrozenFacts, ReportKey } from "../../execute/decide-report.ts";
import type { EntryData, Micros } from "../../ledger/entry.ts";
import { type Connection, rowsOf } from "../connection.ts";
import { hot } from "../database/open-database.ts";

/** A frozen report without its body. */
export interface FrozenReport extends FrozenFacts {
  /** The ledger that holds it: the plan's, else the register's. */
  ledger: string;
  seq: number;
  issuedAt: Micros;
  /** Who typed it, and for which agency. */
  issuedBy: string;
  issuedFor: string | null;
  /** Who decided, where somebody else typed it. */
  onBehalfOf: string | null;
  /** Number of the highest report of the same scope and period. */
  latest: number;
}

interface FrozenRecord {
  plan_id: string;
  seq: string;
  recorded_at: string;
  actor: string;
  on_behalf_of: string | null;
  agency: string | null;
  data: string;
  latest: number;
}

const sameKey = (a: string, b: string): string =>
  `${a}.plan_id = ${b}.plan_id and ${a}.agency is not distinct from ${b}.agency
    and ${a}.regime is not distinct from ${b}.regime and ${a}.period = ${b}.period`;

const frozen = `select r.plan_id, r.seq, e.recorded_at, e.actor, e.on_behalf_of, e.agency, e.data,
    (select max(o.number) from kehoach.report o where ${sameKey("o", "r")}) as latest
  from kehoach.report r join kehoach.entry e on e.plan_id = r.plan_id and e.seq = r.seq`;

const readAll = `${frozen}
  where ($1::uuid is null or r.plan_id = $1) and ($2::text is null or r.agency = $2)
    and ($3::text is null or r.period = $3)
  order by r.period_to desc, e.recorded_at desc, r.plan_id, r.seq desc limit $4::int`;

/** Newest periods first. What is null does not narrow. */
export async function frozenReports(
  connection: Connection,
  wanted: { ledger: string | null; agency: string | null; period: string | null; limit: number },
): Promise<FrozenReport[]> {
  const { ledger, agency, period, limit } = wanted;
  const records = await rowsOf(connection, hot<FrozenRecord>(readAll, [ledger, agency, period, limit]));
  return records.map(frozenOf);
}

function frozenOf(record: FrozenRecord): FrozenReport {
  const { facts }: EntryData = JSON.parse(record.data);
  const report = facts?.report as FrozenFacts;
  return {
    ...report,
    ledger: record.plan_id,
    seq: Number(record.seq),
    issuedAt: Number(record.recorded_at),
    issuedBy: record.actor,
    issuedFor: record.agency,
    onBehalfOf: record.on_behalf_of,
    latest: Number(record.latest),
  };
}

const readOne = `${frozen} where r.id = $1`;
const readBody = `select body from kehoach.report where plan_id = $1 and id = $2`;

/** Null: there is none with this id. */
export async function frozenReport(connection: Connection, id: string): Promise<FrozenReport | null> {
  const [record] = await rowsOf(connection, hot<FrozenRecord>(readOne, [id]));
  return record === undefined ? null : frozenOf(record);
}

/** The canonical JSON that was frozen. */
export async function frozenBody(connection: Connection, ledger: string, id: string): Promise<string> {
  const [record] = await rowsOf(connection, hot<{ body: string }>(readBody, [ledger, id]));
  return record?.body ?? "";
}

const readEarlier = `select r.id from kehoach.report r
  where r.plan_id = $1 and r.agency is not distinct from $2::text and r.regime is not distinct from $3::text
    and r.period_to < $4::date and length(r.period) = length($5::text)
    and translate(r.period, '0123456789', '##########') like translate($5::text, '0123456789', '##########')
  order by r.period_to desc, r.number desc limit 1`;

/** Id of the last report of the same scope for an earlier period of the same length; null: none was issued. */
export async function earlierReport(
  connection: Connection,
  ledger: string,
  key: ReportKey,
  to: string,
): Promise<string | null> {
  const { agency, regime, period } = key;
  const [record] = await rowsOf(
    connection,
    hot<{ id: string }>(readEarlier, [ledger, agency, regime, to, period]),
  );
  return record?.id ?? null;
}

const readNumber = `select coalesce(max(r.number), 0)::int as number from kehoach.report r
  where r.plan_id = $1 and r.agency is not distinct from $2::text and r.regime is not distinct from $3::text
    and r.period = $4`;

/** 0: none was issued yet. */
export async function lastNumber(connection: Connection, ledger: string, key: ReportKey): Promise<number> {
  const { agency, regime, period } = key;
  const [record] = await rowsOf(
    connection,
    hot<{ number: number }>(readNumber, [ledger, agency, regime, period]),
  );
  return Number(record?.number ?? 0);
}

const insert = `insert into kehoach.report (plan_id, id, seq, agency, regime, period, period_to, number, digest, body)
  values ($1, $2, $3, $4, $5, $6, $7::date, $8, $9, $10)`;

/** `seq`: of its entry, written in the same transaction. */
export async function insertReport(
  connection: Connection,
  ledger: string,
  seq: number,
  facts: FrozenFacts,
  body: string,
): Promise<void> {
  const { id, agency, regime, period, to, number, digest } = facts;
  await rowsOf(connection, hot(insert, [ledger, id, seq, agency, regime, period, to, number, digest, body]));
}

const readChecks = `select seq, recorded_at, data from kehoach.entry
  where plan_id = $1 and type = 'report_checked' and recorded_at <= $2::bigint order by seq`;

export interface CheckEntry {
  seq: number;
  recordedAt: Micros;
  key: ReportKey;
  /** The agency that speaks, of its own line. */
  of: string;
  line: string;
  answer: "agree" | "differ";
  /** Digest of the reason; null: none. */
  reason: string | null;
}

/** What agencies said of their lines in drafts of one ledger, up to an instant. */
export async function checkEntries(
  connection: Connection,
  ledger: string,
  at: Micros,
): Promise<CheckEntry[]> {
  const records = await rowsOf(
    connection,
    hot<{ seq: string; recorded_at: string; data: string }>(readChecks, [ledger, at]),
  );
  return records.map(({ seq, recorded_at, data }) => {
    const { facts, texts }: EntryData = JSON.parse(data);
    const { of, line, ...key } = (facts?.check ?? {}) as ReportKey & { of: string; line: string };
    return {
      seq: Number(seq),
      recordedAt: Number(recorded_at),
      key,
      of,
      line,
      answer: facts?.answer === "differ" ? "differ" : "agree",
      reason: texts?.reason ?? null,
    };
  });
}
