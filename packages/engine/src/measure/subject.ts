// The figure a measure judges, as one formula or as one over another, and its value.

import { evaluateFormula, type FormulaInput, isRows, isUndefined, namesIn } from "./evaluate-formula.ts";
import type { FigureSet, Figures, MissingReason } from "./figures.ts";
import type { Formula } from "./formula.ts";
import type { LevelMeasure } from "./goal.ts";
import { add, divide, type Rational, zero } from "./rational.ts";

/** What is judged. */
export interface Subject {
  formula: Formula;
  /** Null: `formula` is the figure itself. */
  denominator: Formula | null;
  /** What it means when there is nothing to divide by. */
  emptyMeets: boolean;
}

export function subjectOf(measure: LevelMeasure): Subject {
  switch (measure.type) {
    case "ratio":
      return {
        formula: measure.numerator,
        denominator: measure.denominator,
        emptyMeets: measure.denEmpty === "met",
      };
    case "mean":
      return { formula: measure.total, denominator: measure.units, emptyMeets: false };
    default:
      return subjectOfFormula(measure.formula);
  }
}

/** A division at the top is a rate, whose parts are shown. */
export function subjectOfFormula(ast: Formula): Subject {
  return ast.kind === "arithmetic" && ast.operator === "/"
    ? { formula: ast.left, denominator: ast.right, emptyMeets: false }
    : { formula: ast, denominator: null, emptyMeets: false };
}

/** Ids of the inputs it reads, each once. */
export function inputsOf({ formula, denominator }: Subject): ReadonlySet<string> {
  return new Set([...namesIn(formula), ...(denominator === null ? [] : namesIn(denominator))]);
}

/** Whether each input above the line is a part of one below it, so that the figure is never above one. */
export function isShare({ formula, denominator }: Subject, inputs: Figures["inputs"]): boolean {
  const wholes = new Set(denominator === null ? [] : namesIn(denominator));
  return namesIn(formula).every((name) => wholes.has(inputs[name]?.partOf ?? ""));
}

export interface Reckoned {
  value: Rational | null;
  numerator: Rational | null;
  denominator: Rational | null;
  /** There is nothing to divide by. */
  empty: boolean;
}

export function reckon({ formula, denominator }: Subject, values: FigureSet): Reckoned {
  const upper = numberOf(formula, values);
  if (denominator === null) {
    return { value: upper.value, numerator: null, denominator: null, empty: upper.empty };
  }
  const lower = numberOf(denominator, values);
  const empty = upper.empty || lower.empty || lower.value?.numerator === 0n;
  const value = upper.value === null || lower.value === null ? null : divide(upper.value, lower.value);
  return { value, numerator: upper.value, denominator: lower.value, empty };
}

/** The inputs it reads of which something is missing, and why: missing altogether weighs more than an estimate that is
 *  not taken. */
export function missingIn(
  subject: Subject,
  { now, missing }: Pick<Figures, "now" | "missing">,
): { names: ReadonlySet<string>; reason: MissingReason } {
  const names = new Set<string>();
  let reason: MissingReason = "only_estimates";
  for (const name of inputsOf(subject)) {
    const figure = Object.hasOwn(now, name) ? (now[name] ?? null) : null;
    const said = Object.hasOwn(missing, name) ? missing[name] : undefined;
    const gap = figure === null || (isRows(figure) && figure.includes(null));
    if (said === undefined && !gap) continue;
    names.add(name);
    if (said !== "only_estimates") reason = "not_reported";
  }
  return { names, reason };
}

/** The sum of what is reported; null when nothing is. */
export function totalOf(figure: FormulaInput): Rational | null {
  if (figure === null || !isRows(figure)) return figure;
  const there = figure.filter((value) => value !== null);
  return there.length === 0 ? null : there.reduce(add, zero);
}

function numberOf(ast: Formula, values: FigureSet): { value: Rational | null; empty: boolean } {
  const value = evaluateFormula(ast, values);
  if (typeof value === "boolean") return { value: null, empty: false };
  return isUndefined(value)
    ? { value: null, empty: value.undefined === "zero_denominator" }
    : { value, empty: false };
}
