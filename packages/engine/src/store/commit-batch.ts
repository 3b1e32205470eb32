// The one write: locks the plans, reads the facts, decides in order, extends the chains, writes, all in one transaction.

import type { Ids } from "../engine.ts";
import type { Command } from "../execute/command.ts";
import { decide } from "../execute/decide.ts";
import type { Accepted, Refusal } from "../execute/decision.ts";
import { commandHash } from "../execute/entry-draft.ts";
import type { Facts } from "../execute/facts.ts";
import { foldEntry, type PlanRows } from "../execute/fold.ts";
import { refuse } from "../execute/refuse.ts";
import type { PlanRow } from "../execute/rows.ts";
import { extendChain } from "../ledger/chain.ts";
import type { Entry, EntryDraft, Micros } from "../ledger/entry.ts";
import type { Connection } from "./connection.ts";
import { gatherFacts } from "./gather-facts.ts";
import { lockPlanRows } from "./lock-plans.ts";
import type { PlanCache } from "./plan-cache.ts";
import { isErasable } from "./read-entries.ts";
import { readAllAssignments } from "./read-facts.ts";
import type { RecordedEntries } from "./recorded-entries.ts";
import { sameTexts } from "./same-texts.ts";
import { type Changes, noChanges, writeChanges } from "./write-changes.ts";

export interface CommitContext {
  plans: PlanCache;
  ids: Ids;
  /** Null: use the database's clock. */
  now: () => Micros | null;
  /** Whether entries of source `demo` are taken. */
  demo: boolean;
}

export interface CommittedCommand {
  accepted: true;
  repeated: boolean;
  entries: readonly Entry[];
  seq: number;
}

export type CommandResult = CommittedCommand | Refusal;

/** Runs inside the caller's transaction; the results hold once it commits. One result per command, in order. */
export async function commitBatch(
  transaction: Connection,
  commands: readonly Command[],
  context: CommitContext,
): Promise<CommandResult[]> {
  const planIds = [...new Set(commands.map((command) => command.planId))].sort();
  const locked = await lockPlanRows(transaction, planIds, commands);
  const facts = await gatherFacts(transaction, commands, locked, context.plans.rows);
  const batch: Batch = {
    context,
    transaction,
    now: context.now() ?? locked.databaseNow ?? 0,
    recorded: facts.recorded,
    rows: facts.rows,
    changes: noChanges(),
  };
  const results: CommandResult[] = [];
  for (const command of commands) results.push(await take(batch, command));
  await writeChanges(transaction, batch.changes);
  for (const [planId, { plan, assignments }] of facts.rows) {
    const before = locked.plans.get(planId)?.head ?? "";
    context.plans.rows.learn(before, plan, assignments.values(), facts.families.get(planId) ?? new Map());
  }
  for (const command of commands) if (command.target === "plan") context.plans.rows.forget(command.planId);
  return results;
}

interface Batch {
  context: CommitContext;
  transaction: Connection;
  now: Micros;
  recorded: RecordedEntries;
  rows: Map<string, PlanRows>;
  changes: Changes;
}

async function take(batch: Batch, command: Command): Promise<CommandResult> {
  const rows = batch.rows.get(command.planId);
  if (rows === undefined) return refuse("unknown_plan");
  const recorded = batch.recorded.get(command.planId, command.requestId);
  if (recorded !== undefined) return repeat(batch, command, recorded, rows.plan);

  const { plan } = rows;
  const compiled =
    plan.kind === "plan"
      ? await batch.context.plans.compiled(batch.transaction, plan.id, plan.version)
      : null;
  if (compiled === null) return refuse("unknown_plan");
  const facts: Facts = {
    plan,
    compiled,
    demo: batch.context.demo,
    erasable:
      command.type === "erase" && (await isErasable(batch.transaction, plan.id, command.data?.digest)),
    ...(await assignmentFacts(batch, command, rows)),
  };
  const now = Math.max(batch.now, plan.lastAt);
  const { ids } = batch.context;
  const decision = decide(facts, command, { now, uuid: () => ids.uuid(now), salt: () => ids.salt() });
  if (!decision.accepted) return decision;
  const entries = applyDecision(batch.changes, rows, decision);
  batch.recorded.set(command.planId, command.requestId, entries);
  return { accepted: true, repeated: false, entries, seq: rows.plan.seq };
}

async function assignmentFacts(
  batch: Batch,
  command: Command,
  rows: PlanRows,
): Promise<Pick<Facts, "assignment" | "lead" | "coordinations" | "all">> {
  if (command.target === "plan") {
    const all = await readAllAssignments(batch.transaction, command.planId);
    // Rows this batch has changed already are newer than what is stored.
    const current = all.map((row) => rows.assignments.get(row.id) ?? row);
    const known = new Set(all.map((row) => row.id));
    const opened = [...batch.changes.opened.values()].filter(
      (row) => row.planId === command.planId && !known.has(row.id),
    );
    for (const row of current) rows.assignments.set(row.id, row);
    return { assignment: null, lead: null, coordinations: [], all: [...current, ...opened] };
  }
  const assignment = rows.assignments.get(command.assignmentId) ?? null;
  if (assignment === null || assignment.planId !== command.planId) {
    return { assignment: null, lead: null, coordinations: [], all: null };
  }
  const lead = assignment.of === null ? null : (rows.assignments.get(assignment.of) ?? null);
  const coordinations =
    assignment.role === "lead"
      ? [...rows.assignments.values()].filter((row) => row.of === assignment.id)
      : [];
  return { assignment, lead, coordinations, all: null };
}

/** Extends the chain by the decision's entries and folds them into the rows: live rows change in no other way. */
export function applyDecision(changes: Changes, rows: PlanRows, decision: Accepted): Entry[] {
  const entries = decision.entries.map((draft) => append(changes, rows, draft));
  const { id: planId, seq } = rows.plan;
  changes.plans.set(planId, rows.plan);
  for (const text of decision.texts) changes.texts.push({ ...text, planId });
  for (const digest of decision.erased) changes.erased.push({ planId, digest });
  decision.effects.forEach((effect, ordinal) => {
    changes.effects.push({ ...effect, planId, seq, ordinal });
  });
  return entries;
}

function append(changes: Changes, rows: PlanRows, draft: EntryDraft): Entry {
  const entry = extendChain({ seq: rows.plan.seq, hash: rows.plan.head }, draft);
  const { assignmentId } = entry;
  const opens = assignmentId !== null && !rows.assignments.has(assignmentId);
  foldEntry(rows, entry, draft.data);
  changes.entries.push(entry);
  const row = assignmentId === null ? undefined : rows.assignments.get(assignmentId);
  if (row !== undefined) {
    if (opens || changes.opened.has(row.id)) changes.opened.set(row.id, row);
    else changes.changed.set(row.id, row);
  }
  return entry;
}

/** A retry: the recorded result, unless the id was used for something else. */
async function repeat(
  batch: Batch,
  command: Command,
  recorded: Entry[],
  plan: PlanRow,
): Promise<CommandResult> {
  const [first] = recorded;
  const same =
    first?.requestHash === commandHash(command) &&
    (await sameTexts(batch.transaction, command, recorded, batch.changes.texts));
  if (!same) return refuse("request_reused");
  return { accepted: true, repeated: true, entries: recorded, seq: plan.seq };
}
