// The least and the greatest a weighted sum can become while each figure stays within its range and no part outgrows its
// whole.

import type { Affine } from "./affine.ts";
import { add, compare, multiply, negate, type Rational, zero } from "./rational.ts";

export interface Range {
  low: Rational;
  /** Null: without limit. */
  high: Rational | null;
  /** The figure it is a part of, when that one has a range too; null otherwise. */
  within: string | null;
}

/** Null: without limit, upwards for `most`, downwards for `least`. */
export interface Extremes {
  least: Rational | null;
  most: Rational | null;
}

/** Null where no figures fit: a part is larger than its whole can be, or parts form a circle. Every input of the sum
 *  must have a range.
 *
 *  The figures allowed form a polyhedron whose corners have each figure at some bound, its own or one of its wholes' or
 *  parts', and whose rays raise figures together; so it is enough to try, from the parts up to the wholes, each bound and
 *  "as much as you like". */
export function extremesOf(sum: Affine, ranges: ReadonlyMap<string, Range>): Extremes | null {
  const most = greatest(sum, ranges);
  const least = greatest(
    {
      constant: negate(sum.constant),
      weights: new Map([...sum.weights].map(([name, weight]) => [name, negate(weight)])),
    },
    ranges,
  );
  if (most === null || least === null) return null;
  return {
    most: most.endless.numerator > 0n ? null : most.rest,
    least: least.endless.numerator > 0n ? null : negate(least.rest),
  };
}

/** A figure of the form endless × ∞ + rest. */
interface Extended {
  endless: Rational;
  rest: Rational;
}

function greatest(sum: Affine, ranges: ReadonlyMap<string, Range>): Extended | null {
  const parts = new Map<string, string[]>();
  const tops: string[] = [];
  for (const [name, { within }] of ranges) {
    if (within === null || !ranges.has(within)) tops.push(name);
    else parts.set(within, [...(parts.get(within) ?? []), name]);
  }
  const steps = stepsOf(ranges);
  let visited = 0;

  /** For each step, the most this figure and its parts can add with the figure at that step; null: not allowed. */
  const perStep = (name: string): (Extended | null)[] => {
    visited += 1;
    const range = ranges.get(name);
    const weight = sum.weights.get(name) ?? zero;
    const below = (parts.get(name) ?? []).map((part) => upTo(perStep(part)));
    return steps.map((step, index) => {
      if (range === undefined || !allows(range, step)) return null;
      let total: Extended =
        step === null ? { endless: weight, rest: zero } : { endless: zero, rest: multiply(weight, step) };
      for (const part of below) {
        const best = part[index] ?? null;
        if (best === null) return null;
        total = plus(total, best);
      }
      return total;
    });
  };

  let total: Extended = { endless: zero, rest: sum.constant };
  for (const top of tops) {
    const best = upTo(perStep(top)).at(-1) ?? null;
    if (best === null) return null;
    total = plus(total, best);
  }
  return visited === ranges.size ? total : null;
}

/** Every finite bound, in order, then null for "as much as you like". */
function stepsOf(ranges: ReadonlyMap<string, Range>): (Rational | null)[] {
  const bounds = [...ranges.values()].flatMap(({ low, high }) => (high === null ? [low] : [low, high]));
  return [...bounds.sort(compare), null];
}

function allows({ low, high }: Range, step: Rational | null): boolean {
  if (step === null) return high === null;
  return compare(step, low) >= 0 && (high === null || compare(step, high) <= 0);
}

/** The best at a step or any before it. */
function upTo(values: readonly (Extended | null)[]): (Extended | null)[] {
  let best: Extended | null = null;
  return values.map((value) => {
    if (value !== null && (best === null || larger(value, best))) best = value;
    return best;
  });
}

function larger(a: Extended, b: Extended): boolean {
  return (compare(a.endless, b.endless) || compare(a.rest, b.rest)) > 0;
}

function plus(a: Extended, b: Extended): Extended {
  return { endless: add(a.endless, b.endless), rest: add(a.rest, b.rest) };
}
