// Reads a file of anchors: one JSON object a line, as `kehoach anchors` writes them.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Anchor } from "@kehoach/engine";
import type { Session } from "../session.ts";
import { decode, shownPath } from "./read-text.ts";

/** An anchor as it stands in the file; other members are passed over. */
export interface WrittenAnchor extends Anchor {
  /** For people; null where the file does not say. */
  documentId: string | null;
}

/** Throws Misuse for a file that cannot be read, and for the first line that is no anchor. */
export function readAnchors(session: Session, given: string): WrittenAnchor[] {
  const path = resolve(session.surroundings.workingDirectory, given);
  const file = shownPath(session, path);
  const lines = decode(session, bytesOf(session, path, file), file).split("\n");
  const anchors = lines.flatMap((line, index) => {
    if (line.trim() === "") return [];
    const anchor = anchorOf(line);
    if (anchor === null) throw session.misuse("badAnchor", file, String(index + 1));
    return [anchor];
  });
  if (anchors.length === 0) throw session.misuse("badAnchor", file, "1");
  return anchors;
}

function bytesOf(session: Session, path: string, file: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw session.misuse(missing ? "fileMissing" : "fileUnreadable", file);
  }
}

function anchorOf(line: string): WrittenAnchor | null {
  try {
    const { planId, seq, head, documentId } = Object(JSON.parse(line)) as Record<string, unknown>;
    const holds =
      typeof planId === "string" &&
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(planId) &&
      typeof seq === "number" &&
      Number.isSafeInteger(seq) &&
      seq > 0 &&
      typeof head === "string" &&
      /^[0-9a-f]{64}$/.test(head);
    if (!holds) return null;
    return { planId, seq, head, documentId: typeof documentId === "string" ? documentId : null };
  } catch {
    return null;
  }
}
