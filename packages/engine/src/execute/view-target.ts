// One target of a plan as readers have it: judged by what is reported through a day, looked ahead, with its course.

import type { CalendarPeriod } from "../calendar/index.ts";
import type { CompiledPlan } from "../compile/index.ts";
import type { Target } from "../language/target.ts";
import {
  type Base,
  type Bound,
  expectedAt,
  type Figures,
  type Formula,
  type Judgement,
  judge,
  lookAhead,
  type Measure,
  namesIn,
  type Rational,
  rationalText,
} from "../measure/index.ts";
import { yearOf } from "./input-period.ts";
import type { ReadingRow } from "./reading.ts";
import {
  type Asked,
  assemble,
  baseFigures,
  estimatedFigures,
  figuresOfPeriod,
  type InputSource,
  inputFacts,
  type Sources,
} from "./target-figures.ts";
import type { MissingReading, TargetView, TrajectoryPoint } from "./target-view.ts";

export interface JudgedTarget {
  view: TargetView;
  /** The readings its judgement rests on. */
  readings: readonly ReadingRow[];
}

/** `through`: the day through which periods that have ended count (yyyy-mm-dd). */
export function viewTarget(
  planId: string,
  compiled: CompiledPlan,
  sources: Sources,
  target: Target,
  through: string,
): JudgedTarget {
  const { plan } = compiled;
  const judged = judgeAt(compiled, sources, target, through, 0);
  const own = sourcesOf(compiled, sources, target);
  const periods = finestPeriods(own);
  const ended = periods.filter(({ to }) => to <= through);
  const { figures, asked, measure, open } = judged;
  const reported = reportedIn(own, target.estimate, through);
  const judgement = evenly(judged.judgement, target.inputs, reported.missing);
  const course = {
    ended: ended.map((period) => figuresOfPeriod(sources, asked, period)),
    left: periods.length - ended.length,
    estimate: estimatedFigures(sources, asked),
  };
  const moment = { open, estimate: judged.estimate, on: through };
  const counted = judged.readings.map(({ recordedAt }) => recordedAt);
  const view: TargetView = {
    planId,
    documentId: plan.id,
    target,
    caseUnit: sources.get(target.inputs[0] ?? "")?.input.unit ?? null,
    span: { from: plan.period.from, to: ended.at(-1)?.to ?? within(plan.period, through), open },
    judgement,
    outlook: lookAhead(measure, figures, course, moment),
    trajectory: periods.map((period, index) =>
      pointOf(compiled, sources, target, { period, place: index + 1, of: periods.length }, through),
    ),
    lastReadingAt: counted.length === 0 ? null : Math.max(...counted),
    reported,
  };
  return { view, readings: judged.readings };
}

function within({ from, to }: { from: string; to: string }, day: string): string {
  return day < from ? from : day > to ? to : day;
}

/** Stands in where a target has none: it has no parts, and nothing to judge. */
export const noMeasure: Measure = { type: "composite", allOf: [] };

interface JudgedAt {
  judgement: Judgement;
  figures: Figures;
  measure: Measure;
  asked: Asked;
  readings: readonly ReadingRow[];
  open: boolean;
  estimate: boolean;
}

/** A composite is judged by its parts; the language allows no cycles, and `depth` holds where a stored plan has one. */
function judgeAt(
  compiled: CompiledPlan,
  sources: Sources,
  target: Target,
  through: string,
  depth: number,
): JudgedAt {
  const { plan } = compiled;
  const measure = compiled.measures.get(target.id) ?? noMeasure;
  const asked = askedOf(target, measure, through);
  const all = assemble(sources, asked);
  const base = baseFigures(sources, asked, baseOf(measure), Number(plan.period.from.slice(0, 4)));
  const units = measure.type === "per_unit" ? measure.units : [];
  const parts = measure.type === "composite" && depth < 5 ? measure.allOf : [];
  const judgedParts = parts.flatMap((id) => {
    const part = plan.targets.find((one) => one.id === id);
    return part === undefined ? [] : [{ id, ...judgeAt(compiled, sources, part, through, depth + 1) }];
  });
  const own = sourcesOf(compiled, sources, target);
  const figures: Figures = {
    now: all.now,
    missing: all.missing,
    final: own.flatMap(({ input, periods, completed }) =>
      completed === undefined && periods.every(({ to }) => to <= through) ? [input.id] : [],
    ),
    base,
    units: Object.fromEntries(units.map((unit) => [unit, assemble(sources, asked, unit)])),
    parts: Object.fromEntries(judgedParts.map(({ id, judgement }) => [id, judgement])),
    inputs: inputFacts(sources, target.inputs),
  };
  const readings = [...all.readings, ...judgedParts.flatMap((part) => part.readings)];
  const last = own.flatMap(({ periods }) => periods.slice(-1)).map(({ to }) => to);
  const end = last.length === 0 ? plan.period.to : (last.toSorted().at(-1) ?? "");
  const open = judgedParts.length > 0 ? judgedParts.some((part) => part.open) : through < end;
  const estimate = readings.some(({ status }) => status === "estimate");
  const judgement = judge(measure, figures, { open, estimate, on: through });
  return { judgement, figures, measure, asked, readings, open, estimate };
}

