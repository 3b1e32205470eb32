// Judges a target that each unit must reach by itself, or a share of the units.

import { casesToReach, turningCase } from "./cases.ts";
import { type Condition, conditionOf, holds } from "./condition.ts";
import type { Figures, MissingReason, Moment } from "./figures.ts";
import type { Judgement, Verdict } from "./judgement.ts";
import { judgementOf } from "./judgement-of.ts";
import type { Bound, Measure } from "./measure.ts";
import type { Possibility } from "./outlook.ts";
import { possibilityOf } from "./possibility.ts";
import { comingIn } from "./prospect.ts";
import { integer, type Rational, rational, zero } from "./rational.ts";
import { missingIn, reckon, type Subject, subjectOfFormula } from "./subject.ts";

const everyUnit: Bound = { operator: ">=", value: "100", percent: true };

export type UnitMeasure = Extract<Measure, { type: "per_unit" }>;

/** How many units reach the level, by what is reported and by what can still come. */
export interface UnitsProspect {
  units: NonNullable<Judgement["units"]>;
  bound: Bound;
  share: Condition;
  /** How many units reach it, in the unit of the bound. */
  value: Rational;
  sofar: Possibility;
  end: Possibility;
}

/** Null: there is no unit with anything to judge. */
export function unitsProspect(measure: UnitMeasure, figures: Figures, moment: Moment): UnitsProspect | null {
  const subject = subjectOfFormula(measure.formula);
  const level = conditionOf(measure.level);
  const seen = measure.units.map((unit) => ({ unit, ...unitState(subject, level, unit, figures, moment) }));
  const named = (state: string) => seen.filter((unit) => unit.state === state).map(({ unit }) => unit);
  const [short, silent, empty] = [named("short"), named("silent"), named("empty")];
  const reached = named("reached").length;
  const of = seen.length - empty.length;
  if (of === 0) return null;
  const bound = measure.share ?? everyUnit;
  const share = conditionOf(bound);
  const figure = (count: number, all: number): Rational =>
    bound.percent ? (rational(BigInt(count), BigInt(all)) ?? zero) : integer(count);
  const between = (least: number, most: number, all: number) => {
    const held = [];
    for (let count = least; count <= most; count += 1) held.push(holds(share, figure(count, all)));
    return held;
  };
  const sofar = among(between(reached, reached + silent.length, of));
  let end = sofar;
  if (moment.open) {
    const counted = seen.filter(({ state }) => state !== "empty");
    const sure = counted.filter((unit) => unit.end === "guaranteed").length;
    const lost = counted.filter((unit) => unit.end === "impossible").length;
    // Units with nothing to judge so far can still get something.
    end = among([0, empty.length].flatMap((more) => between(sure, of - lost + more, of + more)));
  }
  const units = { reached, of, short, silent, empty };
  return { units, bound, share, value: figure(reached, of), sofar, end };
}

/** A share in per cent is of the units that have anything to judge; without a per cent it is a number of units. Units
 *  without figures count neither way: the verdict waits for them where it depends on them. */
export function judgeUnits(measure: UnitMeasure, figures: Figures, moment: Moment): Judgement {
  const moving = moment.open || moment.estimate;
  const prospect = unitsProspect(measure, figures, moment);
  if (prospect === null) return judgementOf("not_applicable", "no_units", moving, {});
  const { units, bound, share, value, sofar, end } = prospect;
  const { reached, of, silent } = units;
  const known = { units, bound, value, numerator: integer(reached), denominator: integer(of) };
  if (sofar === "possible") {
    const subject = subjectOfFormula(measure.formula);
    return judgementOf("not_enough_data", reasonOf(subject, silent, figures), moving, known);
  }
  const provisional = moment.estimate || end === "possible";
  if (silent.length > 0) return judgementOf(verdictOf(prospect), null, provisional, known);
  const cases = { numerator: BigInt(reached), denominator: bound.percent ? BigInt(of) : null, share: true };
  const turning = turningCase(cases, [share], false);
  const turned: Verdict = sofar === "impossible" ? "met" : moment.open ? "not_met_yet" : "not_met";
  return judgementOf(verdictOf(prospect), null, provisional, {
    ...known,
    oneCase: turning === null ? null : { ...turning, verdict: turned },
    casesToReach: casesToReach(cases, [share]),
  });
}

function verdictOf({ sofar, end, bound, share, value }: UnitsProspect): Verdict {
  if (sofar === "impossible") return end === "possible" ? "not_met_yet" : "not_met";
  return bound.operator === ">=" && holds({ ...share, operator: ">" }, value) ? "exceeded" : "met";
}

interface UnitState {
  /** silent: figures are missing that could turn it. empty: nothing to judge. */
  state: "reached" | "short" | "silent" | "empty";
  /** What can still become of it until the span ends. */
  end: Possibility;
}

function unitState(
  subject: Subject,
  level: Condition,
  unit: string,
  figures: Figures,
  moment: Moment,
): UnitState {
  const own = { ...(figures.units[unit] ?? { now: {}, missing: {} }), inputs: figures.inputs };
  const missing = missingIn(subject, own).names;
  const { value, empty } = reckon(subject, own.now);
  const end = moment.open ? possibilityOf(subject, [level], own, comingIn(subject, figures, missing)) : null;
  if (missing.size > 0) {
    const sofar = possibilityOf(subject, [level], own, missing);
    const state = sofar === "possible" ? "silent" : sofar === "guaranteed" ? "reached" : "short";
    return { state, end: end ?? sofar };
  }
  if (value === null) return { state: empty ? "empty" : "silent", end: "possible" };
  const sofar = holds(level, value);
  return { state: sofar ? "reached" : "short", end: end ?? (sofar ? "guaranteed" : "impossible") };
}

function among(held: readonly boolean[]): Possibility {
  return held.every((one) => one) ? "guaranteed" : held.some((one) => one) ? "possible" : "impossible";
}

function reasonOf(subject: Subject, silent: readonly string[], figures: Figures): MissingReason {
  const estimatesOnly = silent.every((unit) => {
    const own = figures.units[unit];
    return own !== undefined && missingIn(subject, own).reason === "only_estimates";
  });
  return estimatesOnly ? "only_estimates" : "not_reported";
}
