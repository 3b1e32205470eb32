// Changes stored rows one at a time, asks whether verification notices, and takes each change back.

import { sql } from "kysely";
import { type Entry, hashEntry } from "../src/ledger/index.ts";
import type { Connection } from "../src/store/connection.ts";
import { entriesAfter } from "../src/store/read-entries.ts";
import { verifyLedger } from "../src/store/verify-ledger.ts";
import type { BusyLedger } from "./busy-ledger.ts";
import { add, alter, disarm, exchange, guardedColumns, guardedTables, remove } from "./mutants.ts";
import { type Random, seededRandom } from "./random.ts";

export interface TamperReport {
  mutants: number;
  /** What was done and not noticed. */
  missed: string[];
  /** Columns for which no other value could be put in. */
  untried: string[];
  /** How many mutants of each kind. */
  kinds: Record<string, number>;
}

type Mutate = (connection: Connection) => Promise<string | null>;

/** Each round alters and exchanges every column and deletes, adds, cuts and forges once per table or plan. The
 *  database stays without its triggers and keys, its rows are as before. */
export async function tamperWith(
  { engine, planIds }: BusyLedger,
  options: { seed: number; rounds?: number; mutants?: number },
): Promise<TamperReport> {
  const { kysely } = engine.database;
  await disarm(kysely);
  const columns = await guardedColumns(kysely);
  const random = seededRandom(options.seed);
  const report: TamperReport = { mutants: 0, missed: [], untried: [], kinds: {} };
  const tried = new Set<string>();

  const attempt = async (kind: string, mutate: Mutate): Promise<boolean> => {
    const transaction = await kysely.startTransaction().execute();
    try {
      const done = await mutate(transaction);
      if (done === null) return false;
      report.mutants += 1;
      report.kinds[kind] = (report.kinds[kind] ?? 0) + 1;
      if (!(await noticed(transaction, planIds))) report.missed.push(`${kind}: ${done}`);
      return true;
    } finally {
      await transaction.rollback().execute();
    }
  };

  for (let round = 0; round < (options.rounds ?? Number.POSITIVE_INFINITY); round += 1) {
    for (const column of columns) {
      const altered = await attempt("altered", (connection) => alter(connection, column, random));
      if (altered) tried.add(`${column.table}.${column.name}`);
      await attempt("exchanged", (connection) => exchange(connection, column, random));
    }
    for (const table of guardedTables) {
      await attempt("deleted", (connection) => remove(connection, table, random));
      await attempt("added", (connection) => add(connection, table, columns, random));
    }
    for (const planId of planIds) {
      await attempt("tail cut", (connection) => cutTail(connection, planId, random));
      await attempt("forged", (connection) => forge(connection, planId, random));
    }
    if (options.mutants !== undefined && report.mutants >= options.mutants) break;
  }
  report.untried = columns.map(({ table, name }) => `${table}.${name}`).filter((name) => !tried.has(name));
  return report;
}

/** True when the ledger of some plan does not verify, or a plan is gone. */
async function noticed(connection: Connection, planIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ plan_id: string }>`select plan_id from kehoach.plan`.execute(connection);
  const present = rows.map((row) => row.plan_id);
  if (planIds.some((planId) => !present.includes(planId))) return true;
  for (const planId of present) if (!(await verifyLedger(connection, planId)).intact) return true;
  return false;
}

/** The plan's last entries go, as if they had never been written. */
async function cutTail(connection: Connection, planId: string, random: Random): Promise<string | null> {
  const { rows } = await sql<{ last: number }>`select max(seq)::int as last from kehoach.entry
    where plan_id = ${planId}`.execute(connection);
  const last = rows[0]?.last ?? 0;
  if (last === 0) return null;
  const first = last - random.below(last);
  await sql`delete from kehoach.entry where plan_id = ${planId} and seq >= ${first}`.execute(connection);
  return `entries ${first}–${last} of ${planId} deleted`;
}

/** An entry says something else and every hash from there on is computed anew: only the head tells. */
async function forge(connection: Connection, planId: string, random: Random): Promise<string | null> {
  const entries = await entriesAfter(connection, planId, { after: 0, assignmentId: null, limit: 10_000 });
  const from = random.below(entries.length);
  let prevHash = entries[from]?.prevHash ?? "";
  for (const [index, entry] of entries.entries()) {
    if (index < from) continue;
    const forged: Entry = { ...entry, prevHash, actor: index === from ? `${entry.actor}x` : entry.actor };
    forged.hash = hashEntry(forged);
    prevHash = forged.hash;
    await sql`update kehoach.entry set actor = ${forged.actor}, prev_hash = ${forged.prevHash}, hash = ${forged.hash}
      where plan_id = ${planId} and seq = ${forged.seq}`.execute(connection);
  }
  return `entry ${from + 1} of ${planId} rewritten with all hashes after it`;
}
