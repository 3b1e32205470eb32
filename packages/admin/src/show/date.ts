// Dates and instants as Vietnamese offices write them, and dates read back from what a person typed.

import { dateOfInstant, displayDate, hourOfInstant, isRealDate } from "@kehoach/engine/calendar";

/** `yyyy-mm-dd` as `dd/MM/yyyy`. */
export const showDate = displayDate;

/** The day in Vietnam at an instant in microseconds, as `dd/MM/yyyy`. */
export function showDay(micros: number): string {
  return displayDate(dateOfInstant(micros));
}

/** The moment in Vietnam, as `dd/MM/yyyy HH:mm`. */
export function showMoment(micros: number): string {
  return `${showDay(micros)} ${hourOfInstant(micros)}`;
}

/** `d/M/yyyy` or `dd/MM/yyyy` as `yyyy-mm-dd`; null when it is not a day that exists. */
export function readDate(text: string): string | null {
  const match = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);
  if (match === null) return null;
  const date = `${match[3]}-${(match[2] ?? "").padStart(2, "0")}-${(match[1] ?? "").padStart(2, "0")}`;
  return isRealDate(date) ? date : null;
}

/** `H:MM` or `HH:MM` as `HH:MM`; null when it is no time of day. */
export function readHour(text: string): string | null {
  const match = /^\s*(\d{1,2})[:hg](\d{2})\s*$/i.exec(text);
  if (match === null) return null;
  const hour = `${(match[1] ?? "").padStart(2, "0")}:${match[2]}`;
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(hour) ? hour : null;
}
