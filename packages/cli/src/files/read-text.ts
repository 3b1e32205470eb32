// Reads and writes the files a command names.

import { lstatSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, relative, resolve } from "node:path";
import type { SourceText } from "@kehoach/engine";
import type { Session } from "../session.ts";

/** Bytes of a text file at most; the plan language takes no more. */
export const mostBytes = 2 * 1024 * 1024;

/** Bytes of a file to attach at most; what the instance takes may be less. */
const mostAttached = 100 * 1024 * 1024;

export interface TextFile extends SourceText {
  /** As a reader would name it: relative to the working directory. */
  file: string;
  /** Absolute. */
  path: string;
}

/** Throws Misuse for what is missing, no regular file, too big or no UTF-8. */
export function readTextFile(session: Session, given: string): TextFile {
  const path = resolve(session.surroundings.workingDirectory, given);
  const file = shownPath(session, path);
  try {
    const { size } = requireRegular(session, path, file);
    if (size > mostBytes) throw session.misuse("fileTooBig", file, `${mostBytes / 1024 / 1024} MB`);
    return { path, file, text: decode(session, readFileSync(path), file) };
  } catch (error) {
    throw fileTrouble(session, error, file);
  }
}

/** The bytes of a file to attach, with its own name. Throws Misuse for what is missing, no regular file, or larger than
 *  any server takes. */
export function readBytes(session: Session, given: string): { name: string; bytes: Uint8Array } {
  const path = resolve(session.surroundings.workingDirectory, given);
  const file = shownPath(session, path);
  try {
    const { size } = requireRegular(session, path, file);
    if (size > mostAttached) throw session.misuse("fileTooBig", file, `${mostAttached / 1024 / 1024} MB`);
    return { name: basename(path), bytes: readFileSync(path) };
  } catch (error) {
    throw fileTrouble(session, error, file);
  }
}

/** Throws Misuse when it cannot be written. */
export function writeFile(
  session: Session,
  path: string,
  text: string | Uint8Array,
  flag: "w" | "wx" = "w",
): void {
  const file = shownPath(session, path);
  try {
    // Writing through a link would change a file nobody named.
    if (flag === "w" && lstatSync(path).isSymbolicLink()) throw session.misuse("fileNotRegular", file);
    writeFileSync(path, text, { flag });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw session.misuse("fileExists", file);
    if (error instanceof Error && "syscall" in error) throw session.misuse("fileUnwritable", file);
    throw error;
  }
}

export function shownPath(session: Session, path: string): string {
  const shorter = relative(session.surroundings.workingDirectory, path);
  return shorter === "" || shorter.startsWith("..") ? path : shorter;
}

/** A byte order mark is taken away; anything but UTF-8 is refused, since guessing would change letters. */
export function decode(session: Session, bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw session.misuse("fileNotText", file);
  }
}

export function requireRegular(session: Session, path: string, file: string): { size: number } {
  const found = statSync(path);
  if (!found.isFile()) throw session.misuse("fileNotRegular", file);
  return found;
}

function fileTrouble(session: Session, error: unknown, file: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR") return session.misuse("fileMissing", file);
  if (error instanceof Error && "syscall" in error) return session.misuse("fileUnreadable", file);
  return error;
}
