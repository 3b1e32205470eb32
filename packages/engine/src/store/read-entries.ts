// Reads entries of a plan or of one assignment, oldest first, with their free texts where they are not erased.

import type { HistoryEntry } from "../engine/engine.ts";
import type { Entry, EntryData } from "../ledger/entry.ts";
import { type HistoryKind, historyKinds } from "../ledger/history-kind.ts";
import { entryColumns, entryList } from "./columns.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";
import { fileRecords, fileView } from "./evidence/evidence-files.ts";
import { type EntryRecord, entryOfRecord } from "./row-codec.ts";
import { seenSql, type Unseen, unseenParameters } from "./seen.ts";

const readEntries = `select ${entryList} from kehoach.entry
  where plan_id = $1 and seq > $2::bigint and ($3::uuid is null or assignment_id = $3)
  order by seq limit $4::int`;

const readSeenEntries = `select ${entryColumns("e")} from kehoach.entry e
  where e.plan_id = $1 and e.seq > $2::bigint and ($3::uuid is null or e.assignment_id = $3)
    and (e.assignment_id is null or exists (select 1 from kehoach.assignment a
      where a.plan_id = e.plan_id and a.id = e.assignment_id and ${seenSql("a", 5)}))
  order by e.seq limit $4::int`;

/** Entries with `seq` above `after`, about what `unseen` does not keep from the reader. */
export async function entriesAfter(
  connection: Connection,
  planId: string,
  options: { after: number; assignmentId: string | null; limit: number; unseen?: Unseen | null },
): Promise<Entry[]> {
  const { after, assignmentId, limit, unseen = null } = options;
  const asked = [planId, after, assignmentId, limit];
  const query =
    unseen === null
      ? hot<EntryRecord>(readEntries, asked)
      : hot<EntryRecord>(readSeenEntries, [...asked, ...unseenParameters(unseen)]);
  const records = await rowsOf(connection, query);
  return records.map(entryOfRecord);
}

const versions = "('plan_issued', 'plan_amended')";
const kinds: Readonly<Record<HistoryKind, string>> = {
  plan: "e.assignment_id is null",
  version: `e.assignment_id is null and e.type in ${versions}`,
  assignments: "e.assignment_id is not null and e.source <> 'clock'",
  clock: "e.source = 'clock'",
};
const oneOfKinds = historyKinds.map((kind) => `($6::text = '${kind}' and ${kinds[kind]})`).join(" or ");

const among = (position: string, order: string): string => `select ${entryColumns("e")} from kehoach.entry e
  left join kehoach.assignment a on a.plan_id = e.plan_id and a.id = e.assignment_id
  where e.plan_id = $1 and ${position} and ($3::uuid is null or e.assignment_id = $3)
    and ($5::text is null or coalesce(a.agency_id = $5, false) or coalesce(e.agency = $5, false))
    and ($6::text is null or ${oneOfKinds})
    and (e.assignment_id is null or ${seenSql("a", 7)})
  order by e.seq ${order} limit $4::int`;
const readOldest = among("e.seq > $2::bigint", "asc");
const readNewest = among("($2::bigint = 0 or e.seq < $2)", "desc");

/** Entries that come after `after` in the order asked for, 0 for none before, narrowed; null does not narrow. */
export async function entriesAmong(
  connection: Connection,
  planId: string,
  options: {
    after: number;
    assignmentId: string | null;
    limit: number;
    unseen: Unseen | null;
    first: "oldest" | "newest";
    kind: HistoryKind | null;
    agency: string | null;
  },
): Promise<Entry[]> {
  const { after, assignmentId, limit, unseen, first, kind, agency } = options;
  const asked = [planId, after, assignmentId, limit, agency, kind];
  const query = hot<EntryRecord>(first === "newest" ? readNewest : readOldest, [
    ...asked,
    ...unseenParameters(unseen),
  ]);
  return (await rowsOf(connection, query)).map(entryOfRecord);
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

/** Whether a text or a file is there to be erased: stored, and not erased before. */
export async function isErasable(
  connection: Connection,
  planId: string,
  digest: string | undefined,
): Promise<boolean> {
  if (digest === undefined) return false;
  const stored = (await textsOf(connection, planId, [digest])).get(digest);
  if (stored !== undefined) return stored.body !== null;
  const file = (await fileRecords(connection, planId, [digest])).get(digest);
  return file !== undefined && file.content !== null;
}

/** The entries with their texts by field, null where a text was erased, and with their files. */
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
  const filesOf = (entry: Entry): readonly string[] => (JSON.parse(entry.data) as EntryData).files ?? [];
  const files = await fileRecords(connection, planId, entries.flatMap(filesOf));
  return entries.map((entry) => ({
    ...entry,
    files: filesOf(entry).map((digest) => fileView(digest, files.get(digest))),
    textBodies: Object.fromEntries(
      Object.entries(digestsOf(entry)).map(([field, digest]) => [field, texts.get(digest)?.body ?? null]),
    ),
  }));
}
