// Judges a target that each unit must reach by itself, or a share of the units.

import { casesToReach, turningCase } from "./cases.ts";
import { type Condition, conditionOf, holds } from "./condition.ts";
import type { Figures, MissingReason, Moment } from "./figures.ts";
import type { Judgement } from "./judgement.ts";
import { judgementOf } from "./judgement-of.ts";
import type { Bound, Measure } from "./measure.ts";
import type { Possibility } from "./outlook.ts";
import { possibilityOf } from "./possibility.ts";
import { comingIn } from "./prospect.ts";
import { integer, type Rational, rational, zero } from "./rational.ts";
import { missingIn, reckon, type Subject, subjectOfFormula } from "./subject.ts";

const everyUnit: Bound = { operator: ">=", value: "100", percent: true };

/** A share in per cent is of the units that have anything to judge; without a per cent it is a number of units. Units
 *  without figures count neither way: the verdict waits for them where it depends on them. */
export function judgeUnits(
  measure: Extract<Measure, { type: "per_unit" }>,
  figures: Figures,
  moment: Moment,
): Judgement {
  const subject = subjectOfFormula(measure.formula);
  const level = conditionOf(measure.level);
  const seen = measure.units.map((unit) => ({ unit, ...unitState(subject, level, unit, figures, moment) }));
  const named = (state: string) => seen.filter((unit) => unit.state === state).map(({ unit }) => unit);
  const [reachedUnits, short, silent, empty] = [
    named("reached"),
    named("short"),
    named("silent"),
    named("empty"),
  ];
  const reached = reachedUnits.length;
  const of = measure.units.length - empty.length;
  const moving = moment.open || moment.estimate;
  const units = { reached, of, short, silent, empty };
  if (of === 0) return judgementOf("not_applicable", "no_units", moving, { units });

  const bound = measure.share ?? everyUnit;
  const figure = (count: number): Rational =>
    bound.percent ? (rational(BigInt(count), BigInt(of)) ?? zero) : integer(count);
  const share = conditionOf(bound);
  const known = {
    units,
    bound,
    value: figure(reached),
    numerator: integer(reached),
    denominator: integer(of),
  };
  const sofar = between(reached, reached + silent.length, share, figure);
  if (sofar === "possible") {
    return judgementOf("not_enough_data", reasonOf(subject, silent, figures), moving, known);
  }
  const sure = seen.filter(({ state, end }) => state !== "empty" && end === "guaranteed").length;
  const lost = seen.filter(({ state, end }) => state !== "empty" && end === "impossible").length;
  const end = moment.open ? between(sure, of - lost, share, figure) : sofar;
  const settled = end !== "possible";
  const cases = { numerator: BigInt(reached), denominator: bound.percent ? BigInt(of) : null, share: true };
  const turning = silent.length > 0 ? null : turningCase(cases, [share], false);
  const unreached = moment.open ? "not_met_yet" : "not_met";
  const beyond = bound.operator === ">=" && holds({ ...share, operator: ">" }, figure(reached));
  return judgementOf(
    sofar === "impossible" ? (settled ? "not_met" : "not_met_yet") : beyond ? "exceeded" : "met",
    null,
    moment.estimate || !settled,
    {
      ...known,
      oneCase: turning === null ? null : { ...turning, verdict: sofar === "impossible" ? "met" : unreached },
      casesToReach: silent.length > 0 ? null : casesToReach(cases, [share]),
    },
  );
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

/** Whether the condition holds for every, for some or for no number of units from `least` to `most`. */
function between(
  least: number,
  most: number,
  condition: Condition,
  figure: (count: number) => Rational,
): Possibility {
  let some = false;
  let all = true;
  for (let count = least; count <= most; count += 1) {
    const held = holds(condition, figure(count));
    some ||= held;
    all &&= held;
  }
  return all ? "guaranteed" : some ? "possible" : "impossible";
}

function reasonOf(subject: Subject, silent: readonly string[], figures: Figures): MissingReason {
  const estimatesOnly = silent.every((unit) => {
    const own = figures.units[unit];
    return own !== undefined && missingIn(subject, own).reason === "only_estimates";
  });
  return estimatesOnly ? "only_estimates" : "not_reported";
}
