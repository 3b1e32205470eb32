// Due dates against an oracle that walks day by day, on the national calendar 2017–2030.

import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  createCalendar,
  type DateText,
  dateOfDayNumber,
  dayNumber,
  daysInMonth,
  endOfDay,
  partsOfDate,
  weekday,
} from "../calendar/index.ts";
import { readDueText } from "../language/due-text.ts";
import { type CalendarDocument, readRegisterDocuments } from "../language/index.ts";
import type { DayUnit, Due } from "../language/plan.ts";
import { type DueContext, dueDate } from "./due-date.ts";

const folder = new URL("../../../../plans/register/", import.meta.url);
const texts = readdirSync(folder)
  .filter((name) => name.startsWith("calendar-"))
  .map((name) => ({ text: readFileSync(new URL(name, folder), "utf8") }));
const versions = readRegisterDocuments(texts)
  .flatMap(({ document }) => (document?.kind === "calendar" && document.id === "lich-vn" ? [document] : []))
  .sort((a, b) => (a.from < b.from ? -1 : 1));
const national = versions.at(-1) as CalendarDocument;
const calendar = createCalendar(national);

const offDays = new Set(national.holidays.map(({ date }) => date));
const swappedOff = new Set(national.swaps.map(({ off }) => off));
const swappedWorked = new Set(national.swaps.map(({ worked }) => worked));

/** From the document's rows alone. */
function works(date: DateText): boolean {
  if (swappedWorked.has(date)) return true;
  return weekday(date) <= 5 && !offDays.has(date) && !swappedOff.has(date);
}

/** The slow way: one day at a time. */
function walked(from: DateText, count: number, unit: DayUnit, rollForward: boolean): DateText {
  let date = from;
  if (unit === "months") {
    const { year, month, day } = partsOfDate(from);
    let [y, m] = [year, month];
    for (let left = count; left > 0; left -= 1) [y, m] = m === 12 ? [y + 1, 1] : [y, m + 1];
    const last = daysInMonth(y, m);
    const two = (number: number) => String(number).padStart(2, "0");
    date = `${y}-${two(m)}-${two(Math.min(day, last))}`;
  } else {
    for (let left = count; left > 0; ) {
      date = addDays(date, 1);
      if (unit === "days" || works(date)) left -= 1;
    }
  }
  while (rollForward && !works(date)) date = addDays(date, 1);
  return date;
}

const day = fc.integer({ min: dayNumber("2017-01-01"), max: dayNumber("2029-06-30") }).map(dateOfDayNumber);
const unit = fc.constantFrom<DayUnit>("working_days", "days", "months");
const count = fc.integer({ min: 0, max: 60 });
const context = (event: DateText, over: Partial<DueContext> = {}): DueContext => ({
  issued: "1999-01-01",
  opened: "1999-01-01",
  occurrenceEnd: null,
  completed: () => null,
  ...over,
  ...(Object.keys(over).length === 0 ? { issued: event } : {}),
});
const after = (n: number, what: DayUnit, on: "issue" | "opening" = "issue"): Due => ({
  form: "after",
  text: "",
  count: n,
  unit: what,
  event: { on },
  hour: null,
});

describe("a computed due", () => {
  it("is where walking day by day ends, rolled forward or not", () => {
    fc.assert(
      fc.property(day, count, unit, fc.boolean(), (from, n, what, roll) => {
        const due = dueDate(after(n, what), context(from), calendar, roll);
        expect(due).toEqual({ date: walked(from, n, what, roll), hour: null, kind: "computed" });
      }),
      { numRuns: 2_000 },
    );
  });

  it("does not count the first day, and when rolled forward falls on a working day not before", () => {
    fc.assert(
      fc.property(day, count, unit, (from, n, what) => {
        const plain = dueDate(after(n, what), context(from), calendar, false)?.date ?? "";
        const rolled = dueDate(after(n, what), context(from), calendar, true)?.date ?? "";
        expect(works(rolled)).toBe(true);
        expect(rolled >= plain && calendar.addWorkingDays(plain, 1) >= rolled).toBe(true);
        if (n > 0) expect(plain > from).toBe(true);
        if (n > 0 && what === "working_days") expect(rolled).toBe(plain);
      }),
    );
  });

  it("counts from issue, opening, completion, the period's end or a day the text names", () => {
    const read = (text: string): Due => {
      const reading = readDueText(text, { year: 2026, before: null });
      if (!reading.ok) throw new Error(`${text}: ${reading.fault.code}`);
      return reading.due;
    };
    const events: DueContext = {
      issued: "2026-01-28",
      opened: "2026-03-02",
      occurrenceEnd: "2026-03-31",
      completed: (task) => (task === "de-an" ? "2026-04-24" : null),
    };
    const on = (text: string) => dueDate(read(text), events, calendar, true)?.date ?? null;
    // Tết 14–22/2/2026 lies between.
    expect(on("sau 10 ngày làm việc kể từ ngày ban hành")).toBe("2026-02-11");
    expect(on("sau 13 ngày làm việc kể từ ngày ban hành")).toBe("2026-02-23");
    expect(on("trong 5 ngày làm việc kể từ ngày nhận được yêu cầu")).toBe("2026-03-09");
    expect(on("3 ngày kể từ khi hoàn thành de-an")).toBe("2026-04-28");
    expect(on("3 ngày kể từ khi hoàn thành viec-khac")).toBeNull();
    expect(on("hằng quý, sau 5 ngày làm việc")).toBe("2026-04-07");
    expect(on("10 ngày làm việc kể từ ngày 29/4/2026")).toBe("2026-05-15");
    expect(on("6 tháng kể từ ngày 31/8/2025")).toBe("2026-03-02");
  });

  it("moves with a swap announced eight days ahead, and a stated one stays", () => {
    const before = createCalendar(versions[1] as CalendarDocument);
    const since = createCalendar(versions[2] as CalendarDocument);
    const due = (text: string, known: typeof calendar) => {
      const reading = readDueText(text, { year: 2026, before: "strict" });
      return reading.ok ? dueDate(reading.due, context("2025-12-26"), known, true) : null;
    };
    const term = "5 ngày làm việc kể từ ngày ban hành";
    expect([due(term, before)?.date, due(term, since)?.date]).toEqual(["2026-01-05", "2026-01-06"]);
    expect(due("02/01/2026", before)).toEqual(due("02/01/2026", since));
    expect(due("02/01/2026", since)).toEqual({ date: "2026-01-02", hour: null, kind: "given" });
  });
});

describe("a stated due", () => {
  it("is never moved, whatever the calendar and the switch say", () => {
    const hour = fc.constantFrom(null, "14:00");
    const bound = fc.constantFrom<"before" | "on_or_before">("before", "on_or_before");
    fc.assert(
      fc.property(day, hour, bound, fc.boolean(), (date, at, how, roll) => {
        const due: Due = { form: "date", text: "", date, hour: at, bound: how };
        expect(dueDate(due, context(date), calendar, roll)).toEqual({ date, hour: at, kind: "given" });
        const window: Due = { form: "window_end", text: "", hour: at };
        const ends = context(date, { occurrenceEnd: date });
        expect(dueDate(window, ends, calendar, roll)).toEqual({ date, hour: at, kind: "given" });
      }),
    );
  });

  it("ends with its last day in Vietnam, 17:00 of universal time, or at its hour", () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(endOfDay(date, null)).toBe(Date.parse(`${date}T17:00:00Z`) * 1_000);
        expect(endOfDay(date, "14:00")).toBe(Date.parse(`${date}T07:00:00Z`) * 1_000);
      }),
    );
  });
});
