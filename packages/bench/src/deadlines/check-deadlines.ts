// Holds the ledgers of a run against its deadlines: each noticed once, none early, in due order within each plan.

import type { Engine, Micros } from "@kehoach/engine";
import type { Violations } from "../kill/check-stored.ts";

export interface DeadlineCheck {
  violations: Violations;
  /** Deadlines due by the time of the check; those still to come. */
  due: number;
  ahead: number;
  wakeUps: number;
  /** Milliseconds from due to recorded, ascending, of the deadlines that fell due while nodes were there. */
  lateness: readonly number[];
}

interface StoredStep {
  plan_id: string;
  seq: string;
  assignment_id: string | null;
  type: string;
  recorded_at: string;
  effective_at: string;
}

/** `engine` must go by the right time; it sweeps first, for what was due when the last node went. `attended`: whether
 *  nodes were there at an instant. */
export async function checkDeadlines(
  engine: Engine,
  planIds: readonly string[],
  attended: (at: Micros) => boolean,
): Promise<DeadlineCheck> {
  const violations: Violations = new Map();
  const blame = (what: string, example: string) => {
    const known = violations.get(what);
    if (known === undefined) violations.set(what, { count: 1, example });
    else known.count += 1;
  };
  await engine.sweep();
  const now = await engine.now();
  const { kysely } = engine.database;
  const rows: { id: string; plan_id: string; due_at: string; soon_at: string; opened_at: string }[] =
    await kysely
      .selectFrom("kehoach.assignment")
      .select(["id", "plan_id", "due_at", "soon_at", "opened_at"])
      .where("plan_id", "in", planIds)
      .execute();
  const steps: StoredStep[] = await kysely
    .selectFrom("kehoach.entry")
    .select(["plan_id", "seq", "assignment_id", "type", "recorded_at", "effective_at"])
    .where("plan_id", "in", planIds)
    .where("actor", "=", "clock")
    .orderBy("plan_id")
    .orderBy("seq")
    .execute();

  const noticed = new Map<string, StoredStep[]>();
  const latest = new Map<string, number>();
  for (const step of steps) {
    const { plan_id, seq, type } = step;
    const effective = Number(step.effective_at);
    const place = `${type} at entry ${seq} of ${plan_id}`;
    if (effective < (latest.get(plan_id) ?? 0)) blame("a step stands after one that was due later", place);
    latest.set(plan_id, effective);
    if (Number(step.recorded_at) < effective) blame("a step is recorded before it was due", place);
    if (effective > now) blame("a step is taken before its time has come", place);
    const key = `${step.assignment_id} ${type}`;
    noticed.set(key, [...(noticed.get(key) ?? []), step]);
  }
  const lateness: number[] = [];
  let due = 0;
  for (const row of rows) {
    const expected = [
      ["due_soon", Math.max(Number(row.soon_at), Number(row.opened_at))],
      ["overdue", Number(row.due_at)],
    ] as const;
    if (Number(row.due_at) <= now) due += 1;
    for (const [type, at] of expected) {
      const found = noticed.get(`${row.id} ${type}`) ?? [];
      const [first] = found;
      if (found.length > 1) blame("a deadline is noticed twice", `${type} of ${row.id}`);
      if (first === undefined) {
        if (at <= now) blame("a deadline is not noticed", `${type} of ${row.id}, due ${at}`);
        continue;
      }
      if (Number(first.effective_at) !== at)
        blame("a step counts from another instant than it was due", `${type} of ${row.id}`);
      if (type === "overdue" && attended(at)) lateness.push((Number(first.recorded_at) - at) / 1000);
    }
  }
  for (const planId of planIds) {
    const report = await engine.verify(planId);
    if (!report.intact)
      blame("a ledger does not verify", `${planId}: ${report.fault?.en} (${report.fault?.seq})`);
  }
  return {
    violations,
    due,
    ahead: rows.length - due,
    wakeUps: steps.length,
    lateness: lateness.sort((a, b) => a - b),
  };
}
