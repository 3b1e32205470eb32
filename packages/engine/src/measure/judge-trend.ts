// Says how a trend goes, which is never judged.

import type { Figures, Moment } from "./figures.ts";
import type { Judgement } from "./judgement.ts";
import { judgementOf } from "./judgement-of.ts";
import type { Measure } from "./measure.ts";
import { negate, subtract } from "./rational.ts";
import { reckon, subjectOfFormula } from "./subject.ts";

/** `value` is how far it went the way that is better. */
export function judgeTrend(
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
  const value = difference === null || measure.direction === "up" ? difference : negate(difference);
  return judgementOf("not_applicable", "trend_only", moving, {
    value,
    numerator,
    denominator,
    current,
    base,
  });
}
