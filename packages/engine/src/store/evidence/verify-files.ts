// Whether every attached file is what its entry vouches for, or was erased by one.

import { createHash } from "node:crypto";
import { fileDigest } from "../../ledger/file-digest.ts";
import { type Connection, rowsOf } from "../connection.ts";
import { hot } from "../database/open-database.ts";
import { allFileRecords, type FileRecord } from "./evidence-files.ts";
import type { FileFolder } from "./file-folder.ts";

export interface FileLedgerFault {
  seq: number;
  code: "missing_file" | "changed_file";
}

// Digested where they lie: a verification need not carry every file through memory.
const readContents = `select content, encode(sha256(bytes), 'hex') as actual, octet_length(bytes) as size
  from kehoach.evidence_content where plan_id = $1`;

interface Content {
  /** Lower-case hex SHA-256 of the bytes that are there. */
  actual: string;
  size: number;
}

/** The first fault; null: none. `digests`: those of the entries' files, with the entry that holds each. `folder` null:
 *  contents lie in the database only. Throws EngineError `file_store_failed`. */
export async function fileFault(
  connection: Connection,
  planId: string,
  { digests, erased }: { digests: ReadonlyMap<string, number>; erased: ReadonlySet<string> },
  folder: FileFolder | null,
): Promise<FileLedgerFault | null> {
  const records = await allFileRecords(connection, planId);
  const stored = await rowsOf(
    connection,
    hot<{ content: string; actual: string; size: number }>(readContents, [planId]),
  );
  if (records.length === 0 && stored.length === 0 && digests.size === 0) return null;
  const contents = new Map(
    stored.map(({ content, actual, size }) => [content, { actual, size: Number(size) }]),
  );
  const used = new Set<string>();
  const rows = new Map(records.map((record) => [record.digest, record]));
  for (const [digest, seq] of digests) {
    const record = rows.get(digest);
    if (record === undefined) return { seq, code: "missing_file" };
    const code = Number(record.seq) === seq ? await recordFault(record, erased.has(digest)) : "changed_file";
    if (code !== null) return { seq, code };
    if (record.content !== null) used.add(record.content);
  }
  // A file no entry knows was put in from outside, or one stands there twice; so with contents.
  if (records.length !== digests.size || rows.size !== digests.size) return { seq: 0, code: "changed_file" };
  if (contents.size !== stored.length || stored.some(({ content }) => !used.has(content)))
    return { seq: 0, code: "changed_file" };
  return null;

  async function recordFault(record: FileRecord, isErased: boolean): Promise<FileLedgerFault["code"] | null> {
    const { salt, content, type, size, name } = record;
    if (content === null || type === null || size === null || name === null) {
      // Half an erasure is none.
      const left = [content, type, size, name].some((value) => value !== null);
      return left ? "changed_file" : isErased ? null : "missing_file";
    }
    if (isErased || fileDigest(salt, { content, type, size: Number(size), name }) !== record.digest)
      return "changed_file";
    const found = contents.get(content) ?? (await inFolder(content));
    if (found === null) return "missing_file";
    return found.actual === content && found.size === Number(size) ? null : "changed_file";
  }

  async function inFolder(content: string): Promise<Content | null> {
    const bytes = (await folder?.read(planId, content)) ?? null;
    if (bytes === null) return null;
    return { actual: createHash("sha256").update(bytes).digest("hex"), size: bytes.byteLength };
  }
}
