// Judges a target: from its measure and the sums of what was reported to a verdict with all that explains it.

import type { Figures, Moment } from "./figures.ts";
import { judgeComposite } from "./judge-composite.ts";
import { judgeLevel } from "./judge-level.ts";
import { judgeMilestone } from "./judge-milestone.ts";
import { judgeTrend } from "./judge-trend.ts";
import { judgeUnits } from "./judge-units.ts";
import type { Judgement } from "./judgement.ts";
import type { Measure } from "./measure.ts";

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
