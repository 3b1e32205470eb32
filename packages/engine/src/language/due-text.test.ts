// Dues as signed texts phrase them, and what each means.

import { describe, expect, it } from "vitest";
import { readDate, readHour, readYears } from "./date-text.ts";
import { type DueContext, readDueText } from "./due-text.ts";
import type { Due } from "./plan.ts";

const in2017: DueContext = { year: 2017, before: null };

/** A due without its text, and what the words imply. */
function meaning(text: string, context = in2017): unknown {
  const read = readDueText(text, context);
  if (!read.ok) return read.fault.code;
  const { text: words, ...due } = read.due as Due & { text: string };
  expect(words).toBe(text);
  return read.mode === null ? due : { ...due, mode: read.mode };
}

const day = (date: string, hour: string | null = null) => ({
  form: "date",
  date,
  hour,
  bound: "on_or_before",
});
const after = (count: number, unit: string, event: object) => ({
  form: "after",
  count,
  unit,
  event,
  hour: null,
});
const each = (period: string, offset = 0, unit = "days") => ({
  form: "each_period",
  period,
  regime: null,
  offset,
  unit,
  hour: null,
  mode: "recurring",
});

const phrases: [text: string, means: unknown][] = [
  ["31/12/2017", day("2017-12-31")],
  ["2017-12-31", day("2017-12-31")],
  ["ngày 05 tháng 01 năm 2017", day("2017-01-05")],
  ["30/6", day("2017-06-30")],
  ["chậm nhất 30/6/2017 14:00", day("2017-06-30", "14:00")],
  ["Chậm nhất 14h30 ngày 30/6/2017", day("2017-06-30", "14:30")],
  ["đến hết ngày 15/12/2017", day("2017-12-15")],
  ["hoàn thành chậm nhất ngày 15/12/2017.", day("2017-12-15")],
  ["by 15/12/2017", day("2017-12-15")],
  ["on or before 2017-12-15", day("2017-12-15")],
  ["quý III", day("2017-09-30")],
  ["Quý 3/2017", day("2017-09-30")],
  ["trong quý IV năm 2017", day("2017-12-31")],
  ["quarter III", day("2017-09-30")],
  ["Q2 2017", day("2017-06-30")],
  ["tháng 7", day("2017-07-31")],
  ["tháng 2/2016", day("2016-02-29")],
  ["July", day("2017-07-31")],
  ["đầu tháng 7", day("2017-07-01")],
  ["giữa tháng 7/2017", day("2017-07-15")],
  ["cuối tháng 2", day("2017-02-28")],
  ["end of February", day("2017-02-28")],
  ["đầu năm", day("2017-01-01")],
  ["giữa năm 2017", day("2017-06-30")],
  ["cuối năm", day("2017-12-31")],
  ["end of the year", day("2017-12-31")],
  ["6 tháng đầu năm", day("2017-06-30")],
  ["first half", day("2017-06-30")],
  ["9 tháng", day("2017-09-30")],
  ["năm 2017", day("2017-12-31")],
  ["hằng tuần", each("week")],
  ["hàng tháng", each("month")],
  ["hằng quý", each("quarter")],
  ["hằng quý, sau 5 ngày làm việc", each("quarter", 5, "working_days")],
  ["mỗi 6 tháng", each("half_year")],
  ["hằng năm", each("year")],
  ["monthly, within 3 working days", each("month", 3, "working_days")],
  ["annually", each("year")],
  ["thường xuyên", { form: "none", mode: "ongoing" }],
  ["ongoing", { form: "none", mode: "ongoing" }],
  ["khi phát sinh", { form: "none", mode: "event" }],
  ["không thời hạn", { form: "none" }],
  ["no due date", { form: "none" }],
  ["theo kỳ họp HĐND cuối năm", { form: "session", session: "theo kỳ họp HĐND cuối năm" }],
  ["at the mid-year session", { form: "session", session: "at the mid-year session" }],
  ["sau 10 ngày làm việc kể từ ngày ban hành", after(10, "working_days", { on: "issue" })],
  ["10 working days after issue", after(10, "working_days", { on: "issue" })],
  ["trong 5 ngày làm việc kể từ khi phát sinh", after(5, "working_days", { on: "opening" })],
  ["trong vòng 15 ngày kể từ ngày nhận được", after(15, "days", { on: "opening" })],
  ["trong 5 ngày làm việc", after(5, "working_days", { on: "opening" })],
  ["2 tháng sau khi lap-ke-hoach hoàn thành", after(2, "months", { on: "task", task: "lap-ke-hoach" })],
  [
    "within 5 working days of completion of one-stop",
    after(5, "working_days", { on: "task", task: "one-stop" }),
  ],
  ["trước 15/12/2017", "due_before_unclear"],
  ["trước ngày 15 tháng 12 năm 2017", "due_before_unclear"],
  ["before 15/12/2017", "due_before_unclear"],
  ["trước 14:00 ngày 15/12/2017", day("2017-12-15", "14:00")],
  ["31/6/2017", "date_not_real"],
  ["31/6", "date_not_real"],
  ["30/6/2017 24:30", "hour_not_real"],
  ["tháng 13", "due_not_understood"],
  ["sớm nhất có thể", "due_not_understood"],
  ["", "due_not_understood"],
  ["x".repeat(10_000), "due_not_understood"],
];

