// A demo's clock: a chosen date on which time passes, that only goes forward.

import type { Clock, Micros } from "@kehoach/engine";
import { dateOfInstant, endOfDay } from "@kehoach/engine/calendar";

export interface VirtualClock extends Clock {
  now(): Micros;
  /** Throws RangeError when `to` lies before now: nothing recorded may come to lie in the future. */
  moveTo(to: Micros): void;
  /** Lets time pass as `elapsed` counts from here on, in microseconds. */
  run(elapsed: () => Micros): void;
}

/** Stands still at `start` until it runs, and never leaves the day it was set to: the date changes only by `moveTo`. */
export function createVirtualClock(start: Micros): VirtualClock {
  let base = start;
  let passed = (): Micros => 0;
  let zero = 0;
  const now = (): Micros => {
    const lastOfDay = endOfDay(dateOfInstant(base), null) - 1;
    return Math.min(base + Math.max(0, passed() - zero), lastOfDay);
  };
  return {
    now,
    moveTo(to) {
      if (to < now()) throw new RangeError("A virtual clock only moves forward.");
      base = to;
      zero = passed();
    },
    run(elapsed) {
      base = now();
      passed = elapsed;
      zero = passed();
    },
  };
}
