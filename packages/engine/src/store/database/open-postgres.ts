// Opens a PostgreSQL server: a pool whose hot texts run as named statements, checked to be durable.
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { checkServer } from "./check-server.ts";
import type { Database, OpenDatabaseOptions } from "./database.ts";
import { databaseError, reasonOf } from "./database-error.ts";
import { namingPool } from "./naming-pool.ts";
import { pgTypes } from "./text-types.ts";

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
    await checkServer((text) => pool.query<Record<string, string>>(text), serverOf(url));
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

/** `host:port/database` of a connection string, without user and password. */
function serverOf(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname || "localhost"}:${port || "5432"}${pathname}`;
  } catch {
    return "DATABASE_URL";
  }
}
