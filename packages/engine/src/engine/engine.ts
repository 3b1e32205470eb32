// The library's face: what a host may ask of a running engine.

import type { Kysely, Transaction } from "kysely";
import type { CompiledPlan } from "../compile/index.ts";
import type { AuthorityInForce } from "../execute/authority.ts";
import type { Bucket, Counts } from "../execute/bucket.ts";
import type { Actor, AssignmentCommand, CommandData, Decision, PlanCommand } from "../execute/command.ts";
import type { Refusal } from "../execute/decision.ts";
import type { Rate } from "../execute/rates.ts";
import type { AssignmentRow, PlanRow } from "../execute/rows.ts";
import type { Plan } from "../language/plan.ts";
import type { Problem, Question } from "../language/problem.ts";
import type { Entry, EntrySource, Micros } from "../ledger/entry.ts";
import type { HistoryKind } from "../ledger/history-kind.ts";
import type { Anchor, TakenAnchor } from "../store/anchors.ts";
import type { Connection } from "../store/connection.ts";
import type { Effect } from "../store/effects.ts";
import type { EngineFiles, FileOptions, FileView } from "./files/evidence.ts";
import type { EngineInstance } from "./instance/engine-instance.ts";
import type { AmendInput, AmendOutcome } from "./plans/amendment.ts";
import type { AssignInput, AssignOutcome } from "./plans/assign-input.ts";
import type { RegisterInput, RegisterOutcome } from "./plans/engine-register.ts";
import type { Figures, FiguresQuestion } from "./reads/figures-question.ts";
import type { ReadAs } from "./reads/read-as.ts";
import type { StreamAs } from "./reads/stream-as.ts";
import type { EngineReports } from "./reports/reports.ts";
import type { EngineTargets } from "./targets/engine-targets.ts";

// A host's Kysely has the host's tables; Kysely is invariant in them, so any must be taken.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type HostKysely = Kysely<any>;
// biome-ignore lint/suspicious/noExplicitAny: see above
export type HostTransaction = Transaction<any>;

/** Options of `createEngine`; none is needed. Give at most one of `url`, `directory` and `kysely`. */
export interface EngineOptions {
  /** PostgreSQL connection string. Default: `DATABASE_URL`, where neither `directory` nor `kysely` is given. */
  url?: string;
  /** PGlite's data directory, made where absent; held by one process at a time. Default: none, and without a url a
   *  database in memory that ends with the engine. */
  directory?: string;
  /** The host's own Kysely on PostgreSQL 15 or newer, with whatever plugins and type parsers. It stays the host's to
   *  close; the engine keeps to the schema `kehoach`, which it makes. */
  kysely?: HostKysely;
  /** Default: the database's clock. For tests and demonstrations. */
  clock?: Clock;
  /** Default: UUIDv7 from the clock and cryptographic randomness. For tests that must repeat. */
  ids?: Ids;
  /** Milliseconds, at least 1, between sweeps for due wake-ups; null: only `engine.sweep()`. Default 1000. */
  sweepEvery?: number | null;
  /** Where attached files lie, and how large they may be. Default: in the database, up to 20 MiB. */
  files?: FileOptions;
  /** Accept entries of source `demo`. Default false: a real instance refuses such data. */
  demo?: boolean;
  /** Connections of the pool the engine opens, at least 1. Default 4. Nothing without a url. */
  maxConnections?: number;
  /** Told of what fails in the background, where nobody waits for it: sweeps. Default: it is tried again in silence. */
  onError?: (error: unknown) => void;
}

/** Source of the one `now` of each batch: integer microseconds since 1970, not milliseconds. Null: the database's
 *  clock. It may stand still or go back: no entry of a plan is recorded before the one before it. */
export interface Clock {
  now(): Micros | null;
}

export interface Ids {
  /** A new UUIDv7 at this instant. */
  uuid(now: Micros): string;
  /** 16 random bytes as lower-case hex. */
  salt(): string;
}

/** A command as a caller writes it: the engine fills in what can be left out. `planId` may be the document id. */
export type CommandInput =
  | (Omit<AssignmentCommand, "requestId" | "source"> & Filled)
  | (Omit<PlanCommand, "requestId" | "source"> & Filled);

