// How near a verdict is to turning, in whole cases.

import { type Condition, holds } from "./condition.ts";
import type { Figures } from "./figures.ts";
import type { Formula } from "./formula.ts";
import { compare, divide, integer, multiply, one, type Rational } from "./rational.ts";
import { inputsOf, isShare, type Reckoned, type Subject } from "./subject.ts";

/** Whole cases behind a figure; of a plain figure the denominator is null. */
export interface Cases {
  numerator: bigint;
  denominator: bigint | null;
  /** The numerator counts some of the denominator: it never goes beyond it. */
  share: boolean;
}

/** Null where cases cannot be counted: amounts, scores, formulas that weigh their inputs. A figure is taken for a share
 *  when `share` says so and it is none above one, or when each input of the numerator is a part of one in the
 *  denominator. */
export function casesOf(
  subject: Subject,
  reckoned: Reckoned,
  inputs: Figures["inputs"],
  share: boolean,
): Cases | null {
  for (const name of inputsOf(subject)) if (inputs[name]?.kind !== "count") return null;
  if (!counts(subject.formula) || (subject.denominator !== null && !counts(subject.denominator))) return null;
  if (subject.denominator === null) {
    const value = wholeNumber(reckoned.value);
    return value === null ? null : { numerator: value, denominator: null, share: false };
  }
  const [numerator, denominator] = [wholeNumber(reckoned.numerator), wholeNumber(reckoned.denominator)];
  if (numerator === null || denominator === null || denominator <= 0n) return null;
  return { numerator, denominator, share: numerator <= denominator && (share || isShare(subject, inputs)) };
}

/** The least number of cases more (positive) or fewer (negative) in the numerator, or of the figure itself, with which
 *  all conditions hold, the rest as it is; 0: they hold. Null: no number of cases would do. A case is one that is there
 *  already and comes to be counted in the numerator: the denominator stays. */
export function casesToReach(cases: Cases, conditions: readonly Condition[]): bigint | null {
  let low = 0n;
  let high = cases.share ? cases.denominator : null;
  for (const { operator, threshold } of conditions) {
    const at = multiply(threshold, integer(cases.denominator ?? 1n));
    const [floor, ceiling] = [floorOf(at), -floorOf({ ...at, numerator: -at.numerator })];
    if (operator === "=" && floor !== ceiling) return null;
    if (operator === ">=" || operator === "=") low = ceiling > low ? ceiling : low;
    if (operator === ">") low = floor + 1n > low ? floor + 1n : low;
    if (operator === "<=" || operator === "=") high = high === null || floor < high ? floor : high;
    if (operator === "<") high = high === null || ceiling - 1n < high ? ceiling - 1n : high;
  }
  if (high !== null && low > high) return null;
  if (cases.numerator < low) return low - cases.numerator;
  return high !== null && cases.numerator > high ? high - cases.numerator : 0n;
}

export interface SingleCase {
  part: "numerator" | "denominator" | "value";
  by: 1 | -1;
}

/** The single case that turns whether the conditions hold: one more counted in the numerator, one fewer, or, where
 *  `grows`, a new one that is in the denominator only; the first that does. Null: none does. */
export function turningCase(
  cases: Cases,
  conditions: readonly Condition[],
  grows: boolean,
): SingleCase | null {
  const { numerator, denominator, share } = cases;
  const meets = (upper: bigint, lower: bigint | null) => {
    const figure = divide(integer(upper), lower === null ? one : integer(lower));
    return figure !== null && conditions.every((condition) => holds(condition, figure));
  };
  const now = meets(numerator, denominator);
  const part = denominator === null ? "value" : "numerator";
  const fits = !share || denominator === null || numerator < denominator;
  if (fits && meets(numerator + 1n, denominator) !== now) return { part, by: 1 };
  if (numerator > 0n && meets(numerator - 1n, denominator) !== now) return { part, by: -1 };
  if (grows && denominator !== null && meets(numerator, denominator + 1n) !== now) {
    return { part: "denominator", by: 1 };
  }
  return null;
}

/** Whether a formula counts each case once: names added up or taken away. */
function counts(ast: Formula): boolean {
  switch (ast.kind) {
    case "name":
      return true;
    case "aggregate":
      return ast.aggregate === "sum" && ast.arguments.every(counts);
    case "arithmetic":
      return (ast.operator === "+" || ast.operator === "-") && counts(ast.left) && counts(ast.right);
    default:
      return false;
  }
}

function wholeNumber(value: Rational | null): bigint | null {
  return value !== null && value.denominator === 1n && compare(value, integer(0)) >= 0
    ? value.numerator
    : null;
}

function floorOf({ numerator, denominator }: Rational): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}
