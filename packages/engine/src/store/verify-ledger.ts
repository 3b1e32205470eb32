// Verifies a plan: its chain, its texts, its stored version, and that replaying the ledger gives the live rows.

import type { LedgerReport } from "../engine/engine.ts";
import { newPlanRow } from "../execute/decide-issue.ts";
import { foldEntry, type PlanRows } from "../execute/fold.ts";
import { readingKey } from "../execute/reading.ts";
import type { PlanRow } from "../execute/rows.ts";
import { canonicalJson } from "../ledger/canonical-json.ts";
import { chainFault, chainStart } from "../ledger/chain.ts";
import { digestText, saltedDigest } from "../ledger/digest.ts";
import type { Entry, EntryData } from "../ledger/entry.ts";
import { type LedgerFault, ledgerWords } from "../words/ledger.ts";
import { type Anchor, AnchorCheck } from "./anchors.ts";
import { planColumns } from "./columns.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";
import type { FileFolder } from "./evidence/file-folder.ts";
import { fileFault } from "./evidence/verify-files.ts";
import { entriesAfter } from "./read-entries.ts";
import { readAssignmentRecords } from "./read-facts.ts";
import { readingOfRecord, readReadingRecords, recordOfReading } from "./readings.ts";
import { reportFault } from "./report/verify-reports.ts";
import { type PlanRecord, planOfRecord, recordOfAssignment } from "./row-codec.ts";

const readPlan = `select ${planColumns} from kehoach.plan where plan_id = $1`;
const page = 2000;

/** Where a fault was found; the entry's seq, or the last one for what stands beside the chain. */
interface Found {
  seq: number;
  code: LedgerFault;
}

/** Reads under one snapshot: call it inside a repeatable-read transaction, for a plan that is there. `folder`: where
 *  files' contents lie that are not in the database. Throws EngineError `file_store_failed`. */
export async function verifyLedger(
  connection: Connection,
  planId: string,
  folder: FileFolder | null = null,
  anchors: readonly Anchor[] = [],
): Promise<LedgerReport> {
  const [record] = await rowsOf(connection, hot<PlanRecord>(readPlan, [planId]));
  if (record === undefined) throw new Error(`The row of plan ${planId} is gone.`);
  const live = planOfRecord(record);
  const rows: PlanRows = {
    plan: newPlanRow(live.id, "register", "register"),
    assignments: new Map(),
    readings: new Map(),
  };
  const walk: Walk = { digests: new Map(), files: new Map(), erased: new Set(), facts: [] };
  let position = chainStart(planId);
  let found: Found | null = null;
  const anchored = new AnchorCheck(anchors);
  // From below 1, so that an entry slipped in before the first is seen too.
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const entries = await entriesAfter(connection, planId, { after, assignmentId: null, limit: page });
    for (const entry of entries) {
      const fault = chainFault(position, entry) ?? anchored.entryFault(entry);
      if (fault !== null) {
        found = { seq: entry.seq, code: fault };
        break;
      }
      position = { planId, seq: entry.seq, hash: entry.hash, recordedAt: entry.recordedAt };
      after = entry.seq;
      const data: EntryData = JSON.parse(entry.data);
      note(walk, entry, data);
      foldEntry(rows, entry, data);
    }
    if (found !== null || entries.length < page) break;
  }
  if (found === null && (position.seq !== live.seq || position.hash !== live.head)) {
    found = { seq: position.seq, code: "cut_tail" };
  }
  const missing = found === null ? anchored.missing() : null;
  if (missing !== null) found = { seq: missing, code: "anchor_missing" };
  found ??= await textFault(connection, planId, walk);
  found ??= await fileFault(connection, planId, { digests: walk.files, erased: walk.erased }, folder);
  found ??= await rowFault(connection, rows, live, walk);
  found ??= await storedFault(connection, planId, walk);
  return {
    planId,
    intact: found === null,
    entries: position.seq,
    head: position.hash,
    fault:
      found === null
        ? null
        : {
            seq: found.seq,
            code: found.code,
            vi: ledgerWords.vi[found.code],
            en: ledgerWords.en[found.code],
          },
  };
}

interface Walk {
  /** Digests of free texts, with the entry that holds each. */
  digests: Map<string, number>;
  /** The same of attached files. */
  files: Map<string, number>;
  erased: Set<string>;
  /** Entries that vouch for something stored beside the ledger. */
  facts: { seq: number; type: string; planVersion: number; facts: Readonly<Record<string, unknown>> }[];
}

function note(walk: Walk, entry: Entry, data: EntryData): void {
  for (const digest of Object.values(data.texts ?? {})) walk.digests.set(digest, entry.seq);
  for (const digest of data.files ?? []) walk.files.set(digest, entry.seq);
  const facts = data.facts ?? {};
  if (entry.type === "erased" && typeof facts.digest === "string") walk.erased.add(facts.digest);
  if (makesVersion(entry.type) || entry.type === "document_registered" || entry.type === "report_issued") {
    walk.facts.push({ seq: entry.seq, type: entry.type, planVersion: entry.planVersion, facts });
  }
}

function makesVersion(type: string): boolean {
  return type === "plan_issued" || type === "plan_amended";
}

const readTexts = `select digest, salt, body from kehoach.erasable_text where plan_id = $1`;

