// Marks fixed SQL texts as hot, so that PostgreSQL parses and plans each of them once per connection.
import { createHash } from "node:crypto";
import { CompiledQuery } from "kysely";

/** Beyond this many texts new ones run unnamed: each name costs memory on every server connection. */
const limit = 512;
const names = new Map<string, string>();

/**
 * A query with a fixed text, run as a named prepared statement on PostgreSQL and plainly on PGlite.
 * `sql` must be a constant of the program: lists go in as arrays (`= any($1)`, `unnest($1::text[])`), and
 * the statement names its columns, since `select *` breaks when a migration adds one. Not for DDL.
 */
export function hot<Row = unknown>(sql: string, parameters: readonly unknown[] = []): CompiledQuery<Row> {
  if (!names.has(sql) && names.size < limit) {
    names.set(sql, `kehoach_${createHash("sha256").update(sql).digest("hex").slice(0, 24)}`);
  }
  return CompiledQuery.raw(sql, [...parameters]) as CompiledQuery<Row>;
}

/** The prepared-statement name of a hot text; null for every other text. */
export function statementName(sql: string): string | null {
  return names.get(sql) ?? null;
}
