// What a target asks of its figure, once its base is known: conditions on the figure as it is, and how far it has come.

import { boundValue, type Condition, conditionOf, holds, turned } from "./condition.ts";
import type { Bound, Change, Measure } from "./measure.ts";
import { add, compare, divide, multiply, parseRational, type Rational, subtract, zero } from "./rational.ts";

/** The types whose one figure is held against a level. */
export type LevelMeasure = Extract<
  Measure,
  { type: "ratio" | "count" | "delta" | "range" | "mean" | "rank" | "index" | "zero" | "qualitative" }
>;

export interface Goal {
  /** All must hold of the figure now; changes are already turned into what the figure itself must be. */
  met: readonly Condition[];
  /** All must hold for it to be exceeded; null: it cannot be exceeded. */
  exceeded: readonly Condition[] | null;
  /** The level, in the unit of what `valueOf` gives. */
  bound: Bound;
  /** The far end of a span: kept too where both ends bind, an aspiration otherwise. */
  far: Bound | null;
  /** What is held against the bound: the figure, or how far it lies from the base. */
  valueOf: (current: Rational) => Rational;
  /** Null where no change is asked. */
  base: Rational | null;
}

/** unclear: the text leaves mode or base open. base_zero: a share is asked of a base that is zero or less. */
export type GoalTrouble = "unclear" | "base_missing" | "base_zero";

export function reaches(conditions: readonly Condition[], current: Rational): boolean {
  return conditions.every((condition) => holds(condition, current));
}

export function changeOf(measure: LevelMeasure): Change | null {
  return "change" in measure ? measure.change : null;
}

/** `base`: the figure of the base; null: not reported. Of a fall, the change counts as a positive figure; so does
 *  climbing in a ranking. In percentage points the level counts hundredths, whether or not it is written with a sign. */
export function goalOf(measure: LevelMeasure, base: Rational | null): Goal | GoalTrouble {
  const [bound, far] = boundsOf(measure);
  const change = changeOf(measure);
  const met = measure.type === "range" && measure.binding === "both" && far !== null ? [bound, far] : [bound];
  const beyond = exceededBound(measure, bound, far);
  if (change === null) {
    return {
      met: met.map(conditionOf),
      exceeded: beyond === null ? null : [conditionOf(beyond)],
      bound,
      far,
      valueOf: (current) => current,
      base: null,
    };
  }
  if (change.mode === null || change.base === null) return "unclear";
  const from =
    change.base.on === "value"
      ? boundValue({ value: change.base.value, percent: change.base.percent })
      : base;
  if (from === null) return "base_missing";
  const relative = change.mode === "relative";
  if (relative && compare(from, zero) <= 0) return "base_zero";
  const falls = fallsIn(measure);
  const onCurrent = (asked: Bound): Condition => {
    const step = boundValue(asked);
    const distance = relative ? multiply(from, step) : step;
    return falls
      ? { operator: turned(asked.operator), threshold: subtract(from, distance) }
      : { operator: asked.operator, threshold: add(from, distance) };
  };
  return {
    met: met.map(onCurrent),
    exceeded: beyond === null ? null : [onCurrent(beyond)],
    bound,
    far,
    valueOf: (current) => {
      const way = falls ? subtract(from, current) : subtract(current, from);
      return relative ? (divide(way, from) ?? zero) : way;
    },
    base: from,
  };
}

/** Whether the change counts downwards. */
function fallsIn(measure: LevelMeasure): boolean {
  return measure.type === "rank" || ("direction" in measure && measure.direction === "down");
}

/** The level, and for a span its far end. */
function boundsOf(measure: LevelMeasure): [Bound, Bound | null] {
  switch (measure.type) {
    case "zero":
      return [{ operator: "<=", value: "0", percent: false }, null];
    case "qualitative":
      return [{ operator: ">=", value: "1", percent: false }, null];
    case "range": {
      const percent = measure.percent || measure.change?.mode === "percentage_points";
      const [low, high] = ordered(measure.from, measure.to);
      // Of a value that shall fall, the near end is the upper one; of a fall, it is the smaller fall.
      const down = measure.direction === "down" && measure.change === null;
      const floor: Bound = { operator: ">=", value: low, percent };
      const ceiling: Bound = { operator: "<=", value: high, percent };
      if (measure.binding === "both") return down ? [ceiling, floor] : [floor, ceiling];
      return down
        ? [ceiling, { operator: "<=", value: low, percent }]
        : [floor, { operator: ">=", value: high, percent }];
    }
    default: {
      const points = changeOf(measure)?.mode === "percentage_points";
      return [points ? { ...measure.level, percent: true } : measure.level, null];
    }
  }
}

/** More than is asked: past a level that may be reached exactly, past the far end of a span. A strict level, an exact
 *  one and an upper limit are kept, never exceeded; a place in a ranking, lower being better, can be. */
function exceededBound(measure: LevelMeasure, bound: Bound, far: Bound | null): Bound | null {
  if (measure.type === "zero" || measure.type === "qualitative") return null;
  if (measure.type === "range") {
    return measure.binding === "both" || far === null
      ? null
      : { ...far, operator: far.operator === ">=" ? ">" : "<" };
  }
  if (bound.operator === ">=") return { ...bound, operator: ">" };
  if (measure.type === "rank" && measure.change === null && bound.operator === "<=") {
    return { ...bound, operator: "<" };
  }
  return null;
}

function ordered(from: string, to: string): [string, string] {
  const [a, b] = [parseRational(from) ?? zero, parseRational(to) ?? zero];
  return compare(a, b) <= 0 ? [from, to] : [to, from];
}
