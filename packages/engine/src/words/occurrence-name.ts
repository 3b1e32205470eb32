// What an occurrence is called: the keys of calendar periods in words, windows by their days; events keep their own keys.

import { displayDate } from "../calendar/index.ts";
import type { AdminWords } from "./admin.ts";

/** Null for what happens once, which needs no name. `window`: its first and last day, where it is one. */
export function occurrenceName(
  key: string,
  window: { from: string; to: string } | null,
  words: AdminWords["occurrences"],
): string | null {
  if (key === "once") return null;
  if (window !== null) return words.window(displayDate(window.from), displayDate(window.to));
  const match = /^(\d{4})(?:-(?:(\d{2})|W(\d{2})|Q([1-4])|H([12])|(9M)))?$/.exec(key);
  if (match === null) return key;
  const [, year = "", month, week, quarter, half, nine] = match;
  if (month !== undefined) return words.month(Number(month), year);
  if (week !== undefined) return words.week(Number(week), year);
  if (quarter !== undefined)
    return words.quarter(["I", "II", "III", "IV"][Number(quarter) - 1] ?? quarter, year);
  if (half !== undefined) return half === "1" ? words.firstHalf(year) : words.secondHalf(year);
  return nine === undefined ? words.year(year) : words.nineMonths(year);
}
