// Judging targets: the rules that hold whatever the figures.

import { expect, test } from "vitest";
import { type Figures, noFigures } from "./figures.ts";
import { parseFormula } from "./formula.ts";
import { judge } from "./judge.ts";
import type { Measure } from "./measure.ts";
import { integer } from "./rational.ts";

const ast = (text: string) => {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(parsed.en);
  return parsed.ast;
};
const over95: Measure = {
  type: "ratio",
  numerator: ast("tried"),
  denominator: ast("cases"),
  level: { operator: ">", value: "95", percent: true },
  denEmpty: "not_applicable",
};
const figures: Figures = {
  ...noFigures,
  now: { tried: integer(19), cases: integer(20) },
  inputs: {
    tried: { kind: "count", cumulative: true, partOf: "cases" },
    cases: { kind: "count", cumulative: true, partOf: null },
  },
};

test("19 of 20 is not over 95 %, and one case more would be", () => {
  const said = judge(over95, figures, { open: false, estimate: false, on: "2018-01-15" });
  expect(said).toMatchObject({
    verdict: "not_met",
    provisional: false,
    numerator: integer(19),
    denominator: integer(20),
    oneCase: { part: "numerator", by: 1, verdict: "met" },
    casesToReach: 1n,
  });
  expect(judge(over95, figures, { open: true, estimate: false, on: "2017-11-15" }).verdict).toBe(
    "not_met_yet",
  );
});
