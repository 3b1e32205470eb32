// What lies in a PGlite data directory: ours or not, of which version, finished or interrupted while being made.
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { databaseError } from "./database-error.ts";
import { syncDirectory } from "./durable-node-fs.ts";
import { engineVersion, majorOf } from "./engine-version.ts";

/** The PostgreSQL inside the PGlite this engine is built with; a test asks PGlite itself. */
export const postgresqlMajor = "18";

/** Written last when a directory is made, so a directory with a marker is a whole one. */
export interface Marker {
  readonly format: 1;
  /** Version of the engine that last opened the directory. */
  readonly engine: string;
  /** Major version of PostgreSQL that wrote the files. */
  readonly postgresql: string;
  readonly instanceId: string;
  /** Whether the engine's tables have been seen here; then their absence is damage, never a fresh start. */
  readonly tables: boolean;
}

const markerName = "kehoach.json";
const noteName = ".kehoach-initialising";
/** What PostgreSQL itself puts into a data directory. */
const clusterEntry =
  /^(PG_VERSION|base|global|pg_[a-z_]+|pg_(hba|ident)\.conf|postgresql(\.auto)?\.conf|postmaster\.(pid|opts))$/;

/** The one path of a directory, whatever links lead to it; makes the directory if `make`. */
export function canonicalDirectory(directory: string, make: boolean): string {
  const path = resolve(directory);
  if (make) mkdirSync(path, { recursive: true, mode: 0o700 });
  try {
    return realpathSync(path);
  } catch {
    return join(realpathSync(dirname(path)), basename(path));
  }
}

/**
 * The marker of a directory; null when a new database may be made in it. An interrupted making is cleared away.
 * Call it only while holding the directory's lock.
 */
export function inspectDirectory(directory: string): Marker | null {
  const marker = readMarker(directory);
  if (marker === null) {
    clearInterrupted(directory);
    return null;
  }
  refuseOtherVersion(directory, "kehoach", majorOf(marker.engine), majorOf(engineVersion), marker.engine);
  const cluster = readText(join(directory, "PG_VERSION"))?.trim();
  if (cluster === undefined)
    throw databaseError("data_directory_damaged", { directory, missing: "PG_VERSION" });
  refuseOtherVersion(directory, "postgresql", cluster, postgresqlMajor);
  rmSync(join(directory, noteName), { force: true });
  // The lock file beside the directory does the work of this one, which a loss of power can leave empty.
  rmSync(join(directory, "postmaster.pid"), { force: true });
  return marker;
}

/** Notes that a new database is being made here, so that the remains of an interruption are known as such. */
export function noteInitialising(directory: string): void {
  // PGlite makes its files writable for all; the folder must not let others reach them.
  if (process.platform !== "win32") chmodSync(directory, 0o700);
  writeDurably(directory, noteName, "kehoach is making a new database here\n");
}

/** Ends the making: everything on disk first, the marker last. */
export function finishInitialising(directory: string, marker: Marker): void {
  syncTree(directory);
  writeMarker(directory, marker);
  rmSync(join(directory, noteName), { force: true });
}

export function writeMarker(directory: string, marker: Marker): void {
  writeDurably(directory, markerName, `${JSON.stringify(marker, null, 2)}\n`);
}

function readMarker(directory: string): Marker | null {
  const text = readText(join(directory, markerName));
  if (text === undefined) return null;
  try {
    const marker: Marker = JSON.parse(text);
    if (typeof marker.engine === "string" && typeof marker.instanceId === "string") return marker;
  } catch {
    // Fall through: half a marker is as good as none, but not a reason to start afresh.
  }
  throw databaseError("data_directory_damaged", { directory, missing: markerName });
}

function refuseOtherVersion(
  directory: string,
  what: "kehoach" | "postgresql",
  found: string,
  expected: string,
  shown = found,
): void {
  if (found !== expected)
    throw databaseError("data_directory_other_version", { directory, what, found: shown, expected });
}

function clearInterrupted(directory: string): void {
  const entries = readdirSync(directory).filter((name) => name !== noteName && name !== "lost+found");
  const noted = readText(join(directory, noteName)) !== undefined;
  const draft = `${noteName}.draft`;
  const foreign = entries.find((name) => name !== draft && !(noted && isOurs(name)));
  if (foreign !== undefined) {
    const found = entries.includes("PG_VERSION") ? "PG_VERSION" : foreign;
    throw databaseError("data_directory_foreign", { directory, found });
  }
  for (const name of entries) rmSync(join(directory, name), { recursive: true, force: true });
}

function isOurs(name: string): boolean {
  return clusterEntry.test(name) || name === `${markerName}.draft`;
}

/** Undefined when the file is not there. */
function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function writeDurably(directory: string, name: string, text: string): void {
  const draft = join(directory, `${name}.draft`);
  writeFileSync(draft, text, { flush: true });
  renameSync(draft, join(directory, name));
  syncDirectory(directory);
}

/** PGlite copies a new cluster in without syncing it, and PostgreSQL later syncs only what it changes. */
function syncTree(directory: string): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) syncTree(path);
    else if (entry.isFile()) syncFile(path);
  }
  syncDirectory(directory);
}

function syncFile(path: string): void {
  const descriptor = openSync(path, "r+");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
