// Counts by bucket.

import type { Counts } from "@kehoach/server/contract";
import { expect, it } from "vitest";
import { countsOf, plus, pressing, sumOf, totalOf, without } from "./counts.ts";

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

it("counts, adds up and takes away", () => {
  expect(countsOf([{ bucket: "overdue" }, { bucket: "overdue" }])).toEqual({ ...none, overdue: 2 });
  const all = { ...none, in_time: 5, overdue: 2, withdrawn: 1 };
  expect(totalOf(all)).toBe(8);
  expect(sumOf(all, ["overdue", "withdrawn"])).toBe(3);
  expect(plus(all, all)).toEqual({ ...none, in_time: 10, overdue: 4, withdrawn: 2 });
  expect(without(all, { ...none, in_time: 1 })).toEqual({ ...all, in_time: 4 });
});

it("puts what presses first", () => {
  const late = { ...none, overdue: 1 };
  const soon = { ...none, due_soon: 3, in_time: 9 };
  expect([{ ...none, in_time: 99 }, soon, late].toSorted(pressing)).toEqual([
    late,
    soon,
    { ...none, in_time: 99 },
  ]);
});
