// Instants: the end of a day in Vietnam, and dates and hours read back from microseconds.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateOfDayNumber } from "./date.ts";
import { dateOfInstant, endOfDay, hourOfInstant, startOfDay } from "./instant.ts";

const micros = (iso: string): number => Date.parse(iso) * 1_000;

describe("instants", () => {
  it("ends a day at 17:00Z, or at its hour", () => {
    expect(endOfDay("2017-06-30", null)).toBe(micros("2017-06-30T17:00:00Z"));
    expect(endOfDay("2017-06-30", "17:00")).toBe(micros("2017-06-30T10:00:00Z"));
    expect(endOfDay("2038-12-31", null)).toBe(micros("2038-12-31T17:00:00Z"));
    expect(startOfDay("2017-06-30")).toBe(micros("2017-06-29T17:00:00Z"));
  });

  it("refuses hours that do not exist", () => {
    for (const hour of ["24:00", "9:00", "17:60", "17h"])
      expect(() => endOfDay("2017-06-30", hour)).toThrow(RangeError);
  });

  it("reads the date and the hour back", () => {
    expect(dateOfInstant(micros("2017-06-30T16:59:59Z"))).toBe("2017-06-30");
    expect(dateOfInstant(micros("2017-06-30T17:00:00Z"))).toBe("2017-07-01");
    expect(hourOfInstant(micros("2017-06-30T17:05:59Z"))).toBe("00:05");
    expect(hourOfInstant(micros("1969-12-31T16:59:00Z"))).toBe("23:59");
  });

  it("keeps every due date and hour through an instant", () => {
    const day = fc.integer({ min: -100_000, max: 100_000 });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1_439 }), (number, minute) => {
        const date = dateOfDayNumber(number);
        const hour = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
        const at = endOfDay(date, hour);
        expect(Number.isSafeInteger(at)).toBe(true);
        expect([dateOfInstant(at), hourOfInstant(at)]).toEqual([date, hour]);
        expect(dateOfInstant(endOfDay(date, null) - 1)).toBe(date);
      }),
    );
  });
});
