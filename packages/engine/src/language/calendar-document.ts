// The calendar document: weekends, holidays, swapped and worked days, as a dated version in the register.

import type { DateText } from "./plan.ts";

export interface CalendarDocument {
  kind: "calendar";
  id: string;
  title: string;
  /** First day this version is the register's: when the decision was made, not when the holidays are. */
  from: DateText;
  source: string | null;
  /** The version whose days stand in this one beside its own; absent: all days are its own. */
  extends?: CalendarVersion;
  /** ISO weekdays off, 1 Monday … 7 Sunday. */
  weekend: readonly number[];
  /** One row for each day off. */
  holidays: readonly Holiday[];
  swaps: readonly Swap[];
  /** Absent: none. */
  workedDays?: readonly WorkedDay[];
  /** The span for which holidays are known; a date outside it is only provisionally computed. */
  covers: { from: DateText; to: DateText };
}

export interface CalendarVersion {
  id: string;
  from: DateText;
}

/** Where a day comes from. */
export interface DayOrigin {
  source: string | null;
  /** What was not checked against an act, or not decided yet; absent: confirmed. */
  assumption?: string;
}

export interface Holiday extends DayOrigin {
  date: DateText;
  name: string;
}

/** A working day taken off and the day off that is worked for it. */
export interface Swap extends DayOrigin {
  off: DateText;
  worked: DateText;
}

/** A day off by the weekend or by the calendar extended that is worked all the same. */
export interface WorkedDay extends DayOrigin {
  date: DateText;
  name: string;
}
