// Exact fractions: the algebra they keep, and how they are read and shown.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  compare,
  divide,
  formatRational,
  hasDecimals,
  integer,
  multiply,
  one,
  parseRational,
  type Rational,
  rational,
  subtract,
  zero,
} from "./rational.ts";

const any = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([numerator, denominator]) => rational(numerator, denominator) as Rational);
const of = (text: string): Rational => parseRational(text) as Rational;

describe("rationals", () => {
  it("form a field", () => {
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
        expect(multiply(multiply(a, b), c)).toEqual(multiply(a, multiply(b, c)));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(subtract(a, a)).toEqual(zero);
        expect(multiply(a, one)).toEqual(a);
        const quotient = divide(a, b);
        if (b.numerator === 0n) expect(quotient).toBeNull();
        else expect(multiply(quotient as Rational, b)).toEqual(a);
      }),
    );
  });

  it("are ordered, and the order is kept by addition", () => {
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(compare(a, b)).toBe(-compare(b, a) + 0);
        expect(compare(add(a, c), add(b, c))).toBe(compare(a, b));
        expect(compare(a, b) === 0).toBe(a.numerator === b.numerator && a.denominator === b.denominator);
      }),
    );
  });

  it("stay reduced with a positive denominator", () => {
    expect(rational(-4n, -6n)).toEqual({ numerator: 2n, denominator: 3n });
    expect(rational(0n, -7n)).toEqual(zero);
    expect(rational(1n, 0n)).toBeNull();
    expect(() => integer(0.5)).toThrow(RangeError);
  });

  it("keep 19 of 20 at exactly 95 %", () => {
    expect(compare(rational(19n, 20n) as Rational, of("0.95"))).toBe(0);
    expect(compare(rational(20n, 21n) as Rational, of("0,95"))).toBe(1);
  });

  it("are read from figures as people type them", () => {
    expect(of("95")).toEqual(integer(95));
    expect(of("2,5")).toEqual(rational(5n, 2n));
    expect(of("2.5")).toEqual(rational(5n, 2n));
    expect(of("-0,25")).toEqual(rational(-1n, 4n));
    for (const text of ["", "1e3", "2,5,5", "1.014.000", ".5", "5.", "+5", "95%", "NaN", "9".repeat(1_001)]) {
      expect(parseRational(text)).toBeNull();
    }
  });

  it("are shown with the marks of the language", () => {
    expect(formatRational(of("95.50"), "vi")).toBe("95,5");
    expect(formatRational(integer(1014), "vi")).toBe("1.014");
    expect(formatRational(of("1234567.891"), "en")).toBe("1,234,567.89");
    expect(formatRational(rational(2n, 3n) as Rational, "vi", 1)).toBe("0,7");
    expect(formatRational(of("-0.005"), "vi", 2)).toBe("-0,01");
    expect(formatRational(of("-0.001"), "vi", 2)).toBe("0");
    expect(hasDecimals(rational(2n, 3n) as Rational, 9)).toBe(false);
    expect(hasDecimals(of("0.25"), 2)).toBe(true);
  });

  it("come back from what is shown when that is exact", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -999_999n, max: 999_999n }), (n) => {
        const value = rational(n, 1_000n) as Rational;
        const shown = formatRational(value, "vi", 3).replaceAll(".", "");
        expect(parseRational(shown)).toEqual(value);
      }),
    );
  });
});
