// What a period is called: the keys of calendar periods in words, windows by their days; events keep their own keys.

import type { AdminWords } from "@kehoach/engine/words";
import type { AssignmentItem } from "@kehoach/server/contract";
import { showDate } from "./date.ts";

/** Null for what happens once, which needs no name. */
export function occurrenceName(
  { occurrence: key, window }: Pick<AssignmentItem, "occurrence" | "window">,
  words: AdminWords["occurrences"],
): string | null {
  if (key === "once") return null;
  if (window !== null) return words.window(showDate(window.from), showDate(window.to));
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