/** What the target asks of the sources. */
export function askedOf(target: Target, measure: Measure, through: string): Asked {
  return {
    inputs: target.inputs,
    percent: boundOf(measure)?.percent ?? false,
    rows: new Set(formulasIn(measure).flatMap(aggregated)),
    through,
    estimates: target.estimate,
  };
}

function boundOf(measure: Measure): Pick<Bound, "percent"> | null {
  if (measure.type === "range") return { percent: measure.percent };
  return "level" in measure ? measure.level : null;
}

function formulasIn(measure: Measure): Formula[] {
  switch (measure.type) {
    case "composite":
      return [];
    case "ratio":
      return [measure.numerator, measure.denominator];
    case "mean":
      return [measure.total, measure.units];
    default:
      return measure.formula === null ? [] : [measure.formula];
  }
}

/** The names an aggregate goes over. */
function aggregated(formula: Formula): string[] {
  switch (formula.kind) {
    case "number":
    case "name":
      return [];
    case "negate":
    case "not":
      return aggregated(formula.operand);
    case "aggregate":
      return formula.arguments.flatMap(namesIn);
    default:
      return [...aggregated(formula.left), ...aggregated(formula.right)];
  }
}

function baseOf(measure: Measure): Base | null {
  if (measure.type === "directional") return measure.base;
  return "change" in measure ? (measure.change?.base ?? null) : null;
}

/** Of a composite, those of its parts. */
function sourcesOf({ plan }: CompiledPlan, sources: Sources, target: Target): InputSource[] {
  const parts = target.type === "composite" ? target.allOf : [];
  const read = plan.targets.flatMap(({ id, inputs }) => (parts.includes(id) ? inputs : []));
  return [...new Set([...target.inputs, ...read])].flatMap((id) => sources.get(id) ?? []);
}

/** The periods of the input that is reported most often. */
function finestPeriods(sources: readonly InputSource[]): readonly CalendarPeriod[] {
  let finest: readonly CalendarPeriod[] = [];
  for (const { periods } of sources) if (periods.length > finest.length) finest = periods;
  return finest;
}

/** What was reached by a period's end, by what is reported now. */
function pointOf(
  compiled: CompiledPlan,
  sources: Sources,
  target: Target,
  { period, place, of }: { period: CalendarPeriod; place: number; of: number },
  through: string,
): TrajectoryPoint {
  const { id, to } = period;
  const ended = to <= through;
  const judged = judgeAt(compiled, sources, target, ended ? to : through, 0);
  const { value, verdict } = judged.judgement;
  const expected =
    target.trajectory === null
      ? null
      : expectedAt(
          target.trajectory,
          judged.measure,
          judged.judgement,
          { to, place, of },
          judged.figures.inputs,
        );
  return {
    period: id,
    to,
    expected: textOf(expected),
    value: ended ? textOf(value) : null,
    verdict: ended ? verdict : null,
    estimate: ended && judged.estimate,
  };
}

function textOf(value: Rational | null): string | null {
  return value === null ? null : rationalText(value);
}

/** A rate of figures that do not belong together says nothing: 7 cases tried of 4 received is no 175 %, it is a month
 *  whose cases received are not reported yet. Then there is no value; the verdict stays. */
function evenly(
  judgement: Judgement,
  inputs: readonly string[],
  missing: readonly MissingReading[],
): Judgement {
  if (judgement.reason !== "not_reported" || judgement.denominator === null) return judgement;
  const gapsOf = (id: string): string =>
    missing
      .filter(({ input }) => input === id)
      .map(({ agency, period }) => `${agency} ${period}`)
      .sort()
      .join();
  const even = new Set(inputs.map(gapsOf)).size <= 1;
  return even ? judgement : { ...judgement, value: null, numerator: null, denominator: null, current: null };
}

/** Every input of every agency for every period that has ended; a year's official figure covers its periods. */
function reportedIn(
  sources: readonly InputSource[],
  estimates: boolean,
  through: string,
): TargetView["reported"] {
  const missing: MissingReading[] = [];
  let expected = 0;
  for (const { input, agencies, periods, rows, completed, awaiting = [] } of sources) {
    if (completed !== undefined) continue;
    const waits = new Set(awaiting.map((row) => JSON.stringify([row.agency, row.period])));
    const ended = periods.filter(({ to }) => to <= through);
    for (const agency of agencies) {
      const there = new Set<string>();
      for (const { period, status } of rows.get(agency) ?? []) {
        // An estimate of a year says nothing of its periods.
        const ofYear = input.every !== "year" && yearOf(period) === period;
        if (status === "official" || (estimates && !ofYear)) there.add(period);
      }
      for (const { id: period } of ended) {
        expected += 1;
        if (!there.has(period) && !there.has(yearOf(period) ?? period))
          missing.push({
            input: input.id,
            agency,
            period,
            awaiting: waits.has(JSON.stringify([agency, period])),
          });
      }
    }
  }
  return { expected, there: expected - missing.length, missing };
}
