// The pool as Kysely's driver needs it: hot texts sent by name, and an end that leaves nobody waiting.
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import type pg from "pg";
import { statementName } from "./hot-statement.ts";

/**
 * Ends only after the connections already asked for have been given out: the pool forgets those who wait when it
 * ends, and they would wait for ever. Whoever asks later is refused by the pool itself.
 */
export function namingPool(pool: pg.Pool): PostgresPool {
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const asked = new Set<Promise<pg.PoolClient>>();
  let ending: Promise<void> | null = null;
  return {
    options: pool.options,
    end: () => (ending ??= Promise.allSettled(asked).then(() => pool.end())),
    async connect() {
      if (ending !== null) throw new Error("The database is closed.");
      const asking = pool.connect();
      asked.add(asking);
      const client = await asking.finally(() => asked.delete(asking));
      let known = wrapped.get(client);
      if (!known) {
        known = namingClient(client);
        wrapped.set(client, known);
      }
      return known;
    },
  };
}

function namingClient(client: pg.PoolClient): PostgresPoolClient {
  function query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    const name = statementName(sql);
    const values = parameters as unknown[];
    // Kysely states the command and row count more narrowly than the driver does; it is the same object.
    const result: Promise<unknown> =
      name === null ? client.query(sql, values) : client.query({ name, text: sql, values });
    return result as Promise<PostgresQueryResult<R>>;
  }
  return {
    query: query as PostgresPoolClient["query"],
    get processID() {
      return (client as pg.PoolClient & { processID?: number }).processID;
    },
    release: (destroy) => client.release(destroy),
  };
}
