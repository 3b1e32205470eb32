// Takes every due wake-up of the locked plans, in due order within each plan, before anything else of the batch.

import { decideWakeUp } from "../execute/decide-wake-up.ts";
import type { Accepted, Refusal } from "../execute/decision.ts";
import type { PlanRows } from "../execute/fold.ts";
import type { Entry } from "../ledger/entry.ts";
import { applyDecision } from "./apply-decision.ts";
import { assignmentFacts, type Batch, compiledOf, drawOf, nowOf } from "./batch.ts";
import { gatherFacts } from "./gather-facts.ts";
import { inDueOrder, type WakeUp, wakeUpCommand, wakeUpsOf } from "./sweep.ts";
import { noChanges, writeChanges } from "./write-changes.ts";

/** Wake-ups read at once. */
const wakeUpsAtOnce = 1_000;

/** What the clock did to one plan. */
export interface Woken {
  entries: Entry[];
  /** Why targets could not be woken; they stay due. */
  failures: unknown[];
}

/** By plan. `some`: about a thousand wake-ups at most, the earliest; what is left is still due. Steps that come due by a
 *  step before are taken in their turn. */
export async function wakeDue(
  batch: Batch,
  planIds: readonly string[],
  howMany: "some" | "all",
): Promise<Map<string, Woken>> {
  const woken = new Map<string, Woken>();
  const failed: string[] = [];
  for (;;) {
    const due = await wakeUpsOf(batch.transaction, planIds, {
      now: batch.now,
      without: failed,
      limit: wakeUpsAtOnce,
    });
    if (due.length > 0) await gather(batch, due);
    const whole = due.length < wakeUpsAtOnce;
    await take(batch, due, whole ? Number.POSITIVE_INFINITY : (due.at(-1)?.at ?? 0), woken, failed);
    if (whole || howMany === "some") return woken;
    // What is read next must show what was decided so far.
    await writeChanges(batch.transaction, batch.changes);
    batch.changes = noChanges();
  }
}

/** Reads the targets with their leads and coordinations, except what the batch has at hand. */
async function gather(batch: Batch, due: readonly WakeUp[]): Promise<void> {
  const plans = new Map([...batch.rows].map(([id, { plan }]) => [id, plan]));
  const locked = { ...batch.locked, plans, allNew: true };
  const found = await gatherFacts(
    batch.transaction,
    due.map(wakeUpCommand),
    locked,
    batch.context.plans.rows,
  );
  for (const [planId, { assignments }] of found.rows) {
    const known = batch.rows.get(planId)?.assignments;
    for (const [id, row] of assignments) if (known?.has(id) === false) known.set(id, row);
  }
  for (const [planId, families] of found.families) {
    const known = batch.families.get(planId) ?? new Map();
    for (const [target, ids] of families) known.set(target, ids);
    batch.families.set(planId, known);
  }
}

/** Takes these wake-ups and those they lead to, up to the instant `through`: beyond it others may come before them. */
async function take(
  batch: Batch,
  due: readonly WakeUp[],
  through: number,
  woken: Map<string, Woken>,
  failed: string[],
): Promise<void> {
  const queue = [...due];
  for (let wakeUp = queue.shift(); wakeUp !== undefined; wakeUp = queue.shift()) {
    const rows = batch.rows.get(wakeUp.planId);
    if (rows === undefined || wakeAtOf(rows, wakeUp.assignmentId) !== wakeUp.at) continue;
    const known = woken.get(wakeUp.planId) ?? { entries: [], failures: [] };
    woken.set(wakeUp.planId, known);
    const decided = await decideOne(batch, rows, wakeUp);
    if (!("accepted" in decided) || !decided.accepted) {
      if ("failure" in decided) known.failures.push(decided.failure);
      failed.push(wakeUp.assignmentId ?? wakeUp.planId);
      continue;
    }
    const planWakeAt = rows.plan.wakeAt;
    const entries = applyDecision(batch.changes, rows, decided);
    known.entries.push(...entries);
    const latest = Math.min(through, nowOf(batch, rows.plan));
    const touched = new Set(entries.map((entry) => entry.assignmentId));
    if (rows.plan.wakeAt === planWakeAt) touched.delete(null);
    else touched.add(null);
    for (const assignmentId of touched) {
      const at = wakeAtOf(rows, assignmentId);
      if (at !== null && at <= latest) insert(queue, { ...wakeUp, assignmentId, at });
    }
  }
}

/** One target that cannot be woken must not hold up its plan: its failure is told, not thrown. */
async function decideOne(
  batch: Batch,
  rows: PlanRows,
  wakeUp: WakeUp,
): Promise<Accepted | Refusal | { failure: unknown }> {
  const { plan } = rows;
  const seq = wakeUp.assignmentId === null ? plan.seq : (rows.assignments.get(wakeUp.assignmentId)?.seq ?? 0);
  const command = wakeUpCommand({ ...wakeUp, seq });
  const about = await assignmentFacts(batch, command, rows);
  const compiled = await compiledOf(batch, plan, about.assignment);
  if (compiled === null) return { failure: new Error(`Plan ${plan.id} cannot be woken.`) };
  const facts = {
    plan,
    compiled,
    demo: batch.context.demo,
    erasable: false,
    ...about,
  };
  try {
    return decideWakeUp(facts, command, wakeUp.at, drawOf(batch, nowOf(batch, plan)));
  } catch (failure) {
    return { failure };
  }
}

function wakeAtOf(rows: PlanRows, assignmentId: string | null): number | null {
  return assignmentId === null ? rows.plan.wakeAt : (rows.assignments.get(assignmentId)?.wakeAt ?? null);
}

function insert(queue: WakeUp[], wakeUp: WakeUp): void {
  const after = queue.findIndex((other) => inDueOrder(wakeUp, other) < 0);
  queue.splice(after === -1 ? queue.length : after, 0, wakeUp);
}
