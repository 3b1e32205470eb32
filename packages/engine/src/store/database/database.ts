// What the rest of the store knows of an open database, whichever of the two engines runs it.
import type { Kysely } from "kysely";

/** An open database. Close it, or hold it with `await using`. */
export interface Database<Tables = unknown> extends AsyncDisposable {
  readonly kysely: Kysely<Tables>;
  readonly engine: "postgresql" | "pglite";
  /** Identity of a data directory, kept in its marker; null on a server and in memory. */
  readonly instanceId: string | null;
  /** Absolute path of the data directory; null on a server and in memory. */
  readonly directory: string | null;
  /** Writes where the holder of the data directory answers into its lock file; nothing without a directory. */
  announce(address: string): Promise<void>;
  /** VACUUM, ANALYZE and CHECKPOINT, since nothing does it by itself in PGlite; nothing on a server. */
  vacuum(): Promise<void>;
  /** Ends all work, gives the directory free. May be called again. */
  close(): Promise<void>;
}

export interface OpenDatabaseOptions<Tables = unknown> {
  /** A PostgreSQL connection string. Excludes `directory` and `template`. */
  readonly url?: string;
  /** A PGlite data directory, made if absent. Without `url` and `directory` the database lives in memory. */
  readonly directory?: string;
  /** Connections of this process to a PostgreSQL server, at most. Default 10. */
  readonly maxConnections?: number;
  /** A dumped PGlite data directory (tar) that a new database starts from. */
  readonly template?: Blob;
  /** Runs before the database is handed out: the migrations. A new directory counts as made only after it. */
  readonly prepare?: (kysely: Kysely<Tables>) => Promise<void>;
}
