// A due as written → the day and hour it falls on, as far as it can be known yet.

import { addDays, addMonths, type Calendar, nearestRealDate, partsOfDate } from "../calendar/index.ts";
import type { DateText, DayUnit, Due, DueEvent, HourText } from "../language/plan.ts";

export interface DueDate {
  date: DateText;
  /** Null: the end of the day. */
  hour: HourText | null;
  /** given: stated in the document, never moved. computed: counted from something, recomputable. */
  kind: "given" | "computed";
}

/** What a due may be counted from. */
export interface DueContext {
  issued: DateText;
  opened: DateText;
  /** Last day of the window or period of this occurrence; null where there is none. */
  occurrenceEnd: DateText | null;
  /** Day on which a task was completed by all its leads; null while it is not. */
  completed: (taskId: string) => DateText | null;
}

/** Null: no due date, or none that can be known yet. */
export function dueDate(
  due: Due,
  context: DueContext,
  calendar: Calendar,
  rollForward: boolean,
): DueDate | null {
  const computed = (from: DateText, count: number, unit: DayUnit, hour: HourText | null): DueDate => {
    const date = count === 0 ? from : addUnits(calendar, from, count, unit);
    // BLDS 2015 art. 148 moves a term's end to the next working day; for administrative terms that is an analogy,
    // hence a switch (domain.md §4).
    return { date: rollForward ? calendar.nextWorkingDay(date) : date, hour, kind: "computed" };
  };
  switch (due.form) {
    case "none":
    case "session":
      return null;
    case "date":
      return { date: due.date, hour: due.hour, kind: "given" };
    case "window_end":
      return context.occurrenceEnd === null
        ? null
        : { date: context.occurrenceEnd, hour: due.hour, kind: "given" };
    case "each_period":
    case "after": {
      if (due.form === "each_period" && due.day !== undefined)
        return context.occurrenceEnd === null ? null : dayOfMonth(due.day, context.occurrenceEnd, due.hour);
      const from = countedFrom(due, context);
      if (from === null) return null;
      return computed(from, due.form === "after" ? due.count : (due.offset ?? 0), due.unit, due.hour);
    }
  }
}

function dayOfMonth(
  stated: { day: number; monthsAfter: number },
  occurrenceEnd: DateText,
  hour: HourText | null,
): DueDate {
  const { year, month } = partsOfDate(addMonths(`${occurrenceEnd.slice(0, 8)}01`, stated.monthsAfter));
  return { date: nearestRealDate(year, month, stated.day), hour, kind: "given" };
}

/** The day a computed due is counted from, itself not counted; null: it is not computed, or the day not known yet. */
export function countedFrom(due: Due, context: DueContext): DateText | null {
  if (due.form === "each_period") return due.day === undefined ? context.occurrenceEnd : null;
  return due.form === "after" ? dayOfEvent(due.event, context) : null;
}

function dayOfEvent(event: DueEvent, context: DueContext): DateText | null {
  switch (event.on) {
    case "issue":
      return context.issued;
    case "opening":
      return context.opened;
    case "task":
      return context.completed(event.task);
    case "date":
      return event.date;
  }
}

function addUnits(calendar: Calendar, from: DateText, count: number, unit: DayUnit): DateText {
  if (unit === "working_days") return calendar.addWorkingDays(from, count);
  return unit === "days" ? addDays(from, count) : addMonths(from, count);
}
