// A formula as a weighted sum of the inputs that can still change, or as one such sum over another.

import { evaluateFormula, type FormulaInput, namesIn } from "./evaluate-formula.ts";
import type { Formula } from "./formula.ts";
import { add, divide, multiply, negate, one, type Rational, zero } from "./rational.ts";

/** constant + Σ weight × input. */
export interface Affine {
  constant: Rational;
  weights: ReadonlyMap<string, Rational>;
}

export interface Fraction {
  numerator: Affine;
  denominator: Affine;
}

/** Null when the formula is neither, or a settled part of it has no value. Parts that read no open input are computed
 *  as they are; `sum` of an open input is its total. */
export function fractionOf(
  ast: Formula,
  open: ReadonlySet<string>,
  values: Readonly<Record<string, FormulaInput>>,
): Fraction | null {
  if (!namesIn(ast).some((name) => open.has(name))) {
    const value = evaluateFormula(ast, values);
    return typeof value === "object" && "numerator" in value ? whole(affine(value)) : null;
  }
  switch (ast.kind) {
    case "name":
      return whole({ constant: zero, weights: new Map([[ast.name, one]]) });
    case "negate": {
      const operand = fractionOf(ast.operand, open, values);
      return operand === null ? null : scaled(operand, negate(one));
    }
    case "aggregate": {
      if (ast.aggregate !== "sum") return null;
      let total: Affine = affine(zero);
      for (const part of ast.arguments) {
        const fraction = part.kind === "name" ? fractionOf(part, open, values) : null;
        if (fraction === null) return null;
        total = plus(total, fraction.numerator);
      }
      return whole(total);
    }
    case "arithmetic": {
      const left = fractionOf(ast.left, open, values);
      const right = fractionOf(ast.right, open, values);
      return left === null || right === null ? null : combined(ast.operator, left, right);
    }
    default:
      return null;
  }
}

/** a − factor × b. */
export function minusTimes(a: Affine, factor: Rational, b: Affine): Affine {
  return plus(a, times(b, negate(factor)));
}

/** The constant it is; null when inputs weigh in it. */
function constantOf({ constant, weights }: Affine): Rational | null {
  return [...weights.values()].every((weight) => weight.numerator === 0n) ? constant : null;
}

function combined(operator: "+" | "-" | "*" | "/", left: Fraction, right: Fraction): Fraction | null {
  if (operator === "-") return combined("+", left, scaled(right, negate(one)));
  if (operator === "/") {
    const by = settled(right);
    if (by !== null) {
      const inverse = divide(one, by);
      return inverse === null ? null : scaled(left, inverse);
    }
    const over = constantOf(left.denominator);
    const under = constantOf(right.denominator);
    if (over === null || under === null) return null;
    const factor = divide(under, over);
    return factor === null
      ? null
      : { numerator: times(left.numerator, factor), denominator: right.numerator };
  }
  const [a, b] = [settled(left), settled(right)];
  if (operator === "*") return b !== null ? scaled(left, b) : a !== null ? scaled(right, a) : null;
  const onLeft = constantOf(left.denominator);
  const onRight = constantOf(right.denominator);
  // Two sums over constants, or a constant beside a fraction.
  if (onRight !== null) {
    const share = divide(one, onRight);
    if (share === null) return null;
    if (onLeft !== null || b !== null) {
      const other = times(right.numerator, share);
      const product = b === null ? times(other, onLeft ?? one) : times(left.denominator, other.constant);
      return { numerator: plus(left.numerator, product), denominator: left.denominator };
    }
  }
  return a !== null ? combined("+", right, left) : null;
}

/** The value of a fraction no open input weighs in. */
function settled({ numerator, denominator }: Fraction): Rational | null {
  const [over, under] = [constantOf(numerator), constantOf(denominator)];
  return over === null || under === null ? null : divide(over, under);
}

function affine(constant: Rational): Affine {
  return { constant, weights: new Map() };
}

function whole(numerator: Affine): Fraction {
  return { numerator, denominator: affine(one) };
}

function scaled({ numerator, denominator }: Fraction, factor: Rational): Fraction {
  return { numerator: times(numerator, factor), denominator };
}

function times({ constant, weights }: Affine, factor: Rational): Affine {
  return {
    constant: multiply(constant, factor),
    weights: new Map([...weights].map(([name, weight]) => [name, multiply(weight, factor)])),
  };
}

function plus(a: Affine, b: Affine): Affine {
  const weights = new Map(a.weights);
  for (const [name, weight] of b.weights) weights.set(name, add(weights.get(name) ?? zero, weight));
  return { constant: add(a.constant, b.constant), weights };
}
