// Opens the engine's database: a PostgreSQL server, a PGlite data directory, or PGlite in memory.
import { canonicalDirectory } from "./data-directory.ts";
import type { Database, OpenDatabaseOptions } from "./database.ts";
import { databaseError } from "./database-error.ts";
import * as directoryLock from "./directory-lock.ts";
import { openDirectory, openMemory } from "./open-pglite.ts";
import { openPostgres } from "./open-postgres.ts";

export { checkHostDatabase } from "./check-server.ts";
export type { Database, OpenDatabaseOptions } from "./database.ts";
export { databaseError, reasonOf } from "./database-error.ts";
export type { DirectoryLock } from "./directory-lock.ts";
export { hot } from "./hot-statement.ts";

/**
 * Opens the database that `url` or `directory` names; with neither, one in memory.
 * int8, numeric, date, timestamp, timestamptz and interval come back as text, in UTC and ISO order.
 * Throws EngineError with a database_… or data_directory_… code.
 */
export async function openDatabase<Tables = unknown>(
  options: OpenDatabaseOptions<Tables> = {},
): Promise<Database<Tables>> {
  const { url, directory, template, prepare, maxConnections } = options;
  if (url === undefined) {
    return directory === undefined
      ? openMemory({ template, prepare })
      : openDirectory(directory, { template, prepare });
  }
  if (directory !== undefined)
    throw databaseError("database_options_invalid", { options: ["url", "directory"] });
  if (template !== undefined)
    throw databaseError("database_options_invalid", { options: ["url", "template"] });
  return openPostgres(url, { maxConnections, prepare });
}

/** Who holds a data directory, and where its server answers; null when nobody has a lock file there. */
export async function readLock(directory: string): Promise<directoryLock.DirectoryLock | null> {
  try {
    return directoryLock.readLock(canonicalDirectory(directory, false));
  } catch (error) {
    // Not even the folder that would hold it is there.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
