// The reporting windows of the regimes in plans/register, year by year, leap and normal.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type PeriodUnit, periodsBetween } from "../calendar/index.ts";
import { readRegisterDocument } from "./read-plan.ts";
import type { RegimeDocument } from "./regime-document.ts";

function regime(name: string): RegimeDocument {
  const url = new URL(`../../../../plans/register/${name}.yaml`, import.meta.url);
  const { document, problems } = readRegisterDocument(readFileSync(url, "utf8"));
  expect(problems).toEqual([]);
  if (document?.kind !== "regime") throw new Error(`${name} is no regime`);
  return document;
}

/** Windows of the periods named after a year, as "from – to". */
function windows({ periods }: RegimeDocument, unit: PeriodUnit, year: number): Record<string, string> {
  const rule = periods.find((period) => period.unit === unit);
  const all = periodsBetween(unit, `${year - 1}-06-01`, `${year + 1}-06-30`, rule);
  const named = all.filter(({ id }) => id.startsWith(String(year)));
  return Object.fromEntries(named.map(({ id, from, to }) => [id, `${from} – ${to}`]));
}

const day = (year: number, month: number, date: number) =>
  `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;

describe.each(["che-do-nd-09-2019", "che-do-nghe-an-2017"])("%s", (name) => {
  const document = regime(name);

  it.each([2016, 2017, 2019, 2020])("cuts %i from the 15th to the 14th", (year) => {
    const before = year - 1;
    const months = Array.from({ length: 12 }, (_, index) => {
      const from = index === 0 ? day(before, 12, 15) : day(year, index, 15);
      return [`${year}-${String(index + 1).padStart(2, "0")}`, `${from} – ${day(year, index + 1, 14)}`];
    });
    expect(windows(document, "month", year)).toEqual(Object.fromEntries(months));
    expect(windows(document, "quarter", year)).toEqual({
      [`${year}-Q1`]: `${before}-12-15 – ${year}-03-14`,
      [`${year}-Q2`]: `${year}-03-15 – ${year}-06-14`,
      [`${year}-Q3`]: `${year}-06-15 – ${year}-09-14`,
      [`${year}-Q4`]: `${year}-09-15 – ${year}-12-14`,
    });
    expect(windows(document, "half_year", year)).toEqual({
      [`${year}-H1`]: `${before}-12-15 – ${year}-06-14`,
      [`${year}-H2`]: `${year}-06-15 – ${year}-12-14`,
    });
    expect(windows(document, "year", year)).toEqual({ [year]: `${before}-12-15 – ${year}-12-14` });
  });

  it.each([2016, 2017, 2019, 2020])("leaves no day of %i out of its months, quarters and halves", (year) => {
    for (const unit of ["month", "quarter", "half_year"] as const) {
      const rule = document.periods.find((period) => period.unit === unit);
      const list = periodsBetween(unit, `${year}-01-01`, `${year + 1}-03-01`, rule);
      for (const [index, { from }] of list.entries()) {
        const before = list[index - 1];
        if (before === undefined) continue;
        const next = new Date(Date.parse(`${before.to}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
        expect(from).toBe(next);
      }
    }
  });
});

it.each([2016, 2017, 2019, 2020])("nine months of %i end on 14 September, by the decree", (year) => {
  expect(windows(regime("che-do-nd-09-2019"), "nine_months", year)).toEqual({
    [`${year}-9M`]: `${year - 1}-12-15 – ${year}-09-14`,
  });
});

describe("che-do-nd-138-2016", () => {
  const document = regime("che-do-nd-138-2016");

  it.each([
    [2016, 29],
    [2017, 28],
    [2019, 28],
    [2020, 29],
  ])("cuts %i by the calendar", (year, february) => {
    const months = windows(document, "month", year);
    expect(Object.keys(months)).toHaveLength(12);
    expect(months[`${year}-02`]).toBe(`${year}-02-01 – ${year}-02-${february}`);
    expect(windows(document, "quarter", year)[`${year}-Q1`]).toBe(`${year}-01-01 – ${year}-03-31`);
    expect(windows(document, "half_year", year)[`${year}-H2`]).toBe(`${year}-07-01 – ${year}-12-31`);
    expect(windows(document, "year", year)).toEqual({ [year]: `${year}-01-01 – ${year}-12-31` });
  });

  it("has reports sent on the 25th, the 20th, 15/6 and 10/12", () => {
    expect(document.periods.map(({ unit, submission }) => [unit, submission])).toEqual([
      ["month", { day: 25, monthsAfter: 0, hour: null }],
      ["quarter", { day: 20, monthsAfter: 0, hour: null }],
      ["half_year", { day: 15, monthsAfter: 0, hour: null }],
      ["year", { day: 10, monthsAfter: 0, hour: null }],
    ]);
  });
});
