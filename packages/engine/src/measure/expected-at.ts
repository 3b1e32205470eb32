// A target's trajectory: what should have been reached by when.

import { boundValue } from "./condition.ts";
import type { Bound, DecimalText, Measure } from "./measure.ts";
import { add, compare, divide, integer, multiply, type Rational, subtract, zero } from "./rational.ts";

/** linear: even steps to the level over the span's periods. points: given values, each to be reached by its day
 *  (yyyy-mm-dd). */
export type GivenTrajectory =
  | { form: "linear" }
  | {
      form: "points";
      points: readonly { by: string; value: DecimalText; percent: boolean }[];
    };

/** A period of the span: its last day (yyyy-mm-dd), and its place among all of them, the first being 1. */
export interface PeriodPlace {
  to: string;
  place: number;
  of: number;
}

/** What the value of a judgement should be at the period's end; null: nothing by then. Counts and changes grow from
 *  nothing to their level; a rate, a mean and a score are to be at their level throughout. `bound`: the level. */
export function expectedAt(
  trajectory: GivenTrajectory,
  measure: Measure,
  bound: Bound,
  period: PeriodPlace,
): Rational | null {
  if (trajectory.form === "points") {
    let last: { by: string; value: Rational } | null = null;
    for (const point of trajectory.points) {
      if (point.by <= period.to && (last === null || point.by > last.by)) {
        last = { by: point.by, value: boundValue(point) };
      }
    }
    return last?.value ?? null;
  }
  const level = boundValue(bound);
  const passed = divide(integer(period.place), integer(period.of));
  if (passed === null) return null;
  const start = startsFromNothing(measure) ? zero : level;
  return add(start, multiply(subtract(level, start), passed));
}

function startsFromNothing(measure: Measure): boolean {
  if (measure.type === "count" || measure.type === "delta") return true;
  return "change" in measure && measure.change !== null;
}

/** Whether a value keeps to its trajectory: not behind what is expected, or, of an upper limit, not beyond it. */
export function keepsCourse(value: Rational, expected: Rational, bound: Pick<Bound, "operator">): boolean {
  const order = compare(value, expected);
  return bound.operator === "<" || bound.operator === "<=" ? order <= 0 : order >= 0;
}
