// Arithmetic of calendar dates as text, on day numbers of the proleptic Gregorian calendar.

/** A calendar date `yyyy-mm-dd`, years 0001–9999, without a time or a zone. */
export type DateText = string;

/** Day 0 is 1970-01-01. */
export type DayNumber = number;

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

/** Whether the text is `yyyy-mm-dd` and names a day that exists. */
export function isRealDate(text: string): text is DateText {
  return partsOrNull(text) !== null;
}

/** The existing date closest to what someone wrote: 31/6 becomes 30/6, month 13 becomes 12, day 0 becomes 1. */
export function nearestRealDate(year: number, month: number, day: number): DateText {
  const y = clamp(Math.trunc(year) || 1, 1, 9999);
  const m = clamp(Math.trunc(month) || 1, 1, 12);
  const d = clamp(Math.trunc(day) || 1, 1, daysInMonth(y, m));
  return format(y, m, d);
}

/** Year, month 1–12 and day 1–31. Throws RangeError for a text that names no existing day. */
export function partsOfDate(date: DateText): { year: number; month: number; day: number } {
  const parts = partsOrNull(date);
  if (parts === null) throw new RangeError(`Not a date: ${date}`);
  return parts;
}

/** Throws RangeError for a text that names no existing day. */
export function dayNumber(date: DateText): DayNumber {
  const { year, month, day } = partsOfDate(date);
  return dayNumberOf(year, month, day);
}

/** Throws RangeError outside the years 0001–9999. */
export function dateOfDayNumber(number: DayNumber): DateText {
  // Counts from 0000-03-01 in cycles of 400 years, so that the leap day is the last of its year.
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (!(year >= 1 && year <= 9999)) throw new RangeError("A date must lie within the years 0001–9999.");
  return format(year, month, day);
}

export function addDays(date: DateText, days: number): DateText {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** The same day of the month `months` later, or the last day of that month when it is shorter. */
export function addMonths(date: DateText, months: number): DateText {
  const { year, month, day } = partsOfDate(date);
  const total = year * 12 + (month - 1) + months;
  const y = Math.floor(total / 12);
  const m = total - y * 12 + 1;
  if (!(y >= 1 && y <= 9999)) throw new RangeError("A date must lie within the years 0001–9999.");
  return format(y, m, Math.min(day, daysInMonth(y, m)));
}

/** Calendar days from `from` to `to`; negative when `to` lies earlier. */
export function daysBetween(from: DateText, to: DateText): number {
  return dayNumber(to) - dayNumber(from);
}

/** ISO day of the week: 1 Monday … 7 Sunday. */
export function weekday(date: DateText): number {
  return weekdayOfDayNumber(dayNumber(date));
}

export function weekdayOfDayNumber(number: DayNumber): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** `dd/MM/yyyy`, as dates are shown in Vietnamese documents and tables. */
export function displayDate(date: DateText): string {
  const { year, month, day } = partsOfDate(date);
  return `${pad(day, 2)}/${pad(month, 2)}/${pad(year, 4)}`;
}

/** `ngày 05 tháng 01 năm 2026`, as the text of a document writes a date: days below 10 and the months 1 and 2 carry a
 *  zero, so that nobody adds a figure before them; the other months do not (NĐ 30/2020/NĐ-CP, annex I). */
export function proseDate(date: DateText): string {
  const { year, month, day } = partsOfDate(date);
  return `ngày ${pad(day, 2)} tháng ${month <= 2 ? pad(month, 2) : month} năm ${year}`;
}

function partsOrNull(text: string): { year: number; month: number; day: number } | null {
  const match = datePattern.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (year < 1 || day < 1 || day > daysInMonth(year, month)) return null;
  return { year, month, day };
}

function dayNumberOf(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function format(year: number, month: number, day: number): DateText {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
