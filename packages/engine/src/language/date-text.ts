// Reads dates, hours and spans as people write them.

import { addDays, displayDate, isRealDate, nearestRealDate } from "../calendar/index.ts";
import { monthNames } from "./month-names.ts";
import type { DateText, HourText, Period } from "./plan.ts";

export type ReadDate =
  | { ok: true; date: DateText }
  /** `nearest` null: not written like a date at all. */
  | { ok: false; nearest: DateText | null };

/** `31/12/2017`, `31-12-2017`, `2017-12-31`, `ngày 31 tháng 12 năm 2017`, `31 December 2017`; without a year when `year` is given. */
export function readDate(text: string, year: number | null = null): ReadDate {
  const parts = dateParts(text.trim().toLowerCase());
  if (parts === null) return { ok: false, nearest: null };
  const y = parts.year ?? year;
  if (y === null) return { ok: false, nearest: null };
  const nearest = nearestRealDate(y, parts.month, parts.day);
  const real = y >= 1900 && y <= 2200 && isRealDate(dateOf(y, parts.month, parts.day));
  return real ? { ok: true, date: nearest } : { ok: false, nearest: y >= 1900 && y <= 2200 ? nearest : null };
}

/** Whether the text has the form of a day and month that lacks only its year. */
export function lacksYear(text: string): boolean {
  return dateParts(text.trim().toLowerCase())?.year === null;
}

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
/** Groups: day, month, year. */
const dayFirst = [
  /^(?:ngày |on )?(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?$/,
  /^(?:ngày )?(\d{1,2}) tháng (\d{1,2})(?:(?: năm |[/ ])(\d{4}))?$/,
  new RegExp(
    `^(?:on )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${monthNames.join("|")})(?:,? (\\d{4}))?$`,
  ),
];
const monthFirst = new RegExp(
  `^(?:on )?(${monthNames.join("|")}) (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?$`,
);

function dateParts(text: string): { year: number | null; month: number; day: number } | null {
  const [, isoYear, isoMonth, isoDay] = iso.exec(text) ?? [];
  if (isoYear !== undefined) return { year: Number(isoYear), month: Number(isoMonth), day: Number(isoDay) };
  const [, named, dayAfter, yearAfter] = monthFirst.exec(text) ?? [];
  if (named !== undefined) return { day: Number(dayAfter), month: monthOf(named), year: yearOf(yearAfter) };
  for (const pattern of dayFirst) {
    const [, day, month = "", year] = pattern.exec(text) ?? [];
    if (day !== undefined) return { day: Number(day), month: monthOf(month), year: yearOf(year) };
  }
  return null;
}

function monthOf(written: string): number {
  return monthNames.includes(written) ? monthNames.indexOf(written) + 1 : Number(written);
}

function yearOf(written: string | undefined): number | null {
  return written === undefined ? null : Number(written);
}

function dateOf(year: number, month: number, day: number): string {
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** `14:00`, `14h`, `14h30`, `14g30`, `14 giờ 30 phút`; null for anything else, hours that do not exist included. */
export function readHour(text: string): HourText | null {
  const match = /^(\d{1,2})(?:[:hg]| giờ ?)(\d{1,2})?(?:'| phút)?$/.exec(text.trim().toLowerCase());
  if (match === null) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? "0");
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** `2017`, `năm 2017`, `2021-2025`, `giai đoạn 2021–2025`; null for anything else. */
export function readYears(text: string): Period | null {
  const match = /^(?:năm |giai đoạn )?(\d{4})(?:\s*[-–—]\s*(\d{4}))?$/.exec(text.trim().toLowerCase());
  if (match === null) return null;
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  if (first < 1900 || last > 2200 || last < first) return null;
  return { from: `${first}-01-01`, to: `${last}-12-31` };
}

export function dayBefore(date: DateText): DateText {
  return addDays(date, -1);
}

/** The date as the file's readers write it: 31/12/2017. */
export function shown(date: DateText): string {
  return displayDate(date);
}
