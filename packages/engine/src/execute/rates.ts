// The three completion rates in official use, each by name: whole numbers over whole numbers, never floats.

import type { Counts } from "./bucket.ts";

/** done_of_done_or_overdue: what is still in time stays out (report 1270/BC-TCTTTg on 2017: 16,051 of 16,274).
 *  done_of_due: of those whose due has passed (the government office's report of August 2016: 2,501 of 2,723).
 *  on_time_of_done: of those done (Bình Định, 30/5/2022: 1,014 of 1,160). */
export const rateIds = ["done_of_done_or_overdue", "done_of_due", "on_time_of_done"] as const;
export type RateId = (typeof rateIds)[number];

export interface Rate {
  id: RateId;
  numerator: number;
  denominator: number;
  /** Hundredths of a percent, rounded half up; null: the denominator is 0. */
  basisPoints: number | null;
}

/** Of the assignments whose due has passed: all that count, and those of them that are done. */
export interface FallenDue {
  all: number;
  done: number;
}

/** `counts` without requested bodies, which are followed and never rated. */
export function ratesOf(counts: Counts, fallenDue: FallenDue): readonly Rate[] {
  const done = counts.done_on_time + counts.done_late;
  return [
    rate("done_of_done_or_overdue", done, done + counts.overdue),
    rate("done_of_due", fallenDue.done, fallenDue.all),
    rate("on_time_of_done", counts.done_on_time, done),
  ];
}

function rate(id: RateId, numerator: number, denominator: number): Rate {
  // Twice the numerator in ten-thousandths, so that halves round up without a fraction ever being made.
  const basisPoints =
    denominator === 0 ? null : Math.floor((numerator * 20_000 + denominator) / (2 * denominator));
  return { id, numerator, denominator, basisPoints };
}
