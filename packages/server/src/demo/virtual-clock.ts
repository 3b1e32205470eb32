// A demo's clock: a chosen date on which time passes, that only goes forward.

import type { Clock, Micros } from "@kehoach/engine";
import { dateOfInstant, endOfDay } from "@kehoach/engine/calendar";

export interface VirtualClock extends Clock {
  now(): Micros;
  /** Throws RangeError when `to` lies before now: nothing recorded may come to lie in the future. */
  moveTo(to: Micros): void;
}

/** Stands at `start` plus what `elapsed` counts from then on, but never leaves the day it was set to: the date changes
 *  only by `moveTo`. Without `elapsed` the clock stands still. Microseconds throughout. */
export function createVirtualClock(start: Micros, elapsed: () => Micros = () => 0): VirtualClock {
  let base = start;
  let zero = elapsed();
  const now = (): Micros => {
    const lastOfDay = endOfDay(dateOfInstant(base), null) - 1;
    return Math.min(base + Math.max(0, elapsed() - zero), lastOfDay);
  };
  return {
    now,
    moveTo(to) {
      if (to < now()) throw new RangeError("A virtual clock only moves forward.");
      base = to;
      zero = elapsed();
    },
  };
}
