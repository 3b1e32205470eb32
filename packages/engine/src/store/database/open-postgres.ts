// Opens a PostgreSQL server: a pool whose hot texts run as named statements, checked to be durable.
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Database, OpenDatabaseOptions } from "./database.ts";
import { databaseError, reasonOf } from "./database-error.ts";
import { namingPool } from "./naming-pool.ts";
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

  const named = namingPool(pool);
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: named }) });
  let closing: Promise<void> | null = null;
  // Kysely ends the pool only if it has used it.
  const close = () => (closing ??= kysely.destroy().then(() => named.end()));
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
