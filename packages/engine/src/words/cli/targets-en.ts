// The command line's words about figures and targets, in English.

import type { targetsVi } from "./targets-vi.ts";

export const targetsEn: typeof targetsVi = {
  report: {
    summary: "report one figure of one period, an estimate or official",
    input: "id of the input",
    period: "the period, such as 2017-07, 2017-Q3, 2017",
    value: "the value: a number, 1 or 0 for yes or no, or a day as year-month-day",
    nothing: "the agency has no figure to give; needs a reason",
    estimate: "it is an estimate; without it, official",
    confirmed: "the value differs much from the period before, and was checked",
    agency: "whose figure it is; without it, the agency of whoever acts",
    valueMissing: "Give --value or --nothing, one of them.",
    done: (input, period, value) => `Recorded ${input}, period ${period}: ${value}`,
    noFigure: "no figure",
  },
  targets: {
    summary: "the targets of a plan: figures, verdicts and what is not reported",
    one: "one target with its readings by agency and period",
    target: "id of the target",
    asOf: "as recorded at the end of this date; what was entered later does not count",
    at: (date) => `Targets as of ${date}`,
    unknown: (id) => `The plan has no target “${id}”.`,
    provisional: (verdict) => `${verdict} (provisional)`,
    statuses: { estimate: "estimate", official: "official" },
    missing: (count) => `Not reported: ${count}`,
    more: (count) => `… and ${count} more`,
    readings: ["PERIOD", "AGENCY", "FIGURE", "VALUE", "STATUS"],
    nothing: "no figure",
    none: "The plan has no targets.",
  },
};