describe("a due in words", () => {
  it.each(phrases)("%s", (text, means) => {
    expect(meaning(text)).toEqual(means);
  });

  it("takes “before” as the convention says", () => {
    const strict = { ...in2017, before: "strict" as const };
    const inclusive = { ...in2017, before: "inclusive" as const };
    expect(meaning("trước ngày 15/12/2017", strict)).toEqual({ ...day("2017-12-14"), bound: "before" });
    expect(meaning("trước ngày 15/12/2017", inclusive)).toEqual(day("2017-12-15"));
  });

  it("shows both days where no convention says", () => {
    const read = readDueText("trước ngày 01/03/2017", in2017);
    expect(read).toMatchObject({ fault: { strict: "28/02/2017", inclusive: "01/03/2017" } });
  });

  it("needs a year where the period has several", () => {
    const several = { ...in2017, year: null };
    for (const text of ["quý III", "30/6", "cuối năm", "tháng 7"])
      expect(meaning(text, several)).toBe("due_year_missing");
    expect(meaning("quý III/2018", several)).toEqual(day("2018-09-30"));
  });

  it("tells the span that words name, for windows", () => {
    expect(readDueText("tháng 7", in2017)).toMatchObject({ span: { from: "2017-07-01", to: "2017-07-31" } });
    expect(readDueText("31/7/2017", in2017)).toMatchObject({ span: null });
  });
});

describe("dates, hours and years", () => {
  it("finds the nearest real day", () => {
    expect(readDate("31/6/2017")).toEqual({ ok: false, nearest: "2017-06-30" });
    expect(readDate("29/02/2017")).toEqual({ ok: false, nearest: "2017-02-28" });
    expect(readDate("2017-13-01")).toEqual({ ok: false, nearest: "2017-12-01" });
    expect(readDate("29/02/2016")).toEqual({ ok: true, date: "2016-02-29" });
    expect(readDate("hôm qua")).toEqual({ ok: false, nearest: null });
    expect(readDate("01/01/0001")).toEqual({ ok: false, nearest: null });
  });

  it("reads hours", () => {
    expect(["14:00", "9h", "9h05", "14 giờ 30"].map(readHour)).toEqual(["14:00", "09:00", "09:05", "14:30"]);
    expect(["24:00", "14:60", "2pm"].map(readHour)).toEqual([null, null, null]);
  });

  it("reads periods of years", () => {
    expect(readYears("giai đoạn 2021-2025")).toEqual({ from: "2021-01-01", to: "2025-12-31" });
    expect(readYears("năm 2017")).toEqual({ from: "2017-01-01", to: "2017-12-31" });
    expect([readYears("2025-2021"), readYears("17")]).toEqual([null, null]);
  });
});
