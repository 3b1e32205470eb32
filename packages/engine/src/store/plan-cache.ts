// Compiled plans by plan and version, loaded from their immutable stored form.

import { type CompiledPlan, compile, type PlanRegister, underVersion } from "../compile/index.ts";
import type { AssignmentRow, PlanRow } from "../execute/rows.ts";
import type { Plan, Task } from "../language/plan.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";
import { RowCache } from "./row-cache.ts";

interface VersionRecord {
  source_text: string;
  plan: string;
  register: string;
}

const readVersion = `select source_text, plan, register from kehoach.plan_version where plan_id = $1 and version = $2`;

/** How many compiled plans stay in memory; beyond it the least recently used goes. */
const limit = 512;

export class PlanCache {
  /** Assignments of these plans, as they were under a plan's head. */
  readonly rows: RowCache = new RowCache();
  readonly #compiled = new Map<string, CompiledPlan>();

  /** Throws when the version is not stored: a plan row always has one. */
  async compiled(connection: Connection, planId: string, version: number): Promise<CompiledPlan> {
    const key = `${planId} ${version}`;
    const known = this.#compiled.get(key);
    if (known !== undefined) {
      this.#compiled.delete(key);
      this.#compiled.set(key, known);
      return known;
    }
    const [record] = await rowsOf(connection, hot<VersionRecord>(readVersion, [planId, version]));
    if (record === undefined) throw new Error(`Plan ${planId} has no stored version ${version}.`);
    const plan: Plan = JSON.parse(record.plan);
    const register: PlanRegister = JSON.parse(record.register);
    const compiled = { ...compile(plan, register), retired: await retiredTasks(connection, planId, version) };
    this.#compiled.set(key, compiled);
    if (this.#compiled.size > limit) {
      const oldest = this.#compiled.keys().next();
      if (!oldest.done) this.#compiled.delete(oldest.value);
    }
    return compiled;
  }

  /** A plan as one of its assignments sees it: what is open follows the version in force; what ended before keeps task
   *  and lifecycle of its own, while roles, calendar and conventions are those in force. */
  async compiledFor(
    connection: Connection,
    plan: PlanRow,
    assignment: Pick<AssignmentRow, "planVersion"> | null,
  ): Promise<CompiledPlan> {
    const inForce = await this.compiled(connection, plan.id, plan.version);
    const version = assignment?.planVersion ?? plan.version;
    if (version === plan.version) return inForce;
    return underVersion(inForce, await this.compiled(connection, plan.id, version));
  }

  /** The text a plan version was issued from. */
  async sourceText(connection: Connection, planId: string, version: number): Promise<string> {
    const [record] = await rowsOf(connection, hot<VersionRecord>(readVersion, [planId, version]));
    return record?.source_text ?? "";
  }
}

const readEarlier = `select plan from kehoach.plan_version where plan_id = $1 and version <= $2 order by version`;

async function retiredTasks(
  connection: Connection,
  planId: string,
  version: number,
): Promise<Map<string, Task>> {
  const tasks = new Map<string, Task>();
  if (version === 1) return tasks;
  const rows = await rowsOf(connection, hot<{ plan: string }>(readEarlier, [planId, version]));
  const plans = rows.map((row): Plan => JSON.parse(row.plan));
  for (const plan of plans) for (const task of plan.tasks) tasks.set(task.id, task);
  for (const task of plans.at(-1)?.tasks ?? []) tasks.delete(task.id);
  return tasks;
}
