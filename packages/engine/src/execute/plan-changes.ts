// What differs between two versions of a plan: tasks by id, the other keys, the register's documents.

import type { CompiledPlan } from "../compile/index.ts";
import type { DateText, Plan, Task } from "../language/plan.ts";
import { canonicalJson } from "../ledger/canonical-json.ts";

export interface PlanChanges {
  tasks: {
    added: readonly string[];
    removed: readonly string[];
    /** With the keys that differ. */
    changed: readonly { task: string; keys: readonly string[] }[];
  };
  /** Keys of the plan itself that differ. */
  keys: readonly string[];
  /** Documents of the register that are pinned in another version: the days from which they are the register's. */
  register: readonly RegisterChange[];
}

export interface RegisterChange {
  kind: "organisation" | "calendar" | "regime";
  id: string;
  /** Null: another document, or none, was pinned before. */
  from: DateText | null;
  to: DateText;
}

export function planChanges(before: CompiledPlan, after: CompiledPlan): PlanChanges {
  const old = new Map(before.plan.tasks.map((task) => [task.id, task]));
  const present = new Set(after.plan.tasks.map((task) => task.id));
  const changed = after.plan.tasks.flatMap((task) => {
    const earlier = old.get(task.id);
    const keys = earlier === undefined ? [] : differing<Task>(earlier, task);
    return keys.length === 0 ? [] : [{ task: task.id, keys }];
  });
  return {
    tasks: {
      added: after.plan.tasks.filter((task) => !old.has(task.id)).map((task) => task.id),
      removed: before.plan.tasks.filter((task) => !present.has(task.id)).map((task) => task.id),
      changed,
    },
    keys: differing<Plan>(before.plan, after.plan).filter((key) => key !== "tasks"),
    register: registerChanges(before, after),
  };
}

function registerChanges(before: CompiledPlan, after: CompiledPlan): RegisterChange[] {
  return (["organisation", "calendar", "regime"] as const).flatMap((kind) => {
    const old = before.pinned[kind];
    const now = after.pinned[kind];
    if (now === null || (old?.id === now.id && old.from === now.from)) return [];
    return [{ kind, id: now.id, from: old?.id === now.id ? old.from : null, to: now.from }];
  });
}

/** The keys under which two objects hold something else. */
function differing<Value extends object>(before: Value, after: Value): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<string & keyof Value>;
  return [...keys].filter((key) => !sameContent(before[key], after[key])).sort();
}

export function sameContent(one: unknown, other: unknown): boolean {
  return canonicalJson({ value: one }) === canonicalJson({ value: other });
}
