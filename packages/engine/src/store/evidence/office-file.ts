// Which office document an archive is, told from its directory and its list of content types alone.

import type { FileType } from "../../execute/file-types.ts";
import { type ArchiveBounds, type ArchivePart, openArchive, unpackPart } from "./office-archive.ts";

/** A document of 500 pictures has some 600 parts; what unpacks to more than this, an office program would choke on. */
const evidenceBounds: ArchiveBounds = { parts: 5_000, unpacked: 512 * 1024 * 1024, ratio: null };
/** The list of content types of a real document has some kilobytes. */
const mostTypes = 512 * 1024;
const typesPart = "[Content_Types].xml";

const mainParts: readonly (readonly [string, FileType])[] = [
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "docx"],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "xlsx"],
];

/** Null: not a sound archive, not an office document, or one that carries macros. Unpacks the list of content types and
 *  nothing else. */
export function officeType(bytes: Uint8Array): FileType | null {
  const archive = openArchive(bytes, evidenceBounds);
  return archive.ok ? officeTypeOf(bytes, archive.parts) : null;
}

/** The same of an archive already opened. */
export function officeTypeOf(bytes: Uint8Array, parts: readonly ArchivePart[]): FileType | null {
  if (parts.some(({ name }) => /vbaproject|\.exe$|\.dll$/i.test(name))) return null;
  const types = parts.filter(({ name }) => name === typesPart);
  const [part] = types;
  if (part === undefined || types.length > 1) return null;
  const unpacked = unpackPart(bytes, part, mostTypes);
  if (unpacked === null) return null;
  const text = new TextDecoder().decode(unpacked);
  if (/<!DOCTYPE|<!ENTITY|macroEnabled|vbaProject/i.test(text)) return null;
  const found = mainParts.filter(
    ([content]) => text.includes(`"${content}"`) || text.includes(`'${content}'`),
  );
  return found.length === 1 ? (found[0]?.[1] ?? null) : null;
}
