// The order to show a lifecycle's states and commands in: as work passes through it, from the initial state on.

import type { Lifecycle } from "../language/plan.ts";

/** Stored plans keep no order among keys, so it is found again by walking the statechart breadth first. */
export function stateOrder(lifecycle: Lifecycle): string[] {
  const order = [lifecycle.initial];
  const seen = new Set(order);
  for (let index = 0; index < order.length; index += 1) {
    const from = order[index] ?? "";
    const next = Object.values(lifecycle.commands)
      .filter((command) => command.from.includes(from))
      .flatMap((command) => (command.to === null || seen.has(command.to) ? [] : [command.to]))
      .sort((a, b) => rank(lifecycle, a) - rank(lifecycle, b));
    for (const state of next) {
      if (seen.has(state)) continue;
      seen.add(state);
      order.push(state);
    }
  }
  // States nothing leads to are shown last.
  return [...order, ...Object.keys(lifecycle.states).filter((state) => !seen.has(state))];
}

/** Command types, those from earlier states first; of one state those that lead on, then those that stay, those that
 *  lead back, and last those that end the work undone. */
export function commandOrder(lifecycle: Lifecycle): string[] {
  const place = new Map(stateOrder(lifecycle).map((state, index) => [state, index]));
  const last = place.size;
  const weight = (type: string): number => {
    const command = lifecycle.commands[type];
    if (command === undefined) return Number.POSITIVE_INFINITY;
    const from = Math.min(...command.from.map((state) => place.get(state) ?? last));
    const to = command.to === null ? from : (place.get(command.to) ?? last);
    const undone = command.to !== null && lifecycle.states[command.to]?.category === "cancelled";
    const kind = undone ? 3 : to > from ? 0 : to === from ? 1 : 2;
    return (from * 4 + kind) * (last + 1) + to;
  };
  return Object.keys(lifecycle.commands).sort((a, b) => weight(a) - weight(b) || (a < b ? -1 : 1));
}

const categories = ["todo", "active", "waiting", "done", "blocked", "cancelled"];

function rank(lifecycle: Lifecycle, state: string): number {
  return categories.indexOf(lifecycle.states[state]?.category ?? "cancelled");
}
