// Bytes of an .xlsx or .docx → its tables as plain grids, or why the file is not taken.

import type { Grid } from "@kehoach/engine/language";
import {
  type ArchiveBounds,
  type ArchivePart,
  officeTypeOf,
  openArchive,
  unpackPart,
} from "@kehoach/engine/office";
import type { TablesFault } from "@kehoach/engine/words";
import { readDocumentTables } from "./document-tables.ts";
import { NotTaken, type Parts } from "./not-taken.ts";
import { readWorkbookTables } from "./workbook-tables.ts";

export interface TablesBounds extends ArchiveBounds {
  /** Of the file itself. */
  bytes: number;
}

/** A workbook or document of tables, bounded as hostile files are. */
const usual: TablesBounds = {
  bytes: 20 * 1024 * 1024,
  parts: 200,
  unpacked: 50 * 1024 * 1024,
  ratio: 100,
};

export type TablesOutcome = { ok: true; tables: Grid[] } | { ok: false; fault: TablesFault };

/** Never throws for bytes, whatever is in them; follows no reference out of the file and runs nothing in it. */
export function readOfficeTables(bytes: Uint8Array, bounds = usual): TablesOutcome {
  try {
    return { ok: true, tables: read(bytes, bounds) };
  } catch (error) {
    if (error instanceof NotTaken) return { ok: false, fault: error.fault };
    throw error;
  }
}

function read(bytes: Uint8Array, bounds: TablesBounds): Grid[] {
  if (bytes.byteLength > bounds.bytes) throw new NotTaken("size");
  if (isOlderFormat(bytes)) throw new NotTaken("older");
  const archive = openArchive(bytes, bounds);
  if (!archive.ok) throw new NotTaken(archive.fault);
  if (archive.parts.some(({ name }) => /vbaproject/i.test(name))) throw new NotTaken("macros");
  const type = officeTypeOf(bytes, archive.parts);
  if (type !== "xlsx" && type !== "docx") throw new NotTaken("notOffice");
  const parts = partsOf(bytes, archive.parts);
  return type === "xlsx" ? readWorkbookTables(parts) : readDocumentTables(parts);
}

/** The compound files of programs before 2007, and of every version once a password is set. */
function isOlderFormat(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
}

function partsOf(bytes: Uint8Array, list: readonly ArchivePart[]): Parts {
  const byName = new Map<string, ArchivePart>();
  for (const part of list) {
    const name = part.name.toLowerCase();
    if (byName.has(name)) throw new NotTaken("broken");
    byName.set(name, part);
  }
  return (name) => {
    const part = byName.get(name.toLowerCase());
    if (part === undefined) return null;
    // A part that unpacks to more than it claims is no honest one.
    const unpacked = unpackPart(bytes, part, part.unpacked);
    if (unpacked === null) throw new NotTaken("broken");
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(unpacked);
    } catch {
      throw new NotTaken("broken");
    }
  };
}
