// Rows and contents of attached files: written and erased with their entries, read back checked.

import { createHash } from "node:crypto";
import type { FileView } from "../../engine/engine.ts";
import { EngineError } from "../../engine-error.ts";
import type { EvidenceFile } from "../../execute/decision.ts";
import type { FileFacts } from "../../execute/facts.ts";
import { knownType } from "../../execute/file-types.ts";
import type { Entry, EntryData } from "../../ledger/entry.ts";
import { fileDigest } from "../../ledger/file-digest.ts";
import { type Connection, rowsOf } from "../connection.ts";
import { hot } from "../database/open-database.ts";
import type { CheckedFile } from "./check-file.ts";
import type { FileFolder } from "./file-folder.ts";

/** A file on its way in: checked, with its bytes. */
export interface IncomingFile extends CheckedFile {
  bytes: Uint8Array;
}

/** A row of `kehoach.evidence_file`; the last four are null where it was erased. */
export interface FileRecord {
  digest: string;
  seq: string;
  salt: string;
  content: string | null;
  name: string | null;
  type: string | null;
  size: string | null;
}

export type WrittenFile = EvidenceFile & { planId: string; seq: number };

const insertFiles = `insert into kehoach.evidence_file (plan_id, digest, seq, salt, content, name, type, size)
  select plan_id, digest, seq, salt, content, name, type, size
  from json_to_recordset($1::json) as u(plan_id uuid, digest text, seq bigint, salt text, content text, name text,
    type text, size bigint)`;

// Text in base64, because a host's own driver may have its own idea of bytes.
const insertContent = `insert into kehoach.evidence_content (plan_id, content, bytes)
  values ($1, $2, decode($3, 'base64')) on conflict do nothing`;

/** Stores the rows, and the content of `incoming` where it is not there yet. Inside the transaction that holds the
 *  plan's lock. Throws EngineError `file_store_failed`. */
export async function writeFiles(
  transaction: Connection,
  files: readonly WrittenFile[],
  incoming: IncomingFile | undefined,
  folder: FileFolder | null,
): Promise<void> {
  if (files.length === 0) return;
  const records = files.map(({ planId, ...file }) => ({ plan_id: planId, ...file }));
  await rowsOf(transaction, hot(insertFiles, [JSON.stringify(records)]));
  for (const { planId, content } of files) {
    if (incoming?.content !== content) throw new Error("A file without its content.");
    const { bytes } = incoming;
    if (folder !== null) await folder.put(planId, content, bytes);
    else {
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
      await rowsOf(transaction, hot(insertContent, [planId, content, text]));
    }
  }
}

const eraseRows = `update kehoach.evidence_file f set content = null, name = null, type = null, size = null
  from json_to_recordset($1::json) as u(plan_id uuid, digest text)
  where f.plan_id = u.plan_id and f.digest = u.digest`;
const dropUnused = `delete from kehoach.evidence_content c where c.plan_id = any($1::uuid[]) and not exists
  (select 1 from kehoach.evidence_file f where f.plan_id = c.plan_id and f.content = c.content)`;

/** Empties the rows of those digests that name files, and drops contents no row names any more. */
export async function eraseFiles(
  transaction: Connection,
  erased: readonly { planId: string; digest: string }[],
): Promise<void> {
  const records = erased.map(({ planId, digest }) => ({ plan_id: planId, digest }));
  await rowsOf(transaction, hot(eraseRows, [JSON.stringify(records)]));
  await rowsOf(transaction, hot(dropUnused, [[...new Set(erased.map(({ planId }) => planId))]]));
}

const columns = "f.digest, f.seq, f.salt, f.content, f.name, f.type, f.size";
const readFiles = `select ${columns} from kehoach.evidence_file f where f.plan_id = $1 and f.digest = any($2::text[])`;
const readAllFiles = `select ${columns} from kehoach.evidence_file f where f.plan_id = $1`;

/** The rows of these digests. */
export async function fileRecords(
  connection: Connection,
  planId: string,
  digests: readonly string[],
): Promise<Map<string, FileRecord>> {
  if (digests.length === 0) return new Map();
  const rows = await rowsOf(connection, hot<FileRecord>(readFiles, [planId, digests]));
  return new Map(rows.map((row) => [row.digest, row]));
}

