// Which office document a zip archive is, read from its directory and its list of content types alone.

import { inflateRawSync } from "node:zlib";
import type { FileType } from "../../execute/file-types.ts";

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;
const endLength = 22;
const entryLength = 46;
const headerLength = 30;
/** A document of 500 pictures has some 600 parts. */
const mostParts = 5_000;
/** What the parts claim to unpack to, together: beyond it an office program would choke on the document. */
const mostUnpacked = 512 * 1024 * 1024;
/** The list of content types of a real document has some kilobytes. */
const mostTypes = 512 * 1024;
const typesPart = "[Content_Types].xml";

const mainParts: readonly (readonly [string, FileType])[] = [
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "docx"],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "xlsx"],
];

interface Part {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  at: number;
}

/** Null: not a sound archive, not an office document, or one that carries macros. Unpacks the list of content types and
 *  nothing else. */
export function officeType(bytes: Uint8Array): FileType | null {
  const parts = directoryOf(bytes);
  if (parts === null || parts.some(({ name }) => /vbaproject|\.exe$|\.dll$/i.test(name))) return null;
  const types = parts.filter(({ name }) => name === typesPart);
  const [part] = types;
  if (part === undefined || types.length > 1) return null;
  const text = textOf(bytes, part);
  if (text === null || /<!DOCTYPE|<!ENTITY|macroEnabled|vbaProject/i.test(text)) return null;
  const found = mainParts.filter(
    ([content]) => text.includes(`"${content}"`) || text.includes(`'${content}'`),
  );
  return found.length === 1 ? (found[0]?.[1] ?? null) : null;
}

/** Null: the archive has anything before, between, behind or inside it that a document does not have. */
function directoryOf(bytes: Uint8Array): Part[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const oneDisk = view.getUint16(end + 4, true) === 0 && view.getUint16(end + 6, true) === 0;
  const whole = view.getUint16(end + 8, true) === count && start + view.getUint32(end + 12, true) === end;
  if (!oneDisk || !whole || count === 0 || count > mostParts) return null;
  const parts: Part[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + entryLength > end || view.getUint32(at, true) !== directoryEntry) return null;
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + entryLength, at + entryLength + nameLength));
    const encrypted = (view.getUint16(at + 8, true) & 0x2041) !== 0;
    if (encrypted || !isPartName(name)) return null;
    parts.push({
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += entryLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return at === end && liesApart(view, parts, start) ? parts : null;
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
function liesApart(view: DataView, parts: readonly Part[], directory: number): boolean {
  const inOrder = [...parts].sort((a, b) => a.at - b.at);
  if (inOrder[0]?.at !== 0) return false;
  let unpacked = 0;
  for (const [index, part] of inOrder.entries()) {
    const next = inOrder[index + 1]?.at ?? directory;
    if (part.at + headerLength > next || view.getUint32(part.at, true) !== localHeader) return false;
    const name = view.getUint16(part.at + 26, true);
    const extra = view.getUint16(part.at + 28, true);
    if (part.at + headerLength + name + extra + part.packed > next) return false;
    unpacked += part.unpacked;
  }
  return unpacked <= mostUnpacked;
}

function textOf(bytes: Uint8Array, { at, method, packed }: Part): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = at + headerLength + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const stored = bytes.subarray(start, start + packed);
  try {
    if (method === 0) return stored.length > mostTypes ? null : new TextDecoder().decode(stored);
    return method === 8 ? inflateRawSync(stored, { maxOutputLength: mostTypes }).toString("utf8") : null;
  } catch {
    return null;
  }
}
