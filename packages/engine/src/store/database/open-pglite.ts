// Opens PGlite, in memory or in a locked, marked and durable data directory.
import { randomUUID } from "node:crypto";
import { PGlite, type PGliteOptions } from "@electric-sql/pglite";
import { Kysely, PGliteDialect } from "kysely";
import { EngineError } from "../../engine-error.ts";
import {
  canonicalDirectory,
  finishInitialising,
  inspectDirectory,
  type Marker,
  noteInitialising,
  postgresqlMajor,
  writeMarker,
} from "./data-directory.ts";
import type { Database, OpenDatabaseOptions } from "./database.ts";
import { databaseError, reasonOf } from "./database-error.ts";
import { acquireLock, type HeldLock } from "./directory-lock.ts";
import { DurableNodeFS, durableStartParams } from "./durable-node-fs.ts";
import { engineVersion } from "./engine-version.ts";
import { steadyPglite } from "./steady-pglite.ts";
import { pgliteParsers } from "./text-types.ts";

type PgliteOpenOptions<Tables> = Pick<OpenDatabaseOptions<Tables>, "template" | "prepare">;

/** A database run by PGlite, with what tests and backups need of it besides. */
export interface PgliteDatabase<Tables> extends Database<Tables> {
  readonly engine: "pglite";
  readonly pglite: PGlite;
  /** How often data was forced to disk so far; 0 in memory. */
  syncs(): number;
}

/** Opens a database that lives and dies with this process. */
export async function openMemory<Tables>(
  options: PgliteOpenOptions<Tables>,
): Promise<PgliteDatabase<Tables>> {
  const pglite = await createPglite({ loadDataDir: options.template });
  const kysely = kyselyOf<Tables>(pglite);
  const close = closer(pglite, kysely, async () => {});
  try {
    await options.prepare?.(kysely);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    kysely,
    engine: "pglite",
    instanceId: null,
    directory: null,
    announce: async () => {},
    vacuum: () => vacuum(pglite),
    close,
    [Symbol.asyncDispose]: close,
    pglite,
    syncs: () => 0,
  };
}

/**
 * Opens a data directory, making it if it is absent or empty.
 * Throws EngineError data_directory_in_use, _foreign, _other_version, _damaged or _unusable.
 */
export async function openDirectory<Tables>(
  directory: string,
  options: PgliteOpenOptions<Tables>,
): Promise<PgliteDatabase<Tables>> {
  const { path, lock } = usable(directory, () => {
    const canonical = canonicalDirectory(directory, true);
    return { path: canonical, lock: acquireLock(canonical) };
  });
  try {
    return await openLocked(path, lock, options);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openLocked<Tables>(
  directory: string,
  lock: HeldLock,
  options: PgliteOpenOptions<Tables>,
): Promise<PgliteDatabase<Tables>> {
  const found = usable(directory, () => {
    const marker = inspectDirectory(directory);
    if (marker === null) noteInitialising(directory);
    return marker;
  });
  const fs = new DurableNodeFS(directory);
  let pglite: PGlite;
  try {
    pglite = await createPglite({
      fs,
      startParams: [...durableStartParams],
      loadDataDir: found === null ? options.template : undefined,
    });
  } catch (error) {
    if (found === null)
      throw databaseError("data_directory_unusable", { directory, reason: reasonOf(error) }, error);
    throw databaseError("data_directory_damaged", { directory, missing: null }, error);
  }

  const kysely = kyselyOf<Tables>(pglite);
  let marker: Marker = {
    format: 1,
    engine: engineVersion,
    postgresql: postgresqlMajor,
    instanceId: found?.instanceId ?? randomUUID(),
    tables: found?.tables ?? false,
  };
  const close = closer(pglite, kysely, async () => lock.release());
  try {
    if (marker.tables && !(await hasTables(pglite))) {
      throw databaseError("data_directory_damaged", { directory, missing: "kehoach.migration" });
    }
    await options.prepare?.(kysely);
    marker = { ...marker, tables: await hasTables(pglite) };
    if (found === null) {
      await pglite.exec("checkpoint");
      finishInitialising(directory, marker);
    } else if (marker.tables !== found.tables || marker.engine !== found.engine) {
      writeMarker(directory, marker);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    kysely,
    engine: "pglite",
    instanceId: marker.instanceId,
    directory,
    announce: async (address) => lock.announce(address),
    vacuum: () => vacuum(pglite),
    close,
    [Symbol.asyncDispose]: close,
    pglite,
    syncs: () => fs.syncs,
  };
}

/** What the file system refuses (no right, no room, a file in the way) as an EngineError. */
function usable<T>(directory: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof EngineError) throw error;
    throw databaseError("data_directory_unusable", { directory, reason: reasonOf(error) }, error);
  }
}

async function createPglite(options: PGliteOptions): Promise<PGlite> {
  const pglite = await PGlite.create({ ...options, parsers: pgliteParsers });
  await pglite.exec("set datestyle to 'ISO, YMD'");
  return pglite;
}

function kyselyOf<Tables>(pglite: PGlite): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: steadyPglite(pglite) }) });
}

async function hasTables(pglite: PGlite): Promise<boolean> {
  const { rows } = await pglite.query<{ there: boolean }>(
    "select to_regclass('kehoach.migration') is not null as there",
  );
  return rows[0]?.there === true;
}

async function vacuum(pglite: PGlite): Promise<void> {
  await pglite.exec("vacuum (analyze)");
  await pglite.exec("checkpoint");
}

/** Closes once, after what runs has ended; `after` runs even if PGlite is beyond a clean end. */
function closer(
  pglite: PGlite,
  kysely: Pick<Kysely<unknown>, "destroy">,
  after: () => Promise<void>,
): () => Promise<void> {
  let closing: Promise<void> | null = null;
  const run = async () => {
    try {
      // Kysely closes PGlite only if it has used it.
      await kysely.destroy();
      if (!pglite.closed) await pglite.close();
    } finally {
      await after();
    }
  };
  return () => (closing ??= run());
}
