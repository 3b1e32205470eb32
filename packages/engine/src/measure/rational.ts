// Exact fractions over BigInt: what targets are computed with, so that 19 of 20 is never "more than 95 %" by rounding.

/** Always reduced, with a positive denominator. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const zero: Rational = { numerator: 0n, denominator: 1n };
export const one: Rational = { numerator: 1n, denominator: 1n };

/** Null when the denominator is zero. */
export function rational(numerator: bigint, denominator: bigint): Rational | null {
  if (denominator === 0n) return null;
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator, denominator) * sign;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** Throws RangeError for a number that is no safe integer: fractions come in as text. */
export function integer(value: number | bigint): Rational {
  if (typeof value === "number" && !Number.isSafeInteger(value))
    throw new RangeError(`Not an integer: ${value}`);
  return { numerator: BigInt(value), denominator: 1n };
}

export function add(a: Rational, b: Rational): Rational {
  return reduced(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function multiply(a: Rational, b: Rational): Rational {
  return reduced(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** Null when `b` is zero. */
export function divide(a: Rational, b: Rational): Rational | null {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

export function negate(a: Rational): Rational {
  return { numerator: -a.numerator, denominator: a.denominator };
}

export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Digits with at most one decimal mark, comma or point, and an optional minus: "95", "2,5", "2.5", "-0,25". Marks
 *  between thousands are not read: "1.014" is one and fourteen thousandths. Null for anything else, and for more than
 *  1,000 characters. */
export function parseRational(text: string): Rational | null {
  if (text.length > 1_000) return null;
  const match = /^([-−]?)(\d+)(?:[.,](\d+))?$/.exec(text.trim());
  if (match === null) return null;
  const decimals = match[3] ?? "";
  const numerator = BigInt(`${match[2]}${decimals}`);
  return reduced(match[1] === "" ? numerator : -numerator, 10n ** BigInt(decimals.length));
}

/** As people read it: at most `decimals` digits, zeros at the end dropped, halves away from zero, thousands
 *  marked. A shown value may be rounded; `hasDecimals` tells. */
export function formatRational(value: Rational, language: "vi" | "en", decimals = 2): string {
  const scale = 10n ** BigInt(decimals);
  const magnitude = value.numerator < 0n ? -value.numerator : value.numerator;
  const scaled = (magnitude * scale * 2n + value.denominator) / (value.denominator * 2n);
  const whole = String(scaled / scale);
  const fraction =
    decimals === 0
      ? ""
      : String(scaled % scale)
          .padStart(decimals, "0")
          .replace(/0+$/, "");
  const [mark, point] = language === "vi" ? [".", ","] : [",", "."];
  const marked = whole.replace(/\B(?=(\d{3})+$)/g, mark);
  const sign = value.numerator < 0n && scaled !== 0n ? "-" : "";
  return `${sign}${marked}${fraction === "" ? "" : point + fraction}`;
}

/** Whether `decimals` digits after the mark give the value exactly. */
export function hasDecimals(value: Rational, decimals: number): boolean {
  return (value.numerator * 10n ** BigInt(decimals)) % value.denominator === 0n;
}

/** For operations whose denominators cannot be zero. */
function reduced(numerator: bigint, denominator: bigint): Rational {
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
