// Amends a plan in one transaction: its next stored version, and the entries that carry its assignments over.

import { type CompiledPlan, compile } from "../compile/index.ts";
import { type AmendmentReport, amendmentReport } from "../execute/amendment-report.ts";
import type { LargeCommand } from "../execute/command.ts";
import { decideAmend } from "../execute/decide-amend.ts";
import type { Refusal } from "../execute/decision.ts";
import type { Facts } from "../execute/facts.ts";
import type { PlanRows } from "../execute/fold.ts";
import { refuse } from "../execute/refuse.ts";
import type { AssignmentRow, PlanRow } from "../execute/rows.ts";
import type { Plan } from "../language/plan.ts";
import { applyDecision } from "./apply-decision.ts";
import type { CommitContext } from "./batch.ts";
import type { Connection } from "./connection.ts";
import { lockPlanRows } from "./lock-plans.ts";
import { insertPlanVersion, type VersionText, versionFacts } from "./plan-version.ts";
import { readAllAssignments, readBatchFacts } from "./read-facts.ts";
import { type DocumentText, registerDocuments } from "./register-documents.ts";
import { sameTexts } from "./same-texts.ts";
import { noChanges, writeChanges } from "./write-changes.ts";

export interface AmendRequest extends VersionText {
  /** Documents to store first where the register lacks them. */
  documents: readonly DocumentText[];
  command: LargeCommand;
  /** Digest of all that is asked. */
  hash: string;
  /** False: the text stays. */
  restates: boolean;
  /** True: nothing is stored. */
  preview: boolean;
}

export interface AmendedPlan {
  accepted: true;
  version: number;
  repeated: boolean;
  changes: AmendmentReport;
}

/** A plan held for its amendment: nobody else writes to it until the transaction ends. */
export interface HeldPlan {
  row: PlanRow;
  now: number;
}

/** Null: there is no such plan. */
export async function holdPlan(
  transaction: Connection,
  planId: string,
  context: CommitContext,
): Promise<HeldPlan | null> {
  const { plans, databaseNow } = await lockPlanRows(transaction, [planId]);
  const row = plans.get(planId);
  if (row === undefined || row.kind !== "plan") return null;
  return { row, now: Math.max(context.now() ?? databaseNow ?? 0, row.lastAt) };
}

/** The recorded result of a request that was stored before; null: it was not. */
export async function recordedAmendment(
  transaction: Connection,
  command: LargeCommand,
  hash: string,
): Promise<AmendedPlan | Refusal | null> {
  const { recorded } = await readBatchFacts(transaction, [], [command]);
  const entries = recorded.get(command.planId, command.requestId);
  if (entries === undefined) return null;
  const same = entries[0]?.requestHash === hash && (await sameTexts(transaction, command, entries, []));
  if (!same) return refuse("request_reused");
  const rows = new Map((await readAllAssignments(transaction, command.planId)).map((row) => [row.id, row]));
  const told = entries.map(({ type, assignmentId, data }) => ({
    type,
    assignmentId,
    data: JSON.parse(data),
  }));
  const version = entries.at(-1)?.planVersion ?? 0;
  return { accepted: true, version, repeated: true, changes: amendmentReport(told, (id) => rows.get(id)) };
}

/** Refusals and previews leave everything as it was. */
export async function amendPlan(
  transaction: Connection,
  held: HeldPlan,
  request: AmendRequest,
  context: CommitContext,
): Promise<AmendedPlan | Refusal> {
  const { row, now } = held;
  const { command } = request;
  const compiled = await context.plans.compiled(transaction, row.id, row.version);
  const text: VersionText = { ...request, plan: withOwnBuiltIns(request.plan, compiled.plan) };
  const version = versionFacts(text);
  const facts: Facts = {
    plan: row,
    compiled,
    demo: context.demo,
    erasable: false,
    assignment: null,
    lead: null,
    coordinations: [],
    all: await readAllAssignments(transaction, row.id),
  };
  const { ids } = context;
  const decision = decideAmend(
    facts,
    command,
    {
      next: compile(text.plan, text.register),
      version,
      seenBy: await seenByRows(transaction, facts, context),
      restates: request.restates,
      hash: request.hash,
    },
    { now, uuid: () => ids.uuid(now), salt: () => ids.salt() },
  );
  // Nothing is written before everything is decided.
  if (!decision.accepted) return decision;
  const before = new Map((facts.all ?? []).map((one) => [one.id, one]));
  const changes = amendmentReport(decision.entries, (id) => before.get(id));
  const amended: AmendedPlan = { accepted: true, version: row.version + 1, repeated: false, changes };
  if (request.preview) return amended;
  const refusal = await registerDocuments(transaction, request.documents, command, context);
  if (refusal !== null) return refusal;
  await insertPlanVersion(transaction, { planId: row.id, version: amended.version }, text, version);
  const written = noChanges();
  const rows: PlanRows = { plan: row, assignments: before, readings: new Map() };
  applyDecision(written, rows, decision);
  await writeChanges(transaction, written);
  context.plans.rows.forget(row.id);
  return amended;
}

async function seenByRows(
  transaction: Connection,
  { plan, compiled, all }: Facts,
  { plans }: CommitContext,
): Promise<(row: AssignmentRow) => CompiledPlan> {
  const versions = new Map<number, CompiledPlan>();
  for (const row of all ?? []) {
    if (row.category === "done" || row.category === "cancelled" || versions.has(row.planVersion)) continue;
    versions.set(row.planVersion, await plans.compiledFor(transaction, plan, row));
  }
  return ({ planVersion }) => versions.get(planVersion) ?? compiled;
}

/** A plan in force keeps the built-in lifecycles it was issued with: a newer one does not disturb what runs. */
function withOwnBuiltIns(next: Plan, present: Plan): Plan {
  const lifecycles = Object.entries(next.lifecycles).map(([id, lifecycle]) => {
    const own = Object.hasOwn(present.lifecycles, id) ? present.lifecycles[id] : undefined;
    const builtIn = lifecycle.version !== null && own !== undefined && own.version !== null;
    return [id, builtIn ? own : lifecycle] as const;
  });
  return { ...next, lifecycles: Object.fromEntries(lifecycles) };
}
