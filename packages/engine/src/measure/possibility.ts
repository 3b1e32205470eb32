// Whether conditions on a figure hold, can hold or cannot hold, whatever is still reported.

import { type Affine, fractionOf, minusTimes } from "./affine.ts";
import type { Condition } from "./condition.ts";
import { extremesOf, type Range } from "./extremes.ts";
import type { FigureSet, Figures, InputFacts } from "./figures.ts";
import type { Possibility } from "./outlook.ts";
import { compare, one, type Rational, zero } from "./rational.ts";
import { inputsOf, type Subject, totalOf } from "./subject.ts";

/** Sound, not complete: "guaranteed" and "impossible" are proven, whatever cannot be proven is "possible". It is exact
 *  for one condition, other than `=`, on a sum of counts or amounts and on one such sum over another; that whole cases may
 *  miss an exact figure, or a narrow span, is not looked at. `open`: the inputs of which figures can still come; what adds
 *  up can only grow, what does not can take any value its kind allows. `limits` narrows an input's range. */
export function possibilityOf(
  subject: Subject,
  conditions: readonly Condition[],
  figures: Pick<Figures, "now" | "inputs">,
  open: ReadonlySet<string>,
  limits: Readonly<Record<string, { low: Rational; high: Rational }>> = {},
): Possibility {
  const fraction = fractionIn(subject, figures.now, open);
  const ranges = rangesOf(subject, figures, open, limits);
  if (fraction === null || ranges === null) return "possible";
  const { numerator, denominator } = fraction;
  const under = extremesOf(denominator, ranges);
  if (under === null || under.least === null) return "possible";
  if (under.most !== null && compare(under.most, zero) <= 0) {
    if (compare(under.most, zero) < 0) return "possible";
    return subject.emptyMeets ? "guaranteed" : "impossible";
  }
  if (compare(under.least, zero) > 0) return over(numerator, denominator, conditions, [ranges]);
  // The denominator can still be empty: look at the figures with at least one case in it, and judge the empty apart.
  const filled = filledRanges(denominator, ranges, figures.inputs);
  if (filled === null) return "possible";
  const inside = over(numerator, denominator, conditions, filled);
  if (subject.emptyMeets) return inside === "guaranteed" ? "guaranteed" : "possible";
  return inside === "impossible" ? "impossible" : "possible";
}

function fractionIn(
  { formula, denominator }: Subject,
  values: FigureSet,
  open: ReadonlySet<string>,
): { numerator: Affine; denominator: Affine } | null {
  const upper = fractionOf(formula, open, values);
  if (denominator === null || upper === null) return upper;
  const lower = fractionOf(denominator, open, values);
  if (lower === null || upper.denominator.weights.size > 0 || lower.denominator.weights.size > 0) return null;
  const scale =
    compare(upper.denominator.constant, one) === 0 && compare(lower.denominator.constant, one) === 0;
  return scale ? { numerator: upper.numerator, denominator: lower.numerator } : null;
}

/** Over all of several sets of ranges that together hold every case. The denominator is positive in each. */
function over(
  numerator: Affine,
  denominator: Affine,
  conditions: readonly Condition[],
  sets: readonly ReadonlyMap<string, Range>[],
): Possibility {
  let always = true;
  let ever = false;
  let some = false;
  for (const ranges of sets) {
    let all = true;
    let any = true;
    for (const { operator, threshold } of conditions) {
      const extremes = extremesOf(minusTimes(numerator, threshold, denominator), ranges);
      if (extremes === null) {
        all = false;
        any = false;
        break;
      }
      some = true;
      const [least, most] = [sign(extremes.least, -1), sign(extremes.most, 1)];
      const [can, must] = {
        ">": [most > 0, least > 0],
        ">=": [most >= 0, least >= 0],
        "<": [least < 0, most < 0],
        "<=": [least <= 0, most <= 0],
        "=": [least <= 0 && most >= 0, least === 0 && most === 0],
      }[operator] as [boolean, boolean];
      all &&= must;
      any &&= can;
    }
    always &&= all;
    ever ||= any;
  }
  // No figures fit the ranges: what is reported contradicts itself, so nothing is proven.
  if (!some) return "possible";
  return always ? "guaranteed" : ever ? "possible" : "impossible";
}

function sign(extreme: Rational | null, endless: -1 | 1): -1 | 0 | 1 {
  return extreme === null ? endless : compare(extreme, zero);
}

/** The ranges of the inputs the subject reads and of those they bound or are bound by; null when one that is read and
 *  can still change has no bounds. */
function rangesOf(
  subject: Subject,
  { now, inputs }: Pick<Figures, "now" | "inputs">,
  open: ReadonlySet<string>,
  limits: Readonly<Record<string, { low: Rational; high: Rational }>>,
): Map<string, Range> | null {
  const ranges = new Map<string, Range>();
  const read = inputsOf(subject);
  for (const name of related(read, inputs)) {
    const facts = inputs[name] ?? unknownFacts;
    const within = facts.partOf;
    const reported = totalOf(now[name] ?? null);
    const limit = limits[name];
    if (!open.has(name)) {
      if (reported !== null) ranges.set(name, { low: reported, high: reported, within });
    } else if (limit !== undefined) {
      ranges.set(name, { ...limit, within });
    } else if (facts.kind === "count" || facts.kind === "amount") {
      ranges.set(name, { low: facts.cumulative ? (reported ?? zero) : zero, high: null, within });
    } else if (facts.kind === "yes_no" && !facts.cumulative) {
      ranges.set(name, { low: zero, high: one, within });
    } else if (read.has(name)) {
      return null;
    }
  }
  return ranges;
}

/** The names with all that they are parts of, or that are parts of them. */
function related(names: ReadonlySet<string>, inputs: Figures["inputs"]): Set<string> {
  const all = new Set(names);
  for (let before = -1; before < all.size; ) {
    before = all.size;
    for (const [name, { partOf }] of Object.entries(inputs)) {
      if (partOf !== null && (all.has(name) || all.has(partOf))) all.add(name).add(partOf);
    }
  }
  return all;
}

const unknownFacts: InputFacts = { kind: "number", cumulative: false, partOf: null };

/** One set of ranges for each input that can make the denominator positive, with at least one case of it; null when that
 *  cannot be said in whole cases. */
function filledRanges(
  denominator: Affine,
  ranges: ReadonlyMap<string, Range>,
  inputs: Figures["inputs"],
): ReadonlyMap<string, Range>[] | null {
  if (denominator.constant.numerator !== 0n) return null;
  const sets: ReadonlyMap<string, Range>[] = [];
  for (const [name, weight] of denominator.weights) {
    if (weight.numerator === 0n) continue;
    const range = ranges.get(name);
    if (weight.numerator < 0n || range === undefined || inputs[name]?.kind !== "count") return null;
    const low = compare(range.low, one) < 0 ? one : range.low;
    if (range.high !== null && compare(low, range.high) > 0) continue;
    sets.push(new Map([...ranges, [name, { ...range, low }]]));
  }
  return sets;
}
