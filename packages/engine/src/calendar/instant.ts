// Instants as integer microseconds since 1970 UTC, read and made in Vietnam's fixed offset of seven hours.

import { type DateText, dateOfDayNumber, dayNumber } from "./date.ts";

/** Integer microseconds since 1970-01-01T00:00Z; exact in a double until the year 2255. */
export type Micros = number;
/** A wall-clock time `HH:MM`, 00:00–23:59. */
export type HourText = string;

export const microsPerDay = 86_400_000_000;
/** Asia/Ho_Chi_Minh has kept UTC+7 without summer time since 1975; earlier dates are not this engine's business. */
const offset = 7 * 3_600_000_000;

/** The first instant of the day in Vietnam. */
export function startOfDay(date: DateText): Micros {
  return dayNumber(date) * microsPerDay - offset;
}

/** The moment from which something due on `date` is late: the first instant after the day (17:00Z), or, with an
 *  hour, that hour of the day. Throws RangeError for a date or hour that does not exist. */
export function endOfDay(date: DateText, hour: HourText | null): Micros {
  if (hour === null) return startOfDay(date) + microsPerDay;
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(hour);
  if (match === null) throw new RangeError(`Not an hour: ${hour}`);
  return startOfDay(date) + (Number(match[1]) * 60 + Number(match[2])) * 60_000_000;
}

/** The date in Vietnam at an instant. The end of a day belongs to the next day. */
export function dateOfInstant(micros: Micros): DateText {
  return dateOfDayNumber(Math.floor((micros + offset) / microsPerDay));
}

/** The wall clock in Vietnam at an instant, seconds cut off. */
export function hourOfInstant(micros: Micros): HourText {
  const local = micros + offset;
  const minutes = Math.floor((local - Math.floor(local / microsPerDay) * microsPerDay) / 60_000_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
