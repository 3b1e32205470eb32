// Finds a reporting period by its id, as the calendar or a regime of the register cuts it.

import { addDays, type CalendarPeriod, type PeriodUnit, periodsBetween } from "../../calendar/index.ts";
import type { RegimeDocument } from "../../language/regime-document.ts";

const shapes: readonly (readonly [PeriodUnit, RegExp])[] = [
  ["month", /^(\d{4})-(0[1-9]|1[0-2])$/],
  ["quarter", /^(\d{4})-Q[1-4]$/],
  ["half_year", /^(\d{4})-H[12]$/],
  ["nine_months", /^(\d{4})-9M$/],
  ["week", /^(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])$/],
  ["year", /^(\d{4})$/],
];

/** The unit and year an id is of; null: no period is called so. */
export function periodNamed(id: string): { unit: PeriodUnit; year: number } | null {
  for (const [unit, shape] of shapes) {
    const year = Number(shape.exec(id)?.[1]);
    if (year >= 1900 && year <= 2200) return { unit, year };
  }
  return null;
}

/** Null: no period is called so, or the regime does not cut its unit. `regime` null: the calendar. */
export function periodById(id: string, regime: RegimeDocument | null): CalendarPeriod | null {
  const named = periodNamed(id);
  if (named === null) return null;
  const { unit, year } = named;
  const rule = regime?.periods.find((one) => one.unit === unit);
  if (regime !== null && rule === undefined) return null;
  // A regime moves a period's days by months at most, and a week may belong to the year before or after.
  const around = periodsBetween(unit, addDays(`${year}-01-01`, -400), addDays(`${year}-12-31`, 400), rule);
  return around.find((period) => period.id === id) ?? null;
}
