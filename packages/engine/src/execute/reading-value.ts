// What a reported value may be: of its input's kind, and not beyond the bound from which on it must be confirmed.

import { isRealDate } from "../calendar/index.ts";
import type { InputKind } from "../language/target-input.ts";
import { compare, multiply, negate, parseRational, type Rational, subtract, zero } from "../measure/index.ts";

const longestNumber = 40;
const patterns = {
  count: /^\d+$/,
  amount: /^\d+(\.\d+)?$/,
  number: /^-?\d+(\.\d+)?$/,
  yes_no: /^[01]$/,
} as const;

/** The value as it is kept, without needless zeros; null: it is none of this kind. `on`: the day it is stated; nothing
 *  is officially done on a later one. */
export function valueOfKind(kind: InputKind, value: string, on: string | null): string | null {
  const text = value.trim();
  if (kind === "date") return isRealDate(text) && (on === null || text <= on) ? text : null;
  if (text.length > longestNumber || !patterns[kind].test(text)) return null;
  const [whole = "0", decimals = ""] = text.replace("-", "").split(".");
  const fraction = decimals.replace(/0+$/, "");
  const digits = `${whole.replace(/^0+(?=\d)/, "")}${fraction === "" ? "" : `.${fraction}`}`;
  return text.startsWith("-") && digits !== "0" ? `-${digits}` : digits;
}

/** A reading's value as a number; null: a date, or no figure. */
export function numberOf(value: string | null): Rational | null {
  return value === null ? null : parseRational(value);
}

/** Whether a value lies further from the one before than the bound allows, in per cent of that one. Anything is beyond
 *  every bound where there was nothing. */
export function jumpsBeyond(bound: string | null, before: string | null, value: string): boolean {
  const [limit, last, now] = [numberOf(bound), numberOf(before), numberOf(value)];
  if (limit === null || last === null || now === null) return false;
  const hundred = { numerator: 100n, denominator: 1n };
  return compare(multiply(absolute(subtract(now, last)), hundred), multiply(limit, absolute(last))) > 0;
}

function absolute(value: Rational): Rational {
  return compare(value, zero) < 0 ? negate(value) : value;
}
