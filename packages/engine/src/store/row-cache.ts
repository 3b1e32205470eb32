// Remembers assignments between transactions. Rows change only with entries and every entry moves its plan's head, so
// what was read under a head holds for as long as the locked plan row still has it, whoever else writes.

import type { AssignmentRow, PlanRow } from "../execute/rows.ts";

interface KnownPlan {
  head: string;
  rows: Map<string, AssignmentRow>;
  /** By target: the ids a command to it rests on, itself first, then its lead or its coordinations. */
  families: Map<string, readonly string[]>;
}

/** Assignments kept at most; beyond it everything is read anew. */
const limit = 50_000;

export class RowCache {
  readonly #plans = new Map<string, KnownPlan>();
  #size = 0;

  /** The target with its lead or coordinations; null when they must be read. `plan` must be locked. */
  family(plan: PlanRow, targetId: string): readonly AssignmentRow[] | null {
    const known = this.#known(plan.id, plan.head);
    const ids = known?.families.get(targetId);
    if (known === undefined || ids === undefined) return null;
    return ids.flatMap((id) => known.rows.get(id) ?? []);
  }

  /** Takes in what a batch read of a plan, and what it made of it, with the head before and after. May be called before
   *  the commit: should that fail, the stored head is another one and nothing of this is used. */
  learn(
    headBefore: string,
    plan: PlanRow,
    rows: Iterable<AssignmentRow>,
    families: KnownPlan["families"],
  ): void {
    if (this.#size > limit) this.#clear();
    const known = this.#known(plan.id, headBefore) ?? { head: "", rows: new Map(), families: new Map() };
    const before = known.rows.size;
    for (const row of rows) known.rows.set(row.id, row);
    for (const [target, ids] of families) known.families.set(target, ids);
    known.head = plan.head;
    this.#size += known.rows.size - before;
    this.#plans.set(plan.id, known);
  }

  /** For commands that may open assignments: whose coordinations are whose is read anew. */
  forget(planId: string): void {
    this.#size -= this.#plans.get(planId)?.rows.size ?? 0;
    this.#plans.delete(planId);
  }

  #known(planId: string, head: string): KnownPlan | undefined {
    const known = this.#plans.get(planId);
    if (known === undefined || known.head === head) return known;
    this.forget(planId);
    return undefined;
  }

  #clear(): void {
    this.#plans.clear();
    this.#size = 0;
  }
}
