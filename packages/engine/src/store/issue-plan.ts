// Issues a plan in one transaction: the register documents it brings, its stored version, its first entries.

import { type CompiledPlan, compile } from "../compile/index.ts";
import type { Actor, Decision, LargeCommand } from "../execute/command.ts";
import { decideIssue, newPlanRow } from "../execute/decide-issue.ts";
import type { Refusal } from "../execute/decision.ts";
import type { PlanRows } from "../execute/fold.ts";
import { refuse } from "../execute/refuse.ts";
import { digestText } from "../ledger/digest.ts";
import type { EntrySource } from "../ledger/entry.ts";
import { applyDecision } from "./apply-decision.ts";
import type { CommitContext } from "./batch.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";
import { databaseNow } from "./lock-plans.ts";
import { insertPlanVersion, type VersionText, versionFacts } from "./plan-version.ts";
import { type DocumentText, registerDocumentId, registerDocuments } from "./register-documents.ts";
import { withStandIn } from "./stand-in-of.ts";
import { insertPlanRow, noChanges, writeChanges } from "./write-changes.ts";

export interface IssueRequest extends VersionText {
  /** Documents to store first where the register lacks them. */
  documents: readonly DocumentText[];
  actor: Actor;
  requestId: string;
  source: EntrySource;
  onBehalfOf: Decision | undefined;
}

export interface IssuedPlan {
  accepted: true;
  planId: string;
  assignments: number;
}

const lockDocument = `select pg_advisory_xact_lock(hashtext('kehoach issue ' || $1))`;
const findPlan = `select p.plan_id, v.source_hash, e.request_id,
    (select count(*)::int from kehoach.assignment a where a.plan_id = p.plan_id) as assignments
  from kehoach.plan p
  join kehoach.plan_version v on v.plan_id = p.plan_id and v.version = 1
  join kehoach.entry e on e.plan_id = p.plan_id and e.seq = 1
  where p.document_id = $1 and p.kind = 'plan'`;
/** A document id is issued once; the same request again gives the plan it made. */
export async function issuePlan(
  transaction: Connection,
  request: IssueRequest,
  context: CommitContext,
): Promise<IssuedPlan | Refusal> {
  const { plan, sourceText } = request;
  if (request.source === "demo" && !context.demo) return refuse("demo_data");
  if (plan.id === registerDocumentId) return refuse("already_issued", { detail: plan.id });
  await rowsOf(transaction, hot(lockDocument, [plan.id]));
  const sourceHash = digestText(sourceText);
  const [existing] = await rowsOf(
    transaction,
    hot<{ plan_id: string; source_hash: string; request_id: string; assignments: number }>(findPlan, [
      plan.id,
    ]),
  );
  if (existing !== undefined) {
    const sameRequest = existing.request_id === request.requestId && existing.source_hash === sourceHash;
    if (!sameRequest) return refuse("already_issued", { detail: plan.id });
    return { accepted: true, planId: existing.plan_id, assignments: Number(existing.assignments) };
  }

  const now = context.now() ?? (await databaseNow(transaction));
  const actor = await withStandIn(transaction, request.actor, now);
  if ("accepted" in actor) return actor;
  const planId = context.ids.uuid(now);
  const command: LargeCommand = {
    target: "plan",
    type: "issue",
    planId,
    requestId: request.requestId,
    actor,
    source: request.source,
    onBehalfOf: request.onBehalfOf,
  };
  const facts = versionFacts(request);
  const compiled: CompiledPlan = compile(plan, request.register);
  const row = newPlanRow(planId, plan.id, "plan");
  const { ids } = context;
  const decision = decideIssue(row, compiled, command, facts, {
    now,
    uuid: () => ids.uuid(now),
    salt: () => ids.salt(),
  });
  // Nothing is written before everything is decided: a host's transaction may go on after a refusal.
  if (!decision.accepted) return decision;
  const refusal = await registerDocuments(transaction, request.documents, command, context);
  if (refusal !== null) return refusal;
  await insertPlanRow(transaction, row);
  await insertPlanVersion(transaction, { planId, version: row.version }, request, facts);
  const changes = noChanges();
  const rows: PlanRows = { plan: row, assignments: new Map(), readings: new Map() };
  applyDecision(changes, rows, decision);
  await writeChanges(transaction, changes);
  return { accepted: true, planId, assignments: rows.assignments.size };
}
