// Looks ahead from what the periods so far brought: what the level still takes, and where the pace would end.

import type { FigureSet, Figures, Moment } from "./figures.ts";
import { type Goal, type LevelMeasure, reaches } from "./goal.ts";
import { judgeComposite } from "./judge-composite.ts";
import { judgeMilestone } from "./judge-milestone.ts";
import { unitsProspect } from "./judge-units.ts";
import type { Measure } from "./measure.ts";
import type { ForecastMethod, Outlook, Possibility } from "./outlook.ts";
import { baseMoves, type Prospect, prospectOf } from "./prospect.ts";
import { add, compare, divide, integer, multiply, one, type Rational, subtract, zero } from "./rational.ts";
import { inputsOf, isShare, type Reckoned, reckon, type Subject } from "./subject.ts";

/** The reporting periods of a target's span. */
export interface Course {
  /** Each period that has ended, in order, with its own figures, agencies summed; null where not reported. */
  ended: readonly FigureSet[];
  /** Periods that have not ended, the running one included. */
  left: number;
  /** The agencies' own estimate of the whole span; null: none. */
  estimate: FigureSet | null;
}

/** Null where there is nothing to look ahead to: trends, targets never judged or with an empty denominator. Against the
 *  same period of another year no pace is drawn, since the level moves with the base. */
export function lookAhead(
  measure: Measure,
  figures: Figures,
  course: Course,
  moment: Moment,
): Outlook | null {
  switch (measure.type) {
    case "directional":
      return null;
    case "composite": {
      const { verdict, provisional } = judgeComposite(measure, figures, moment);
      if (verdict === "not_applicable") return null;
      const settled = !provisional && verdict !== "not_enough_data" && verdict !== "not_met_yet";
      return outlookOf(settled ? (verdict === "not_met" ? "impossible" : "guaranteed") : "possible", course);
    }
    case "per_unit": {
      const prospect = unitsProspect(measure, figures, moment);
      return prospect === null ? null : outlookOf(prospect.end, course);
    }
    case "milestone": {
      const { verdict, reason } = judgeMilestone(measure, figures, moment);
      if (reason === "no_due") return null;
      const known = { met: "guaranteed", not_met: "impossible" } as const;
      return outlookOf(verdict === "met" || verdict === "not_met" ? known[verdict] : "possible", course);
    }
    default:
      return lookAtLevel(measure, figures, course, moment);
  }
}

function outlookOf(possibility: Possibility, course: Course): Outlook {
  return {
    possibility,
    required: null,
    requiredAs: null,
    pace: null,
    forecast: null,
    estimate: null,
    estimateReaches: null,
    periodsLeft: course.left,
  };
}

function lookAtLevel(
  measure: LevelMeasure,
  figures: Figures,
  course: Course,
  moment: Moment,
): Outlook | null {
  const prospect = prospectOf(measure, figures, moment);
  if ("verdict" in prospect) return null;
  const { subject, goal, end } = prospect;
  const estimated = course.estimate === null ? null : reckon(subject, course.estimate).value;
  const outlook = {
    ...outlookOf(end, course),
    estimate: estimated === null ? null : goal.valueOf(estimated),
    estimateReaches: estimated === null ? null : reaches(goal.met, estimated),
  };
  // A score, a place, an assessor's word and what must never occur come when they come: no pace leads to them.
  const paceless = ["index", "rank", "qualitative", "zero"].includes(measure.type);
  if (paceless || baseMoves(measure, moment)) return outlook;
  return { ...outlook, ...paceOf(prospect, figures, course) };
}

type Pace = Pick<Outlook, "required" | "requiredAs" | "pace" | "forecast">;
const noPace: Pace = { required: null, requiredAs: null, pace: null, forecast: null };

