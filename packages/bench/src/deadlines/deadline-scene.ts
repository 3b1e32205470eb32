// What the nodes of a run over deadlines share: the database, its plans, and whose clock they go by.

import { createEngine, type Engine, type EngineOptions } from "@kehoach/engine";
import { type Micros, microsPerDay } from "@kehoach/engine/calendar";
import { generatedRegister, issuer } from "../../../engine/testing/generated-plan.ts";
import type { Random } from "../../../engine/testing/random.ts";
import { deadlinePlan } from "./deadline-plan.ts";

/** The database's clock, as the engine takes it by itself; or a fast one, the same in every process. */
export type SceneClock = "database" | { base: Micros; startedAt: number; daysPerSecond: number };

export interface DeadlineScene {
  url: string;
  clock: SceneClock;
  planIds: readonly string[];
}

const minute = 60_000_000;

/** The instant by the scene's clock; of the database's clock what this process takes it for. */
export function sceneNow(clock: SceneClock): Micros {
  if (clock === "database") return Date.now() * 1000;
  return (
    clock.base + Math.round(((Date.now() - clock.startedAt) * clock.daysPerSecond * microsPerDay) / 1000)
  );
}

/** An engine of the scene; `skew` (microseconds) puts its fast clock off, and never the database's. */
export function sceneEngine(
  { url, clock }: Pick<DeadlineScene, "url" | "clock">,
  skew: Micros,
  options: EngineOptions = {},
): Promise<Engine> {
  const own = clock === "database" ? {} : { clock: { now: () => sceneNow(clock) + skew } };
  return createEngine({ url, sweepEvery: null, maxConnections: 2, ...own, ...options });
}

/** Issues the plans, so that each due is one assignment's. */
export async function prepareDeadlines(
  scene: Pick<DeadlineScene, "url" | "clock">,
  dues: readonly Micros[],
  plans: number,
): Promise<DeadlineScene> {
  await using engine = await sceneEngine(scene, 0);
  const planIds: string[] = [];
  for (let index = 0; index < plans; index += 1) {
    const own = dues.filter((_, each) => each % plans === index);
    const issued = await engine.issue({
      plan: { text: deadlinePlan(`deadlines-${index}`, own) },
      register: generatedRegister,
      actor: issuer,
    });
    if (!issued.issued) throw new Error(`Not issued: ${JSON.stringify(issued)}`);
    planIds.push(issued.planId);
  }
  return { ...scene, planIds };
}

/** Whole minutes drawn between two instants. */
export function duesBetween(from: Micros, to: Micros, count: number, random: Random): Micros[] {
  const first = Math.ceil(from / minute);
  const span = Math.floor(to / minute) - first;
  return Array.from({ length: count }, () => (first + random.below(span)) * minute);
}

/** The minute so many minutes from now. */
export function minuteFrom(now: Micros, minutes: number): Micros {
  return (Math.floor(now / minute) + minutes) * minute;
}
