// Brings a whole instance in from its lines: live rows are folded anew from the ledgers, and everything is verified.

import { createHash } from "node:crypto";
import { EngineError } from "../../engine-error.ts";
import { newPlanRow } from "../../execute/decide-issue.ts";
import { foldEntry, type PlanRows } from "../../execute/fold.ts";
import { type ChainPosition, chainFault, chainStart } from "../../ledger/chain.ts";
import type { Entry, EntryData } from "../../ledger/entry.ts";
import type { LedgerFault } from "../../words/ledger.ts";
import {
  assignmentList,
  assignmentTypes,
  entryList,
  entryTypes,
  planChanges,
  planChangeTypes,
} from "../columns.ts";
import { type Connection, rowsOf } from "../connection.ts";
import { hot } from "../database/open-database.ts";
import type { FileFolder } from "../evidence/file-folder.ts";
import { recordOfReading, writeReadingsSql } from "../readings.ts";
import { recordOfAssignment, recordOfEntry, recordOfPlan } from "../row-codec.ts";
import { verifyLedger } from "../verify-ledger.ts";
import { insertPlanRow } from "../write-changes.ts";
import { damaged, damagedLedger, notEmpty, otherFormat } from "./damaged.ts";
import { lineFault } from "./line-shapes.ts";
import { instanceFormat, type OpenedLine, openedLines } from "./sealed-lines.ts";
import { besideLedgers, insertSql, memberOf } from "./tables.ts";

export interface PlanHead {
  planId: string;
  documentId: string;
  seq: number;
  head: string;
}

const lockPlans = `lock table kehoach.plan in share row exclusive mode`;
const readDocuments = `select document_id from kehoach.plan order by kind, document_id limit 3`;
const insertEntries = `insert into kehoach.entry (${entryList})
  select ${entryList} from json_to_recordset($1::json) as u(${entryTypes})`;
const insertAssignments = `insert into kehoach.assignment (${assignmentList})
  select ${assignmentList} from json_to_recordset($1::json) as u(${assignmentTypes})`;
const movePlan = `update kehoach.plan p set ${planChanges}
  from json_to_recordset($1::json) as u(${planChangeTypes}) where p.plan_id = u.plan_id`;
const insertContent = `insert into kehoach.evidence_content (plan_id, content, bytes)
  values ($1, $2, decode($3, 'base64'))`;
const inserts = new Map(
  besideLedgers.map((table) => [table.kind as string, { ...table, sql: insertSql(table) }]),
);

/** Rows of one statement, and characters of their JSON, at most. */
const rowsAtOnce = 500;
const charactersAtOnce = 4_000_000;

/** Reads the whole file and verifies every ledger, inside the caller's transaction; on any error it must roll back.
 *  Resolves to the plans' heads. Throws EngineError `instance_not_empty`, `instance_file_damaged`,
 *  `instance_file_other_format`, `file_store_failed`. */
export async function importInstance(
  transaction: Connection,
  chunks: AsyncIterable<Uint8Array | string>,
  folder: FileFolder | null,
): Promise<PlanHead[]> {
  await rowsOf(transaction, hot(lockPlans));
  const present = await rowsOf(transaction, hot<{ document_id: string }>(readDocuments));
  if (present.length > 0) throw notEmpty(present.map((row) => row.document_id));
  const arrival = new Arrival(transaction, folder);
  for await (const line of openedLines(chunks)) await arrival.take(line);
  return arrival.finish();
}

interface Header {
  counts: Readonly<Record<string, number>>;
  heads: readonly PlanHead[];
}

/** The plan whose lines are being read. */
interface Current {
  line: number;
  rows: PlanRows;
  position: ChainPosition;
  /** The line of entry 1, or of whatever comes after the plan's last line. */
  firstEntry: number | null;
}

