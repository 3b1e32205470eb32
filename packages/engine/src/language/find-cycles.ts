// Cycles in a graph of ids, and an order that respects its edges.

export interface CycleSearch {
  /** Each cycle once, from its first member in the given order; the last id leads back to the first. */
  cycles: readonly (readonly string[])[];
  /** Every id after all those its edges lead to; edges that close a cycle are left out. */
  order: readonly string[];
}

/** `edges` leads to what an id waits for or belongs to; unknown ids are passed over. Does not recurse. */
export function findCycles(ids: readonly string[], edges: (id: string) => readonly string[]): CycleSearch {
  const known = new Set(ids);
  const state = new Map<string, "open" | "done">();
  const cycles: string[][] = [];
  const order: string[] = [];
  for (const root of ids) {
    if (state.has(root)) continue;
    const trail: { id: string; next: readonly string[]; at: number }[] = [];
    const enter = (id: string) => {
      state.set(id, "open");
      trail.push({ id, next: edges(id), at: 0 });
    };
    enter(root);
    for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
      const next = top.next[top.at];
      top.at += 1;
      if (next === undefined) {
        state.set(top.id, "done");
        order.push(top.id);
        trail.pop();
      } else if (known.has(next) && !state.has(next)) enter(next);
      else if (state.get(next) === "open" && cycles.length < 100) {
        cycles.push(trail.slice(trail.findIndex((step) => step.id === next)).map((step) => step.id));
      }
    }
  }
  return { cycles, order };
}

/** A cycle as a message shows it: closed, and cut where it is long. */
export function cycleText(cycle: readonly string[]): string[] {
  const [first = ""] = cycle;
  return cycle.length <= 8 ? [...cycle, first] : [...cycle.slice(0, 7), "…", first];
}
