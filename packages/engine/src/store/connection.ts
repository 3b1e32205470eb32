// Any place SQL can be run: the pool, or one transaction.

import type { CompiledQuery, Kysely, QueryResult, Transaction } from "kysely";

// Statements are fixed SQL texts marked hot; no table types are needed to build them.
// biome-ignore lint/suspicious/noExplicitAny: Kysely is invariant in its tables and a host brings its own.
export type Connection = Kysely<any> | Transaction<any>;

export async function rowsOf<Row>(
  connection: Connection,
  query: CompiledQuery<Row>,
): Promise<readonly Row[]> {
  const result: QueryResult<Row> = await connection.executeQuery(query);
  return result.rows;
}
