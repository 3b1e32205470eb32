// A bound as a condition on a figure, exact.

import type { Bound, BoundOperator } from "./measure.ts";
import { compare, parseRational, type Rational, rational, zero } from "./rational.ts";

/** A figure is held against a threshold in its own unit. */
export interface Condition {
  operator: BoundOperator;
  threshold: Rational;
}

/** The figure a bound names, per cents as shares; zero where its text is no decimal, which a checked plan has not. */
export function boundValue(bound: Pick<Bound, "value" | "percent">): Rational {
  const value = parseRational(bound.value) ?? zero;
  return bound.percent ? (rational(value.numerator, value.denominator * 100n) ?? zero) : value;
}

export function conditionOf(bound: Bound): Condition {
  return { operator: bound.operator, threshold: boundValue(bound) };
}

export function holds({ operator, threshold }: Condition, figure: Rational): boolean {
  return orderHolds(operator, compare(figure, threshold));
}

/** `order`: how the figure stands to the threshold. */
export function orderHolds(operator: BoundOperator, order: -1 | 0 | 1): boolean {
  switch (operator) {
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case "=":
      return order === 0;
  }
}

/** The same bound from the other side: what must hold of −figure. */
export function turned(operator: BoundOperator): BoundOperator {
  const other = { ">": "<", ">=": "<=", "<": ">", "<=": ">=", "=": "=" } as const;
  return other[operator];
}