/** Every row of the plan. */
export function allFileRecords(connection: Connection, planId: string): Promise<readonly FileRecord[]> {
  return rowsOf(connection, hot<FileRecord>(readAllFiles, [planId]));
}

/** A file as people see it. */
export function fileView(digest: string, record: FileRecord | undefined): FileView {
  const { name = null, type = null, size = null } = record ?? {};
  return { digest, name, type: knownType(type), size: size === null ? null : Number(size) };
}

const readAttached = `select ${columns}, e.recorded_at, e.actor, e.agency, e.data, e.assignment_id
  from kehoach.evidence_file f join kehoach.entry e on e.plan_id = f.plan_id and e.seq = f.seq
  where f.plan_id = $1 and ($2::uuid is null or e.assignment_id = $2) and ($3::text is null or f.digest = $3)
  order by f.seq, f.digest`;

/** A row with what its entry says. */
export interface AttachedRecord extends FileRecord {
  recorded_at: string;
  actor: string;
  agency: string | null;
  data: string;
  assignment_id: string;
}

/** Files of one assignment, or the one with this digest. */
export function attachedRecords(
  connection: Connection,
  planId: string,
  which: { assignmentId: string } | { digest: string },
): Promise<readonly AttachedRecord[]> {
  const wanted = "digest" in which ? [planId, null, which.digest] : [planId, which.assignmentId, null];
  return rowsOf(connection, hot<AttachedRecord>(readAttached, wanted));
}

/** The product a file was attached for; null: the assignment as a whole. */
export function productOf(record: { data: string }): string | null {
  const data: EntryData = JSON.parse(record.data);
  const product = data.facts?.product;
  return typeof product === "string" ? product : null;
}

/** What a decision about an incoming file rests on. */
export async function fileFacts(
  transaction: Connection,
  planId: string,
  assignmentId: string,
  { bytes: _bytes, ...file }: IncomingFile,
): Promise<FileFacts> {
  const attached = await attachedRecords(transaction, planId, { assignmentId });
  return { ...file, attachedAs: attached.filter(({ content }) => content === file.content).map(productOf) };
}

/** Whether a retry brings the file that was recorded, erased since or not. */
export async function sameFile(
  transaction: Connection,
  planId: string,
  recorded: readonly Entry[],
  incoming: IncomingFile | undefined,
): Promise<boolean> {
  const digests = recorded.flatMap((entry) => (JSON.parse(entry.data) as EntryData).files ?? []);
  const [digest] = digests;
  if (digest === undefined) return incoming === undefined;
  const salt = (await fileRecords(transaction, planId, digests)).get(digest)?.salt;
  return incoming !== undefined && salt !== undefined && fileDigest(salt, incoming) === digest;
}

const readContent = `select encode(bytes, 'base64') as bytes from kehoach.evidence_content
  where plan_id = $1 and content = $2`;

/** The bytes as they were attached. Throws EngineError `file_damaged` where they are gone or others. */
export async function readFileContent(
  connection: Connection,
  planId: string,
  content: string,
  folder: FileFolder | null,
): Promise<Uint8Array> {
  const [row] = await rowsOf(connection, hot<{ bytes: string }>(readContent, [planId, content]));
  const bytes = row === undefined ? await folder?.read(planId, content) : Buffer.from(row.bytes, "base64");
  if (bytes && createHash("sha256").update(bytes).digest("hex") === content) return bytes;
  throw new EngineError("file_damaged", {
    vi: "Tệp đính kèm đã mất hoặc không còn nguyên vẹn.",
    en: "The attached file is gone or no longer what was attached.",
    details: { planId },
  });
}

const readUsed = `select distinct content from kehoach.evidence_file where plan_id = $1 and content is not null`;

/** The contents a plan's files have. */
export async function usedContents(connection: Connection, planId: string): Promise<Set<string>> {
  const rows = await rowsOf(connection, hot<{ content: string }>(readUsed, [planId]));
  return new Set(rows.map((row) => row.content));
}
