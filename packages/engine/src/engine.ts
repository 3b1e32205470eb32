// The library's face: what a host may ask of a running engine.

import type { Kysely, Transaction } from "kysely";
import type { CompiledPlan } from "./compile/index.ts";
import type { Actor, AssignmentCommand, CommandData, Decision, PlanCommand } from "./execute/command.ts";
import type { Refusal } from "./execute/decision.ts";
import type { AssignmentRow, PlanRow } from "./execute/rows.ts";
import type { Plan } from "./language/plan.ts";
import type { Problem, Question } from "./language/problem.ts";
import type { Entry, EntrySource, Micros } from "./ledger/entry.ts";
import type { Connection } from "./store/connection.ts";
import type { Effect } from "./store/effects.ts";

// A host's Kysely has the host's tables; Kysely is invariant in them, so any must be taken.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type HostKysely = Kysely<any>;
// biome-ignore lint/suspicious/noExplicitAny: see above
export type HostTransaction = Transaction<any>;

/** Options of `createEngine`; none is needed. */
export interface EngineOptions {
  /** PostgreSQL connection string. Unset: `DATABASE_URL`, then PGlite in `directory`. */
  url?: string;
  /** PGlite's data directory. Unset and no url: a database in memory that ends with the engine. */
  directory?: string;
  /** The host's own Kysely on PostgreSQL; it stays the host's to close. Needs int8 as text or number. */
  kysely?: HostKysely;
  /** Default: the database's clock. */
  clock?: Clock;
  /** Default: UUIDv7 from the clock and cryptographic randomness. */
  ids?: Ids;
  /** Milliseconds between sweeps for due wake-ups; null: only `engine.sweep()`. Default 1000. */
  sweepEvery?: number | null;
  /** Accept entries of source `demo`. Default false: a real instance refuses such data. */
  demo?: boolean;
  /** Connections of the pool the engine opens. Default 4. */
  maxConnections?: number;
  /** Told of what the engine does in the background and cannot throw to anyone. Default: nothing. */
  onError?: (error: unknown) => void;
}

/** Source of the one `now` of each batch. Return null to use the database's clock. */
export interface Clock {
  now(): Micros | null;
}

export interface Ids {
  /** A new UUIDv7 at this instant. */
  uuid(now: Micros): string;
  /** 16 random bytes as lower-case hex. */
  salt(): string;
}

/** A command as a caller writes it: the engine fills in what can be left out. */
export type CommandInput =
  | (Omit<AssignmentCommand, "requestId" | "source"> & Filled)
  | (Omit<PlanCommand, "requestId" | "source"> & Filled);

interface Filled {
  /** Default: a new one, so a retry by the caller is a new command. Name it where a retry must be safe. */
  requestId?: string;
  /** Default: "api". */
  source?: EntrySource;
}

/** The command was stored: acknowledged only after commit. */
export interface Committed {
  accepted: true;
  /** True: the same request id was stored before, this is its recorded result. */
  repeated: boolean;
  entries: readonly Entry[];
  /** The plan's last entry after the command. */
  seq: number;
}

export type Outcome = Committed | Refusal;

/** A document's text with the name problems shall show. */
export interface SourceText {
  text: string;
  file?: string;
}

export interface CheckResult {
  /** Null: there are problems. */
  plan: Plan | null;
  /** Ids of the register documents the plan names that neither the register nor the call has. What they would decide,
   *  such as whether an agency exists, was not checked, and the plan cannot be issued. */
  missing: readonly string[];
  problems: readonly Problem[];
  questions: readonly Question[];
}

export interface IssueInput {
  /** The plan's text. */
  plan: SourceText;
  /** Register documents to issue with it where the register lacks them, e.g. the organisation. */
  register?: readonly SourceText[];
  actor: Actor;
  requestId?: string;
  source?: EntrySource;
  onBehalfOf?: Decision;
}

export interface Issued {
  issued: true;
  planId: string;
  documentId: string;
  assignments: number;
  questions: readonly Question[];
}

export type IssueOutcome =
  | Issued
  | { issued: false; problems: readonly Problem[]; questions: readonly Question[]; refusal: Refusal | null };

/** The official buckets, computed by SQL against one given now. */
export const buckets = [
  "done_on_time",
  "done_late",
  "awaiting_confirmation",
  "in_time",
  "due_soon",
  "overdue",
  "no_due_date",
  "suspended",
  "withdrawn",
] as const;
export type Bucket = (typeof buckets)[number];

export interface AssignmentFilter {
  planId?: string;
  agency?: string;
  task?: string;
  objective?: string;
  role?: "lead" | "coordinator";
  bucket?: Bucket;
  /** Only open (not done, not cancelled) assignments. */
  open?: boolean;
  /** The lead's assignment whose coordinations are wanted. */
  of?: string;
  /** Text looked for in task titles, without accents and case. */
  text?: string;
}

export interface Page<Item> {
  items: readonly Item[];
  /** Give it back as `after` for the next page; null: that was the last. */
  next: string | null;
}

