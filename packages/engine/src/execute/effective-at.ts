// When a command happened: now, or earlier when it is entered late, within what the plan allows.

import { dateOfInstant, displayDate, startOfDay } from "../calendar/index.ts";
import type { Micros } from "../ledger/entry.ts";
import type { Command } from "./command.ts";
import type { Refusal } from "./decision.ts";
import type { Facts } from "./facts.ts";
import { refuse } from "./refuse.ts";

/** The effective instant, or why it cannot be taken. `notBefore`: nothing about the target happened before its day. */
export function effectiveAt(
  facts: Facts,
  command: Command,
  now: Micros,
  notBefore: Micros,
): Micros | Refusal {
  const claimed = command.effectiveAt;
  if (claimed === undefined) return now;
  if (claimed > now) return refuse("in_the_future");
  const { calendar, plan } = facts.compiled;
  const latest = calendar.addWorkingDays(dateOfInstant(now), -plan.conventions.enteredLateDays);
  const earliest = Math.max(startOfDay(latest), startOfDay(dateOfInstant(notBefore)));
  if (claimed < earliest) return refuse("entered_too_late", { detail: displayDate(dateOfInstant(earliest)) });
  return claimed;
}
