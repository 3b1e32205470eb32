// Dates in and out.

import { describe, expect, it } from "vitest";
import { readDate, readHour, showDate, showDay, showMoment } from "./date.ts";

describe("dates", () => {
  it("shows dates as dd/MM/yyyy", () => {
    expect(showDate("2017-07-05")).toBe("05/07/2017");
  });

  it("shows instants in Vietnam's time", () => {
    const lastMinute = Date.UTC(2017, 6, 30, 16, 59) * 1000;
    expect(showMoment(lastMinute)).toBe("30/07/2017 23:59");
    expect(showDay(lastMinute + 60_000_000)).toBe("31/07/2017");
  });

  it("reads what a person types and refuses days that do not exist", () => {
    expect(readDate("5/6/2017")).toBe("2017-06-05");
    expect(readDate(" 05-06-2017 ")).toBe("2017-06-05");
    expect(readDate("31/06/2017")).toBeNull();
    expect(readDate("29/02/2017")).toBeNull();
    expect(readDate("2017-06-05")).toBeNull();
  });

  it("reads times of day", () => {
    expect(["14:00", "8h30", " 9:05 "].map(readHour)).toEqual(["14:00", "08:30", "09:05"]);
    expect(["", "24:00", "14", "12:60"].map(readHour)).toEqual([null, null, null, null]);
  });
});
