// Holds buckets, ageing and rates to figures of published reports and to the edges of each rule.

import { describe, expect, it } from "vitest";
import { endOfDay, startOfDay } from "../calendar/index.ts";
import { type Bucket, bucketOf, noCounts, totalOf } from "./bucket.ts";
import { ageBands, type Cell, countedAt, daysLate } from "./cell.ts";
import { figureLine } from "./figures.ts";
import { ratesOf } from "./rates.ts";

const cell = (bucket: Bucket, count: number, more: Partial<Cell> = {}): Cell => ({
  planId: "plan",
  taskId: null,
  agencyId: "agency",
  role: "lead",
  bucket,
  dated: bucket !== "no_due_date",
  fallenDue: bucket === "overdue",
  age: bucket === "overdue" ? "1_30" : null,
  stale: false,
  count,
  returned: 0,
  returns: 0,
  ...more,
});
const nobody = (): boolean => false;

describe("rates", () => {
  it("give the national report on 2017: 16,051 of 21,914 done, 223 overdue, 98.63 %", () => {
    const line = figureLine(
      [cell("done_on_time", 14_068), cell("done_late", 1_983), cell("in_time", 5_640), cell("overdue", 223)],
      nobody,
    );
    expect(totalOf(line.assignments)).toBe(21_914);
    expect(line.rates[0]).toEqual({
      id: "done_of_done_or_overdue",
      numerator: 16_051,
      denominator: 16_274,
      basisPoints: 9863,
    });
  });

  it("give the national report of August 2016: 2,501 of 2,723 due are done, 91.8 %", () => {
    const cells = [
      cell("done_on_time", 2_100, { fallenDue: true }),
      cell("done_late", 401, { fallenDue: true }),
      cell("done_on_time", 40),
      cell("awaiting_confirmation", 2, { fallenDue: true }),
      cell("overdue", 220),
      cell("suspended", 5, { fallenDue: true }),
    ];
    expect(figureLine(cells, nobody).rates[1]).toEqual({
      id: "done_of_due",
      numerator: 2_501,
      denominator: 2_723,
      basisPoints: 9185,
    });
  });

  it("have no value where there is nothing to divide by, and round halves up", () => {
    const none = { all: 0, done: 0 };
    expect(ratesOf(noCounts(), none).map((rate) => rate.basisPoints)).toEqual([null, null, null]);
    // 1/32 = 3.125 %, 3/32 = 9.375 %.
    const of32 = (done: number) =>
      ratesOf({ ...noCounts(), done_on_time: done, done_late: 32 - done }, none)[2];
    expect([of32(1)?.basisPoints, of32(3)?.basisPoints]).toEqual([313, 938]);
  });
});

describe("lines", () => {
  it("keep requested bodies and coordinations apart", () => {
    const cells = [
      cell("done_on_time", 3),
      cell("overdue", 2, { agencyId: "court" }),
      cell("overdue", 4, { role: "coordinator" }),
      cell("withdrawn", 7),
    ];
    const line = figureLine(cells, (_, agency) => agency === "court");
    expect(line.assignments).toEqual({ ...noCounts(), done_on_time: 3, withdrawn: 7 });
    expect(totalOf(line.assignments)).toBe(3);
    expect([line.requested.overdue, line.coordinations.overdue, line.ageing["1_30"]]).toEqual([2, 4, 0]);
    expect(line.rates[0]).toMatchObject({ numerator: 3, denominator: 3 });
  });

  it("count a task once, where it presses most", () => {
    const cells = [
      cell("done_on_time", 20, { taskId: "a" }),
      cell("overdue", 1, { taskId: "a" }),
      cell("done_on_time", 5, { taskId: "b" }),
      cell("done_late", 1, { taskId: "b" }),
      cell("withdrawn", 1, { taskId: "b" }),
      cell("done_on_time", 5, { taskId: "b", planId: "other" }),
    ];
    expect(figureLine(cells, nobody).tasks).toEqual({
      ...noCounts(),
      overdue: 1,
      done_late: 1,
      done_on_time: 1,
    });
  });

  it("sum ageing, silence and returns", () => {
    const cells = [
      ...ageBands.map((age, index) => cell("overdue", index + 1, { age })),
      cell("no_due_date", 21, { stale: true }),
      cell("in_time", 3, { returned: 2, returns: 5 }),
    ];
    const cause = { planId: "plan", taskId: "task", agencyId: "agency", role: "lead" } as const;
    const line = figureLine(cells, nobody, [
      { ...cause, cause: "objective", count: 2 },
      { ...cause, cause: "subjective", count: 1 },
      { ...cause, cause: "objective", count: 4, role: "coordinator" },
    ]);
    expect(line.ageing).toEqual({ "1_30": 1, "31_60": 2, "61_90": 3, over_90: 4 });
    expect(line.stale.no_due_date).toBe(21);
    expect(line.undated.no_due_date).toBe(21);
    expect(line.returns).toEqual({ assignments: 2, times: 5, objective: 2, subjective: 1 });
  });
});

describe("one assignment", () => {
  const dueAt = endOfDay("2017-06-30", null);
  const row = { category: "active", dueAt, soonAt: startOfDay("2017-06-27"), doneAt: null } as const;

  it("is in its bucket to the instant", () => {
    expect(bucketOf(row, "in_force", row.soonAt - 1)).toBe("in_time");
    expect(bucketOf(row, "in_force", row.soonAt)).toBe("due_soon");
    expect(bucketOf(row, "in_force", dueAt - 1)).toBe("due_soon");
    expect(bucketOf(row, "in_force", dueAt)).toBe("overdue");
    expect(bucketOf({ ...row, doneAt: dueAt - 1 }, "in_force", dueAt)).toBe("awaiting_confirmation");
    expect(bucketOf({ ...row, doneAt: dueAt }, "in_force", dueAt)).toBe("overdue");
    expect(bucketOf({ ...row, category: "done", doneAt: dueAt }, "withdrawn", dueAt)).toBe("done_late");
    expect(bucketOf({ ...row, category: "blocked" }, "in_force", dueAt)).toBe("suspended");
    expect(bucketOf(row, "suspended", dueAt)).toBe("suspended");
    expect(bucketOf({ ...row, dueAt: null, soonAt: null }, "ended", dueAt)).toBe("no_due_date");
  });

  it("is late by calendar days in Vietnam, by one where only an hour has passed", () => {
    const late = { dueOn: "2017-06-30", doneAt: null };
    expect(daysLate(late, dueAt)).toBe(1);
    expect(daysLate(late, endOfDay("2017-07-30", null) - 1)).toBe(30);
    expect(daysLate(late, endOfDay("2017-07-30", null))).toBe(31);
    expect(daysLate(late, endOfDay("2017-06-30", "15:00"))).toBe(1);
    expect(daysLate({ ...late, doneAt: endOfDay("2017-07-02", "08:00") }, endOfDay("2017-12-31", null))).toBe(
      2,
    );
  });

  it("is silent after more than the asked days, counted in whole days", () => {
    const { staleBefore } = countedAt(endOfDay("2017-07-31", "09:00"), 30);
    expect(staleBefore).toBe(startOfDay("2017-07-01"));
  });
});
