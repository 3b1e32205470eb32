// Readings → the sums a target is judged by: added over agencies and periods, with the base and what is missing.

import { type CalendarPeriod, dayNumber } from "../calendar/index.ts";
import type { CompiledInput } from "../compile/index.ts";
import type { TargetInput } from "../language/target-input.ts";
import {
  type Base,
  compare,
  divide,
  type FigureSet,
  type Figures,
  type FormulaInput,
  integer,
  type Missing,
  type MissingReason,
  type Rational,
} from "../measure/index.ts";
import { type AgencyFigure, agencyFigure, periodFigure, type Scope, together } from "./agency-figure.ts";
import { yearOf } from "./input-period.ts";
import type { ReadingRow } from "./reading.ts";

/** One input of a plan with all that was reported of it, here or in the document it is taken over from. */
export interface InputSource extends CompiledInput {
  /** What stands, by agency. */
  rows: ReadonlyMap<string, readonly ReadingRow[]>;
  /** For an input that is a task's completion: its day, null while it is not complete. Undefined: it is reported. */
  completed?: string | null;
  /** What is reported and left out of `rows`, since its duty to report is not accepted yet. */
  awaiting?: readonly ReadingRow[];
}

export type Sources = ReadonlyMap<string, InputSource>;

/** What is asked of the sources for one target. */
export interface Asked extends Scope {
  inputs: readonly string[];
  /** Figures in per cent are held against a bound in per cent. */
  percent: boolean;
  /** Inputs an aggregate goes over, agency by agency: `count(xa >= 2)` counts agencies. */
  rows?: ReadonlySet<string>;
}

export interface Assembled {
  now: FigureSet;
  missing: Missing;
  /** The readings that count. */
  readings: readonly ReadingRow[];
}

const nothing: readonly ReadingRow[] = [];
const missingFigure: AgencyFigure = { value: null, missing: "not_reported", readings: [] };

/** The figures of all agencies, or of one. */
export function assemble(sources: Sources, asked: Asked, agency: string | null = null): Assembled {
  const now: Record<string, FormulaInput> = {};
  const missing: Record<string, MissingReason> = {};
  const readings: ReadingRow[] = [];
  for (const id of asked.inputs) {
    const source = sources.get(id);
    if (source === undefined) continue;
    const figure = agency === null ? wholeFigure(source, asked) : figureOf(source, asked, agency);
    now[id] = asked.rows?.has(id)
      ? rowsOf(source, agency, (rows) => agencyFigure(source.input, rows, source.periods, asked), asked)
      : scaled(source.input, figure.value, asked.percent);
    if (figure.missing !== null) missing[id] = figure.missing;
    readings.push(...figure.readings);
  }
  return { now, missing, readings };
}

const known = new WeakMap<InputSource, Map<string, AgencyFigure>>();

/** That of all agencies, kept with the source: several targets read the same input, each for every period. */
function wholeFigure(source: InputSource, scope: Scope): AgencyFigure {
  const kept = known.get(source) ?? new Map<string, AgencyFigure>();
  known.set(source, kept);
  const key = `${scope.through} ${scope.estimates}`;
  const figure = kept.get(key) ?? figureOf(source, scope, null);
  kept.set(key, figure);
  return figure;
}

function figureOf(source: InputSource, scope: Scope, agency: string | null): AgencyFigure {
  const { input, agencies, periods, completed } = source;
  if (completed !== undefined) {
    const day = completed !== null && completed <= scope.through ? completed : null;
    return { value: day === null ? null : integer(dayNumber(day)), missing: null, readings: [] };
  }
  const of = agency === null ? agencies : agencies.filter((one) => one === agency);
  return overAgencies(
    input,
    of.map((one) => agencyFigure(input, source.rows.get(one) ?? nothing, periods, scope)),
  );
}

/** What is to be done by several is done on the day the last of them has done it. */
function overAgencies({ kind }: TargetInput, figures: readonly AgencyFigure[]): AgencyFigure {
  if (figures.length === 0) return missingFigure;
  const all = together(figures);
  if (kind !== "date" || figures.length === 1) return all;
  let latest: Rational | null = figures[0]?.value ?? null;
  for (const { value } of figures) {
    if (value === null || latest === null) latest = null;
    else if (compare(value, latest) > 0) latest = value;
  }
  return { ...all, value: latest };
}

/** The value of each agency, in their order. */
function rowsOf(
  { input, agencies, rows }: InputSource,
  agency: string | null,
  figure: (rows: readonly ReadingRow[]) => AgencyFigure,
  { percent }: Pick<Asked, "percent">,
): (Rational | null)[] {
  const of = agency === null ? agencies : agencies.filter((one) => one === agency);
  return of.map((one) => scaled(input, figure(rows.get(one) ?? nothing).value, percent));
}

/** 91.43 % is 0.9143 where the bound is in per cent. */
function scaled({ unit }: TargetInput, value: Rational | null, percent: boolean): Rational | null {
  const isShare = percent && unit?.trim().startsWith("%");
  return value === null || !isShare ? value : divide(value, integer(100));
}

