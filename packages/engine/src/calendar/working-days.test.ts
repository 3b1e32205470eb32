// Working days: the year 2017 as decided, and counting against a day-by-day oracle.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dateOfDayNumber, dayNumber, weekday } from "./date.ts";
import { type CalendarDays, createCalendar } from "./working-days.ts";

const tet = ["26", "27", "30", "31"].map((day) => ({ date: `2017-01-${day}` }));
const year2017: CalendarDays = {
  weekend: [6, 7],
  holidays: [
    { date: "2017-01-02" },
    ...tet,
    { date: "2017-02-01" },
    { date: "2017-05-01" },
    { date: "2017-05-02" },
  ],
  swaps: [{ off: "2017-09-01", worked: "2017-09-09" }],
  covers: { from: "2017-01-01", to: "2017-12-31" },
};

describe("working days", () => {
  const calendar = createCalendar(year2017);

  it("skips weekends, holidays and swapped days, and works the day made up", () => {
    expect(calendar.isWorkingDay("2017-01-25")).toBe(true);
    expect(calendar.isWorkingDay("2017-01-26")).toBe(false);
    expect(calendar.isWorkingDay("2017-01-28")).toBe(false);
    expect(calendar.isWorkingDay("2017-09-01")).toBe(false);
    expect(calendar.isWorkingDay("2017-09-09")).toBe(true);
  });

  it("does not count the first day", () => {
    expect(calendar.addWorkingDays("2017-01-25", 1)).toBe("2017-02-02");
    expect(calendar.addWorkingDays("2017-05-02", 2)).toBe("2017-05-04");
    expect(calendar.addWorkingDays("2017-01-28", 0)).toBe("2017-01-28");
    expect(calendar.addWorkingDays("2017-02-02", -1)).toBe("2017-01-25");
  });

  it("rolls forward over days off", () => {
    expect(calendar.nextWorkingDay("2017-04-29")).toBe("2017-05-03");
    expect(calendar.nextWorkingDay("2017-05-03")).toBe("2017-05-03");
  });

  it("says for which days holidays are known", () => {
    expect(calendar.covers("2017-12-31")).toBe(true);
    expect(calendar.covers("2018-01-01")).toBe(false);
  });

  it("says whether a count over some days is confirmed", () => {
    const [tet2018, swap] = [
      { date: "2017-12-25", assumption: "not decided" },
      { off: "2017-11-20", worked: "2017-11-25", assumption: "the Saturday was not checked" },
    ];
    const unsure = createCalendar({ ...year2017, holidays: [tet2018], swaps: [swap] });
    expect(calendar.isConfirmed("2017-01-01", "2017-12-31")).toBe(true);
    expect(calendar.isConfirmed("2017-12-20", "2018-01-01")).toBe(false);
    expect(unsure.isConfirmed("2017-12-20", "2017-12-24")).toBe(true);
    expect(unsure.isConfirmed("2017-12-20", "2017-12-25")).toBe(false);
    expect(unsure.isConfirmed("2017-11-21", "2017-11-25")).toBe(false);
  });

  it("refuses a week without working days", () => {
    expect(() => createCalendar({ ...year2017, weekend: [1, 2, 3, 4, 5, 6, 7] })).toThrow(RangeError);
  });

  it("ends even for counts without measure", () => {
    expect(() => calendar.addWorkingDays("2017-01-01", Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});

describe("counting, for any calendar", () => {
  const base = dayNumber("2017-01-01");
  const day = fc.integer({ min: base - 200, max: base + 600 }).map(dateOfDayNumber);
  const anyCalendar = fc.record({
    weekend: fc.constantFrom([6, 7], [7], [5, 6], [], [1, 2, 3, 4, 5, 6]),
    holidays: fc.array(
      day.map((date) => ({ date })),
      { maxLength: 40 },
    ),
    swaps: fc.array(fc.record({ off: day, worked: day }), { maxLength: 5 }),
    workedDays: fc.option(fc.array(fc.record({ date: day }), { maxLength: 5 }), { nil: undefined }),
    covers: fc.constant({ from: "2016-01-01", to: "2018-12-31" }),
  });
  const n = fc.integer({ min: -60, max: 60 });

  const works = (days: CalendarDays, date: string): boolean => {
    if (days.swaps.some((swap) => swap.worked === date)) return true;
    if (days.workedDays?.some((worked) => worked.date === date)) return true;
    if (days.swaps.some((swap) => swap.off === date)) return false;
    return !days.holidays.some((holiday) => holiday.date === date) && !days.weekend.includes(weekday(date));
  };

  it("agrees with walking day by day", () => {
    fc.assert(
      fc.property(anyCalendar, day, n, (days, from, count) => {
        const calendar = createCalendar(days);
        let date = from;
        for (let left = Math.abs(count); left > 0; ) {
          date = addDays(date, Math.sign(count));
          if (works(days, date)) left -= 1;
        }
        expect(calendar.addWorkingDays(from, count)).toBe(date);
        let next = from;
        while (!works(days, next)) next = addDays(next, 1);
        expect(calendar.nextWorkingDay(from)).toBe(next);
      }),
    );
  });

  it("counts back what it added", () => {
    fc.assert(
      fc.property(anyCalendar, day, n, (days, from, count) => {
        const calendar = createCalendar(days);
        expect(calendar.workingDaysBetween(from, calendar.addWorkingDays(from, count))).toBe(count);
      }),
    );
  });

  it("is monotone in the count and in the date, and lands on working days", () => {
    fc.assert(
      fc.property(anyCalendar, day, day, n, (days, a, b, count) => {
        const calendar = createCalendar(days);
        expect(calendar.addWorkingDays(a, count) < calendar.addWorkingDays(a, count + 1)).toBe(true);
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(calendar.addWorkingDays(early, count) <= calendar.addWorkingDays(late, count)).toBe(true);
        if (count !== 0) expect(calendar.isWorkingDay(calendar.addWorkingDays(a, count))).toBe(true);
      }),
    );
  });
});
