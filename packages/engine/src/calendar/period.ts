// Reporting periods: which one a date falls in and which ones end in a span, by the calendar or by a regime.

import {
  addDays,
  type DateText,
  dateOfDayNumber,
  dayNumber,
  daysInMonth,
  nearestRealDate,
  partsOfDate,
  weekday,
} from "./date.ts";

export const periodUnits = ["week", "month", "quarter", "half_year", "nine_months", "year"] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/** Both days belong to the period. */
export interface CalendarPeriod {
  /** `2017-W05`, `2017-07`, `2017-Q3`, `2017-H1`, `2017-9M` or `2017`. */
  id: string;
  from: DateText;
  to: DateText;
}

/** How a regime cuts one unit (NĐ 09/2019/NĐ-CP: a month runs from the 15th of the month before to the 14th, so
 *  startDay 15, startMonthsBack 1, endDay 14, endMonthsBack 0). A day the month lacks means its last day. */
export interface RegimeRule {
  unit: PeriodUnit;
  /** Day of the month, 1–31; for weeks the ISO weekday, 1–7. */
  startDay: number;
  /** Months before the first month of the period, for weeks: weeks before. */
  startMonthsBack: number;
  /** Day of the month, 1–31; for weeks the ISO weekday, 1–7. */
  endDay: number;
  /** Months before the last month of the period, for weeks: weeks before. */
  endMonthsBack: number;
}

const monthsOf = { month: 1, quarter: 3, half_year: 6, nine_months: 9, year: 12 } as const;

/** The period a date falls in; null when none holds it: nine months end in September, and a regime may leave gaps.
 *  With a rule the id still names the calendar period whose figures are due: 20/12/2016 falls in `2017-01`. */
export function periodOf(unit: PeriodUnit, date: DateText, rule?: RegimeRule): CalendarPeriod | null {
  const reach = reachOf(rule);
  const middle = ordinalOf(unit, date);
  for (let ordinal = middle - reach; ordinal <= middle + reach; ordinal += 1) {
    const period = periodAt(unit, ordinal, rule);
    if (period !== null && period.from <= date && date <= period.to) return period;
  }
  return null;
}

/** The periods whose last day lies in the span, both ends counted, in order and at full length: the reports that
 *  fall due in it. Empty when `to` lies before `from`. */
export function periodsBetween(
  unit: PeriodUnit,
  from: DateText,
  to: DateText,
  rule?: RegimeRule,
): readonly CalendarPeriod[] {
  const reach = reachOf(rule);
  const last = ordinalOf(unit, to) + reach;
  const periods: CalendarPeriod[] = [];
  for (let ordinal = ordinalOf(unit, from) - reach; ordinal <= last; ordinal += 1) {
    const period = periodAt(unit, ordinal, rule);
    if (period !== null && from <= period.to && period.to <= to) periods.push(period);
  }
  return periods;
}

/** How many periods beside the calendar one may hold a date: no more than the rule moves its bounds. */
function reachOf(rule: RegimeRule | undefined): number {
  return rule === undefined ? 0 : 2 + Math.max(Math.abs(rule.startMonthsBack), Math.abs(rule.endMonthsBack));
}

/** Running number of the calendar period around a date. */
function ordinalOf(unit: PeriodUnit, date: DateText): number {
  if (unit === "week") return Math.floor((dayNumber(date) + 3) / 7);
  const { year, month } = partsOfDate(date);
  if (unit === "nine_months") return year;
  return Math.floor((year * 12 + month - 1) / monthsOf[unit]);
}

/** Null for a period that would leave the years 0001–9999. */
function periodAt(unit: PeriodUnit, ordinal: number, rule: RegimeRule | undefined): CalendarPeriod | null {
  if (unit === "week") return weekAt(ordinal, rule);
  const length = monthsOf[unit];
  const firstMonth = unit === "nine_months" ? ordinal * 12 : ordinal * length;
  const lastMonth = firstMonth + length - 1;
  const year = Math.floor(firstMonth / 12);
  const id = idOf(unit, year, firstMonth - year * 12);
  const from = rule
    ? dayInMonth(firstMonth - rule.startMonthsBack, rule.startDay)
    : dayInMonth(firstMonth, 1);
  const to = rule ? dayInMonth(lastMonth - rule.endMonthsBack, rule.endDay) : dayInMonth(lastMonth, 31);
  return from === null || to === null ? null : { id, from, to };
}

function weekAt(ordinal: number, rule: RegimeRule | undefined): CalendarPeriod | null {
  const monday = ordinal * 7 - 3;
  // 0001-01-01 is a Monday and 9999-12-31 a Friday: the week that holds the latter is not whole.
  if (monday < dayNumber("0001-01-01") || monday + 6 > dayNumber("9999-12-31")) return null;
  const id = weekId(dateOfDayNumber(monday));
  const from = rule ? monday + (rule.startDay - 1) - rule.startMonthsBack * 7 : monday;
  const to = rule ? monday + (rule.endDay - 1) - rule.endMonthsBack * 7 : monday + 6;
  if (from < dayNumber("0001-01-01")) return null;
  return { id, from: dateOfDayNumber(from), to: dateOfDayNumber(to) };
}

/** ISO 8601: a week belongs to the year of its Thursday. */
function weekId(monday: DateText): string {
  const thursday = addDays(monday, 3);
  const { year } = partsOfDate(thursday);
  const january4 = nearestRealDate(year, 1, 4);
  const firstMonday = dayNumber(january4) - (weekday(january4) - 1);
  return `${yearText(year)}-W${twoDigits((dayNumber(monday) - firstMonday) / 7 + 1)}`;
}

function idOf(unit: Exclude<PeriodUnit, "week">, year: number, month0: number): string {
  switch (unit) {
    case "month":
      return `${yearText(year)}-${twoDigits(month0 + 1)}`;
    case "quarter":
      return `${yearText(year)}-Q${month0 / 3 + 1}`;
    case "half_year":
      return `${yearText(year)}-H${month0 / 6 + 1}`;
    case "nine_months":
      return `${yearText(year)}-9M`;
    case "year":
      return yearText(year);
  }
}

/** `months` counts from January of year 0. */
function dayInMonth(months: number, day: number): DateText | null {
  const year = Math.floor(months / 12);
  if (year < 1 || year > 9999) return null;
  const month = months - year * 12 + 1;
  return nearestRealDate(year, month, Math.min(day, daysInMonth(year, month)));
}

function yearText(year: number): string {
  return String(year).padStart(4, "0");
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
