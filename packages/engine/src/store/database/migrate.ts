// Brings the tables up to date: forward only, one transaction per migration, one node at a time.
import { type Kysely, sql, type Transaction } from "kysely";
import { EngineError } from "../../engine-error.ts";
import { databaseError, reasonOf } from "./database-error.ts";

/** One step forward. `id` never changes once released; the order of the list is the order of the steps. */
export interface Migration<Tables = unknown> {
  readonly id: string;
  readonly up: (transaction: Transaction<Tables>) => Promise<void>;
}

/** Any number, the same in every version: "kehoach" in ASCII would be eight bytes, these are its first six. */
const lockKey = 0x6b65686f6163;

/**
 * Applies what is not yet applied and returns the ids of it. Nodes that start together take turns: each step
 * runs under an advisory lock of its own transaction, so that poolers between here and the server do no harm.
 * Throws EngineError database_newer_than_engine, database_migration_failed, database_migrations_out_of_order.
 */
export async function migrate<Tables>(
  kysely: Kysely<Tables>,
  migrations: readonly Migration<Tables>[],
): Promise<readonly string[]> {
  const repeated = migrations.find(
    ({ id }, index) => migrations.findIndex((other) => other.id === id) !== index,
  );
  if (repeated) throw databaseError("database_migrations_out_of_order", { migration: repeated.id });

  const applied: string[] = [];
  for (;;) {
    const id = await kysely
      .transaction()
      .setIsolationLevel("read committed")
      .execute((transaction) => step(transaction, migrations));
    if (id === null) return applied;
    applied.push(id);
  }
}

/** Applies the first migration that is missing; null when none is. */
async function step<Tables>(
  transaction: Transaction<Tables>,
  migrations: readonly Migration<Tables>[],
): Promise<string | null> {
  await sql`select pg_advisory_xact_lock(${lockKey}::int8)`.execute(transaction);
  await createBookkeeping(transaction);

  const { rows } = await sql<{ id: string }>`select id from kehoach.migration order by position`.execute(
    transaction,
  );
  const unknown = rows
    .map(({ id }) => id)
    .filter((id) => !migrations.some((migration) => migration.id === id));
  if (unknown.length > 0) throw databaseError("database_newer_than_engine", { unknown });
  const misplaced = migrations.slice(0, rows.length).find(({ id }, index) => rows[index]?.id !== id);
  if (misplaced) throw databaseError("database_migrations_out_of_order", { migration: misplaced.id });

  const next = migrations[rows.length];
  if (!next) return null;
  try {
    await next.up(transaction);
  } catch (error) {
    if (error instanceof EngineError) throw error;
    throw databaseError("database_migration_failed", { migration: next.id, reason: reasonOf(error) }, error);
  }
  await sql`insert into kehoach.migration (id, position) values (${next.id}, ${rows.length})`.execute(
    transaction,
  );
  return next.id;
}

/** Asks first, because `if not exists` wants the right to create even when there is nothing to create. */
async function createBookkeeping<Tables>(transaction: Transaction<Tables>): Promise<void> {
  const { rows } = await sql<{
    missing: boolean;
  }>`select to_regclass('kehoach.migration') is null as missing`.execute(transaction);
  if (!rows[0]?.missing) return;
  await sql`create schema if not exists kehoach`.execute(transaction);
  // The one time stamp not taken from the engine's clock: it tells an operator when the tables changed.
  await sql`create table kehoach.migration (
    id text primary key,
    position int4 not null unique,
    applied_at timestamptz not null default clock_timestamp()
  )`.execute(transaction);
}
