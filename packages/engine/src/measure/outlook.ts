// Looking ahead: what is guaranteed already, what is still possible, at what pace the level would be reached.

import type { Rational } from "./rational.ts";

/** guaranteed: whatever is still reported, the level is reached. impossible: whatever is still reported, it is not. */
export type Possibility = "guaranteed" | "possible" | "impossible";

export interface Outlook {
  possibility: Possibility;
  /** What each period left must bring on average to reach the level at the end; null: it cannot be said. */
  required: Rational | null;
  /** What the periods so far brought on average; null: none ended. */
  pace: Rational | null;
  /** The value at the end if the periods left are like those before. */
  forecast: { value: Rational; method: "linear" | "same_rate" | "last_value" } | null;
  /** The agencies' own estimate for the whole span (ước thực hiện cả năm); null: none. */
  estimate: Rational | null;
  periodsLeft: number;
}
