// Dates: real ones, nearest ones, and arithmetic against the platform's own calendar.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  displayDate,
  isRealDate,
  nearestRealDate,
  partsOfDate,
  proseDate,
  weekday,
} from "./date.ts";

const first = dayNumber("0001-01-01");
const last = dayNumber("9999-12-31");
const anyDay = fc.integer({ min: first, max: last });
/** The platform's proleptic Gregorian calendar, used as the oracle. */
const platform = (day: number): Date => new Date(day * 86_400_000);

describe("dates", () => {
  it("knows which dates exist", () => {
    for (const real of ["2016-02-29", "2000-02-29", "2017-12-31", "0001-01-01"])
      expect(isRealDate(real)).toBe(true);
    for (const unreal of [
      "2017-02-29",
      "1900-02-29",
      "2017-06-31",
      "2017-13-01",
      "2017-00-10",
      "2017-1-1",
      "0000-01-01",
      "2017-01-01T00:00",
      "",
      "２０１７-01-01",
    ])
      expect(isRealDate(unreal)).toBe(false);
  });

  it("finds the nearest real date", () => {
    expect(nearestRealDate(2017, 6, 31)).toBe("2017-06-30");
    expect(nearestRealDate(2017, 2, 29)).toBe("2017-02-28");
    expect(nearestRealDate(2016, 2, 30)).toBe("2016-02-29");
    expect(nearestRealDate(2017, 13, 0)).toBe("2017-12-01");
    expect(nearestRealDate(Number.NaN, Number.NaN, Number.NaN)).toBe("0001-01-01");
  });

  it("clamps months to the last day", () => {
    expect(addMonths("2017-01-31", 1)).toBe("2017-02-28");
    expect(addMonths("2016-01-31", 1)).toBe("2016-02-29");
    expect(addMonths("2017-03-31", -1)).toBe("2017-02-28");
    expect(addMonths("2017-11-30", 14)).toBe("2019-01-30");
  });

  it("shows dates as offices write them", () => {
    expect(displayDate("2017-07-05")).toBe("05/07/2017");
    expect(proseDate("2026-01-05")).toBe("ngày 05 tháng 01 năm 2026");
    expect(proseDate("2026-02-28")).toBe("ngày 28 tháng 02 năm 2026");
    expect(proseDate("2026-03-09")).toBe("ngày 09 tháng 3 năm 2026");
    expect(proseDate("2026-12-31")).toBe("ngày 31 tháng 12 năm 2026");
  });

  it("refuses dates that do not exist", () => {
    expect(() => dayNumber("2017-02-30")).toThrow(RangeError);
    expect(() => addDays("9999-12-31", 1)).toThrow(RangeError);
    expect(() => addMonths("0001-01-01", -1)).toThrow(RangeError);
  });

  it("agrees with the platform on every day, there and back", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = dateOfDayNumber(day);
        expect(date).toBe(platform(day).toISOString().slice(0, 10));
        expect(dayNumber(date)).toBe(day);
        expect(weekday(date)).toBe(platform(day).getUTCDay() || 7);
      }),
      { numRuns: 2_000 },
    );
  });

  it("adds and subtracts days as inverses", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -500_000, max: 500_000 }),
        fc.integer({ min: -9_999, max: 9_999 }),
        (day, n) => {
          const date = dateOfDayNumber(day);
          expect(addDays(addDays(date, n), -n)).toBe(date);
          expect(daysBetween(date, addDays(date, n))).toBe(n);
        },
      ),
    );
  });

  it("keeps the day when adding months, or takes the last one", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -200_000, max: 200_000 }),
        fc.integer({ min: -600, max: 600 }),
        (day, n) => {
          const from = partsOfDate(dateOfDayNumber(day));
          const to = partsOfDate(addMonths(dateOfDayNumber(day), n));
          expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + n);
          if (to.day !== from.day) {
            expect(to.day).toBeLessThan(from.day);
            expect(partsOfDate(addDays(addMonths(dateOfDayNumber(day), n), 1)).day).toBe(1);
          }
        },
      ),
    );
  });
});
