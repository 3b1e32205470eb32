// A clock that shows a chosen date: it only goes forward, and from one date to another only when told.

import { dateOfInstant, endOfDay } from "../calendar/index.ts";
import type { Clock } from "../engine/engine.ts";
import type { Micros } from "../ledger/entry.ts";

export interface VirtualClock extends Clock {
  now(): Micros;
  /** Throws RangeError when `to` lies before now: nothing recorded may come to lie in the future. */
  moveTo(to: Micros): void;
  /** The same, but nothing where `to` has passed. */
  reach(to: Micros): void;
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
  const reach = (to: Micros): boolean => {
    if (to < now()) return false;
    base = to;
    zero = passed();
    return true;
  };
  return {
    now,
    moveTo(to) {
      if (!reach(to)) throw new RangeError("A virtual clock only moves forward.");
    },
    reach,
    run(elapsed) {
      base = now();
      passed = elapsed;
      zero = passed();
    },
  };
}
