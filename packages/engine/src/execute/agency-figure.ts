// What one agency's readings of one input come to: which of them count, what they add up to, what is missing.

import { type CalendarPeriod, dateOfInstant, dayNumber } from "../calendar/index.ts";
import type { TargetInput } from "../language/target-input.ts";
import { add, integer, type MissingReason, type Rational } from "../measure/index.ts";
import { yearOf } from "./input-period.ts";
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
  rows: readonly ReadingRow[],
  period: CalendarPeriod,
  estimates: boolean,
): AgencyFigure {
  return pick(rows, period.id, estimates);
}

const none: AgencyFigure = { value: null, missing: "not_reported", readings: [] };

/** What stands for one period. */
interface Standing {
  official?: ReadingRow;
  estimate?: ReadingRow;
}

const byPeriod = new WeakMap<readonly ReadingRow[], ReadonlyMap<string, Standing>>();

/** Kept with the rows: a target looks at each of them once for every period of its course. */
function standingIn(rows: readonly ReadingRow[]): ReadonlyMap<string, Standing> {
  const known = byPeriod.get(rows);
  if (known !== undefined) return known;
  const standing = new Map<string, Standing>();
  for (const row of rows) {
    const of = standing.get(row.period) ?? {};
    of[row.status] = row;
    standing.set(row.period, of);
  }
  byPeriod.set(rows, standing);
  return standing;
}

const numbers = new WeakMap<ReadingRow, Rational | null>();

function numberIn(row: ReadingRow): Rational | null {
  const known = numbers.get(row);
  if (known !== undefined) return known;
  const value = numberOf(row.value);
  numbers.set(row, value);
  return value;
}

/** An official figure stands before an estimate. */
function pick(rows: readonly ReadingRow[], period: string, estimates: boolean): AgencyFigure {
  const standing = standingIn(rows).get(period);
  if (standing === undefined) return none;
  const row = standing.official ?? (estimates ? standing.estimate : undefined);
  if (row === undefined) return { ...none, missing: "only_estimates" };
  return { value: numberIn(row), missing: null, readings: [row] };
}

/** Figures added up one by one; what says that there is no figure adds nothing. */
class Sum {
  readonly readings: ReadingRow[] = [];
  value: Rational | null = null;
  missing: MissingReason | null = null;

  add({ value, missing, readings }: AgencyFigure): void {
    if (value !== null) this.value = this.value === null ? value : add(this.value, value);
    if (missing === "not_reported" || this.missing === null) this.missing = missing ?? this.missing;
    for (const row of readings) this.readings.push(row);
  }

  figure(): AgencyFigure {
    const { value, missing, readings } = this;
    return { value, missing, readings };
  }
}

export function together(figures: Iterable<AgencyFigure>): AgencyFigure {
  const sum = new Sum();
  for (const figure of figures) sum.add(figure);
  return sum.figure();
}

function sum(rows: readonly ReadingRow[], periods: readonly CalendarPeriod[], scope: Scope): AgencyFigure {
  const all = new Sum();
  let year: string | null = null;
  let parts = new Sum();
  const close = (): void =>
    all.add(year === null ? parts.figure() : ofYear(rows, year, parts.figure(), scope));
  for (const { id, to } of periods) {
    if (to > scope.through) continue;
    if (yearOf(id) !== year) {
      close();
      year = yearOf(id);
      parts = new Sum();
    }
    parts.add(pick(rows, id, scope.estimates));
  }
  close();
  return all.figure();
}

/** `parts`: what the periods of the year that have ended come to. */
function ofYear(
  rows: readonly ReadingRow[],
  year: string,
  parts: AgencyFigure,
  { through, estimates }: Scope,
): AgencyFigure {
  const { official, estimate } = standingIn(rows).get(year) ?? {};
  const of = (row: ReadingRow): AgencyFigure => ({ value: numberIn(row), missing: null, readings: [row] });
  if (official !== undefined && official.to <= through) return of(official);
  const mayStand = estimates && parts.missing !== null && estimate !== undefined && estimate.to <= through;
  return mayStand ? of(estimate) : parts;
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
    value: found === undefined ? null : numberIn(found),
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
