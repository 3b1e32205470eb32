// Writes lines into a new file: never over one that is there, and nothing is left of what did not come to its end.

import { closeSync, fsyncSync, openSync, unlinkSync, writeSync } from "node:fs";
import { resolve } from "node:path";
import type { Session } from "../session.ts";
import { shownPath } from "./read-text.ts";

/** Resolves to how many lines were written. Throws Misuse for a file that is there or cannot be written. */
export async function writeNewLines(
  session: Session,
  given: string,
  lines: AsyncIterable<string>,
): Promise<{ file: string; lines: number }> {
  const path = resolve(session.surroundings.workingDirectory, given);
  const file = shownPath(session, path);
  const descriptor = openNew(session, path, file);
  let written = 0;
  let done = false;
  try {
    for await (const line of lines) {
      if (line === "") continue;
      writeWhole(descriptor, Buffer.from(`${line}\n`));
      written += 1;
    }
    fsyncSync(descriptor);
    done = true;
  } finally {
    closeSync(descriptor);
    if (!done) unlinkSync(path);
  }
  return { file, lines: written };
}

function writeWhole(descriptor: number, bytes: Buffer): void {
  for (let offset = 0; offset < bytes.length; ) offset += writeSync(descriptor, bytes, offset);
}

function openNew(session: Session, path: string, file: string): number {
  try {
    return openSync(path, "wx", 0o600);
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === "EEXIST";
    throw session.misuse(exists ? "fileExists" : "fileUnwritable", file);
  }
}
