// Working days: weekends, holidays and swapped days of one calendar, and counting over them.

import { type DateText, type DayNumber, dateOfDayNumber, dayNumber, weekdayOfDayNumber } from "./date.ts";

/** What counting needs of a calendar document. */
export interface CalendarDays {
  /** ISO weekdays off, 1 Monday … 7 Sunday. */
  weekend: readonly number[];
  /** Days off besides the weekend, compensating days included. */
  holidays: readonly Stated<{ date: DateText }>[];
  /** A working day taken off and the day off that is worked for it. */
  swaps: readonly Stated<{ off: DateText; worked: DateText }>[];
  /** Days worked although the weekend or a holiday says otherwise; absent: none. */
  workedDays?: readonly Stated<{ date: DateText }>[];
  /** The span for which holidays are known; outside it only the weekend counts. */
  covers: { from: DateText; to: DateText };
}

/** `assumption`: what was not checked or not decided yet; absent or null: confirmed. */
type Stated<Row> = Row & { assumption?: string | null };

export interface Calendar {
  isWorkingDay(date: DateText): boolean;
  /** The n-th working day after `date`, itself not counted (BLDS 2015 art. 147); before it when n is negative;
   *  `date` itself when n is 0, working day or not. */
  addWorkingDays(date: DateText, n: number): DateText;
  /** How many working days lie after `a` up to and including `b`. For `b` before `a`: minus those from `b`, counted,
   *  up to `a`, not counted. So `workingDaysBetween(d, addWorkingDays(d, n))` is n. */
  workingDaysBetween(a: DateText, b: DateText): number;
  /** `date` if it is a working day, else the first one after it. */
  nextWorkingDay(date: DateText): DateText;
  /** Whether holidays around this date are known. */
  covers(date: DateText): boolean;
  /** Whether holidays are known on all days from `from` to `to`, and none of them rests on an assumption. */
  isConfirmed(from: DateText, to: DateText): boolean;
}

/** Throws RangeError when a date does not exist or the weekend leaves no working day. A swap beats a holiday, and a
 *  day both worked and off is worked. */
export function createCalendar(days: CalendarDays): Calendar {
  const weekend = new Set(days.weekend);
  if ([1, 2, 3, 4, 5, 6, 7].every((day) => weekend.has(day))) {
    throw new RangeError("A calendar must leave at least one working day a week.");
  }
  const off = new Set<DayNumber>();
  for (const holiday of days.holidays) off.add(dayNumber(holiday.date));
  const worked = new Set<DayNumber>();
  for (const swap of days.swaps) {
    off.add(dayNumber(swap.off));
    worked.add(dayNumber(swap.worked));
  }
  for (const day of days.workedDays ?? []) worked.add(dayNumber(day.date));
  const from = dayNumber(days.covers.from);
  const to = dayNumber(days.covers.to);

  const assumed: DayNumber[] = [];
  const assume = ({ assumption }: Stated<object>, ...dates: DateText[]): void => {
    if (assumption !== undefined && assumption !== null) assumed.push(...dates.map(dayNumber));
  };
  for (const day of [...days.holidays, ...(days.workedDays ?? [])]) assume(day, day.date);
  for (const swap of days.swaps) assume(swap, swap.off, swap.worked);

  const works = (day: DayNumber): boolean =>
    worked.has(day) || (!off.has(day) && !weekend.has(weekdayOfDayNumber(day)));

  return {
    isWorkingDay: (date) => works(dayNumber(date)),
    addWorkingDays(date, n) {
      const step = n < 0 ? -1 : 1;
      let day = dayNumber(date);
      for (let left = Math.abs(n); left > 0; ) {
        day += step;
        if (works(day)) left -= 1;
        // A count without end would otherwise run for ever; no date lies beyond this.
        if (Math.abs(day) > 3_660_000) break;
      }
      return dateOfDayNumber(day);
    },
    workingDaysBetween(a, b) {
      const start = dayNumber(a);
      const end = dayNumber(b);
      let count = 0;
      for (let day = start + 1; day <= end; day += 1) if (works(day)) count += 1;
      for (let day = end; day < start; day += 1) if (works(day)) count -= 1;
      return count;
    },
    nextWorkingDay(date) {
      let day = dayNumber(date);
      while (!works(day)) day += 1;
      return dateOfDayNumber(day);
    },
    covers(date) {
      const day = dayNumber(date);
      return day >= from && day <= to;
    },
    isConfirmed(first, last) {
      const [start, end] = [dayNumber(first), dayNumber(last)];
      return start >= from && end <= to && !assumed.some((day) => day >= start && day <= end);
    },
  };
}
