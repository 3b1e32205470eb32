// What one agency's readings of one input come to: which of them count, what they add up to, what is missing.

import { type CalendarPeriod, dateOfInstant, dayNumber } from "../calendar/index.ts";
import type { TargetInput } from "../language/target-input.ts";
import { add, integer, type MissingReason, type Rational } from "../measure/index.ts";
import type { ReadingRow } from "./reading.ts";
import { numberOf } from "./reading-value.ts";

/** How much of what was reported is looked at. */
export interface Scope {
  /** Through the periods that have ended by this day (yyyy-mm-dd). */
  through: string;
  /** False: official figures only. */
  estimates: boolean;
}

export interface AgencyFigure {
  /** Null: nothing is reported, or the agency has no figure to give. A date is its day number. */
  value: Rational | null;
  /** Null: nothing that counts is missing. */
  missing: MissingReason | null;
  /** The readings that count. */
  readings: readonly ReadingRow[];
}

type Figured = Pick<TargetInput, "kind" | "cumulative">;

/** `periods`: those of the span, in order; `rows`: what stands for the input and the agency, whatever the period. Of
 *  several readings the longest period that has ended wins over the shorter ones it covers; but an estimate of a year
 *  only where its periods are not all reported. */
export function agencyFigure(
  input: Figured,
  rows: readonly ReadingRow[],
  periods: readonly CalendarPeriod[],
  scope: Scope,
): AgencyFigure {
  if (input.kind === "date" || input.kind === "yes_no") return fact(rows, periods, scope);
  return input.cumulative ? sum(rows, periods, scope) : last(rows, periods, scope);
}

/** The figure of one period by itself. */
export function periodFigure(
  input: Figured,
  rows: readonly ReadingRow[],
  period: CalendarPeriod,
  estimates: boolean,
): AgencyFigure {
  return pick(rows, period.id, { through: period.to, estimates });
}

const none: AgencyFigure = { value: null, missing: "not_reported", readings: [] };

/** An official figure stands before an estimate. */
function pick(rows: readonly ReadingRow[], period: string, { estimates }: Scope): AgencyFigure {
  const ofPeriod = rows.filter((row) => row.period === period);
  const official = ofPeriod.find(({ status }) => status === "official");
  const row = official ?? ofPeriod[0];
  if (row === undefined) return none;
  if (official === undefined && !estimates) return { ...none, missing: "only_estimates" };
  return { value: numberOf(row.value), missing: null, readings: [row] };
}

function sum(rows: readonly ReadingRow[], periods: readonly CalendarPeriod[], scope: Scope): AgencyFigure {
  const ended = periods.filter(({ to }) => to <= scope.through);
  const byYear = Map.groupBy(ended, ({ id }) => id.slice(0, 4));
  const years = [...byYear].map(([year, ofYear]) => sumOfYear(rows, year, ofYear, scope));
  return together(years);
}

function sumOfYear(
  rows: readonly ReadingRow[],
  year: string,
  periods: readonly CalendarPeriod[],
  scope: Scope,
): AgencyFigure {
  const over = rows.filter((row) => row.period === year && row.to <= scope.through);
  const whole = pick(over, year, scope);
  if (whole.readings[0]?.status === "official") return whole;
  const parts = together(periods.map(({ id }) => pick(rows, id, scope)));
  return parts.missing !== null && whole.missing === null ? whole : parts;
}

/** Added up; what says that there is no figure adds nothing. */
export function together(figures: readonly AgencyFigure[]): AgencyFigure {
  const readings: ReadingRow[] = [];
  let value: Rational | null = null;
  let missing: MissingReason | null = null;
  for (const figure of figures) {
    if (figure.value !== null) value = value === null ? figure.value : add(value, figure.value);
    if (figure.missing === "not_reported" || missing === null) missing = figure.missing ?? missing;
    readings.push(...figure.readings);
  }
  return { value, missing, readings };
}

/** The last figure stands; one of an earlier period does while that of the last is missing. */
function last(rows: readonly ReadingRow[], periods: readonly CalendarPeriod[], scope: Scope): AgencyFigure {
  const expected = periods.findLast(({ to }) => to <= scope.through);
  const first = periods[0]?.from ?? "";
  const there = rows.filter(({ to }) => to <= scope.through && to >= first);
  const taken = there.filter(({ status }) => scope.estimates || status === "official");
  let found: ReadingRow | undefined;
  for (const row of taken) if (found === undefined || isLater(row, found)) found = row;
  const isLast = found !== undefined && (expected === undefined || found.to >= expected.to);
  const refused = there.some(({ to }) => expected !== undefined && to >= expected.to);
  return {
    value: found === undefined ? null : numberOf(found.value),
    missing: isLast || expected === undefined ? null : refused ? "only_estimates" : "not_reported",
    readings: found === undefined ? [] : [found],
  };
}

function isLater(one: ReadingRow, other: ReadingRow): boolean {
  if (one.to !== other.to) return one.to > other.to;
  if (one.status !== other.status) return one.status === "official";
  return one.from < other.from;
}

/** That something is done, or how it was judged, is a fact of a day: it stands from then on, whatever its period. */
function fact(rows: readonly ReadingRow[], periods: readonly CalendarPeriod[], scope: Scope): AgencyFigure {
  const first = periods[0]?.from ?? "";
  const known = rows.filter(
    (row) => row.value !== null && row.to >= first && dayOf(row) <= scope.through && counts(row, scope),
  );
  let found: ReadingRow | undefined;
  for (const row of known) if (found === undefined || isLater(row, found)) found = row;
  if (found !== undefined) return { value: factValue(found.value ?? ""), missing: null, readings: [found] };
  // Nothing is known: whoever says so for the last period has reported.
  return { ...last(rows, periods, scope), value: null };
}

function counts(row: ReadingRow, { estimates, through }: Scope): boolean {
  return row.status === "official" || (estimates && row.to <= through);
}

function dayOf({ value, effectiveAt }: ReadingRow): string {
  return value !== null && value.length === 10 ? value : dateOfInstant(effectiveAt);
}

function factValue(value: string): Rational | null {
  return value.length === 10 ? integer(dayNumber(value)) : numberOf(value);
}