async function textFault(connection: Connection, planId: string, walk: Walk): Promise<Found | null> {
  const stored = await rowsOf(
    connection,
    hot<{ digest: string; salt: string; body: string | null }>(readTexts, [planId]),
  );
  const texts = new Map(stored.map((text) => [text.digest, text]));
  for (const [digest, seq] of walk.digests) {
    const text = texts.get(digest);
    if (text === undefined) return { seq, code: "missing_text" };
    texts.delete(digest);
    const erased = walk.erased.has(digest);
    if (text.body === null) {
      if (!erased) return { seq, code: "missing_text" };
      // What was erased must not come back, not even word for word.
    } else if (erased || saltedDigest(text.salt, text.body) !== digest) return { seq, code: "changed_text" };
  }
  // A text no entry knows was put in from outside, or one stands there twice.
  return texts.size > 0 || stored.length !== walk.digests.size ? { seq: 0, code: "changed_text" } : null;
}

async function rowFault(
  connection: Connection,
  replayed: PlanRows,
  live: PlanRow,
  walk: Walk,
): Promise<Found | null> {
  const issued = walk.facts.find((entry) => entry.type === "plan_issued");
  // Who a plan is stands in its first entry; a ledger without one is the register's, which may still be empty.
  const identity = issued === undefined ? {} : { kind: "plan", documentId: issued.facts.documentId };
  if (canonicalJson({ ...replayed.plan, ...identity }) !== canonicalJson(live)) {
    return { seq: live.seq, code: "changed_plan_row" };
  }
  const stored = await readAssignmentRecords(connection, live.id);
  for (const record of stored) {
    const expected = replayed.assignments.get(record.id);
    if (expected === undefined || !sameColumns(record, recordOfAssignment(expected))) {
      return { seq: Number(record.seq), code: "changed_row" };
    }
  }
  if (stored.length !== replayed.assignments.size) return { seq: live.seq, code: "changed_row" };
  return readingFault(connection, replayed, live);
}

async function readingFault(
  connection: Connection,
  { readings }: PlanRows,
  live: PlanRow,
): Promise<Found | null> {
  const stored = await readReadingRecords(connection, live.id);
  for (const record of stored) {
    const expected = readings.get(readingKey(readingOfRecord(record)));
    if (expected === undefined || !sameColumns(record, recordOfReading(expected))) {
      return { seq: Number(record.seq), code: "changed_reading" };
    }
  }
  return stored.length === readings.size ? null : { seq: live.seq, code: "changed_reading" };
}

/** Column by column and byte by byte; a bigint may be a number on one side and text on the other. */
function sameColumns(stored: object, expected: object): boolean {
  const columns = new Map<string, unknown>(Object.entries(stored));
  return Object.entries(expected).every(([name, value]) => {
    const column = columns.get(name) ?? null;
    return value === null || column === null ? value === column : String(column) === String(value);
  });
}

const readVersions = `select version, source_text, plan, register, source_hash, plan_hash, register_hash
  from kehoach.plan_version where plan_id = $1`;
const readDocuments = `select kind, id, valid_from::text as valid_from, source_text, document, hash
  from kehoach.register_document where plan_id = $1`;

interface VersionRecord {
  version: number;
  source_text: string;
  plan: string;
  register: string;
  source_hash: string;
  plan_hash: string;
  register_hash: string;
}

interface DocumentRecord {
  kind: string;
  id: string;
  valid_from: string;
  source_text: string;
  document: string;
  hash: string;
}

async function storedFault(connection: Connection, planId: string, walk: Walk): Promise<Found | null> {
  const versions = await rowsOf(connection, hot<VersionRecord>(readVersions, [planId]));
  const documents = await rowsOf(connection, hot<DocumentRecord>(readDocuments, [planId]));
  const issued = walk.facts.filter((entry) => makesVersion(entry.type));
  if (versions.length !== issued.length) return { seq: 1, code: "changed_version" };
  for (const { seq, planVersion, facts } of issued) {
    const matches = versions.some(
      (row) =>
        Number(row.version) === planVersion &&
        holds(row.source_text, row.source_hash, facts.sourceHash) &&
        holds(row.plan, row.plan_hash, facts.planHash) &&
        holds(row.register, row.register_hash, facts.registerHash),
    );
    if (!matches) return { seq, code: "changed_version" };
  }
  const registered = walk.facts.filter((entry) => entry.type === "document_registered");
  if (documents.length !== registered.length) return { seq: 1, code: "changed_document" };
  for (const { seq, facts } of registered) {
    const matches = documents.some(
      (row) =>
        row.kind === facts.kind &&
        row.id === facts.id &&
        row.valid_from === facts.from &&
        digestText(row.source_text) === facts.sourceHash &&
        holds(row.document, row.hash, facts.hash),
    );
    if (!matches) return { seq, code: "changed_document" };
  }
  const reports = walk.facts.filter((entry) => entry.type === "report_issued");
  const changed = await reportFault(connection, planId, reports);
  return changed === null ? null : { seq: changed, code: "changed_report" };
}

/** Whether text and stored digest are both the ones the ledger names. */
function holds(text: string, stored: string, recorded: unknown): boolean {
  return stored === recorded && digestText(text) === recorded;
}
