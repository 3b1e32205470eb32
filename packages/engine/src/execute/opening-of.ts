// The opening that an assignment comes from, as a version of the plan lays it out.

import type { CompiledPlan, Opening } from "../compile/index.ts";

type Place = Pick<Opening, "taskId" | "occurrence">;

const known = new WeakMap<CompiledPlan, Map<string, Opening>>();

/** Null: this version has no such occurrence, or only events make it. */
export function openingOf(compiled: CompiledPlan, place: Place): Opening | null {
  const index = known.get(compiled) ?? new Map(compiled.openings.map((one) => [placeOf(one), one]));
  known.set(compiled, index);
  return index.get(placeOf(place)) ?? null;
}

/** Task and occurrence in one. */
export function placeOf({ taskId, occurrence }: Place): string {
  return `${taskId} ${occurrence}`;
}
