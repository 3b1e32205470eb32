// Plays the hand-computed cases: every type of target, and every figure the rules of the domain name.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { dayNumber, isRealDate } from "../../calendar/index.ts";
import type { FormulaInput } from "../evaluate-formula.ts";
import type { FigureSet, Figures, InputFacts, Missing, Moment } from "../figures.ts";
import { type Formula, parseFormula } from "../formula.ts";
import { judge } from "../judge.ts";
import type { UndecidedReason, Verdict } from "../judgement.ts";
import { judgementOf } from "../judgement-of.ts";
import { type Course, lookAhead } from "../look-ahead.ts";
import {
  type Base,
  type Bound,
  type BoundOperator,
  type Change,
  type Measure,
  measureTypes,
} from "../measure.ts";
import { integer, type Rational } from "../rational.ts";
import { rationalText, readRationalText } from "../rational-text.ts";

const cases = handCases();
const text = (value: Parameters<typeof rationalText>[0] | null | undefined) =>
  value === null || value === undefined ? "none" : rationalText(value);

describe("hand-computed cases", () => {
  it("are at least 120, and of every type", () => {
    expect(cases.length).toBeGreaterThan(120);
    expect(new Set(cases.map(({ title }) => title)).size).toBe(cases.length);
    expect(new Set(cases.map(({ measure }) => measure.type))).toEqual(new Set(measureTypes));
  });

  it.each(cases.filter(({ gives }) => gives.gives !== undefined).map((one) => [one.title, one] as const))(
    "%s",
    (_, one) => {
      expect(judged(one)).toEqual(expected(one));
    },
  );

  it.each(cases.filter(({ gives }) => gives.ahead !== undefined).map((one) => [one.title, one] as const))(
    "%s",
    (_, one) => {
      expect(foreseen(one)).toEqual(expectedAhead(one));
    },
  );
});

function judged({ measure, figures, moment, gives }: HandCase): Record<string, unknown> {
  const said = judge(measure, figures, moment);
  const { oneCase, casesToReach, units } = said;
  const turning =
    oneCase === null ? "none" : `${oneCase.part} ${oneCase.by > 0 ? "+" : "-"}1 ${oneCase.verdict}`;
  const all: Record<string, unknown> = {
    gives: `${said.verdict}${said.provisional ? "?" : ""}`,
    reason: said.reason,
    value: text(said.value),
    one: turning,
    need: casesToReach === null ? "none" : Number(casesToReach),
    short: units?.short,
    silent: units?.silent,
  };
  const asked = ["gives", "reason", ...Object.keys(all).filter((key) => key in gives)];
  return Object.fromEntries(asked.map((key) => [key, all[key]]));
}

function expected({ gives }: HandCase): Record<string, unknown> {
  const { gives: verdict, reason = null, value, one, need, short, silent } = gives;
  const all = { gives: verdict, reason, value: text(fraction(value)), one, need, short, silent };
  const asked = ["gives", "reason", ...Object.keys(all).filter((key) => key in gives)];
  return Object.fromEntries(asked.map((key) => [key, all[key as keyof typeof all]]));
}

function foreseen({ measure, figures, moment, course, gives }: HandCase): Record<string, unknown> {
  const outlook = lookAhead(measure, figures, course, moment);
  const required = outlook?.required ?? null;
  const all: Record<string, unknown> = {
    ahead: outlook?.possibility ?? "none",
    required: required === null ? "none" : `${text(required)} ${outlook?.requiredAs}`,
    pace: text(outlook?.pace),
    forecast: outlook?.forecast ? `${text(outlook.forecast.value)} ${outlook.forecast.method}` : "none",
    estimated: text(outlook?.estimate),
  };
  return Object.fromEntries(Object.keys(all).flatMap((key) => (key in gives ? [[key, all[key]]] : [])));
}

function expectedAhead({ gives }: HandCase): Record<string, unknown> {
  const { ahead, required, pace, forecast, estimated } = gives;
  const all = { ahead, required, pace: text(fraction(pace)), forecast, estimated: text(fraction(estimated)) };
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in gives));
}

type Figure = number | string | null;
type Written = Record<string, Figure | readonly (number | null)[]>;

interface WrittenCase {
  name: string;
  now?: Written;
  base?: Written;
  units?: Record<string, Written>;
  parts?: Record<string, string>;
  missing?: string[];
  estimates?: string[];
  final?: string[];
  open?: boolean;
  estimate?: boolean;
  on?: string;
  ended?: Written[];
  left?: number;
  estimate_of_span?: Written;
  gives?: string;
  reason?: UndecidedReason;
  value?: Figure;
  one?: string;
  need?: number | "none";
  short?: string[];
  silent?: string[];
  ahead?: string;
  required?: Figure;
  pace?: Figure;
  forecast?: string;
  estimated?: Figure;
}

/** A measure in short: formulas and levels as text, a change beside them. */
interface WrittenMeasure {
  type: Measure["type"];
  formula?: string;
  numerator?: string;
  denominator?: string;
  total?: string;
  units?: string | string[];
  level?: string;
  share?: string;
  direction?: "up" | "down";
  denEmpty?: "not_applicable" | "met";
  from?: number;
  to?: number;
  percent?: boolean;
  binding?: "floor" | "both";
  mode?: Change["mode"];
  base?: "previous_year" | "same_period" | number | { value: string } | null;
  fieldSize?: number;
  due?: string | null;
  allOf?: string[];
}

