// Exact fractions as text, as they travel: "19/20", or "19" where whole.

import { parseRational, type Rational, rational } from "./rational.ts";

/** As `rationalText` writes it. */
export type RationalText = string;

/** Always reduced; a negative one with the sign before. */
export function rationalText({ numerator, denominator }: Rational): RationalText {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

/** Reads what `rationalText` writes, unreduced fractions and plain decimals too; null for anything else. */
export function readRationalText(text: string): Rational | null {
  if (text.length > 1_000) return null;
  const match = /^(-?\d+)\/(\d+)$/.exec(text.trim());
  return match === null ? parseRational(text) : rational(BigInt(match[1] ?? "0"), BigInt(match[2] ?? "0"));
}
