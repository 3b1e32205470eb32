// Judges a product that must exist by a day.

import { dayNumber, isRealDate } from "../calendar/date.ts";
import type { Figures, Moment } from "./figures.ts";
import type { Judgement } from "./judgement.ts";
import { judgementOf } from "./judgement-of.ts";
import type { Measure } from "./measure.ts";
import { compare, integer } from "./rational.ts";
import { inputsOf, reckon, subjectOfFormula } from "./subject.ts";

/** The day it was done is held against its due day; a day that is not reported means that it is not done yet, unless
 *  reports of ended periods are missing. */
export function judgeMilestone(
  measure: Extract<Measure, { type: "milestone" }>,
  figures: Figures,
  moment: Moment,
): Judgement {
  const subject = subjectOfFormula(measure.formula);
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
