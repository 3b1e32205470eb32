// Opens a demo instance: an engine at a virtual date, filled with a plan on its first run.

import {
  createEngine,
  type Engine,
  EngineError,
  type EngineOptions,
  type Micros,
  type SourceText,
} from "@kehoach/engine";
import { dateOfInstant, startOfDay } from "@kehoach/engine/calendar";
import { createVirtualClock, passTime, type VirtualClock } from "@kehoach/engine/testing";
import { serverWords } from "@kehoach/engine/words";
import { DemoIdentities } from "../identity/demo-identities.ts";
import { PlanReader } from "../read/plan-facts.ts";
import type { DemoControl } from "./demo-control.ts";
import { sendAll, targetsOf } from "./demo-people.ts";
import { demoStatePath, readDemoState, writeDemoState } from "./demo-state.ts";
import { withFigures } from "./report-figures.ts";
import { seedDemo } from "./seed-demo.ts";
import { workingDay } from "./working-day.ts";

export interface DemoOptions {
  /** The plan to fill an empty demo with. */
  plan: SourceText;
  /** The register documents it is read against. */
  register: readonly SourceText[];
  /** The date the demo begins at after it was filled, at 08:00. Default 2017-02-01. */
  start?: string;
  /** Where the data lie; unset: in memory, and gone when it ends. */
  engine?: Pick<EngineOptions, "url" | "directory" | "files" | "onError">;
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
/** When the people of a demo do their day's work. */
const tenOClock: Micros = 10 * 3_600_000_000;
const aDay: Micros = 86_400_000_000;
/** The date of a demo that holds nothing yet; its plan is issued on the date it bears, which must lie ahead. */
const beforeAnyPlan = "2000-01-01";

/** Throws EngineError `request_invalid` when the data are a real instance's or the plan cannot be issued, and what
 *  `createEngine` throws. */
export async function openDemo(options: DemoOptions): Promise<Demo> {
  const { directory } = options.engine ?? {};
  const path = directory === undefined ? null : demoStatePath(directory);
  const stored = path === null ? null : readDemoState(path);
  // While the demo is filled time stands still between steps, so that every filled demo has the same instants.
  const clock = createVirtualClock(stored?.now ?? startOfDay(beforeAnyPlan));
  const engine = await createEngine({ ...options.engine, clock, demo: true });
  try {
    for (const { plan } of await engine.plans()) {
      await refuseRealPlan(engine, plan.id);
      clock.reach(plan.lastAt);
    }
    const onMoved = (now: Micros) => {
      if (path !== null) writeDemoState(path, { now, seeded: true });
    };
    const begin = options.start ?? "2017-02-01";
    if (stored?.seeded !== true && dateOfInstant(clock.now()) < begin) {
      if (path !== null) writeDemoState(path, { now: clock.now(), seeded: false });
      await seedDemo({ ...options, engine, clock });
      await createDemoControl(engine, clock, onMoved).moveTo(begin);
    }
    const control = createDemoControl(engine, clock, onMoved, demoWork(engine));
    clock.run(() => Number(process.hrtime.bigint() / 1000n));
    return { ...control, engine, close: () => engine.close(), [Symbol.asyncDispose]: () => engine.close() };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** Nobody's real work is to be mixed with a demo's: a plan that was not issued as one closes the door. */
async function refuseRealPlan(engine: Engine, planId: string): Promise<void> {
  const [issue] = (await engine.history(planId, { limit: 1 })).items;
  if (issue === undefined || issue.source === "demo") return;
  throw new EngineError("request_invalid", {
    vi: serverWords.vi.demoOnRealData,
    en: serverWords.en.demoOnRealData,
    details: { planId },
  });
}

/** What people do on a day of every plan in force. */
function demoWork(engine: Engine): (date: string) => Promise<void> {
  const plans = new PlanReader(engine);
  const identities = new DemoIdentities(engine, plans);
  return async (date) => {
    for (const { plan } of await engine.plans()) {
      const ground = await plans.ground(plan.id);
      if (plan.state !== "in_force" || ground === null || !ground.calendar.isWorkingDay(date)) continue;
      const targets = await targetsOf(engine, ground.plan, { planId: plan.id, open: true });
      const reporting = { engine, identities, planId: plan.id, plan: ground.plan };
      const commands = await withFigures(reporting, workingDay(date, targets, ground.calendar), date);
      await sendAll(engine, identities, ground.plan, commands, date);
    }
  };
}

/** Moves a clock day by day; what falls due on the way is noticed at its own instant. `onMoved` is told the new now;
 *  `work` lets people do their work on each day passed, and not on the day arrived at. */
export function createDemoControl(
  engine: Engine,
  clock: VirtualClock,
  onMoved: (now: Micros) => void = () => {},
  work: (date: string) => Promise<void> = async () => {},
): DemoControl {
  const step = (to: Micros): Promise<number> => passTime(engine, clock, to);
  return {
    now: () => clock.now(),
    async moveTo(date) {
      const goal = startOfDay(date);
      let woken = 0;
      let day = startOfDay(dateOfInstant(clock.now()));
      while (day + aDay <= goal) {
        // Work goes on after the visitor's last act of the day.
        woken += await step(Math.min(Math.max(day + tenOClock, clock.now()), day + aDay - 1));
        await work(dateOfInstant(day));
        day += aDay;
        woken += await step(day);
      }
      woken += await step(goal + eightOClock);
      onMoved(clock.now());
      return woken;
    },
  };
}
