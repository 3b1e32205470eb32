// Exact fractions of the contract, as people read them and as a chart draws them.

import {
  formatRational,
  hasDecimals,
  integer,
  multiply,
  type Rational,
  readRationalText,
} from "@kehoach/engine/measure";
import type { Language } from "@kehoach/engine/words";

const hundred = integer(100);

/** "19/20" or "19". Throws RangeError for anything else: the contract has no other form. */
export function readExact(text: string): Rational {
  const value = readRationalText(text);
  if (value === null) throw new RangeError(`Not an exact fraction: ${text}`);
  return value;
}

/** With at most two decimals; "≈" where those do not give the value exactly. `percent`: in hundredths. */
export function showExact(text: string, language: Language, percent = false): string {
  const value = percent ? multiply(readExact(text), hundred) : readExact(text);
  const shown = formatRational(value, language);
  return `${hasDecimals(value, 2) ? "" : "≈ "}${shown}${percent ? " %" : ""}`;
}

/** For drawing only: what is judged stays exact. */
export function drawn(text: string, percent: boolean): number {
  const { numerator, denominator } = readExact(text);
  return (Number(numerator) / Number(denominator)) * (percent ? 100 : 1);
}
