// The one write: locks the plans, reads the facts, decides in order, extends the chains, writes, all in one transaction.

import type { Command } from "../execute/command.ts";
import { decide } from "../execute/decide.ts";
import type { Refusal } from "../execute/decision.ts";
import { commandHash } from "../execute/entry-draft.ts";
import type { Facts } from "../execute/facts.ts";
import { refuse } from "../execute/refuse.ts";
import type { PlanRow } from "../execute/rows.ts";
import type { Entry } from "../ledger/entry.ts";
import { applyDecision } from "./apply-decision.ts";
import { assignmentFacts, type Batch, type CommitContext, compiledOf, drawOf, nowOf } from "./batch.ts";
import type { Connection } from "./connection.ts";
import { fileFacts, sameFile, writeFiles } from "./evidence/evidence-files.ts";
import { gatherFacts } from "./gather-facts.ts";
import { lockPlanRows } from "./lock-plans.ts";
import { isErasable } from "./read-entries.ts";
import { readingFacts } from "./reading-facts.ts";
import { sameTexts } from "./same-texts.ts";
import { withStandIn } from "./stand-in-of.ts";
import { type Woken, wakeDue } from "./wake-due.ts";
import { noChanges, writeChanges } from "./write-changes.ts";

export interface CommittedCommand {
  accepted: true;
  repeated: boolean;
  entries: readonly Entry[];
  seq: number;
  /** For a clock command: why targets of its plan could not be woken. They stay due. */
  failures?: readonly unknown[];
}

export type CommandResult = CommittedCommand | Refusal;

/** Runs inside the caller's transaction; the results hold once it commits. One result per command, in order. */
export async function commitBatch(
  transaction: Connection,
  commands: readonly Command[],
  context: CommitContext,
): Promise<CommandResult[]> {
  const planIds = [...new Set(commands.map((command) => command.planId))].sort();
  const given = context.now();
  const locked = await lockPlanRows(transaction, planIds, commands, given);
  const facts = await gatherFacts(transaction, commands, locked, context.plans.rows);
  const batch: Batch = {
    ...facts,
    context,
    transaction,
    locked,
    now: given ?? locked.databaseNow ?? 0,
    changes: noChanges(),
  };
  const woken =
    locked.due.length === 0
      ? new Map<string, Woken>()
      : await wakeDue(batch, locked.due, commands.every(isClock) ? "some" : "all");
  const opened = [...woken].flatMap(([planId, { entries }]) =>
    entries.some((entry) => entry.type === "assignment_opened") ? [planId] : [],
  );
  const results: CommandResult[] = [];
  for (const command of commands)
    results.push(wokenFor(batch, command, woken) ?? (await take(batch, command)));
  await writeChanges(transaction, batch.changes);
  await writeFiles(transaction, batch.changes.files, context.file, context.folder);
  const { rows: cache } = context.plans;
  for (const [planId, { plan, assignments }] of batch.rows) {
    const before = locked.plans.get(planId)?.head ?? "";
    cache.learn(before, plan, assignments.values(), batch.families.get(planId) ?? new Map());
  }
  for (const { target, type, planId } of commands)
    if (target === "plan" && type !== "report") cache.forget(planId);
  for (const planId of opened) cache.forget(planId);
  return results;
}

function isClock(command: Command): boolean {
  return command.type === "clock" && command.actor.roles.includes("clock");
}

/** The clock has gone before all else: what it did to a plan answers the first clock command to it. A plan whose turn
 *  has not come yet stays as it is, since its own steps may not be taken out of order. */
function wokenFor(batch: Batch, command: Command, woken: Map<string, Woken>): CommandResult | null {
  if (!isClock(command) || !batch.locked.due.includes(command.planId)) return null;
  const done = woken.get(command.planId);
  woken.delete(command.planId);
  if (done === undefined) return refuse("changes_nothing");
  const { entries, failures } = done;
  const seq = batch.rows.get(command.planId)?.plan.seq ?? 0;
  return { accepted: true, repeated: false, entries, seq, failures };
}

async function take(batch: Batch, command: Command): Promise<CommandResult> {
  const rows = batch.rows.get(command.planId);
  if (rows === undefined) return refuse("unknown_plan");
  const recorded = batch.recorded.get(command.planId, command.requestId);
  if (recorded !== undefined) return repeat(batch, command, recorded, rows.plan);

  const { plan } = rows;
  const about = await assignmentFacts(batch, command, rows);
  const compiled = await compiledOf(batch, plan, about.assignment);
  if (compiled === null) return refuse("unknown_plan");
  const facts: Facts = {
    plan,
    compiled,
    demo: batch.context.demo,
    erasable:
      command.type === "erase" && (await isErasable(batch.transaction, plan.id, command.data?.digest)),
    ...about,
    ...(await readingFacts(batch.transaction, command, rows, compiled, about.assignment)),
    ...(await incomingFile(batch, command)),
  };
  const now = nowOf(batch, plan);
  const actor = await withStandIn(batch.transaction, command.actor, now);
  if ("accepted" in actor) return actor;
  const decision = decide(facts, { ...command, actor }, drawOf(batch, now));
  if (!decision.accepted) return decision;
  const entries = applyDecision(batch.changes, rows, decision);
  batch.recorded.set(command.planId, command.requestId, entries);
  return { accepted: true, repeated: false, entries, seq: rows.plan.seq };
}

async function incomingFile({ context, transaction }: Batch, command: Command): Promise<Pick<Facts, "file">> {
  if (context.file === undefined || command.target !== "assignment") return {};
  return { file: await fileFacts(transaction, command.planId, command.assignmentId, context.file) };
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
    (await sameTexts(batch.transaction, command, recorded, batch.changes.texts)) &&
    (await sameFile(batch.transaction, command.planId, recorded, batch.context.file));
  if (!same) return refuse("request_reused");
  return { accepted: true, repeated: true, entries: recorded, seq: plan.seq };
}
