// An engine for tests and trials: in memory unless told otherwise, at a date of your choice, its time in your hands.

import { type DateText, dateOfInstant, endOfDay, type HourText, hourOfInstant } from "../calendar/index.ts";
import { createEngine, engineOn } from "../engine/create-engine.ts";
import type { Engine, EngineOptions } from "../engine/engine.ts";
import { planRowOf } from "../engine/reads/engine-feed.ts";
import { migrate } from "../store/database/migrate.ts";
import { openDatabase } from "../store/database/open-database.ts";
import { migrations } from "../store/migrations/index.ts";
import { passTime } from "./pass-time.ts";
import { createVirtualClock, type VirtualClock } from "./virtual-clock.ts";

/** Nothing happens by itself: time stands still, and the engine sweeps when time is made to pass. */
export interface TestEngine extends AsyncDisposable {
  engine: Engine;
  clock: VirtualClock;
  /** The date on the clock, in Vietnam. */
  today(): DateText;
  /** Lets time pass until `hour` (default 08:00) of `date`: what falls due on the way is noticed at its own instant, in
   *  due order. Resolves to how many targets were woken. Throws RangeError for what lies in the past. */
  advanceTo(date: DateText, hour?: HourText): Promise<number>;
  /** The same, until the same hour of the n-th working day from today by the calendar the plan was issued with. `plan`:
   *  its id or document id. Throws EngineError `unknown_plan`. */
  advanceWorkingDays(plan: string, count: number): Promise<number>;
  close(): Promise<void>;
}

/** Options of `createEngine`, without those that would let time pass. */
export type TestEngineOptions = Omit<EngineOptions, "clock" | "sweepEvery">;

/** The instant of an hour of a day in Vietnam, in microseconds. */
export function instantOf(date: DateText, hour: HourText = "08:00"): number {
  return endOfDay(date, hour);
}

/** Opens it at 08:00 of `start`. Where no `url`, `directory` or `kysely` is given the data lie in memory, whatever
 *  `DATABASE_URL` says. */
export async function openTestEngine(start: DateText, options: TestEngineOptions = {}): Promise<TestEngine> {
  const clock = createVirtualClock(instantOf(start));
  const engine = await openEngine({ ...options, clock, sweepEvery: null });
  const advanceTo = async (date: DateText, hour?: HourText): Promise<number> => {
    const to = instantOf(date, hour);
    if (to < clock.now()) throw new RangeError(`It is later than ${date} already.`);
    return passTime(engine, clock, to);
  };
  return {
    engine,
    clock,
    advanceTo,
    today: () => dateOfInstant(clock.now()),
    async advanceWorkingDays(plan, count) {
      const { id } = await planRowOf(engine.database.kysely, plan);
      const compiled = await engine.compiled(id);
      if (compiled === null) throw new Error(`Plan ${id} is not compiled.`);
      const day = compiled.calendar.addWorkingDays(dateOfInstant(clock.now()), count);
      return advanceTo(day, hourOfInstant(clock.now()));
    },
    close: () => engine.close(),
    [Symbol.asyncDispose]: () => engine.close(),
  };
}

async function openEngine(options: EngineOptions): Promise<Engine> {
  const { url, directory, kysely } = options;
  if (url !== undefined || directory !== undefined || kysely !== undefined) return createEngine(options);
  const database = await openDatabase({
    prepare: async (fresh) => {
      await migrate(fresh, migrations);
    },
  });
  return engineOn(database, options);
}
