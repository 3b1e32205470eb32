// What one transaction works on: the locked plans with the rows read so far, what is to be written, its one now.

import type { CompiledPlan } from "../compile/index.ts";
import type { Ids } from "../engine/engine.ts";
import type { Command } from "../execute/command.ts";
import type { Draw, Facts } from "../execute/facts.ts";
import type { PlanRows } from "../execute/fold.ts";
import type { AssignmentRow, PlanRow } from "../execute/rows.ts";
import type { Micros } from "../ledger/entry.ts";
import type { Connection } from "./connection.ts";
import type { IncomingFile } from "./evidence/evidence-files.ts";
import type { FileFolder } from "./evidence/file-folder.ts";
import type { LockedPlans } from "./lock-plans.ts";
import type { PlanCache } from "./plan-cache.ts";
import { readAllAssignments } from "./read-facts.ts";
import type { RecordedEntries } from "./recorded-entries.ts";
import type { Changes } from "./write-changes.ts";

export interface CommitContext {
  plans: PlanCache;
  ids: Ids;
  /** Null: use the database's clock. */
  now: () => Micros | null;
  /** Whether entries of source `demo` are taken. */
  demo: boolean;
  /** Where files' contents lie; null: in the database. */
  folder: FileFolder | null;
  /** The file that comes with the one command of the batch. */
  file?: IncomingFile;
}

export interface Batch {
  context: CommitContext;
  transaction: Connection;
  now: Micros;
  locked: LockedPlans;
  recorded: RecordedEntries;
  rows: Map<string, PlanRows>;
  /** By plan and target: the target's id, then those of its lead or its coordinations. */
  families: Map<string, Map<string, readonly string[]>>;
  /** Written at the end of the transaction, or before more is read. */
  changes: Changes;
}

/** The instant entries of a plan are recorded at: never below its last one. */
export function nowOf(batch: Batch, plan: PlanRow): Micros {
  return Math.max(batch.now, plan.lastAt);
}

export function drawOf({ context: { ids } }: Batch, now: Micros): Draw {
  return { now, uuid: () => ids.uuid(now), salt: () => ids.salt() };
}

/** The plan as the command's target sees it. Null: no plan that commands can be sent to. */
export async function compiledOf(
  { context, transaction }: Batch,
  plan: PlanRow,
  assignment: AssignmentRow | null,
): Promise<CompiledPlan | null> {
  return plan.kind === "plan" ? context.plans.compiledFor(transaction, plan, assignment) : null;
}

/** The assignments a command rests on, as they are after what the batch decided before. */
export async function assignmentFacts(
  batch: Batch,
  command: Command,
  rows: PlanRows,
): Promise<Pick<Facts, "assignment" | "lead" | "coordinations" | "all">> {
  if (command.target === "plan") {
    return {
      assignment: null,
      lead: null,
      coordinations: [],
      all: command.type === "report" ? null : await allAssignments(batch, command.planId, rows),
    };
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
  const all = command.type === "reassign" ? await allAssignments(batch, command.planId, rows) : null;
  return { assignment, lead, coordinations, all };
}

/** Every assignment of a plan; those this batch has changed or opened are newer than what is stored. */
async function allAssignments(batch: Batch, planId: string, rows: PlanRows): Promise<AssignmentRow[]> {
  const all = await readAllAssignments(batch.transaction, planId);
  const current = all.map((row) => rows.assignments.get(row.id) ?? row);
  const known = new Set(all.map((row) => row.id));
  const opened = [...batch.changes.opened.values()].filter(
    (row) => row.planId === planId && !known.has(row.id),
  );
  for (const row of current) rows.assignments.set(row.id, row);
  return [...current, ...opened];
}
