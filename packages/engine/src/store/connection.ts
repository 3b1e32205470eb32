// Any place SQL can be run, the pool or one transaction, and how it is run there.

import type { CompiledQuery, Kysely, QueryResult, Transaction } from "kysely";
import { EngineError } from "../engine-error.ts";
import { databaseError, hot, reasonOf } from "./database/open-database.ts";

// Statements are fixed SQL texts marked hot; no table types are needed to build them.
// biome-ignore lint/suspicious/noExplicitAny: Kysely is invariant in its tables and a host brings its own.
export type Connection = Kysely<any> | Transaction<any>;

/** Throws EngineError `database_failed` for whatever the driver throws. */
export async function rowsOf<Row>(
  connection: Connection,
  query: CompiledQuery<Row>,
): Promise<readonly Row[]> {
  try {
    const result: QueryResult<Row> = await connection.executeQuery(query);
    return result.rows;
  } catch (error) {
    throw databaseFailed(error);
  }
}

/** Runs work in a transaction of its own. Throws what the work throws, and EngineError `database_failed` where the
 *  transaction could not begin or commit: then it is not known whether it was stored. */
export async function inTransaction<Result>(
  connection: Connection,
  isolation: "read committed" | "repeatable read",
  work: (transaction: Connection) => Promise<Result>,
): Promise<Result> {
  const failures: unknown[] = [];
  try {
    return await connection
      .transaction()
      .setIsolationLevel(isolation)
      .execute(async (transaction) => {
        try {
          return await work(transaction);
        } catch (error) {
          failures.push(error);
          throw error;
        }
      });
  } catch (error) {
    // What the work threw tells more than a rollback that failed after it.
    if (failures.length > 0) throw failures[0];
    throw databaseFailed(error);
  }
}

const readIsolation = `select current_setting('transaction_isolation') as isolation`;

/** The isolation level a transaction runs at, in PostgreSQL's words. */
export async function isolationOf(transaction: Connection): Promise<string> {
  const [row] = await rowsOf(transaction, hot<{ isolation: string }>(readIsolation));
  return row?.isolation ?? "";
}

function databaseFailed(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  return databaseError("database_failed", { reason: reasonOf(error) }, error);
}