/** An assignment as a reader sees it. */
export interface AssignmentView extends AssignmentRow {
  bucket: Bucket;
}

/** A command in the row of buttons: open to the actor, or why not and who could. */
export interface AllowedCommand {
  type: string;
  label: { vi: string; en: string };
  /** State it leads to; null when the state stays. */
  to: string | null;
  /** What it must bring. */
  require: readonly string[];
  /** Null: the actor may send it now (bringing what `require` names). */
  refusal: Refusal | null;
}

export interface PlanSummary {
  plan: PlanRow;
  title: string;
  number: string | null;
  /** Lead assignments of assigned agencies by bucket; what official counts and rates are made of. */
  counts: Readonly<Record<Bucket, number>>;
  coordinations: Readonly<Record<Bucket, number>>;
  /** Lead assignments of agencies only requested (courts, vertical and mass bodies): apart, and never in rates. */
  requested: Readonly<Record<Bucket, number>>;
}

export interface LedgerReport {
  planId: string;
  intact: boolean;
  entries: number;
  head: string;
  /** First fault found; null when intact. */
  fault: { seq: number; code: string; vi: string; en: string } | null;
}

export interface Engine extends AsyncDisposable {
  /** Reads and checks a plan against the register and any register documents given; stores nothing. */
  check(plan: SourceText, register?: readonly SourceText[]): Promise<CheckResult>;
  /** Issues a plan: checks it, stores text and normalised form, opens its assignments. */
  issue(input: IssueInput): Promise<IssueOutcome>;
  /** Sends one command. Resolves after commit; a refusal is a value, never thrown. */
  dispatch(command: CommandInput): Promise<Outcome>;
  /** The engine inside the host's transaction: no batching; acknowledgement is the host's commit. */
  within(transaction: HostTransaction): Pick<Engine, "dispatch" | "issue">;
  /** Plans by number of summary. */
  plans(): Promise<readonly PlanSummary[]>;
  /** Null when there is none with this id or document id. */
  plan(id: string): Promise<{ summary: PlanSummary; plan: Plan; sourceText: string } | null>;
  assignment(planId: string, id: string): Promise<AssignmentView | null>;
  /** Keyset pages ordered by due date (none last), then id. */
  assignments(
    filter: AssignmentFilter,
    page?: { after?: string; limit?: number },
  ): Promise<Page<AssignmentView>>;
  /** Entries of a plan or of one assignment, oldest first: those with a `seq` above `after`, which is also what `next` of
   *  a page says. Default limit 100, at most 500. Empty when there is no such plan or assignment. */
  history(
    planId: string,
    options?: { assignmentId?: string; after?: number | string; limit?: number },
  ): Promise<Page<HistoryEntry>>;
  /** Every command of the assignment's lifecycle for this actor, with reasons why others are blocked. */
  allowed(planId: string, assignmentId: string, actor: Actor): Promise<readonly AllowedCommand[]>;
  /** Verifies the hash chain, the texts and that replay equals the live rows. */
  verify(planId: string): Promise<LedgerReport>;
  /** The ledger of a plan in the documented export format, one JSON line per entry. */
  exportLedger(planId: string): AsyncIterable<string>;
  /** Committed entries after the cursor, oldest first per plan, then live; end by breaking the loop. Without a cursor
   *  from the first entry on; with cursor "now" only what is committed from here on. */
  subscribe(options?: { planId?: string; cursor?: string; signal?: AbortSignal }): AsyncIterable<{
    entry: Entry;
    cursor: string;
  }>;
  /** Removes the body of a free text for good; the erasure is itself an entry. */
  erase(input: {
    planId: string;
    digest: string;
    actor: Actor;
    reason: string;
    requestId?: string;
  }): Promise<Outcome>;
  /** Handles wake-ups due now; returns how many targets were woken. */
  sweep(): Promise<number>;
  /** The instant the engine takes for now. */
  now(): Promise<Micros>;
  /** Effects not handed on yet, oldest first per plan. */
  pendingEffects(limit: number): Promise<readonly Effect[]>;
  /** Marks effects as handed on; until then they are pending again after a crash. */
  markRelayed(ids: readonly string[]): Promise<void>;
  /** The compiled form of a plan in force, for readers that draw or explain it; null when there is none. */
  compiled(planId: string): Promise<CompiledPlan | null>;
  /** Writes into the data directory's lock where this engine's server answers. Nothing on PostgreSQL. */
  announce(address: string): Promise<void>;
  /** The database underneath, e.g. for a job queue that shares it. */
  readonly database: { readonly engine: "postgresql" | "pglite"; readonly kysely: Connection };
  /** Ends background work, waits for commands under way, closes what the engine opened. */
  close(): Promise<void>;
}

export interface HistoryEntry extends Entry {
  /** Free texts by field; null where erased. */
  textBodies: Readonly<Record<string, string | null>>;
}

export type { CommandData, Effect };