class Arrival {
  readonly #transaction: Connection;
  readonly #folder: FileFolder | null;
  readonly #found = new Map<string, number>();
  readonly #heads: (PlanHead & { line: number; firstEntry: number | null })[] = [];
  #header: Header | null = null;
  #current: Current | null = null;
  #ended = false;
  #line = 0;
  #waiting: { sql: string; records: object[]; characters: number; line: number } | null = null;

  constructor(transaction: Connection, folder: FileFolder | null) {
    this.#transaction = transaction;
    this.#folder = folder;
  }

  async take({ line, kind, members }: OpenedLine): Promise<void> {
    this.#line = line;
    if (this.#ended) throw damaged(line, "beyondEnd");
    if (line === 1) return this.#begin(kind, members);
    const fault = lineFault(kind, members);
    if (fault === "unknown") throw damaged(line, "kind", kind);
    if (fault !== null) throw damaged(line, "shape", fault.field, fault.wanted);
    this.#found.set(kind, (this.#found.get(kind) ?? 0) + 1);
    if (kind === "instance") throw damaged(line, "order", kind);
    if (kind === "plan" || kind === "end") await this.#leavePlan();
    if (kind === "plan") return this.#enterPlan(line, members as unknown as PlanLine);
    if (kind === "end") {
      this.#ended = true;
      return;
    }
    const current = this.#current;
    if (current === null) throw damaged(line, "order", kind);
    if (kind === "entry") return this.#takeEntry(line, current, members as unknown as Entry);
    // What stands beside a ledger comes before its entries.
    if (current.firstEntry !== null) throw damaged(line, "order", kind);
    const planId = current.rows.plan.id;
    if (kind === "content") return this.#takeContent(line, planId, members as unknown as ContentLine);
    const table = inserts.get(kind);
    if (table === undefined) throw damaged(line, "kind", kind);
    const values = table.columns.map(({ name }) => [name, members[memberOf(name)]] as const);
    await this.#insert(table.sql, line, { plan_id: planId, ...Object.fromEntries(values) });
  }

  /** Verifies what was stored against the ledgers, once everything is there. */
  async finish(): Promise<PlanHead[]> {
    const header = this.#header;
    if (header === null) throw damaged(1, "noHeader");
    if (!this.#ended) throw damaged(this.#line + 1, "cutShort");
    for (const [kind, stated] of Object.entries(header.counts)) {
      const found = this.#found.get(kind) ?? 0;
      if (found !== stated) throw damaged(1, "counts", kind, String(stated), String(found));
    }
    for (const { planId, documentId, seq, head } of header.heads) {
      const same = this.#heads.some(
        (found) => found.planId === planId && found.seq === seq && found.head === head,
      );
      if (!same) throw damaged(1, "head", documentId);
    }
    if (this.#heads.length !== header.heads.length) throw damaged(1, "head", "…");
    for (const { planId, line, firstEntry } of this.#heads) {
      const { fault } = await verifyLedger(this.#transaction, planId, this.#folder);
      if (fault === null) continue;
      // Entries follow each other line by line, so the sequence number tells the line.
      throw damagedLedger(
        firstEntry === null || fault.seq < 1 ? line : firstEntry + fault.seq - 1,
        fault.code as LedgerFault,
      );
    }
    return this.#heads.map(({ planId, documentId, seq, head }) => ({ planId, documentId, seq, head }));
  }

  #begin(kind: string, members: Record<string, unknown>): void {
    if (kind !== "instance") throw damaged(1, "noHeader");
    // Another format may have another header: its number goes first.
    if (members.format !== instanceFormat) throw otherFormat(String(members.format), instanceFormat);
    const fault = lineFault(kind, members);
    if (fault !== null && fault !== "unknown") throw damaged(1, "shape", fault.field, fault.wanted);
    this.#header = members as unknown as Header;
  }

  async #enterPlan(line: number, { planId, documentId, ofKind }: PlanLine): Promise<void> {
    const plan = newPlanRow(planId, documentId, ofKind);
    await this.#storing(line, () => insertPlanRow(this.#transaction, plan));
    const rows: PlanRows = { plan, assignments: new Map(), readings: new Map() };
    this.#current = { line, rows, position: chainStart(planId), firstEntry: null };
  }

  async #takeEntry(line: number, current: Current, entry: Entry): Promise<void> {
    const fault = chainFault(current.position, entry);
    if (fault !== null) throw damagedLedger(line, fault);
    const { planId, seq, hash, recordedAt } = entry;
    current.firstEntry ??= line;
    current.position = { planId, seq, hash, recordedAt };
    const data = dataOf(entry);
    if (data === null) throw damaged(line, "shape", "data", "JSON");
    foldEntry(current.rows, entry, data);
    await this.#insert(insertEntries, line, recordOfEntry(entry));
  }

