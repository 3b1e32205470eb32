// Dates, hours and moments as people type them, in Vietnamese time.

import type { Micros } from "@kehoach/engine";
import { endOfDay, isRealDate, microsPerDay, startOfDay } from "@kehoach/engine/calendar";
import type { Session } from "../session.ts";

/** dd/MM/yyyy, d/M/yyyy or yyyy-MM-dd → yyyy-mm-dd. */
export function parseDate(session: Session, given: string): string {
  const local = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(given.trim());
  const date =
    local === null
      ? given.trim()
      : `${local[3]}-${(local[2] ?? "").padStart(2, "0")}-${(local[1] ?? "").padStart(2, "0")}`;
  if (!isRealDate(date)) throw session.misuse("badDate", given);
  return date;
}

/** HH:mm. */
export function parseHour(session: Session, given: string): string {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(given)) throw session.misuse("badHour", given);
  return given;
}

/** A day alone means as late on it as can be: its last instant, or now when it is today. */
export function parseInstant(session: Session, given: string, now: Micros): Micros {
  const [day = "", hour, ...rest] = given.trim().split(/[\sT]+/);
  let date: string;
  try {
    date = parseDate(session, day);
  } catch {
    throw session.misuse("badInstant", given);
  }
  if (rest.length > 0) throw session.misuse("badInstant", given);
  if (hour !== undefined) {
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(hour)) throw session.misuse("badInstant", given);
    return endOfDay(date, hour);
  }
  const start = startOfDay(date);
  return now >= start && now < start + microsPerDay ? now : start + microsPerDay - 1;
}
