// The address of the page of reports, and the periods it offers.

import { expect, it } from "vitest";
import { lastMonth, periodChoices, readReportsSearch } from "./reports-search.ts";

it("keeps plan, agency and a period that can be, and drops the rest", () => {
  expect(readReportsSearch({ plan: "kh-42-2017", agency: "", period: "2017-Q3", x: 1 })).toEqual({
    plan: "kh-42-2017",
    period: "2017-Q3",
  });
  expect(readReportsSearch({ period: 2017 })).toEqual({ period: "2017" });
  expect(readReportsSearch({ period: "tháng 3" })).toEqual({});
});

it("offers this year and the one before, and begins with the last month", () => {
  const choices = new Map(periodChoices("2017-02-01"));
  expect(choices.get("month")).toHaveLength(24);
  expect(choices.get("half")?.slice(0, 3)).toEqual(["2017-H1", "2017-9M", "2017-H2"]);
  expect(choices.get("year")).toEqual(["2017", "2016"]);
  expect([lastMonth("2017-02-01"), lastMonth("2017-01-31"), lastMonth("2017-12-09")]).toEqual([
    "2017-01",
    "2016-12",
    "2017-11",
  ]);
});
