// Periods: ids and bounds by the calendar, and cut-offs by a regime given as data.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dateOfDayNumber, dayNumber } from "./date.ts";
import { type PeriodUnit, periodOf, periodsBetween, periodUnits, type RegimeRule } from "./period.ts";

/** Cut-offs as offices apply NĐ 09/2019/NĐ-CP: from the 15th to the 14th. */
const decree = (unit: PeriodUnit): RegimeRule => ({
  unit,
  startDay: 15,
  startMonthsBack: 1,
  endDay: 14,
  endMonthsBack: 0,
});

describe("calendar periods", () => {
  it.each([
    ["week", "2017-02-01", { id: "2017-W05", from: "2017-01-30", to: "2017-02-05" }],
    ["week", "2017-01-01", { id: "2016-W52", from: "2016-12-26", to: "2017-01-01" }],
    ["week", "2018-12-31", { id: "2019-W01", from: "2018-12-31", to: "2019-01-06" }],
    ["week", "2020-12-31", { id: "2020-W53", from: "2020-12-28", to: "2021-01-03" }],
    ["month", "2017-02-28", { id: "2017-02", from: "2017-02-01", to: "2017-02-28" }],
    ["quarter", "2017-07-30", { id: "2017-Q3", from: "2017-07-01", to: "2017-09-30" }],
    ["half_year", "2017-07-30", { id: "2017-H2", from: "2017-07-01", to: "2017-12-31" }],
    ["nine_months", "2017-09-30", { id: "2017-9M", from: "2017-01-01", to: "2017-09-30" }],
    ["year", "2017-07-30", { id: "2017", from: "2017-01-01", to: "2017-12-31" }],
  ] as const)("%s of %s", (unit, date, period) => {
    expect(periodOf(unit, date)).toEqual(period);
  });

  it("has no nine months after September", () => {
    expect(periodOf("nine_months", "2017-10-01")).toBeNull();
  });

  it("lists the periods that end in a span", () => {
    expect(periodsBetween("quarter", "2017-01-20", "2017-12-31").map((period) => period.id)).toEqual([
      "2017-Q1",
      "2017-Q2",
      "2017-Q3",
      "2017-Q4",
    ]);
    expect(periodsBetween("month", "2017-01-20", "2017-12-30")).toHaveLength(11);
    expect(periodsBetween("year", "2017-01-20", "2017-12-15")).toEqual([]);
    expect(periodsBetween("nine_months", "2016-10-01", "2017-12-31").map((period) => period.id)).toEqual([
      "2017-9M",
    ]);
    expect(periodsBetween("month", "2017-12-31", "2017-01-01")).toEqual([]);
  });
});

describe("regime periods", () => {
  it.each([
    ["month", "2017-01-14", { id: "2017-01", from: "2016-12-15", to: "2017-01-14" }],
    ["month", "2016-12-15", { id: "2017-01", from: "2016-12-15", to: "2017-01-14" }],
    ["quarter", "2017-06-14", { id: "2017-Q2", from: "2017-03-15", to: "2017-06-14" }],
    ["half_year", "2017-01-01", { id: "2017-H1", from: "2016-12-15", to: "2017-06-14" }],
    ["half_year", "2017-06-15", { id: "2017-H2", from: "2017-06-15", to: "2017-12-14" }],
    ["nine_months", "2017-05-05", { id: "2017-9M", from: "2016-12-15", to: "2017-09-14" }],
    ["year", "2016-12-15", { id: "2017", from: "2016-12-15", to: "2017-12-14" }],
  ] as const)("%s of %s from the 15th to the 14th", (unit, date, period) => {
    expect(periodOf(unit, date, decree(unit))).toEqual(period);
  });

  it("lists a year's months, not the one that ends after it", () => {
    const ids = periodsBetween("month", "2017-01-20", "2017-12-31", decree("month")).map(
      (period) => period.id,
    );
    expect(ids[0]).toBe("2017-02");
    expect(ids.at(-1)).toBe("2017-12");
  });

  it("cuts weeks on other days, and months on days that some lack", () => {
    const friday: RegimeRule = { unit: "week", startDay: 5, startMonthsBack: 1, endDay: 4, endMonthsBack: 0 };
    expect(periodOf("week", "2017-02-03", friday)).toEqual({
      id: "2017-W06",
      from: "2017-02-03",
      to: "2017-02-09",
    });
    const late: RegimeRule = {
      unit: "month",
      startDay: 31,
      startMonthsBack: 1,
      endDay: 30,
      endMonthsBack: 0,
    };
    expect(periodOf("month", "2017-02-28", late)).toEqual({
      id: "2017-02",
      from: "2017-01-31",
      to: "2017-02-28",
    });
  });
});

describe("periods of any date", () => {
  const day = fc.integer({ min: dayNumber("1990-01-01"), max: dayNumber("2060-12-31") }).map(dateOfDayNumber);
  const unit = fc.constantFrom(...periodUnits);
  const ruled = fc.boolean();

  it("hold the date, are one run without gap, and sort by id", () => {
    fc.assert(
      fc.property(unit, day, ruled, (kind, date, byRegime) => {
        const rule = byRegime && kind !== "week" ? decree(kind) : undefined;
        const period = periodOf(kind, date, rule);
        if (kind === "nine_months" && period === null) return;
        expect(period).not.toBeNull();
        if (period === null) return;
        expect(period.from <= date && date <= period.to).toBe(true);
        expect(periodOf(kind, period.from, rule)).toEqual(period);
        if (kind === "nine_months") return;
        const next = periodOf(kind, addDays(period.to, 1), rule);
        expect(next?.from).toBe(addDays(period.to, 1));
        expect((next?.id ?? "") > period.id).toBe(true);
      }),
    );
  });

  it("are exactly those found day by day", () => {
    fc.assert(
      fc.property(unit, day, fc.integer({ min: 0, max: 500 }), ruled, (kind, from, length, byRegime) => {
        const rule = byRegime && kind !== "week" ? decree(kind) : undefined;
        const to = addDays(from, length);
        const ids = new Set<string>();
        for (let date = from; date <= to; date = addDays(date, 1)) {
          const period = periodOf(kind, date, rule);
          if (period?.to === date) ids.add(period.id);
        }
        expect(periodsBetween(kind, from, to, rule).map((period) => period.id)).toEqual([...ids]);
      }),
      { numRuns: 60 },
    );
  });
});
