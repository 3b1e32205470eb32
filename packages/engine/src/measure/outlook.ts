// Looking ahead: what is guaranteed already, what is still possible, at what pace the level would be reached.

import type { Rational } from "./rational.ts";

/** guaranteed: whatever is still reported, the level is reached. impossible: whatever is still reported, it is not. */
export type Possibility = "guaranteed" | "possible" | "impossible";

/** linear: each period left brings what a period so far brought on average. same_rate: the rate stays as it is.
 *  last_value: the last figure stands. */
export type ForecastMethod = "linear" | "same_rate" | "last_value";

/** each_period: what each period must bring, in the unit of the figure (of a rate whose denominator is settled: of its
 *  numerator). share_of_coming: the rate that what is still to come must have. */
export type RequiredUnit = "each_period" | "share_of_coming";

export interface Outlook {
  possibility: Possibility;
  /** What the periods left must bring to end exactly at the level, at most in the case of an upper limit; not below zero,
   *  where figures add up. Null: it cannot be said, e.g. while figures of ended periods are missing. */
  required: Rational | null;
  /** How `required` and `pace` are counted; null: neither is there. */
  requiredAs: RequiredUnit | null;
  /** What the periods so far brought, counted alike; null: none ended. */
  pace: Rational | null;
  /** What would be held against the level at the end if the periods left are like those before. */
  forecast: { value: Rational; method: ForecastMethod; reaches: boolean } | null;
  /** The same by the agencies' own estimate for the whole span (ước thực hiện cả năm); null: none. */
  estimate: Rational | null;
  /** Whether that would reach the level; null: there is none. */
  estimateReaches: boolean | null;
  periodsLeft: number;
}