interface Filled {
  /** 1–200 characters, unique within the plan. Default: a new one, so that sending again is a new command. Name it
   *  where a retry must be safe. */
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
  /** Default: one made of the plan's document id, so that issuing the same text again gives the plan it made. */
  requestId?: string;
  /** Default: "api". */
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

/** Not issued: for its problems, or for a refusal, or for both; then nothing was stored. */
export type IssueOutcome =
  | Issued
  | { issued: false; problems: readonly Problem[]; questions: readonly Question[]; refusal: Refusal | null };

/** What is left out does not narrow the list. */
export interface AssignmentFilter {
  /** A plan's id or document id. */
  planId?: string;
  /** The agency the assignment was given to, by id. */
  agency?: string;
  /** A task's id within its plan. */
  task?: string;
  /** An objective's id within its plan; objectives below it are not counted in. */
  objective?: string;
  role?: "lead" | "coordinator";
  bucket?: Bucket;
  /** True: only open assignments, neither done nor cancelled. Default: all. */
  open?: boolean;
  /** The lead's assignment whose coordinations are wanted. */
  of?: string;
  /** Only these assignments, by id. */
  ids?: readonly string[];
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
  /** Ids of the tasks the actor may send it for; absent: it is about none. */
  tasks?: readonly string[];
}

export interface PlanSummary {
  plan: PlanRow;
  title: string;
  number: string | null;
  /** Lead assignments of assigned agencies by bucket; what official counts and rates are made of. */
  counts: Counts;
  coordinations: Counts;
  /** Lead assignments of agencies only requested (courts, vertical and mass bodies): apart, and never in rates. */
  requested: Counts;
  /** The completion rates of `counts`. */
  rates: readonly Rate[];
}

export interface LedgerReport {
  planId: string;
  intact: boolean;
  entries: number;
  head: string;
  /** First fault found; null when intact. */
  fault: { seq: number; code: string; vi: string; en: string } | null;
}

export interface Engine extends EngineFiles, EngineInstance, EngineReports, EngineTargets, AsyncDisposable {
  /** Reads and checks a plan against any register documents given, else those of the register; stores nothing. */
  check(plan: SourceText, register?: readonly SourceText[]): Promise<CheckResult>;
  /** Issues a plan: checks it, stores text and normalised form, opens its assignments. All of it or nothing. */
  issue(input: IssueInput): Promise<IssueOutcome>;
  /** Puts a new version of a plan into force: a new text of it, or its text under newer versions of the register. Checks
   *  it, carries every open assignment over, opens what is new. All of it or nothing; with `preview` nothing. */
  amend(input: AmendInput): Promise<AmendOutcome>;
  /** Gives one task outside a plan: a conclusion, a letter, a leader's note. The document becomes a plan of one task,
   *  issued like any other. */
  assign(input: AssignInput): Promise<AssignOutcome>;
  /** Adds documents to the register, without a plan: a newer calendar, an authority to stand in. All or none. */
  register(input: RegisterInput): Promise<RegisterOutcome>;
  /** Who stands in for whom now, by the register, with what each gives on this day. */
  authorities(): Promise<readonly AuthorityInForce[]>;
  /** Sends one command. Resolves after commit; a refusal is a value, never thrown. Throws EngineError
   *  `request_invalid`, `too_many_commands`, `database_failed`; so do the others where they apply, and all throw
   *  `engine_closed` after `close()`. */
  dispatch(command: CommandInput): Promise<Outcome>;
  /** The engine inside the host's transaction: no batching; acknowledgement is the host's commit. The transaction holds
   *  the plan until then: keep it short, and do not wait in it for a command sent outside it. Issuing and amending
   *  need isolation level read committed. */
  within(transaction: HostTransaction): Pick<Engine, "dispatch" | "issue" | "amend" | "attach">;
  /** The reads as this actor has them, for a host that shows them to people: the methods below give everything. */
  as(actor: Actor): ReadAs & StreamAs;
  /** Every plan with its counts, by document id. */
  plans(): Promise<readonly PlanSummary[]>;
  /** Null when there is none with this id or document id. */
  plan(id: string): Promise<{ summary: PlanSummary; plan: Plan; sourceText: string } | null>;
  /** Counts, ageing, silence, returns and completion rates, now or as recorded at a past date. Throws EngineError
   *  `request_invalid`. */
  figures(question?: FiguresQuestion): Promise<Figures>;
  /** Null when there is none with this id in this plan. */
  assignment(planId: string, id: string): Promise<AssignmentView | null>;
  /** Keyset pages ordered by due date (none last), then id; `after` is `next` of the page before, and anything else
   *  begins at the start. Default limit 50, at most 500. */
  assignments(
    filter: AssignmentFilter,
    page?: { after?: string | null; limit?: number },
  ): Promise<Page<AssignmentView>>;
  /** Entries of a plan or of one assignment, oldest first: those with a `seq` above `after`, which is also what `next` of
   *  a page says. Default limit 100, at most 500. Empty when there is no such plan or assignment. */
  history(planId: string, options?: HistoryOptions): Promise<Page<HistoryEntry>>;
  /** Every command of the assignment's lifecycle for this actor, with reasons why others are blocked; with null for an
   *  assignment, the commands to the plan as a whole. Empty when there is no such plan or assignment. */
  allowed(planId: string, assignmentId: string | null, actor: Actor): Promise<readonly AllowedCommand[]>;
  /** Why the actor may not amend the plan, or erase what was written or attached; each null: he may. Null when there is
   *  no such plan. */
  allowedOnText(
    planId: string,
    actor: Actor,
  ): Promise<{ amend: Refusal | null; erase: Refusal | null } | null>;
  /** Verifies the hash chain, the texts and that replay equals the live rows; with anchors also that the ledger is the
   *  one that was anchored. Anchors of other plans are passed over. Throws EngineError `unknown_plan`. */
  verify(planId: string, options?: { anchor?: Anchor | readonly Anchor[] }): Promise<LedgerReport>;
  /** The last entry of every ledger, to be kept where whoever can change the database cannot. */
  anchors(): Promise<readonly TakenAnchor[]>;
  /** The ledger of a plan in the documented export format, one JSON line per entry. Throws EngineError
   *  `unknown_plan`. */
  exportLedger(planId: string): AsyncIterable<string>;
  /** Committed entries after the cursor, oldest first per plan, then live: at once what this engine commits, within a
   *  second what other nodes and hosts' transactions do. Ends when the loop is left, `signal` aborts or the engine
   *  closes. Without a cursor, or with one it does not know, from the first entry on; with cursor "now" only what is
   *  committed from here on. Throws EngineError `unknown_plan`. */
  subscribe(options?: { planId?: string; cursor?: string; signal?: AbortSignal }): AsyncIterable<{
    entry: Entry;
    cursor: string;
  }>;
  /** Removes the body of a free text, or an attached file with its name, for good; the erasure is itself an entry.
   *  `digest`: from `texts` or `files` of the entry's data. The same content attached by another entry stays. Refused
   *  with `changes_nothing` where no such text or file is left. */
  erase(input: {
    planId: string;
    digest: string;
    actor: Actor;
    reason: string;
    requestId?: string;
    /** Default: "api". */
    source?: EntrySource;
  }): Promise<Outcome>;
  /** Handles wake-ups due now; resolves to how many targets were woken. */
  sweep(): Promise<number>;
  /** The instant the engine takes for now. */
  now(): Promise<Micros>;
  /** Effects not handed on yet, oldest first per plan, at most `limit` (at least 1). */
  pendingEffects(limit: number): Promise<readonly Effect[]>;
  /** Marks effects as handed on; until then they are pending again after a crash. */
  markRelayed(ids: readonly string[]): Promise<void>;
  /** The compiled form of a plan, for readers that draw or explain it; null when there is none. `version`: default the
   *  one in force; what is done or cancelled stays under the `planVersion` of its assignment. */
  compiled(planId: string, version?: number): Promise<CompiledPlan | null>;
  /** Writes into the data directory's lock where this engine's server answers. Nothing on PostgreSQL. */
  announce(address: string): Promise<void>;
  /** The database underneath, e.g. for a job queue that shares it. */
  readonly database: { readonly engine: "postgresql" | "pglite"; readonly kysely: Connection };
  /** Ends background work, waits for what is under way, closes what the engine opened. May be called again. */
  close(): Promise<void>;
}

/** What is left out does not narrow the list. */
export interface HistoryOptions {
  assignmentId?: string;
  /** Entries that come after this `seq`, in the order asked for. */
  after?: number | string | null;
  limit?: number;
  /** Default "oldest": from the first entry on. */
  first?: "oldest" | "newest";
  kind?: HistoryKind;
  /** Entries about the assignments of this agency, or of people who acted for it. */
  agency?: string;
}

export interface HistoryEntry extends Entry {
  /** Files the entry attached. */
  files: readonly FileView[];
  /** Free texts by field; null where erased. */
  textBodies: Readonly<Record<string, string | null>>;
}

export type * from "./files/evidence.ts";
export type { CommandData, Effect };