function paceOf(prospect: Prospect, figures: Figures, course: Course): Pace {
  const { subject, goal, reckoned, missing } = prospect;
  const threshold = goal.met[0]?.threshold;
  if (threshold === undefined || reckoned.value === null) return noPace;
  const upper: Subject = { ...subject, denominator: null };
  if (inputsOf(upper).size > 0 && [...inputsOf(upper)].every((name) => figures.final?.includes(name))) {
    return { ...noPace, forecast: foreseen(goal, reckoned.value, "last_value") };
  }
  const flows = addsUp(upper, figures);
  if (flows === null) return noPace;
  const whole = missing.names.size === 0;
  if (subject.denominator === null) {
    const pace = flows ? average(upper, course) : growth(upper, course);
    return {
      pace,
      required: whole ? perPeriod(subtract(threshold, reckoned.value), course, flows) : null,
      requiredAs: "each_period",
      forecast: forecastOf(prospect, figures, flows, pace, course),
    };
  }
  const lower: Subject = { ...subject, formula: subject.denominator, denominator: null };
  const { numerator, denominator } = reckoned;
  if (numerator === null || denominator === null) return noPace;
  const settled = [...inputsOf(lower)].every((name) => figures.final?.includes(name));
  const lowerFlows = addsUp(lower, figures);
  if (settled || lowerFlows === false) {
    // The denominator stays: what is to come is the numerator's.
    const gap = subtract(multiply(threshold, denominator), numerator);
    const pace = flows ? average(upper, course) : growth(upper, course);
    return {
      pace,
      required: whole ? perPeriod(gap, course, flows) : null,
      requiredAs: "each_period",
      forecast: forecastOf(prospect, figures, flows, pace, course),
    };
  }
  if (!flows || lowerFlows === null) return noPace;
  return {
    pace: reckoned.value,
    required: whole ? shareOfComing(threshold, reckoned, average(lower, course), course) : null,
    requiredAs: "share_of_coming",
    forecast: foreseen(goal, reckoned.value, "same_rate"),
  };
}

/** Whether its inputs all add up, or none does; null: some do. */
function addsUp(subject: Subject, { inputs }: Figures): boolean | null {
  const flows = [...inputsOf(subject)].map((name) => inputs[name]?.cumulative ?? false);
  return flows.every((flow) => flow) ? true : flows.some((flow) => flow) ? null : false;
}

/** What adds up cannot be asked to shrink. */
function perPeriod(gap: Rational, course: Course, flows: boolean): Rational | null {
  const each = divide(gap, integer(course.left));
  return each !== null && flows && compare(each, zero) < 0 ? zero : each;
}

/** The rate of the cases to come, as many in each period as before, with which all cases together end at the threshold. */
function shareOfComing(
  threshold: Rational,
  { numerator, denominator }: Reckoned,
  pace: Rational | null,
  course: Course,
): Rational | null {
  if (pace === null || numerator === null || denominator === null) return null;
  const coming = multiply(pace, integer(course.left));
  const wanted = subtract(multiply(threshold, add(denominator, coming)), numerator);
  const share = divide(wanted, coming);
  return share !== null && compare(share, zero) < 0 ? zero : share;
}

/** Over the ended periods that have a figure; null: none has. */
function average(subject: Subject, course: Course): Rational | null {
  const there = valuesIn(subject, course);
  return divide(there.reduce(add, zero), integer(there.length));
}

/** From the first to the last of the ended periods that have a figure, per period; null: there are not two. */
function growth(subject: Subject, course: Course): Rational | null {
  const there = course.ended.flatMap((figures, index) => {
    const { value } = reckon(subject, figures);
    return value === null ? [] : [{ value, index }];
  });
  const [first, last] = [there[0], there.at(-1)];
  if (first === undefined || last === undefined || first.index === last.index) return null;
  return divide(subtract(last.value, first.value), integer(last.index - first.index));
}

function valuesIn(subject: Subject, course: Course): Rational[] {
  return course.ended.flatMap((figures) => {
    const { value } = reckon(subject, figures);
    return value === null ? [] : [value];
  });
}

/** Periods that were not reported are taken to be like the others; a share ends at all there are. */
function forecastOf(
  { subject, goal, reckoned }: Prospect,
  figures: Figures,
  flows: boolean,
  pace: Rational | null,
  course: Course,
): Outlook["forecast"] {
  if (reckoned.value === null) return null;
  if (!flows) return foreseen(goal, reckoned.value, "last_value");
  if (pace === null) return null;
  const all = multiply(pace, integer(course.ended.length + course.left));
  if (subject.denominator === null) return foreseen(goal, all, "linear");
  const rate = divide(all, reckoned.denominator ?? zero);
  if (rate === null) return null;
  const beyond = isShare(subject, figures.inputs) && compare(rate, one) > 0;
  return foreseen(goal, beyond ? one : rate, "linear");
}

function foreseen(goal: Goal, current: Rational, method: ForecastMethod): NonNullable<Outlook["forecast"]> {
  return { value: goal.valueOf(current), method, reaches: reaches(goal.met, current) };
}
