// Judges a target: from its measure and the sums of what was reported to a verdict with all that explains it.

import { dayNumber, isRealDate } from "../calendar/date.ts";
import { casesOf, casesToReach, turningCase } from "./cases.ts";
import { holds } from "./condition.ts";
import type { Figures, Moment } from "./figures.ts";
import { changeOf, type Goal, goalOf, type LevelMeasure } from "./goal.ts";
import { judgeComposite } from "./judge-composite.ts";
import { judgeUnits } from "./judge-units.ts";
import type { Judgement, UndecidedReason, Verdict } from "./judgement.ts";
import { judgementOf } from "./judgement-of.ts";
import type { Measure } from "./measure.ts";
import type { Possibility } from "./outlook.ts";
import { possibilityOf } from "./possibility.ts";
import { compare, integer, one, type Rational, subtract, zero } from "./rational.ts";
import {
  inputsOf,
  missingIn,
  type Reckoned,
  reckon,
  type Subject,
  subjectOf,
  subjectOfFormula,
} from "./subject.ts";

/** Never throws for a checked measure. Missing figures of ended periods give `not_enough_data`, unless the answer is the
 *  same whatever they are; while the span is open a level not reached is `not_met_yet`, unless nothing that can still
 *  come would reach it. */
export function judge(measure: Measure, figures: Figures, moment: Moment): Judgement {
  switch (measure.type) {
    case "composite":
      return judgeComposite(measure, figures, moment);
    case "per_unit":
      return judgeUnits(measure, figures, moment);
    case "milestone":
      return judgeMilestone(measure, figures, moment);
    case "directional":
      return judgeTrend(measure, figures, moment);
    default:
      return judgeLevel(measure, figures, moment);
  }
}

function judgeLevel(measure: LevelMeasure, figures: Figures, moment: Moment): Judgement {
  const subject = subjectOf(measure);
  const reckoned = reckon(subject, figures.now);
  const parts = { numerator: reckoned.numerator, denominator: reckoned.denominator };
  const moving = moment.open || moment.estimate;
  const change = changeOf(measure);
  const base = change === null || figures.base === null ? null : reckon(subject, figures.base);
  const goal = base?.empty ? "base_zero" : goalOf(measure, base?.value ?? null);
  if (typeof goal === "string") {
    const verdict = goal === "base_missing" ? "not_enough_data" : "not_applicable";
    return judgementOf(verdict, goal, moving, {
      ...parts,
      current: reckoned.value,
      base: base?.value ?? null,
    });
  }
  const known = {
    ...parts,
    value: reckoned.value === null ? null : goal.valueOf(reckoned.value),
    bound: goal.bound,
    far: goal.far,
    current: change === null ? null : reckoned.value,
    base: goal.base,
  };
  const field = measure.type === "rank" ? fieldTrouble(measure.fieldSize, reckoned.value, goal.base) : null;
  if (field !== null) {
    return judgementOf(
      field === "outside_field" ? "not_enough_data" : "not_applicable",
      field,
      moving,
      known,
    );
  }

  const missing = missingIn(subject, figures);
  const limits = limitsOf(measure, subject);
  const over = (open: ReadonlySet<string>) => possibilityOf(subject, goal.met, figures, open, limits);
  if (missing.names.size === 0 && reckoned.value === null) {
    if (!reckoned.empty) return judgementOf("not_enough_data", "not_reported", moving, known);
    return subject.emptyMeets
      ? judgementOf("met", null, moving, known)
      : judgementOf("not_applicable", "empty_denominator", moving, known);
  }
  const reached = reckoned.value !== null && meets(goal, reckoned.value);
  const sofar: Possibility =
    missing.names.size > 0 ? over(missing.names) : reached ? "guaranteed" : "impossible";
  if (sofar === "possible") return judgementOf("not_enough_data", missing.reason, moving, known);
  const end = moment.open ? over(inputsOf(subject)) : sofar;
  // What must never occur has occurred, even where the figure could fall again.
  const lost = measure.type === "zero" && sofar === "impossible";
  const settled = lost || end !== "possible";
  const verdict: Verdict =
    sofar === "impossible"
      ? settled
        ? "not_met"
        : "not_met_yet"
      : exceeds(goal, reckoned.value) && missing.names.size === 0
        ? "exceeded"
        : "met";
  return {
    ...judgementOf(verdict, null, moment.estimate || !settled, known),
    ...(missing.names.size === 0 ? nearness(measure, subject, reckoned, goal, figures, moment) : {}),
  };
}

