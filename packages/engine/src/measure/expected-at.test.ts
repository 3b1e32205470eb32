// Trajectories and fractions as text.

import fc from "fast-check";
import { expect, test } from "vitest";
import { expectedAt, keepsCourse } from "./expected-at.ts";
import type { Measure } from "./measure.ts";
import { integer, type Rational, rational } from "./rational.ts";
import { rationalText, readRationalText } from "./rational-text.ts";

const formula = { kind: "name", name: "n", start: 0, end: 1 } as const;
const bound = { operator: ">=", value: "120", percent: false } as const;
const count: Measure = { type: "count", formula, level: bound };

test("a linear trajectory goes in even steps from nothing to the level", () => {
  const at = (place: number) =>
    expectedAt({ form: "linear" }, count, { bound, base: null }, { to: "2017-12-31", place, of: 12 }, {});
  expect([1, 6, 7, 12].map((place) => at(place))).toEqual([10, 60, 70, 120].map(integer));
});

test("a fall of what adds up is expected of the figures, not of the change", () => {
  const level = { operator: ">=", value: "5", percent: true } as const;
  const fall = (on: "previous_year" | "same_period"): Measure => ({
    type: "delta",
    formula,
    direction: "down",
    level,
    change: { mode: "relative", base: { on } },
  });
  const inputs = { n: { kind: "count", cumulative: true, partOf: null } } as const;
  const judgement = { bound: level, base: integer(120) };
  const at = (measure: Measure, place: number) =>
    expectedAt({ form: "linear" }, measure, judgement, { to: "2017-12-31", place, of: 4 }, inputs);
  // By mid-year 57 of 120, a fall of 52.5 %; at the end 114, a fall of 5 %.
  expect(at(fall("previous_year"), 2)).toEqual(rational(21n, 40n));
  expect(at(fall("previous_year"), 4)).toEqual(rational(1n, 20n));
  expect(at(fall("same_period"), 2)).toEqual(rational(1n, 40n));
});

test("a rate is to be at its level throughout", () => {
  const level = { operator: ">", value: "95", percent: true } as const;
  const ratio: Measure = {
    type: "ratio",
    numerator: formula,
    denominator: formula,
    level,
    denEmpty: "not_applicable",
  };
  const period = { to: "2017-01-31", place: 1, of: 12 };
  expect(expectedAt({ form: "linear" }, ratio, { bound: level, base: null }, period, {})).toEqual(
    rational(19n, 20n),
  );
});

test("given points hold from their day on", () => {
  const points = [
    { by: "2017-06-30", value: "50", percent: true },
    { by: "2017-03-31", value: "20", percent: true },
  ];
  const at = (to: string) =>
    expectedAt({ form: "points", points }, count, { bound, base: null }, { to, place: 1, of: 4 }, {});
  expect(at("2017-03-30")).toBeNull();
  expect(at("2017-03-31")).toEqual(rational(1n, 5n));
  expect(at("2017-12-31")).toEqual(rational(1n, 2n));
});

test("a limit is kept from below, a level from above", () => {
  expect(keepsCourse(integer(5), integer(6), { operator: "<=" })).toBe(true);
  expect(keepsCourse(integer(7), integer(6), { operator: "<" })).toBe(false);
  expect(keepsCourse(integer(6), integer(6), { operator: ">" })).toBe(true);
  expect(keepsCourse(integer(5), integer(6), { operator: ">=" })).toBe(false);
});

test("fractions come back from their text", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
      fc.bigInt({ min: 1n, max: 10n ** 9n }),
      (n, d) => {
        const value = rational(n, d) as Rational;
        expect(readRationalText(rationalText(value))).toEqual(value);
      },
    ),
  );
  expect(rationalText(rational(38n, 40n) as Rational)).toBe("19/20");
  expect(rationalText(integer(19))).toBe("19");
  expect(readRationalText("38/40")).toEqual(rational(19n, 20n));
  expect(readRationalText("2.5")).toEqual(rational(5n, 2n));
  for (const text of ["", "1/0", "1/-2", "1/2/3", "a", "1.5/2", "9".repeat(1_001)])
    expect(readRationalText(text)).toBeNull();
});
