// How far each state of a lifecycle is from being done, so that what brings the work on comes first.

import type { LifecycleBody } from "@kehoach/server/contract";

/** Commands it takes at least from each state to a done one; states from which none is reached are left out. */
export function stepsToDone({
  states,
  commands,
}: Pick<LifecycleBody, "states" | "commands">): ReadonlyMap<string, number> {
  const steps = new Map(
    states.filter(({ category }) => category === "done").map(({ id }): [string, number] => [id, 0]),
  );
  for (let reached = [...steps.keys()], step = 1; reached.length > 0; step += 1) {
    const next = commands
      .filter(({ to }) => to !== null && reached.includes(to))
      .flatMap(({ from }) => from)
      .filter((state) => !steps.has(state));
    for (const state of next) steps.set(state, step);
    reached = [...new Set(next)];
  }
  return steps;
}
