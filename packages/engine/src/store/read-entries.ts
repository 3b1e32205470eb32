// Reads entries of a plan or of one assignment, oldest first, with their free texts where they are not erased.

import type { HistoryEntry } from "../engine.ts";
import type { Entry, EntryData } from "../ledger/entry.ts";
import { entryList } from "./columns.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";
import { type EntryRecord, entryOfRecord } from "./row-codec.ts";

const readEntries = `select ${entryList} from kehoach.entry
  where plan_id = $1 and seq > $2::bigint and ($3::uuid is null or assignment_id = $3)
  order by seq limit $4::int`;

/** Entries with `seq` above `after`. */
export async function entriesAfter(
  connection: Connection,
  planId: string,
  options: { after: number; assignmentId: string | null; limit: number },
): Promise<Entry[]> {
  const { after, assignmentId, limit } = options;
  const records = await rowsOf(
    connection,
    hot<EntryRecord>(readEntries, [planId, after, assignmentId, limit]),
  );
  return records.map(entryOfRecord);
}

export interface StoredText {
  digest: string;
  salt: string;
  /** Null: erased. */
  body: string | null;
}

const readTexts = `select digest, salt, body from kehoach.erasable_text where plan_id = $1 and digest = any($2::text[])`;

export async function textsOf(
  connection: Connection,
  planId: string,
  digests: readonly string[],
): Promise<Map<string, StoredText>> {
  if (digests.length === 0) return new Map();
  const rows = await rowsOf(connection, hot<StoredText>(readTexts, [planId, digests]));
  return new Map(rows.map((row) => [row.digest, row]));
}

/** Whether a text is there to be erased: stored, and not erased before. */
export async function isErasable(
  connection: Connection,
  planId: string,
  digest: string | undefined,
): Promise<boolean> {
  if (digest === undefined) return false;
  const stored = (await textsOf(connection, planId, [digest])).get(digest);
  return stored !== undefined && stored.body !== null;
}

/** The entries with their texts by field; null where a text was erased. */
export async function withTexts(
  connection: Connection,
  planId: string,
  entries: readonly Entry[],
): Promise<HistoryEntry[]> {
  const digestsOf = (entry: Entry): Record<string, string> =>
    (JSON.parse(entry.data) as EntryData).texts ?? {};
  const texts = await textsOf(
    connection,
    planId,
    entries.flatMap((entry) => Object.values(digestsOf(entry))),
  );
  return entries.map((entry) => ({
    ...entry,
    textBodies: Object.fromEntries(
      Object.entries(digestsOf(entry)).map(([field, digest]) => [field, texts.get(digest)?.body ?? null]),
    ),
  }));
}
