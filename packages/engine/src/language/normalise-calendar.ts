// Written calendars → calendar documents: spans written out, and the days of the calendar it extends taken in.

import { addDays, daysBetween } from "../calendar/index.ts";
import type {
  CalendarDocument,
  CalendarVersion,
  DayOrigin,
  Holiday,
  Swap,
  WorkedDay,
} from "./calendar-document.ts";
import { dayBefore } from "./date-text.ts";
import { spellKey } from "./keywords.ts";
import { type Loose, many, present } from "./loose.ts";
import { headOf, longAgo, type RegisterReading } from "./normalise-register.ts";
import type { DateText } from "./plan.ts";
import { at, dateAt, spanAt } from "./reading.ts";
import type { WrittenCalendar } from "./written/written-register.ts";

/** Which version of which calendar a document takes its days from. */
export interface CalendarLink {
  /** The document's own version. */
  own: CalendarVersion;
  /** Id of the calendar extended. */
  base: string;
  /** The version wanted is the last that begins on this day or before. */
  until: DateText;
}

/** The days a document states itself. */
export interface StatedDays {
  holidays: readonly Holiday[];
  swaps: readonly Swap[];
  workedDays: readonly WorkedDay[];
}

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/** Longer than any Tết; a slip of the year would else make thousands of days off. */
const longestHoliday = 31;

/** Null: it extends none. A calendar that extends its own id builds on the version before it. */
export function calendarLink(written: Loose<WrittenCalendar>, own: CalendarVersion): CalendarLink | null {
  const base = written.extends;
  if (base === undefined) return null;
  return { own, base, until: base === own.id && own.from > longAgo ? dayBefore(own.from) : own.from };
}

/** `base` null where it extends none, or none was found. */
export function normaliseCalendar(
  reading: RegisterReading,
  written: Loose<WrittenCalendar>,
  base: CalendarDocument | null,
): { document: CalendarDocument; link: CalendarLink | null; stated: StatedDays } {
  const { report } = reading;
  const head = headOf(reading, written);
  const link = calendarLink(written, head);
  if (link !== null && base === null) {
    report.problem("base_calendar_missing", { path: ["extends"] }, { id: link.base });
  }
  const weekend = many(written.weekend ?? ["saturday", "sunday"]).map((day) => weekdays.indexOf(day) + 1);
  const covers = written.covers === undefined ? null : spanAt(report, written.covers, ["covers"]);
  const stated = statedDays(reading, written);
  const days = base === null ? stated : withInherited(stated, base);
  const document: CalendarDocument = {
    kind: "calendar",
    ...head,
    ...(base === null ? {} : { extends: { id: base.id, from: base.from } }),
    weekend: written.weekend === undefined && base !== null ? base.weekend : [...new Set(weekend)].sort(),
    holidays: days.holidays,
    swaps: days.swaps,
    ...(days.workedDays.length === 0 ? {} : { workedDays: days.workedDays }),
    covers: covers ?? base?.covers ?? { from: longAgo, to: longAgo },
  };
  return { document, link, stated };
}

/** A calendar that extends none must say which span it knows. */
export function checkCovers(
  { report }: RegisterReading,
  written: Loose<WrittenCalendar>,
  has: boolean,
): void {
  if (has || written.extends !== undefined) return;
  report.problem("key_missing", { path: ["covers"] }, { key: spellKey("covers", report.keys) });
}

function statedDays(reading: RegisterReading, written: Loose<WrittenCalendar>): StatedDays {
  const { report } = reading;
  return {
    holidays: present(written.holidays).flatMap(([index, holiday]) => holidaysOf(reading, holiday, index)),
    swaps: present(written.swaps).flatMap(([index, swap]) => {
      const path = ["swaps", index];
      const off = dateAt(report, swap.off, [...path, "off"]);
      const worked = dateAt(report, swap.worked, [...path, "worked"]);
      return off === null || worked === null ? [] : [at(reading, path, { off, worked, ...originOf(swap) })];
    }),
    workedDays: present(written.worked_days).flatMap(([index, day]) => {
      const path = ["worked_days", index];
      const date = dateAt(report, day.date, [...path, "date"]);
      return date === null ? [] : [at(reading, path, { date, name: day.name ?? "", ...originOf(day) })];
    }),
  };
}

/** A holiday of several days is a row for each. */
function holidaysOf(
  reading: RegisterReading,
  written: NonNullable<NonNullable<Loose<WrittenCalendar>["holidays"]>[number]>,
  index: number,
): Holiday[] {
  const { report } = reading;
  const path = ["holidays", index];
  const rest = { name: written.name ?? "", ...originOf(written) };
  const spans = written.from !== undefined && written.to !== undefined;
  const either = written.from !== undefined || written.to !== undefined;
  if ((written.date !== undefined) === either || spans !== either) {
    report.problem("holiday_unclear", { path }, {});
    return [];
  }
  if (!spans) {
    const date = dateAt(report, written.date, [...path, "date"]);
    return date === null ? [] : [at(reading, path, { date, ...rest })];
  }
  const span = spanAt(report, written, path);
  if (span === null) return [];
  const length = daysBetween(span.from, span.to) + 1;
  if (length > longestHoliday) {
    report.problem("holiday_too_long", { path: [...path, "to"] }, { limit: longestHoliday });
    return [];
  }
  return Array.from({ length }, (_, day) => at(reading, path, { date: addDays(span.from, day), ...rest }));
}

/** A confirmed day has no assumption at all, so that documents registered before keep their digest. */
function originOf(written: Loose<{ source: string; assumption: string }>): DayOrigin {
  const { source = null, assumption } = written;
  return assumption === undefined ? { source } : { source, assumption };
}

/** What a document states about a day stands in place of what the base says about it. Half of a swap that is
 *  overruled leaves the other half as a day of its own. */
function withInherited(stated: StatedDays, base: CalendarDocument): StatedDays {
  const own = new Set<DateText>();
  for (const { date } of [...stated.holidays, ...stated.workedDays]) own.add(date);
  for (const { off, worked } of stated.swaps) own.add(off).add(worked);
  const holidays = base.holidays.filter(({ date }) => !own.has(date));
  const workedDays = (base.workedDays ?? []).filter(({ date }) => !own.has(date));
  const swaps: Swap[] = [];
  for (const swap of base.swaps) {
    const { off, worked, ...origin } = swap;
    const name = `${off} ↔ ${worked}`;
    if (!own.has(off) && !own.has(worked)) swaps.push(swap);
    else if (!own.has(off)) holidays.push({ date: off, name, ...origin });
    else if (!own.has(worked)) workedDays.push({ date: worked, name, ...origin });
  }
  return {
    holidays: [...holidays, ...stated.holidays].sort(byDate),
    swaps: [...swaps, ...stated.swaps].sort((a, b) => (a.off < b.off ? -1 : 1)),
    workedDays: [...workedDays, ...stated.workedDays].sort(byDate),
  };
}

function byDate(a: { date: DateText }, b: { date: DateText }): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}
