// Opens a demo instance: an engine at a virtual date, filled with a plan on its first run.

import { createEngine, type Engine, type EngineOptions, type Micros, type SourceText } from "@kehoach/engine";
import { dateOfInstant, startOfDay } from "@kehoach/engine/calendar";
import type { DemoControl } from "./demo-control.ts";
import { demoStatePath, readDemoState, writeDemoState } from "./demo-state.ts";
import { seedDemo } from "./seed-demo.ts";
import { createVirtualClock } from "./virtual-clock.ts";

export interface DemoOptions {
  /** The plan to fill an empty demo with. */
  plan: SourceText;
  /** The register documents it is read against. */
  register: readonly SourceText[];
  /** The date the demo begins at after it was filled, at 08:00. Default 2017-02-01. */
  start?: string;
  /** Where the data lie; unset: in memory, and gone when it ends. */
  engine?: Pick<EngineOptions, "url" | "directory" | "onError">;
  /** Told of what is going on while the demo is filled, a line each in Vietnamese and English. */
  onProgress?: (step: { vi: string; en: string }) => void;
}

export interface Demo extends DemoControl, AsyncDisposable {
  engine: Engine;
  /** Closes the engine. */
  close(): Promise<void>;
}

/** The working hour at which a demo's days begin. */
const eightOClock: Micros = 8 * 3_600_000_000;
/** More rounds than any plan needs until nothing is due; a bound, should the engine never come to rest. */
const mostRounds = 10_000;

export async function openDemo(options: DemoOptions): Promise<Demo> {
  const { directory } = options.engine ?? {};
  const path = directory === undefined ? null : demoStatePath(directory);
  const stored = path === null ? null : readDemoState(path);
  let ticking = false;
  // While the demo is filled time stands still between steps, so that every filled demo has the same instants.
  const clock = createVirtualClock(stored?.now ?? 0, () =>
    ticking ? Number(process.hrtime.bigint() / 1000n) : 0,
  );
  const engine = await createEngine({ ...options.engine, clock, demo: true });
  try {
    for (const { plan } of await engine.plans()) if (plan.lastAt > clock.now()) clock.moveTo(plan.lastAt);
    const control = createDemoControl(engine, clock, (now) => {
      if (path !== null) writeDemoState(path, { now, seeded: true });
    });
    const begin = options.start ?? "2017-02-01";
    if (stored?.seeded !== true && dateOfInstant(clock.now()) < begin) {
      await seedDemo({ ...options, engine, clock });
      await control.moveTo(begin);
    }
    ticking = true;
    clock.moveTo(clock.now());
    return { ...control, engine, close: () => engine.close(), [Symbol.asyncDispose]: () => engine.close() };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** Moves a clock day by day, so that what falls due on the way is noticed on its day. `onMoved` is told the new now. */
export function createDemoControl(
  engine: Engine,
  clock: ReturnType<typeof createVirtualClock>,
  onMoved: (now: Micros) => void = () => {},
): DemoControl {
  const step = async (to: Micros): Promise<number> => {
    clock.moveTo(Math.max(to, clock.now()));
    let woken = 0;
    for (let round = 0; round < mostRounds; round += 1) {
      const now = await engine.sweep();
      if (now === 0) break;
      woken += now;
    }
    return woken;
  };
  return {
    now: () => clock.now(),
    async moveTo(date) {
      const goal = startOfDay(date);
      let woken = 0;
      let day = startOfDay(dateOfInstant(clock.now()));
      while (day + 86_400_000_000 <= goal) {
        day += 86_400_000_000;
        woken += await step(day);
      }
      woken += await step(goal + eightOClock);
      onMoved(clock.now());
      return woken;
    },
  };
}
