// Opens a PostgreSQL server: a pool whose hot texts run as named statements, checked to be durable.
import {
  Kysely,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from "kysely";
import pg from "pg";
import type { Database, OpenDatabaseOptions } from "./database.ts";
import { databaseError, reasonOf } from "./database-error.ts";
import { statementName } from "./hot-statement.ts";
import { pgTypes } from "./text-types.ts";

const oldestServer = 15;
/** One round trip per new connection: the text of dates must not depend on how a server is configured. */
const sessionSettings = `select set_config('TimeZone', 'UTC', false), set_config('DateStyle', 'ISO, YMD', false),
  set_config('IntervalStyle', 'postgres', false), set_config('extra_float_digits', '1', false),
  set_config('idle_in_transaction_session_timeout', '60s', false)`;

/** Opens `url`. Throws EngineError database_unreachable, database_unsupported or database_not_durable. */
export async function openPostgres<Tables>(
  url: string,
  options: Pick<OpenDatabaseOptions<Tables>, "maxConnections" | "prepare">,
): Promise<Database<Tables>> {
  let pool: pg.Pool;
  try {
    pool = new pg.Pool({
      connectionString: url,
      max: options.maxConnections ?? 10,
      types: pgTypes,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      fallback_application_name: "kehoach",
      onConnect: async (client: pg.ClientBase) => {
        // A connection that breaks between two statements of a transaction speaks up here, and its next
        // statement fails; without a listener it would end the process.
        client.on("error", () => {});
        await client.query(sessionSettings);
      },
    });
  } catch (error) {
    throw databaseError("database_unreachable", { server: serverOf(url), reason: reasonOf(error) }, error);
  }
  // An idle connection that breaks is dropped by the pool; without a listener it would end the process.
  pool.on("error", () => {});

  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: namingPool(pool) }) });
  let closing: Promise<void> | null = null;
  const close = () => (closing ??= kysely.destroy().then(() => (pool.ended ? undefined : pool.end())));
  try {
    await checkServer(pool, url);
    await options.prepare?.(kysely);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    kysely,
    engine: "postgresql",
    instanceId: null,
    directory: null,
    announce: async () => {},
    vacuum: async () => {},
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Refuses a server that is not there, too old, not UTF-8, or that acknowledges before data is on disk. */
async function checkServer(pool: pg.Pool, url: string): Promise<void> {
  let row: Record<string, string> | undefined;
  try {
    const result = await pool.query<Record<string, string>>(
      `select current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
        current_setting('synchronous_commit') as synchronous_commit, current_setting('server_encoding') as encoding,
        current_setting('server_version') as version, current_setting('server_version_num')::int4 / 10000 as major`,
    );
    row = result.rows[0];
  } catch (error) {
    throw databaseError("database_unreachable", { server: serverOf(url), reason: reasonOf(error) }, error);
  }
  if (!row || Number(row.major) < oldestServer) {
    throw databaseError("database_unsupported", {
      setting: "server_version",
      found: row?.version ?? "?",
      expected: `>= ${oldestServer}`,
    });
  }
  if (row.encoding !== "UTF8") {
    throw databaseError("database_unsupported", {
      setting: "server_encoding",
      found: row.encoding ?? "?",
      expected: "UTF8",
    });
  }
  for (const setting of ["fsync", "full_page_writes", "synchronous_commit"]) {
    if (row[setting] === "off") throw databaseError("database_not_durable", { setting });
  }
}

/** `host:port/database` of a connection string, without user and password. */
function serverOf(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname || "localhost"}:${port || "5432"}${pathname}`;
  } catch {
    return "DATABASE_URL";
  }
}

/** The pool as Kysely sees it: the same connections, hot texts sent by name. */
function namingPool(pool: pg.Pool): PostgresPool {
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
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
