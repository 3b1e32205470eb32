// The register's documents: reading the version in force on a day, and storing new ones under the register's ledger.

import type { LargeCommand } from "../execute/command.ts";
import { newPlanRow } from "../execute/decide-issue.ts";
import { decideRegister, registerRefusal } from "../execute/decide-register.ts";
import type { Refusal } from "../execute/decision.ts";
import type { PlanRows } from "../execute/fold.ts";
import { refuse } from "../execute/refuse.ts";
import type { RegisterDocument } from "../language/register-document.ts";
import { canonicalJson } from "../ledger/canonical-json.ts";
import { digestText } from "../ledger/digest.ts";
import { applyDecision } from "./apply-decision.ts";
import type { CommitContext } from "./batch.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";
import { databaseNow, lockPlanRows } from "./lock-plans.ts";
import { insertPlanRow, noChanges, writeChanges } from "./write-changes.ts";

/** A register document with the text it was read from. */
export interface DocumentText {
  document: RegisterDocument;
  text: string;
}

interface StoredDocument {
  document: string;
}

// The latest version that holds on the day; where the register begins later, its first.
const readDocument = `select document from kehoach.register_document
  where kind = $1 and id = $2
  order by (valid_from <= $3::date) desc,
    case when valid_from <= $3::date then valid_from end desc, valid_from asc
  limit 1`;

/** The version of a document in force on a day; null when the register has none with this id. */
export async function documentInForce<Kind extends RegisterDocument["kind"]>(
  connection: Connection,
  kind: Kind,
  id: string,
  date: string,
): Promise<Extract<RegisterDocument, { kind: Kind }> | null> {
  const [row] = await rowsOf(connection, hot<StoredDocument>(readDocument, [kind, id, date]));
  return row === undefined ? null : JSON.parse(row.document);
}

/** The document id of the register; no plan may have it. */
export const registerDocumentId = "register";

const findRegister = `select plan_id from kehoach.plan where kind = 'register'`;
const lockRegister = `select pg_advisory_xact_lock(hashtext('kehoach register'))`;
const readHash = `select hash from kehoach.register_document
  where kind = $1 and id = $2 and valid_from = $3::date`;
const insertDocument = `insert into kehoach.register_document
  (plan_id, kind, id, valid_from, source_text, document, hash)
  values ($1, $2, $3, $4::date, $5, $6, $7)`;

/** Stores the documents that the register does not hold yet, each with its entry. A version that is there already
 *  with other content is a refusal: issued versions do not change. On a refusal nothing is stored. Null: all of them
 *  are in the register. */
export async function registerDocuments(
  transaction: Connection,
  documents: readonly DocumentText[],
  command: LargeCommand,
  context: CommitContext,
): Promise<Refusal | null> {
  if (documents.length === 0) return null;
  await rowsOf(transaction, hot(lockRegister));
  const fresh = new Map<string, FreshDocument>();
  for (const { document, text } of documents) {
    const canonical = canonicalJson(document);
    const hash = digestText(canonical);
    const key = `${document.kind} ${document.id} ${document.from}`;
    const known = fresh.get(key)?.hash ?? (await storedHash(transaction, document));
    if (known === null) fresh.set(key, { document, text, canonical, hash });
    else if (known !== hash) {
      return refuse("register_document_exists", { detail: `${document.id} (${document.from})` });
    }
  }
  if (fresh.size === 0) return null;
  const refusal = registerRefusal(command.actor);
  if (refusal !== null) return refusal;
  const registerId = await openRegister(transaction, context);
  for (const one of fresh.values()) await store(transaction, registerId, one, command, context);
  return null;
}

interface FreshDocument extends DocumentText {
  canonical: string;
  hash: string;
}

async function storedHash(transaction: Connection, document: RegisterDocument): Promise<string | null> {
  const { kind, id, from } = document;
  const [stored] = await rowsOf(transaction, hot<{ hash: string }>(readHash, [kind, id, from]));
  return stored?.hash ?? null;
}

async function store(
  transaction: Connection,
  registerId: string,
  { document, text, canonical, hash }: FreshDocument,
  command: LargeCommand,
  context: CommitContext,
): Promise<void> {
  const { plans, databaseNow: clock } = await lockPlanRows(transaction, [registerId]);
  const plan = plans.get(registerId);
  if (plan === undefined) throw new Error("The register's row is gone.");
  const now = Math.max(context.now() ?? clock ?? 0, plan.lastAt);
  const { ids } = context;
  const decision = decideRegister(
    plan,
    { ...command, planId: registerId, requestId: `register:${hash}` },
    document,
    { hash, sourceHash: digestText(text) },
    { now, uuid: () => ids.uuid(now), salt: () => ids.salt() },
  );
  const changes = noChanges();
  const rows: PlanRows = { plan, assignments: new Map(), readings: new Map() };
  applyDecision(changes, rows, decision);
  await rowsOf(
    transaction,
    hot(insertDocument, [registerId, document.kind, document.id, document.from, text, canonical, hash]),
  );
  await writeChanges(transaction, changes);
}

/** Id of the register, which is made where there is none yet; nobody else makes it until the transaction ends. */
export async function registerLedger(transaction: Connection, context: CommitContext): Promise<string> {
  await rowsOf(transaction, hot(lockRegister));
  return openRegister(transaction, context);
}

async function openRegister(transaction: Connection, context: CommitContext): Promise<string> {
  const [found] = await rowsOf(transaction, hot<{ plan_id: string }>(findRegister));
  if (found !== undefined) return found.plan_id;
  const now = context.now() ?? (await databaseNow(transaction));
  const row = newPlanRow(context.ids.uuid(now), registerDocumentId, "register");
  await insertPlanRow(transaction, row);
  return row.id;
}
