// The calendar document: weekends, holidays and swapped days, as a dated version in the register.

import type { DateText } from "./plan.ts";

export interface CalendarDocument {
  kind: "calendar";
  id: string;
  title: string;
  /** First day this version is the register's: when the decision was made, not when the holidays are. */
  from: DateText;
  source: string | null;
  /** ISO weekdays off, 1 Monday … 7 Sunday. */
  weekend: readonly number[];
  /** One row for each day off. */
  holidays: readonly Holiday[];
  swaps: readonly Swap[];
  /** The span for which holidays are known; a date outside it is only provisionally computed. */
  covers: { from: DateText; to: DateText };
}

export interface Holiday {
  date: DateText;
  name: string;
  source: string | null;
}

/** A working day taken off and the day off that is worked for it. */
export interface Swap {
  off: DateText;
  worked: DateText;
  source: string | null;
}
