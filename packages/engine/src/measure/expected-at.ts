// A target's trajectory: what should have been reached by when.

import { boundValue } from "./condition.ts";
import type { Figures } from "./figures.ts";
import { goalOf, type LevelMeasure } from "./goal.ts";
import type { Judgement } from "./judgement.ts";
import type { Bound, Change, DecimalText, Measure } from "./measure.ts";
import { compare, divide, integer, multiply, type Rational } from "./rational.ts";
import { inputsOf, subjectOf } from "./subject.ts";

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
 *  nothing to their level; a rate, a mean and a score are to be at their level throughout. Where figures that add up are
 *  held against another whole span, the figures themselves go in even steps: deaths that shall fall from 120 to 114 in
 *  the year may be 57 by its middle. */
export function expectedAt(
  trajectory: GivenTrajectory,
  measure: Measure,
  { bound, base }: Pick<Judgement, "bound" | "base">,
  period: PeriodPlace,
  inputs: Figures["inputs"],
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
  const passed = divide(integer(period.place), integer(period.of));
  if (bound === null || passed === null) return null;
  const level = boundValue(bound);
  if (!("change" in measure) || measure.change === null) {
    return measure.type === "count" ? multiply(level, passed) : level;
  }
  if (!addsUpAgainstWhole(measure, inputs)) return multiply(level, passed);
  const goal = goalOf(measure, base);
  const end = typeof goal === "object" ? goal.met[0]?.threshold : undefined;
  return typeof goal === "object" && end !== undefined ? goal.valueOf(multiply(end, passed)) : null;
}

/** Rates do not add up, and the same period of another year grows alike. */
function addsUpAgainstWhole(
  measure: Extract<LevelMeasure, { change: Change | null }>,
  inputs: Figures["inputs"],
): boolean {
  const subject = subjectOf(measure);
  return (
    subject.denominator === null &&
    measure.change?.base?.on !== "same_period" &&
    [...inputsOf(subject)].every((name) => inputs[name]?.cumulative)
  );
}

/** Whether a value keeps to its trajectory: not behind what is expected, or, of an upper limit, not beyond it. */
export function keepsCourse(value: Rational, expected: Rational, bound: Pick<Bound, "operator">): boolean {
  const order = compare(value, expected);
  return bound.operator === "<" || bound.operator === "<=" ? order <= 0 : order >= 0;
}