function meets(goal: Goal, current: Rational): boolean {
  return goal.met.every((condition) => holds(condition, current));
}

function exceeds(goal: Goal, current: Rational | null): boolean {
  return current !== null && (goal.exceeded?.every((condition) => holds(condition, current)) ?? false);
}

/** Only where cases are counted: not for scores, nor for what must never occur. */
function nearness(
  measure: LevelMeasure,
  subject: Subject,
  reckoned: Reckoned,
  goal: Goal,
  figures: Figures,
  moment: Moment,
): Pick<Judgement, "oneCase" | "casesToReach"> {
  const share = measure.type === "ratio" || changeOf(measure)?.mode === "percentage_points";
  const uncounted = measure.type === "zero" || measure.type === "index" || measure.type === "qualitative";
  const cases = uncounted ? null : casesOf(subject, reckoned, figures.inputs, share);
  if (cases === null || reckoned.value === null) return { oneCase: null, casesToReach: null };
  const turning = turningCase(cases, goal.met, measure.type !== "mean");
  const unreached: Verdict = moment.open ? "not_met_yet" : "not_met";
  return {
    oneCase:
      turning === null ? null : { ...turning, verdict: meets(goal, reckoned.value) ? unreached : "met" },
    casesToReach: casesToReach(cases, goal.met),
  };
}

/** A ranking has places from the first to as many as are ranked. */
function limitsOf(
  measure: LevelMeasure,
  { formula }: Subject,
): Readonly<Record<string, { low: Rational; high: Rational }>> {
  return measure.type === "rank" && measure.fieldSize !== null && formula.kind === "name"
    ? { [formula.name]: { low: one, high: integer(measure.fieldSize) } }
    : {};
}

function fieldTrouble(
  fieldSize: number | null,
  place: Rational | null,
  base: Rational | null,
): UndecidedReason | null {
  if (fieldSize === null) return null;
  const last = integer(fieldSize);
  if (place !== null && (compare(place, one) < 0 || compare(place, last) > 0)) return "outside_field";
  return base !== null && compare(base, last) > 0 ? "field_changed" : null;
}

/** The day it was done is held against its due day; a day that is not reported means that it is not done yet, unless
 *  reports of ended periods are missing. */
function judgeMilestone(
  measure: Extract<Measure, { type: "milestone" }>,
  figures: Figures,
  moment: Moment,
): Judgement {
  const subject: Subject = { formula: measure.formula, denominator: null, emptyMeets: false };
  const done = reckon(subject, figures.now).value;
  if (measure.due === null || !isRealDate(measure.due)) {
    return judgementOf("not_enough_data", "no_due", moment.open, { value: done });
  }
  const due = dayNumber(measure.due);
  const known = { value: done, bound: { operator: "<=", value: String(due), percent: false } } as const;
  if (done !== null) {
    const verdict = compare(done, integer(due)) <= 0 ? "met" : "not_met";
    return judgementOf(verdict, null, moment.estimate, known);
  }
  if (moment.on <= measure.due) return judgementOf("not_met_yet", null, true, known);
  // Done in time but not yet reported, or not done: only those who have not reported know.
  const silent = [...inputsOf(subject)]
    .map((name) => figures.missing[name])
    .filter((said) => said !== undefined);
  const reason = silent.includes("not_reported") ? "not_reported" : silent[0];
  return reason === undefined
    ? judgementOf("not_met", null, moment.estimate, known)
    : judgementOf("not_enough_data", reason, moment.estimate, known);
}

/** A trend is shown, never judged. `value` is how far it went the way that is better. */
function judgeTrend(
  measure: Extract<Measure, { type: "directional" }>,
  figures: Figures,
  moment: Moment,
): Judgement {
  const moving = moment.open || moment.estimate;
  if (measure.formula === null) return judgementOf("not_applicable", "trend_only", moving, {});
  const subject = subjectOfFormula(measure.formula);
  const { value: current, numerator, denominator } = reckon(subject, figures.now);
  const base = figures.base === null ? null : reckon(subject, figures.base).value;
  const difference = current === null || base === null ? null : subtract(current, base);
  const value = difference === null || measure.direction === "up" ? difference : subtract(zero, difference);
  return judgementOf("not_applicable", "trend_only", moving, {
    value,
    numerator,
    denominator,
    current,
    base,
  });
}
