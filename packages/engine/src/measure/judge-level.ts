// Judges a target whose one figure is held against a level.

import { casesOf, casesToReach, turningCase } from "./cases.ts";
import type { Figures, Moment } from "./figures.ts";
import { changeOf, type LevelMeasure, reaches } from "./goal.ts";
import type { Judgement, Verdict } from "./judgement.ts";
import { judgementOf } from "./judgement-of.ts";
import { type Prospect, prospectOf } from "./prospect.ts";

export function judgeLevel(measure: LevelMeasure, figures: Figures, moment: Moment): Judgement {
  const prospect = prospectOf(measure, figures, moment);
  if ("verdict" in prospect) {
    const { verdict, reason, known } = prospect;
    return judgementOf(verdict, reason, moment.open || moment.estimate, known);
  }
  const { sofar, end, missing, known } = prospect;
  if (sofar === "possible") {
    return judgementOf("not_enough_data", missing.reason, moment.open || moment.estimate, known);
  }
  const whole = missing.names.size === 0;
  return judgementOf(verdictOf(prospect), null, moment.estimate || end === "possible", {
    ...known,
    ...(whole ? nearness(measure, prospect, figures, moment) : {}),
  });
}

/** Exceeded only where nothing is missing: what is missing could take it back to merely met. */
function verdictOf({ sofar, end, goal, reckoned, missing }: Prospect): Verdict {
  if (sofar === "impossible") return end === "possible" ? "not_met_yet" : "not_met";
  const beyond = goal.exceeded !== null && reckoned.value !== null && reaches(goal.exceeded, reckoned.value);
  return beyond && missing.names.size === 0 ? "exceeded" : "met";
}

/** Only where cases are counted: not for scores, nor for what must never occur. */
function nearness(
  measure: LevelMeasure,
  { subject, reckoned, goal }: Prospect,
  figures: Figures,
  moment: Moment,
): Pick<Judgement, "oneCase" | "casesToReach"> {
  const share = measure.type === "ratio" || changeOf(measure)?.mode === "percentage_points";
  const uncounted = measure.type === "zero" || measure.type === "index" || measure.type === "qualitative";
  const cases = uncounted ? null : casesOf(subject, reckoned, figures.inputs, share);
  if (cases === null || reckoned.value === null) return { oneCase: null, casesToReach: null };
  const turning = turningCase(cases, goal.met, measure.type !== "mean");
  const unreached: Verdict = moment.open ? "not_met_yet" : "not_met";
  const verdict = reaches(goal.met, reckoned.value) ? unreached : "met";
  return {
    oneCase: turning === null ? null : { ...turning, verdict },
    casesToReach: casesToReach(cases, goal.met),
  };
}
