// What each type of target promises, in a sentence.

import type { TargetType } from "../../packages/engine/src/language/target.ts";

export const targetMeaning: Readonly<Record<TargetType, string>> = {
  ratio: "A part of a whole reaches a level: numerator over denominator.",
  count: "A number of things reaches a level.",
  delta:
    "A figure rises or falls by at least so much against a base. Of a rate, “+2 %” is unclear until the way of reckoning is stated.",
  range:
    "A figure, or its change, reaches a stated span such as 5–10 %. The near end binds; the far end is what is hoped for.",
  composite: "Met when all the targets it names are met.",
  per_unit: "Every agency by itself reaches a level, or a stated share of them does.",
  mean: "A total divided by a number of units reaches a level.",
  rank: "A place in a ranking that others publish; lower is better.",
  index: "A score that others publish reaches a level.",
  milestone: "A product exists by a date.",
  zero: "Something never happens.",
  directional: "More, or less, of something, without a level. A trend, which is never met or missed.",
  qualitative: "Judged in words, by an assessor.",
};
