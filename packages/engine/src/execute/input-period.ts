// The periods an input may be reported for: the plan's own, the year as a whole, and those before the plan.

import { type CalendarPeriod, type PeriodUnit, periodsBetween } from "../calendar/index.ts";
import type { CompiledInput } from "../compile/index.ts";

export interface InputPeriod extends CalendarPeriod {
  unit: PeriodUnit;
  /** Before the plan's own: what its figures are compared with. */
  isBase: boolean;
}

/** Null: the input is not reported for a period with this id. */
export function inputPeriod(
  { input, rule, periods }: CompiledInput,
  id: string,
  span: { from: string; to: string },
): InputPeriod | null {
  const own = periods.find((period) => period.id === id);
  if (own !== undefined) return { ...own, unit: input.every, isBase: false };
  const year = id.slice(0, 4);
  if (!/^[0-9]{4}$/.test(year) || year < "1900" || id.length > 10) return null;
  for (const unit of new Set([input.every, "year" as const])) {
    const found = periodNamed(unit, id, rule);
    if (found === null || found.to > span.to) continue;
    if (found.to < span.from) return { ...found, unit, isBase: true };
    if (unit === "year") return { ...found, unit, isBase: false };
  }
  return null;
}

/** The year a period is of, by its id; null: a window or an occasion with a name of its own. */
export function yearOf(id: string): string | null {
  return /^[0-9]{4}(-|$)/.test(id) ? id.slice(0, 4) : null;
}

/** A year as the same regime cuts it goes from where its first period begins to where its last one ends. */
function periodNamed(unit: PeriodUnit, id: string, rule: CompiledInput["rule"]): CalendarPeriod | null {
  const year = Number(id.slice(0, 4));
  const cut = rule === null || rule.unit === unit ? rule : rule.unit === "week" ? null : { ...rule, unit };
  const from = `${String(year - 1).padStart(4, "0")}-07-01`;
  const to = `${String(year + 1).padStart(4, "0")}-06-30`;
  return periodsBetween(unit, from, to, cut ?? undefined).find((period) => period.id === id) ?? null;
}
