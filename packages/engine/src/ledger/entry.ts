// One recorded fact of a plan, column by column: the ledger's format 1, fixed for good.

/** Integer microseconds since 1970-01-01T00:00:00Z. Exact as a JavaScript number until the year 2255. */
export type Micros = number;

/** Where a fact came in. `demo` is refused by a real instance. */
export const entrySources = ["api", "cli", "ui", "clock", "import", "demo"] as const;
export type EntrySource = (typeof entrySources)[number];

/** The columns of `kehoach.entry`, in the order in which they are hashed. */
export interface Entry {
  format: 1;
  planId: string;
  /** 1, 2, 3 … within the plan, without gaps. */
  seq: number;
  /** The idempotency key of the command this entry answers. */
  requestId: string;
  /** 0, 1, 2 … within the command. */
  part: number;
  /** Digest of the command's body without its free texts; the same id with another body is refused. */
  requestHash: string;
  /** When it was entered. */
  recordedAt: Micros;
  /** When it happened. */
  effectiveAt: Micros;
  /** Who typed it. */
  actor: string;
  /** Who decided or signed, where different; null otherwise. */
  onBehalfOf: string | null;
  /** The agency the actor acted for; null for the clock. */
  agency: string | null;
  source: EntrySource;
  /** The plan version the decision was taken under. */
  planVersion: number;
  /** Null when the entry is about the plan itself. */
  assignmentId: string | null;
  /** The command or clock step, e.g. "submit", "assignment_opened". */
  type: string;
  /** Canonical JSON, stored and hashed as this text. Holds the outcome; free texts only as salted digests. */
  data: string;
  /** Hash of the previous entry; of the genesis for seq 1. Lower-case hex SHA-256. */
  prevHash: string;
  hash: string;
}

/** An entry before its place in the chain is known. */
export type EntryDraft = Omit<Entry, "seq" | "prevHash" | "hash" | "data"> & { data: EntryData };

/** What `data` holds once parsed. */
export interface EntryData {
  /** What the fold applies to the plan row or the assignment row: changed fields only. */
  outcome: Readonly<Record<string, unknown>>;
  /** What an entry about an assignment changes on the plan row as well, e.g. its wake-up. */
  plan?: Readonly<Record<string, unknown>>;
  /** The reading it gives: what stands from then on for its input, agency, period and status. */
  reading?: Readonly<Record<string, unknown>>;
  /** Facts of the command, such as a document's number or a due asked for. */
  facts?: Readonly<Record<string, unknown>>;
  /** Free texts by field name, as salted digests of `kehoach.erasable_text`. */
  texts?: Readonly<Record<string, string>>;
  /** Attached files, as salted digests of `kehoach.evidence_file`. */
  files?: readonly string[];
}
