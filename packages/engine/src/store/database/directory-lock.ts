// The lock file beside a data directory: one process at a time, taken over only from one that has ended.
import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { databaseError } from "./database-error.ts";
import { ownIdentity, type ProcessIdentity, stateOf } from "./process-identity.ts";

/** What a lock file says. */
interface LockContent extends ProcessIdentity {
  /** Tells this lock from every other one at the same path. */
  readonly nonce: string;
  /** Where the holder answers, for example http://127.0.0.1:4242; null while it does not. */
  readonly address: string | null;
}

/** What another process may know of the holder of a directory. */
export interface DirectoryLock extends ProcessIdentity {
  readonly address: string | null;
  /** False only when the holder has certainly ended. */
  readonly alive: boolean;
}

export interface HeldLock {
  announce(address: string): void;
  release(): void;
}

export function lockFileOf(directory: string): string {
  return `${directory}.lock`;
}

/** Who holds the directory (a path as `canonicalDirectory` gives it); null when no readable lock file is there. */
export function readLock(directory: string): DirectoryLock | null {
  const content = readContent(lockFileOf(directory));
  if (content === null || content === "unreadable") return null;
  const { nonce: _, ...rest } = content;
  return { ...rest, alive: stateOf(content) !== "ended" };
}

/** Takes the lock of a directory. Throws EngineError data_directory_in_use while another process has it. */
export function acquireLock(directory: string): HeldLock {
  const path = lockFileOf(directory);
  const taken = acquire(path);
  if (!("holder" in taken)) return taken;
  const { holder } = taken;
  throw databaseError("data_directory_in_use", {
    directory,
    lockFile: path,
    pid: holder?.pid ?? null,
    host: holder?.host ?? null,
    address: holder?.address ?? null,
    sameMachine: holder !== null && stateOf(holder) !== "unknown",
  });
}

/**
 * Takes the lock at `path`, or tells who holds it (null: unreadable).
 * A dead holder's file is replaced, in one rename, only by the process that holds the lock named after that
 * file's nonce. So of two that find it dead one waits in vain, and neither can remove the other's fresh lock.
 */
function acquire(path: string): HeldLock | { holder: LockContent | null } {
  const content: LockContent = { ...ownIdentity(), nonce: randomUUID().slice(0, 8), address: null };
  if (create(path, content)) return held(path, content);

  const found = readContent(path);
  if (found === null) return acquire(path);
  if (found === "unreadable") return { holder: null };
  if (stateOf(found) !== "ended") return { holder: found };

  const guard = acquire(`${path}.${found.nonce}`);
  if ("holder" in guard) return { holder: guard.holder };
  try {
    const now = readContent(path);
    if (now !== null && now !== "unreadable" && now.nonce === found.nonce) {
      replace(path, content);
      return held(path, content);
    }
  } finally {
    guard.release();
  }
  return acquire(path);
}

function held(path: string, content: LockContent): HeldLock {
  return {
    announce: (address) => replace(path, { ...content, address }),
    release: () => {
      const now = readContent(path);
      if (now !== null && now !== "unreadable" && now.nonce === content.nonce) unlinkSync(path);
    },
  };
}

/** Creates the file with its whole content at once, so that nobody reads half a lock; false if it is there. */
function create(path: string, content: LockContent): boolean {
  const draft = writeDraft(path, content);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    if (code === "ENOENT" || code === "EACCES" || code === "EROFS" || code === "ENOSPC") throw error;
    return createWithoutLinks(path, content);
  } finally {
    unlinkSync(draft);
  }
}

/** For filesystems without hard links. */
function createWithoutLinks(path: string, content: LockContent): boolean {
  try {
    writeFileSync(path, JSON.stringify(content), { flag: "wx", mode: 0o644 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function replace(path: string, content: LockContent): void {
  renameSync(writeDraft(path, content), path);
}

function writeDraft(path: string, content: LockContent): string {
  const draft = `${path}.${content.nonce}.draft`;
  writeFileSync(draft, JSON.stringify(content), { mode: 0o644 });
  return draft;
}

function readContent(path: string): LockContent | "unreadable" | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    return "unreadable";
  }
  try {
    const content: LockContent = JSON.parse(text);
    const complete =
      typeof content?.pid === "number" &&
      typeof content.nonce === "string" &&
      typeof content.host === "string";
    return complete ? content : "unreadable";
  } catch {
    return "unreadable";
  }
}
