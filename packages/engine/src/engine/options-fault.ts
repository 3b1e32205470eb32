// Options that could mean nothing, or two things at once, before anything is opened.

import type { Micros } from "../ledger/entry.ts";
import { databaseError } from "../store/database/open-database.ts";
import { invalidRequest } from "./commands/complete-command.ts";
import type { Clock, EngineOptions } from "./engine.ts";

/** A file passes through memory whole, and through one parameter of a statement. */
const largestFile = 100 * 1024 * 1024;

/** Throws EngineError `database_options_invalid` for two databases at once, `request_invalid` for a value that is none:
 *  an empty address must not become a database in memory. */
export function checkOptions(options: EngineOptions): void {
  const databases = (["url", "directory", "kysely"] as const).filter((name) => options[name] !== undefined);
  if (databases.length > 1) throw databaseError("database_options_invalid", { options: databases });
  for (const name of ["url", "directory"] as const) {
    const value: unknown = options[name];
    if (value !== undefined && (typeof value !== "string" || value.trim() === ""))
      throw invalidRequest({ field: name, wanted: "text" });
  }
  const { sweepEvery, maxConnections } = options;
  if (sweepEvery !== undefined && sweepEvery !== null && !(sweepEvery >= 1 && sweepEvery <= 2 ** 31 - 1))
    throw invalidRequest({ field: "sweepEvery", wanted: "ms ≥ 1 | null" });
  if (maxConnections !== undefined && !(Number.isInteger(maxConnections) && maxConnections >= 1))
    throw invalidRequest({ field: "maxConnections", wanted: "integer ≥ 1" });
  const { folder, limit } = options.files ?? {};
  if (folder !== undefined && (typeof folder !== "string" || folder.trim() === ""))
    throw invalidRequest({ field: "files.folder", wanted: "text" });
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 1 && limit <= largestFile))
    throw invalidRequest({ field: "files.limit", wanted: `1–${largestFile}` });
}

/** 1973 in microseconds, the year 5138 in milliseconds: no clock of ours shows less. */
const earliest = 1e14;

/** A clock's now; null: ask the database. Throws EngineError `request_invalid` where it is not integer microseconds,
 *  since milliseconds would date everything to 1970. */
export function readClock(clock: Clock | undefined): Micros | null {
  const now = clock?.now() ?? null;
  if (now !== null && !(Number.isSafeInteger(now) && now >= earliest))
    throw invalidRequest({ field: "clock.now()", wanted: "µs | null" });
  return now;
}