interface WrittenGroup {
  source: string;
  measure: WrittenMeasure;
  inputs: Record<string, string>;
  cases: WrittenCase[];
}

interface HandCase {
  /** Where it was taken from, or "own", and what it shows. */
  title: string;
  measure: Measure;
  figures: Figures;
  moment: Moment;
  course: Course;
  gives: WrittenCase;
}

function handCases(): HandCase[] {
  const folder = new URL(".", import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .flatMap((file) => parse(readFileSync(new URL(file, folder), "utf8")) as WrittenGroup[])
    .flatMap((group) => group.cases.map((written) => handCase(group, written)));
}

function handCase(group: WrittenGroup, written: WrittenCase): HandCase {
  const missing = (names: readonly string[] | undefined, reason: Missing[string]) =>
    (names ?? []).map((name) => [name, reason] as const);
  return {
    title: `${group.source}: ${written.name}`,
    measure: measureOf(group.measure),
    figures: {
      now: figureSet(written.now ?? {}),
      missing: Object.fromEntries([
        ...missing(written.missing, "not_reported"),
        ...missing(written.estimates, "only_estimates"),
      ]),
      final: written.final ?? [],
      base: written.base === undefined ? null : figureSet(written.base),
      units: Object.fromEntries(
        Object.entries(written.units ?? {}).map(([unit, now]) => [
          unit,
          { now: figureSet(now), missing: {} },
        ]),
      ),
      parts: Object.fromEntries(
        Object.entries(written.parts ?? {}).map(([id, said]) => {
          const [verdict = "", reason] = said.replace("?", "").split("/");
          const why = reason ?? (verdict === "not_enough_data" ? "not_reported" : null);
          return [id, judgementOf(verdict as Verdict, why as UndecidedReason | null, said.includes("?"), {})];
        }),
      ),
      inputs: Object.fromEntries(Object.entries(group.inputs).map(([id, text]) => [id, factsOf(text)])),
    },
    moment: {
      open: written.open ?? written.left !== undefined,
      estimate: written.estimate ?? false,
      on: written.on ?? "2017-12-31",
    },
    course: {
      ended: (written.ended ?? []).map(figureSet),
      left: written.left ?? 0,
      estimate: written.estimate_of_span === undefined ? null : figureSet(written.estimate_of_span),
    },
    gives: written,
  };
}

/** "sum count of cases": adds up, whole, a part of cases. */
function factsOf(text: string): InputFacts {
  const [adding, kind, , partOf] = text.split(" ");
  return { kind: kind as InputFacts["kind"], cumulative: adding === "sum", partOf: partOf ?? null };
}

function figureSet(written: Written): FigureSet {
  return Object.fromEntries(Object.entries(written).map(([id, figure]) => [id, figureOf(figure)]));
}

function figureOf(figure: Written[string]): FormulaInput {
  if (Array.isArray(figure)) return figure.map((row) => (row === null ? null : integer(row)));
  const text = String(figure);
  return isRealDate(text) ? integer(dayNumber(text)) : fraction(figure as Figure);
}

/** "none" and null: no figure. */
function fraction(figure: Figure | undefined): Rational | null {
  if (figure === null || figure === undefined || figure === "none") return null;
  const read = readRationalText(String(figure));
  if (read === null) throw new Error(`Not a figure: ${figure}`);
  return read;
}

function measureOf(written: WrittenMeasure): Measure {
  const { type, direction = "up", percent = false } = written;
  const level = levelOf(written.level ?? ">= 0");
  const change =
    written.mode === undefined ? null : { mode: written.mode, base: baseOf(written.base ?? null) };
  const formula = ast(written.formula ?? "0");
  switch (type) {
    case "ratio": {
      const { numerator = "", denominator = "", denEmpty = "not_applicable" } = written;
      return { type, numerator: ast(numerator), denominator: ast(denominator), level, denEmpty };
    }
    case "count":
      return { type, formula, level };
    case "delta":
      return { type, formula, direction, level, change: change ?? { mode: null, base: null } };
    case "range": {
      const { from, to, binding = "floor" } = written;
      return { type, formula, direction, from: String(from), to: String(to), percent, binding, change };
    }
    case "composite":
      return { type, allOf: written.allOf ?? [] };
    case "per_unit": {
      const units = Array.isArray(written.units) ? written.units : [];
      return {
        type,
        units,
        formula,
        level,
        share: written.share === undefined ? null : levelOf(written.share),
      };
    }
    case "mean":
      return { type, total: ast(written.total ?? ""), units: ast(String(written.units)), level };
    case "rank":
      return { type, formula, fieldSize: written.fieldSize ?? null, level, change };
    case "index":
      return { type, formula, level, change };
    case "milestone":
      return { type, formula, due: written.due ?? null };
    case "zero":
    case "qualitative":
      return { type, formula };
    case "directional":
      return { type, formula, direction, base: baseOf(written.base ?? null) };
  }
}

function ast(text: string): Formula {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(parsed.en);
  return parsed.ast;
}

function baseOf(base: NonNullable<WrittenMeasure["base"]> | null): Base | null {
  if (base === null) return null;
  if (typeof base === "number") return { on: "fixed_year", year: base };
  if (typeof base === "string") return { on: base };
  return { on: "value", value: base.value, percent: false, label: null };
}

function levelOf(text: string): Bound {
  const [operator, value = "", percent] = text.split(" ");
  return { operator: operator as BoundOperator, value, percent: percent === "%" };
}
