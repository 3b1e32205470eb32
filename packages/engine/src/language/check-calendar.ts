// Checks calendar documents: days said to be both off and worked, and swaps that swap nothing.

import { weekday } from "../calendar/index.ts";
import type { CalendarDocument } from "./calendar-document.ts";
import { shown } from "./date-text.ts";
import type { StatedDays } from "./normalise-calendar.ts";
import type { RegisterReading } from "./normalise-register.ts";
import type { DateText } from "./plan.ts";

/** `base` null: it extends none. */
export function checkCalendar(
  { report, paths }: RegisterReading,
  document: CalendarDocument,
  stated: StatedDays,
  base: CalendarDocument | null,
): void {
  const { holidays, swaps, workedDays } = stated;
  const off = new Set(holidays.map(({ date }) => date));
  const worked = new Set(workedDays.map(({ date }) => date));
  const bothWays = (date: DateText, other: ReadonlySet<DateText>, node: object, key: string) => {
    if (!other.has(date)) return false;
    report.problem("day_off_and_worked", { path: [...(paths.get(node) ?? []), key] }, { date: shown(date) });
    return true;
  };
  for (const day of workedDays) bothWays(day.date, off, day, "date");
  const inherited = new Set(base?.holidays.map(({ date }) => date));
  const isOff = (date: DateText) =>
    !worked.has(date) && (off.has(date) || inherited.has(date) || document.weekend.includes(weekday(date)));
  for (const swap of swaps) {
    const clash = bothWays(swap.worked, off, swap, "worked") || bothWays(swap.off, worked, swap, "off");
    if (clash || (!isOff(swap.off) && isOff(swap.worked))) continue;
    const params = { off: shown(swap.off), worked: shown(swap.worked) };
    report.problem("swap_idle", { path: paths.get(swap) ?? [] }, params);
  }
}
