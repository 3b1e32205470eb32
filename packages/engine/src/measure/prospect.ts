// How a figure stands to its level: by what is reported, and by what can still come.

import type { Figures, Moment } from "./figures.ts";
import { changeOf, type Goal, goalOf, type LevelMeasure, reaches } from "./goal.ts";
import type { Judgement, UndecidedReason, Verdict } from "./judgement.ts";
import type { Possibility } from "./outlook.ts";
import { possibilityOf } from "./possibility.ts";
import { compare, integer, one, type Rational } from "./rational.ts";
import { inputsOf, missingIn, type Reckoned, reckon, type Subject, subjectOf } from "./subject.ts";

export interface Prospect {
  subject: Subject;
  reckoned: Reckoned;
  goal: Goal;
  missing: ReturnType<typeof missingIn>;
  /** Whether the level is reached now, whatever the missing figures of ended periods are. */
  sofar: Possibility;
  /** Whether it is at the end of the span, whatever can still come. */
  end: Possibility;
  known: Partial<Judgement>;
}

/** A level that nothing can be held against. */
export interface NoProspect {
  verdict: Verdict;
  reason: UndecidedReason | null;
  known: Partial<Judgement>;
}

export function prospectOf(measure: LevelMeasure, figures: Figures, moment: Moment): Prospect | NoProspect {
  const subject = subjectOf(measure);
  const reckoned = reckon(subject, figures.now);
  const { value, numerator, denominator } = reckoned;
  const change = changeOf(measure);
  const base = change === null || figures.base === null ? null : reckon(subject, figures.base);
  const goal = base?.empty ? "base_zero" : goalOf(measure, base?.value ?? null);
  if (typeof goal === "string") {
    return {
      verdict: goal === "base_missing" ? "not_enough_data" : "not_applicable",
      reason: goal,
      known: { numerator, denominator, current: value, base: base?.value ?? null },
    };
  }
  const known = {
    numerator,
    denominator,
    value: value === null ? null : goal.valueOf(value),
    bound: goal.bound,
    far: goal.far,
    current: change === null ? null : value,
    base: goal.base,
  };
  const field = measure.type === "rank" ? fieldTrouble(measure.fieldSize, value, goal.base) : null;
  if (field !== null) {
    const verdict = field === "outside_field" ? "not_enough_data" : "not_applicable";
    return { verdict, reason: field, known };
  }
  const missing = missingIn(subject, figures);
  if (missing.names.size === 0 && value === null) {
    if (!reckoned.empty) return { verdict: "not_enough_data", reason: "not_reported", known };
    return subject.emptyMeets
      ? { verdict: "met", reason: null, known }
      : { verdict: "not_applicable", reason: "empty_denominator", known };
  }
  const limits = limitsOf(measure, subject);
  const over = (open: ReadonlySet<string>) => possibilityOf(subject, goal.met, figures, open, limits);
  const reached = value !== null && reaches(goal.met, value);
  const sofar = missing.names.size > 0 ? over(missing.names) : reached ? "guaranteed" : "impossible";
  // What must never occur has occurred, even where the figure could fall again.
  const lost = measure.type === "zero" && sofar === "impossible";
  const end =
    lost || !moment.open
      ? sofar
      : baseMoves(measure, moment)
        ? "possible"
        : over(comingIn(subject, figures, missing.names));
  return { subject, reckoned, goal, missing, sofar, end, known };
}

/** Whether the base is of the periods so far only, so that the level at the end of the span is not known yet. */
export function baseMoves(measure: LevelMeasure, moment: Moment): boolean {
  return moment.open && changeOf(measure)?.base?.on === "same_period";
}

/** The inputs a subject reads of which figures can still come while its span is open. */
export function comingIn(
  subject: Subject,
  { final = [] }: Pick<Figures, "final">,
  missing: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set([...inputsOf(subject)].filter((name) => missing.has(name) || !final.includes(name)));
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
