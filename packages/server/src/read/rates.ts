// The three rates of official reports, each named with its denominator, from lead assignments by bucket.

import { serverWords } from "@kehoach/engine/words";
import type { Counts, Rate } from "../contract/index.ts";

/** `counts` holds every lead assignment, `requested` those of agencies only requested, which are never rated. */
export function ratesOf(counts: Counts, requested: Counts): Rate[] {
  const rated = (bucket: keyof Counts): number => counts[bucket] - requested[bucket];
  const onTime = rated("done_on_time");
  const done = onTime + rated("done_late");
  const assigned =
    done +
    rated("awaiting_confirmation") +
    rated("in_time") +
    rated("due_soon") +
    rated("overdue") +
    rated("no_due_date") +
    rated("suspended");
  return [
    rate("on_time_of_done", onTime, done),
    rate("done_of_due", done, done + rated("overdue")),
    rate("done_of_assigned", done, assigned),
  ];
}

function rate(id: Rate["id"], numerator: number, denominator: number): Rate {
  const { vi, en } = serverWords;
  return {
    id,
    label: { vi: vi.rates[id].label, en: en.rates[id].label },
    formula: { vi: vi.rates[id].formula, en: en.rates[id].formula },
    numerator,
    denominator,
    // Whole numbers throughout, so that no rate is off by a float's last digit.
    basisPoints:
      denominator === 0 ? null : Math.floor((numerator * 20_000 + denominator) / (2 * denominator)),
  };
}
