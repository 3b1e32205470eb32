// As of when a question is asked: its form, and the instant it means.

import { type DateText, dateOfInstant, endOfDay, isRealDate } from "../../calendar/index.ts";
import type { Micros } from "../../ledger/entry.ts";
import { check, integer } from "../../shape-check.ts";
import { invalidRequest } from "../commands/complete-command.ts";

/** What was entered later does not count. An instant, or a date: the end of that day in Vietnam, today's means now.
 *  Not in the future. */
export type AsOf = Micros | DateText;

export const asOfShape = check(
  (value) => integer(value, "") === null || (typeof value === "string" && isRealDate(value)),
  "yyyy-mm-dd",
);

/** Absent: now. Throws EngineError `request_invalid` for the future: nothing is recorded there. */
export function instantAsOf(asOf: AsOf | undefined, now: Micros): Micros {
  if (asOf === undefined) return now;
  const at = typeof asOf === "number" ? asOf : asOf === dateOfInstant(now) ? now : endOfDay(asOf, null) - 1;
  if (at > now) throw invalidRequest({ field: "question.asOf", wanted: `≤ ${dateOfInstant(now)}` });
  return at;
}