/** One period's own figures. */
export function figuresOfPeriod(sources: Sources, asked: Asked, period: CalendarPeriod): FigureSet {
  return eachInput(sources, asked, (source, rows) => {
    const own = source.periods.find(({ to }) => to === period.to);
    return own === undefined || source.completed !== undefined
      ? missingFigure
      : periodFigure(rows, own, asked.estimates);
  });
}

/** The agencies' own estimates of the whole of each year of the span that has not ended, the rest as it is; null: none
 *  estimates. */
export function estimatedFigures(sources: Sources, asked: Asked): FigureSet | null {
  let estimated = false;
  const set = eachInput(sources, asked, (source, rows) => {
    const year = yearOf(source.periods.at(-1)?.id ?? "") ?? "";
    const row = rows.findLast(({ period, status }) => period === year && status === "estimate");
    if (row === undefined) return agencyFigure(source.input, rows, source.periods, asked);
    if (row.to > asked.through) estimated = true;
    return periodFigure(rows, { id: year, from: row.from, to: row.to }, true);
  });
  return estimated ? set : null;
}

/** The figures a change is measured against; null: none are needed. `year`: the first of the span. */
export function baseFigures(
  sources: Sources,
  asked: Asked,
  base: Base | null,
  year: number,
): FigureSet | null {
  if (base === null || base.on === "value") return null;
  return eachInput(sources, asked, (source, rows) =>
    base.on === "same_period"
      ? samePeriods(source, rows, asked)
      : yearFigure(source, rows, base.on === "fixed_year" ? base.year : year - 1),
  );
}

/** An official year before the sum of its periods, and that before an estimate. */
function yearFigure({ input }: InputSource, rows: readonly ReadingRow[], year: number): AgencyFigure {
  const id = String(year).padStart(4, "0");
  const whole = periodFigure(rows, { id, from: id, to: id }, true);
  if (whole.readings[0]?.status === "official" || input.every === "year") return whole;
  const own = new Map(rows.filter(({ period }) => period !== id && period.startsWith(id)).map(asPeriod));
  const inYear = [...own.values()].sort((a, b) => (a.to < b.to ? -1 : 1));
  const all = { through: inYear.at(-1)?.to ?? "", estimates: true };
  const complete = inYear.length >= periodsAYear[input.every] || (!input.cumulative && inYear.length > 0);
  return complete ? agencyFigure(input, withoutYear(rows, id), inYear, all) : whole;
}

const periodsAYear = { week: 52, month: 12, quarter: 4, half_year: 2, nine_months: 1, year: 1 } as const;

function asPeriod({ period, from, to }: ReadingRow): [string, CalendarPeriod] {
  return [period, { id: period, from, to }];
}

function withoutYear(rows: readonly ReadingRow[], year: string): readonly ReadingRow[] {
  return rows.filter(({ period }) => period !== year);
}

/** The periods a year before those that have ended; the year as a whole once all have. */
function samePeriods(source: InputSource, rows: readonly ReadingRow[], { through }: Asked): AgencyFigure {
  const { input, periods } = source;
  const ended = periods.filter(({ to }) => to <= through);
  const years = new Set(ended.map(({ id }) => id.slice(0, 4)));
  if (ended.length === periods.length && years.size === 1)
    return yearFigure(source, rows, Number([...years][0]) - 1);
  const before = (input.cumulative ? ended : ended.slice(-1)).map(({ id }) => {
    const earlier = `${String(Number(id.slice(0, 4)) - 1).padStart(4, "0")}${id.slice(4)}`;
    return periodFigure(rows, { id: earlier, from: "", to: "" }, true);
  });
  return before.length === 0 ? missingFigure : together(before);
}

/** Added over agencies; null where one agency's figure is missing: part of a base is none. */
function added(
  { input, agencies, rows }: InputSource,
  figure: (rows: readonly ReadingRow[]) => AgencyFigure,
): Rational | null {
  if (agencies.length === 0) return null;
  const all = overAgencies(
    input,
    agencies.map((agency) => figure(rows.get(agency) ?? nothing)),
  );
  return all.missing === null ? all.value : null;
}

function eachInput(
  sources: Sources,
  asked: Asked,
  figure: (source: InputSource, rows: readonly ReadingRow[]) => AgencyFigure,
): FigureSet {
  const set: Record<string, FormulaInput> = {};
  for (const id of asked.inputs) {
    const source = sources.get(id);
    if (source === undefined) continue;
    const of = (rows: readonly ReadingRow[]): AgencyFigure => figure(source, rows);
    set[id] = asked.rows?.has(id)
      ? rowsOf(source, null, of, asked)
      : scaled(source.input, added(source, of), asked.percent);
  }
  return set;
}

/** What may be presumed of the inputs, for `judge`. */
export function inputFacts(sources: Sources, inputs: readonly string[]): Figures["inputs"] {
  return Object.fromEntries(
    inputs.flatMap((id) => {
      const source = sources.get(id);
      if (source === undefined) return [];
      const { kind, cumulative, partOf } = source.input;
      return [[id, { kind, cumulative, partOf }]];
    }),
  );
}