  async #takeContent(line: number, planId: string, { content, bytes }: ContentLine): Promise<void> {
    const decoded = Buffer.from(bytes, "base64");
    if (createHash("sha256").update(decoded).digest("hex") !== content) throw damaged(line, "file");
    await this.#flush();
    if (this.#folder !== null) await this.#folder.put(planId, content, decoded);
    else
      await this.#storing(line, () =>
        rowsOf(this.#transaction, hot(insertContent, [planId, content, bytes])),
      );
  }

  /** Writes the live rows of the plan whose last line was read. */
  async #leavePlan(): Promise<void> {
    await this.#flush();
    const current = this.#current;
    if (current === null) return;
    this.#current = null;
    const { plan, assignments, readings } = current.rows;
    for (const row of assignments.values())
      await this.#insert(insertAssignments, this.#line, recordOfAssignment(row));
    for (const row of readings.values())
      await this.#insert(writeReadingsSql, this.#line, recordOfReading(row));
    await this.#flush();
    await this.#storing(this.#line, () =>
      rowsOf(this.#transaction, hot(movePlan, [JSON.stringify([recordOfPlan(plan)])])),
    );
    const { line, firstEntry } = current;
    this.#heads.push({
      planId: plan.id,
      documentId: plan.documentId,
      seq: plan.seq,
      head: plan.head,
      line,
      firstEntry,
    });
  }

  /** Keeps a record until there are enough for one statement. */
  async #insert(sql: string, line: number, record: object): Promise<void> {
    if (this.#waiting !== null && this.#waiting.sql !== sql) await this.#flush();
    this.#waiting ??= { sql, records: [], characters: 0, line };
    this.#waiting.records.push(record);
    for (const value of Object.values(record)) this.#waiting.characters += String(value).length;
    if (this.#waiting.records.length >= rowsAtOnce || this.#waiting.characters >= charactersAtOnce)
      await this.#flush();
  }

  async #flush(): Promise<void> {
    const waiting = this.#waiting;
    if (waiting === null) return;
    this.#waiting = null;
    const query = hot(waiting.sql, [JSON.stringify(waiting.records)]);
    await this.#storing(waiting.line, () => rowsOf(this.#transaction, query));
  }

  /** What the database refuses was no export of ours, unless the database itself has failed. */
  async #storing(line: number, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const refused = error instanceof EngineError && isRefusedData(error.cause);
      throw refused ? damaged(line, "refused", String(error.details.reason)) : error;
    }
  }
}

interface PlanLine {
  planId: string;
  documentId: string;
  ofKind: "plan" | "register";
}

interface ContentLine {
  content: string;
  bytes: string;
}

function dataOf(entry: Entry): EntryData | null {
  try {
    const data: unknown = JSON.parse(entry.data);
    const holds = typeof data === "object" && data !== null && "outcome" in data;
    return holds ? (data as EntryData) : null;
  } catch {
    return null;
  }
}

/** SQLSTATE classes 22 (data) and 23 (constraints). */
function isRefusedData(cause: unknown): boolean {
  const state: unknown = typeof cause === "object" && cause !== null ? Reflect.get(cause, "code") : null;
  return typeof state === "string" && /^2[23]/.test(state);
}
