// The least and the greatest a sum can become, against every combination tried.

import fc from "fast-check";
import { expect, test } from "vitest";
import { extremesOf, type Range } from "./extremes.ts";
import { integer, zero } from "./rational.ts";

const names = ["a", "b", "c", "d"] as const;
/** Each is a part of one named before it, or of none. */
const inputs = fc.tuple(
  ...names.map((_, index) =>
    fc.record({
      low: fc.nat(4),
      more: fc.nat(3),
      weight: fc.integer({ min: -3, max: 3 }),
      within: fc.option(fc.nat(Math.max(0, index - 1)), { nil: null }),
    }),
  ),
);

interface Input {
  low: number;
  more: number;
  weight: number;
  within: number | null;
}

const wholeOf = ({ within }: Input, index: number) => (index === 0 || within === null ? null : within);

function sums(list: readonly Input[]): number[] {
  let combinations: number[][] = [[]];
  list.forEach((input, index) => {
    const whole = wholeOf(input, index);
    combinations = combinations.flatMap((before) =>
      Array.from({ length: input.more + 1 }, (_, by) => input.low + by)
        .filter((value) => whole === null || value <= (before[whole] ?? 0))
        .map((value) => [...before, value]),
    );
  });
  return combinations.map((values) =>
    values.reduce((sum, value, index) => sum + value * (list[index]?.weight ?? 0), 0),
  );
}

function ranges(list: readonly Input[], endless: boolean): Map<string, Range> {
  return new Map(
    list.map((input, index) => {
      const whole = wholeOf(input, index);
      const high = endless ? null : integer(input.low + input.more);
      return [
        names[index] ?? "",
        { low: integer(input.low), high, within: whole === null ? null : (names[whole] ?? "") },
      ];
    }),
  );
}

const affine = (list: readonly Input[]) => ({
  constant: zero,
  weights: new Map(list.map(({ weight }, index) => [names[index] ?? "", integer(weight)])),
});

test("within bounds", () => {
  fc.assert(
    fc.property(inputs, (list) => {
      const all = sums(list);
      const extremes = extremesOf(affine(list), ranges(list, false));
      if (all.length === 0) expect(extremes).toBeNull();
      else expect(extremes).toEqual({ least: integer(Math.min(...all)), most: integer(Math.max(...all)) });
    }),
    { numRuns: 300 },
  );
});

test("without an upper bound", () => {
  fc.assert(
    fc.property(inputs, (list) => {
      // A figure that can grow by 7 and then by 9 is taken to grow on; lower bounds are at most 4 apart.
      const upTo = (more: number) => sums(list.map((input) => ({ ...input, more: more - input.low })));
      const [near, far] = [upTo(7), upTo(9)];
      const extremes = extremesOf(affine(list), ranges(list, true));
      const [most, least] = [Math.max(...far), Math.min(...far)];
      expect(extremes?.most ?? null).toEqual(most > Math.max(...near) ? null : integer(most));
      expect(extremes?.least ?? null).toEqual(least < Math.min(...near) ? null : integer(least));
    }),
    { numRuns: 60 },
  );
});

test("a circle of parts has no figures", () => {
  const ring: Range = { low: zero, high: null, within: "b" };
  const both = new Map([
    ["a", ring],
    ["b", { ...ring, within: "a" }],
  ]);
  expect(extremesOf({ constant: zero, weights: new Map([["a", integer(1)]]) }, both)).toBeNull();
});
