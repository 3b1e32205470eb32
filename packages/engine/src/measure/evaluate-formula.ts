// Computes a formula exactly; whatever has no value says why instead of throwing.

import type { Aggregate, ComparisonOperator, Formula } from "./formula.ts";
import {
  add,
  compare,
  divide,
  integer,
  multiply,
  negate,
  parseRational,
  type Rational,
  subtract,
  zero,
} from "./rational.ts";

/** One figure, or one per row (agency or period) for the aggregates; null where it is not reported yet. */
export type FormulaInput = Rational | null | readonly (Rational | null)[];

/** missing: an input is not reported. zero_denominator: a division by zero. empty: min, max or mean of nothing.
 *  uneven: inputs in one aggregate have different numbers of rows. rows: an input given as rows outside an aggregate.
 *  unchecked: a formula that `checkFormula` refuses. */
export type UndefinedReason = "missing" | "zero_denominator" | "empty" | "uneven" | "rows" | "unchecked";

export interface Undefined {
  undefined: UndefinedReason;
  /** The input it comes from; null when it comes from none. */
  name: string | null;
}

export type FormulaValue = Rational | boolean | Undefined;

/** Never throws. `and` and `or` do not depend on order: false beats undefined in `and`, true in `or`; otherwise the
 *  first undefined part makes the whole undefined. */
export function evaluateFormula(ast: Formula, values: Readonly<Record<string, FormulaInput>>): FormulaValue {
  return evaluate(ast, { values, row: null });
}

export function isUndefined(value: FormulaValue): value is Undefined {
  return typeof value === "object" && "undefined" in value;
}

interface Scope {
  values: Readonly<Record<string, FormulaInput>>;
  /** The row an aggregate stands at; null outside aggregates. */
  row: number | null;
}

const unchecked: Undefined = { undefined: "unchecked", name: null };

function evaluate(ast: Formula, scope: Scope): FormulaValue {
  switch (ast.kind) {
    case "number":
      return parseRational(ast.text) ?? unchecked;
    case "name":
      return input(ast.name, scope);
    case "negate": {
      const operand = number(ast.operand, scope);
      return isUndefined(operand) ? operand : negate(operand);
    }
    case "not": {
      const operand = evaluate(ast.operand, scope);
      return typeof operand === "boolean" ? !operand : isUndefined(operand) ? operand : unchecked;
    }
    case "and":
    case "or":
      return connect(ast.kind, evaluate(ast.left, scope), evaluate(ast.right, scope));
    case "comparison": {
      const left = number(ast.left, scope);
      if (isUndefined(left)) return left;
      const right = number(ast.right, scope);
      return isUndefined(right) ? right : holds(ast.operator, compare(left, right));
    }
    case "arithmetic": {
      const left = number(ast.left, scope);
      if (isUndefined(left)) return left;
      const right = number(ast.right, scope);
      if (isUndefined(right)) return right;
      if (ast.operator === "+") return add(left, right);
      if (ast.operator === "-") return subtract(left, right);
      if (ast.operator === "*") return multiply(left, right);
      return divide(left, right) ?? { undefined: "zero_denominator", name: null };
    }
    case "aggregate":
      return scope.row === null ? combine(ast.aggregate, ast.arguments, scope) : unchecked;
  }
}

function input(name: string, scope: Scope): FormulaValue {
  // An own key only: a formula must not reach what every object inherits.
  const value = Object.hasOwn(scope.values, name) ? scope.values[name] : undefined;
  if (value === undefined || value === null) return { undefined: "missing", name };
  if (!isRows(value)) return value;
  if (scope.row === null) return { undefined: "rows", name };
  return value[scope.row] ?? { undefined: "missing", name };
}

function number(ast: Formula, scope: Scope): Rational | Undefined {
  const value = evaluate(ast, scope);
  return typeof value === "boolean" ? unchecked : value;
}

function connect(kind: "and" | "or", left: FormulaValue, right: FormulaValue): FormulaValue {
  const deciding = kind === "or";
  if (left === deciding || right === deciding) return deciding;
  for (const side of [left, right]) {
    if (typeof side !== "boolean") return isUndefined(side) ? side : unchecked;
  }
  return !deciding;
}

function holds(operator: ComparisonOperator, order: -1 | 0 | 1): boolean {
  switch (operator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "=":
      return order === 0;
    case "!=":
      return order !== 0;
  }
}

function combine(aggregate: Aggregate, parts: readonly Formula[], scope: Scope): FormulaValue {
  const numbers: Rational[] = [];
  let counted = 0;
  for (const part of parts) {
    const rows = rowsOf(part, scope);
    if (typeof rows === "object") return rows;
    for (let row = 0; row < rows; row += 1) {
      const value = evaluate(part, { values: scope.values, row });
      if (typeof value === "boolean") {
        if (aggregate !== "count") return unchecked;
        if (value) counted += 1;
      } else if (isUndefined(value)) {
        return value;
      } else {
        counted += 1;
        numbers.push(value);
      }
    }
  }
  return reduce(aggregate, numbers, counted);
}

function reduce(aggregate: Aggregate, numbers: readonly Rational[], counted: number): FormulaValue {
  if (aggregate === "count") return integer(counted);
  if (aggregate === "sum") return numbers.reduce(add, zero);
  const first = numbers[0];
  if (first === undefined) return { undefined: "empty", name: null };
  if (aggregate === "mean") return divide(numbers.reduce(add, zero), integer(numbers.length)) ?? unchecked;
  const wanted = aggregate === "min" ? -1 : 1;
  return numbers.reduce((best, value) => (compare(value, best) === wanted ? value : best), first);
}

/** How many values an argument has: one, unless it names inputs given as rows. */
function rowsOf(ast: Formula, scope: Scope): number | Undefined {
  let rows: number | null = null;
  for (const name of namesIn(ast)) {
    const value = Object.hasOwn(scope.values, name) ? scope.values[name] : undefined;
    if (value === undefined || value === null || !isRows(value)) continue;
    if (rows !== null && rows !== value.length) return { undefined: "uneven", name };
    rows = value.length;
  }
  return rows ?? 1;
}

/** Every input a formula reads, with repetitions. */
export function namesIn(ast: Formula): string[] {
  switch (ast.kind) {
    case "number":
      return [];
    case "name":
      return [ast.name];
    case "negate":
    case "not":
      return namesIn(ast.operand);
    case "aggregate":
      return ast.arguments.flatMap(namesIn);
    default:
      return [...namesIn(ast.left), ...namesIn(ast.right)];
  }
}

/** Whether an input is given as rows. */
export function isRows(value: Exclude<FormulaInput, null>): value is readonly (Rational | null)[] {
  return Array.isArray(value);
}
