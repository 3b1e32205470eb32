// The zip archive of an office document: its directory read within bounds, its parts unpacked one by one.

import { inflateRawSync } from "node:zlib";

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;
const endLength = 22;
const entryLength = 46;
const headerLength = 30;
/** Below this many bytes an archive may be as dense as it likes. */
const densityCounts = 1024 * 1024;

/** broken: no sound archive, or with anything before, between, behind or inside it that a document does not have.
 *  locked: encrypted. parts: too many. size: unpacks to too much. */
export type ArchiveFault = "broken" | "locked" | "parts" | "size";

export interface ArchiveBounds {
  parts: number;
  /** Bytes that all parts claim to unpack to, together. */
  unpacked: number;
  /** How many times larger than the archive that may be; null: any. */
  ratio: number | null;
}

export interface ArchivePart {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  at: number;
}

export type OpenedArchive = { ok: true; parts: ArchivePart[] } | { ok: false; fault: ArchiveFault };

/** Reads the directory and unpacks nothing. Never throws. */
export function openArchive(bytes: Uint8Array, bounds: ArchiveBounds): OpenedArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const no = (fault: ArchiveFault): OpenedArchive => ({ ok: false, fault });
  const end = endOf(view);
  if (end === null) return no("broken");
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const oneDisk = view.getUint16(end + 4, true) === 0 && view.getUint16(end + 6, true) === 0;
  const whole = view.getUint16(end + 8, true) === count && start + view.getUint32(end + 12, true) === end;
  if (!oneDisk || !whole || count === 0) return no("broken");
  if (count > bounds.parts) return no("parts");
  const parts: ArchivePart[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + entryLength > end || view.getUint32(at, true) !== directoryEntry) return no("broken");
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + entryLength, at + entryLength + nameLength));
    if ((view.getUint16(at + 8, true) & 0x2041) !== 0) return no("locked");
    if (!isPartName(name)) return no("broken");
    parts.push({
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += entryLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (at !== end || !liesApart(view, parts, start)) return no("broken");
  const unpacked = parts.reduce((sum, part) => sum + part.unpacked, 0);
  const dense =
    bounds.ratio !== null && unpacked > densityCounts && unpacked > bytes.byteLength * bounds.ratio;
  return unpacked > bounds.unpacked || dense ? no("size") : { ok: true, parts };
}

/** Null: it cannot be unpacked, or unpacks to more than `most` bytes. */
export function unpackPart(
  bytes: Uint8Array,
  { at, method, packed }: ArchivePart,
  most: number,
): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = at + headerLength + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const stored = bytes.subarray(start, start + packed);
  try {
    if (method === 0) return stored.length > most ? null : stored;
    return method === 8 ? inflateRawSync(stored, { maxOutputLength: most }) : null;
  } catch {
    return null;
  }
}

/** Where the end record stands: it must reach to the file's very end. */
function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - endLength - 0xffff);
  for (let at = view.byteLength - endLength; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endOfDirectory) {
      return at + endLength + view.getUint16(at + 20, true) === view.byteLength ? at : null;
    }
  }
  return null;
}

function isPartName(name: string): boolean {
  return (
    name !== "" &&
    !name.startsWith("/") &&
    !/\\|\p{Cc}|^[A-Za-z]:/u.test(name) &&
    !name.split("/").includes("..")
  );
}

/** Parts that share bytes make small archives unpack to enormous ones. */
function liesApart(view: DataView, parts: readonly ArchivePart[], directory: number): boolean {
  const inOrder = [...parts].sort((a, b) => a.at - b.at);
  if (inOrder[0]?.at !== 0) return false;
  for (const [index, part] of inOrder.entries()) {
    const next = inOrder[index + 1]?.at ?? directory;
    if (part.at + headerLength > next || view.getUint32(part.at, true) !== localHeader) return false;
    const name = view.getUint16(part.at + 26, true);
    const extra = view.getUint16(part.at + 28, true);
    if (part.at + headerLength + name + extra + part.packed > next) return false;
  }
  return true;
}
