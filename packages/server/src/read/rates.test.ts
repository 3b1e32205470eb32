// Holds the rates to figures of published reports.

import { expect, test } from "vitest";
import type { Counts } from "../contract/index.ts";
import { ratesOf } from "./rates.ts";

const none: Counts = {
  done_on_time: 0,
  done_late: 0,
  awaiting_confirmation: 0,
  in_time: 0,
  due_soon: 0,
  overdue: 0,
  no_due_date: 0,
  suspended: 0,
  withdrawn: 0,
};

test("the national report of 2017: 16,051 done of 21,914, 223 overdue, gives 98.63 % of those due", () => {
  const counts = { ...none, done_on_time: 14_068, done_late: 1_983, in_time: 5_640, overdue: 223 };
  const [onTime, ofDue, ofAssigned] = ratesOf(counts, none);
  expect(ofDue).toMatchObject({ numerator: 16_051, denominator: 16_274, basisPoints: 9863 });
  expect(onTime).toMatchObject({ numerator: 14_068, denominator: 16_051, basisPoints: 8765 });
  expect(ofAssigned).toMatchObject({ numerator: 16_051, denominator: 21_914, basisPoints: 7325 });
});

test("a province's report of 2022: 1,014 on time of 1,160 done gives 87.4 %", () => {
  const counts = { ...none, done_on_time: 1_014, done_late: 146, in_time: 88, no_due_date: 123, overdue: 16 };
  expect(ratesOf(counts, none)[0]).toMatchObject({ basisPoints: 8741 });
});

test("agencies only requested are left out, withdrawn assignments too, and an empty denominator gives no rate", () => {
  const counts = { ...none, done_on_time: 3, overdue: 2, withdrawn: 7 };
  const requested = { ...none, done_on_time: 1, overdue: 2 };
  expect(ratesOf(counts, requested).map((rate) => [rate.numerator, rate.denominator])).toEqual([
    [2, 2],
    [2, 2],
    [2, 2],
  ]);
  expect(ratesOf(none, none).every((rate) => rate.basisPoints === null)).toBe(true);
});
