// Checks that a PostgreSQL server is one that keeps what it acknowledges.
import { CompiledQuery, type Kysely } from "kysely";
import { databaseError, reasonOf } from "./database-error.ts";

const oldestServer = 15;

/** Refuses a server that is not there, too old, not UTF-8, or that acknowledges before data is on disk. */
export async function checkServer(
  ask: (text: string) => Promise<{ rows: readonly Record<string, string>[] }>,
  server: string,
): Promise<void> {
  let row: Record<string, string> | undefined;
  try {
    const result = await ask(
      `select current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
        current_setting('synchronous_commit') as synchronous_commit, current_setting('server_encoding') as encoding,
        current_setting('server_version') as version, current_setting('server_version_num')::int4 / 10000 as major`,
    );
    row = result.rows[0];
  } catch (error) {
    throw databaseError("database_unreachable", { server, reason: reasonOf(error) }, error);
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

/** The same for a host's own Kysely, whose server has no address the engine knows. */
export async function checkHostDatabase<Tables>(kysely: Kysely<Tables>): Promise<void> {
  const ask = (text: string) => kysely.executeQuery<Record<string, string>>(CompiledQuery.raw(text));
  await checkServer(ask, "Kysely");
}
