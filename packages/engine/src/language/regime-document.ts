// The regime document: the rules that make reporting windows, as a dated version in the register.

import type { DateText, DayUnit, HourText, PeriodUnit } from "./plan.ts";

export interface RegimeDocument {
  kind: "regime";
  id: string;
  title: string;
  from: DateText;
  source: string | null;
  periods: readonly RegimePeriod[];
}

/** How one unit is cut and when its report is due (NĐ 09/2019/NĐ-CP: a month's data run from the 15th of the month
 *  before to the 14th: startDay 15, startMonthsBack 1, endDay 14, endMonthsBack 0). */
export interface RegimePeriod {
  id: string;
  unit: PeriodUnit;
  /** Day of the month, 1–31 (31 = its last day); for weeks the ISO weekday, 1–7. */
  startDay: number;
  /** Months (for weeks: weeks) before the first one of the period. */
  startMonthsBack: number;
  endDay: number;
  endMonthsBack: number;
  /** By when the report is sent; null: the regime does not say. */
  submission: Submission | null;
}

/** So many units after the window's last day, or on a day of the month: `monthsAfter` months after the period's last
 *  one (31 = its last day). */
export type Submission =
  | { offset: number; unit: DayUnit; hour: HourText | null }
  | { day: number; monthsAfter: number; hour: HourText | null };
