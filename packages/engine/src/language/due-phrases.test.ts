// The phrases of domain.md §4 and their kin, in both languages: what each means, and which are ambiguous.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DueContext, readDueText } from "./due-text.ts";
import type { Due } from "./plan.ts";

const in2017: DueContext = { year: 2017, before: null };

/** In short: a date, a term, a period, a fault. */
function meaning(text: string, context = in2017): string {
  const read = readDueText(text, context);
  if (!read.ok) return read.fault.code;
  const mode = read.mode === null ? "" : ` (${read.mode})`;
  const span = read.span === null ? "" : `${read.span.from}…`;
  return `${span}${told(read.due)}${mode}`;
}

function told(due: Due): string {
  switch (due.form) {
    case "date":
      return `${due.bound === "before" ? "<" : ""}${due.date}${due.hour === null ? "" : ` ${due.hour}`}`;
    case "after": {
      const { event } = due;
      const from = event.on === "task" ? event.task : event.on === "date" ? event.date : event.on;
      return `${due.count} ${due.unit} after ${from}`;
    }
    case "each_period":
      return `each ${due.period}${due.offset === 0 ? "" : ` + ${due.offset} ${due.unit}`}`;
    case "session":
      return "session";
    default:
      return due.form;
  }
}

/** Every phrase that the domain report names, in Vietnamese and in English. */
const named: readonly (readonly [vi: string, en: string, means: string])[] = [
  ["trước ngày 15/12", "before 15/12", "due_before_unclear"],
  ["đến ngày 15/12", "until 15/12", "2017-12-15"],
  ["chậm nhất 15/12", "no later than 15/12", "2017-12-15"],
  ["quý III", "the third quarter", "2017-07-01…2017-09-30"],
  ["6 tháng đầu năm", "first six months of the year", "2017-01-01…2017-06-30"],
  ["đầu tháng 6", "start of June", "2017-06-01"],
  ["giữa tháng 6", "middle of June", "2017-06-15"],
  ["cuối tháng 6", "end of June", "2017-06-30"],
  ["đầu năm", "start of the year", "2017-01-01"],
  ["giữa năm", "middle of the year", "2017-06-30"],
  ["cuối năm", "end of the year", "2017-12-31"],
  ["tháng 7 (cao điểm)", "July (peak)", "2017-07-01…2017-07-31 (window)"],
  ["hằng tháng", "monthly", "each month (recurring)"],
  ["hằng quý", "quarterly", "each quarter (recurring)"],
  ["thường xuyên", "ongoing", "none (ongoing)"],
  ["theo kỳ họp", "at the session", "session"],
  [
    "sau 10 ngày làm việc kể từ ngày ban hành",
    "within 10 working days of issue",
    "10 working_days after issue",
  ],
  [
    "sau 10 ngày làm việc kể từ khi giao việc",
    "10 working days after assignment",
    "10 working_days after opening",
  ],
  [
    "sau 10 ngày làm việc kể từ ngày nhận được yêu cầu",
    "10 working days after receipt of the request",
    "10 working_days after opening",
  ],
  [
    "sau 10 ngày làm việc kể từ khi hoàn thành de-an",
    "10 working days after completion of de-an",
    "10 working_days after de-an",
  ],
  ["14:00 ngày 30/6", "14:00 on 30/6", "2017-06-30 14:00"],
];

describe("the phrases of the domain report", () => {
  it.each(named)("%s = %s", (vi, en, means) => {
    expect([meaning(vi), meaning(en)]).toEqual([means, means]);
  });
});

const phrases: readonly (readonly [text: string, means: string])[] = [
  // A last day.
  ["xong trước ngày 15/12/2017", "due_before_unclear"],
  ["hoàn thành đến hết ngày 15/12", "2017-12-15"],
  ["báo cáo chậm nhất là ngày 15/12/2017", "2017-12-15"],
  ["hạn cuối: 15/12/2017", "2017-12-15"],
  ["by 15 December 2017", "2017-12-15"],
  ["by December 15th, 2017", "2017-12-15"],
  ["the end of time", "due_not_understood"],
  ["February 30, 2017", "date_not_real"],
  // Hours.
  ["chậm nhất 17 giờ 00 phút ngày 15/12", "2017-12-15 17:00"],
  ["trước 16h30' ngày 15/12", "2017-12-15 16:30"],
  ["trước 11g ngày 15/12", "2017-12-15 11:00"],
  ["trước 25 giờ ngày 15/12", "hour_not_real"],
  // Spans; the last day is the due.
  ["trong quý III/2017", "2017-07-01…2017-09-30"],
  ["hết quý III", "2017-07-01…2017-09-30"],
  ["quý ba", "2017-07-01…2017-09-30"],
  ["Q3 of 2017", "2017-07-01…2017-09-30"],
  ["quý II - III", "2017-04-01…2017-09-30"],
  ["quý I và quý II", "2017-01-01…2017-06-30"],
  ["quý I và quý III", "due_not_understood"],
  ["cuối quý III", "2017-07-01…2017-09-30"],
  ["tháng bảy", "2017-07-01…2017-07-31"],
  ["tháng mười hai", "2017-12-01…2017-12-31"],
  ["tháng 07 năm 2017", "2017-07-01…2017-07-31"],
  ["T7/2017", "2017-07-01…2017-07-31"],
  ["tháng 7, 8", "2017-07-01…2017-08-31"],
  ["tháng 7 - 9/2017", "2017-07-01…2017-09-30"],
  ["tháng 6 và tháng 12", "due_not_understood"],
  ["từ tháng 3 đến tháng 6", "2017-03-01…2017-06-30"],
  ["từ ngày 01/7 đến hết ngày 31/7/2017", "2017-07-01…2017-07-31"],
  ["from 1 July to 31 July 2017", "2017-07-01…2017-07-31"],
  ["từ 31/7 đến 01/7/2017", "due_not_understood"],
  ["từ quý II đến quý IV", "2017-04-01…2017-12-31"],
  ["từ ngày 15/11/2016 đến 15/3/2017", "2016-11-15…2017-03-15"],
  ["thượng tuần tháng 7", "2017-07-01…2017-07-10"],
  ["hạ tuần tháng 2", "2017-02-21…2017-02-28"],
  ["nửa đầu tháng 7", "2017-07-01…2017-07-15"],
  ["ngày cuối cùng của tháng 2", "2017-02-28"],
  ["last day of February", "2017-02-28"],
  ["mid-July", "2017-07-15"],
  ["6 tháng cuối năm", "2017-07-01…2017-12-31"],
  ["sáu tháng cuối năm 2017", "2017-07-01…2017-12-31"],
  ["3 tháng đầu năm", "2017-01-01…2017-03-31"],
  ["9 tháng đầu năm", "2017-01-01…2017-09-30"],
  ["nửa cuối năm", "2017-07-01…2017-12-31"],
  ["trong năm", "2017-01-01…2017-12-31"],
  ["cả năm", "2017-01-01…2017-12-31"],
  ["2017", "2017-01-01…2017-12-31"],
  ["by the end of 2017", "2017-01-01…2017-12-31"],
  // Before a span is before its first day: nothing to choose.
  ["trước tháng 12", "<2017-11-30"],
  ["trước quý IV", "<2017-09-30"],
  ["before December", "<2017-11-30"],
  // Before a named day is as unclear as before a date.
  ["trước cuối năm", "due_before_unclear"],
  // Windows.
  ["đợt cao điểm tháng 7", "2017-07-01…2017-07-31 (window)"],
  ["cao điểm: từ 01/7 đến 31/7/2017", "2017-07-01…2017-07-31 (window)"],
  ["quý IV (cao điểm)", "2017-10-01…2017-12-31 (window)"],
  ["30/6 (dự kiến)", "due_not_understood"],
  // Terms.
  ["10 (mười) ngày làm việc kể từ ngày ký", "10 working_days after issue"],
  ["10 (chín) ngày làm việc kể từ ngày ký", "due_not_understood"],
  ["mười lăm ngày kể từ ngày ký ban hành kế hoạch này", "15 days after issue"],
  ["hai mươi ngày làm việc kể từ ngày ban hành", "20 working_days after issue"],
  ["chậm nhất 05 ngày làm việc sau khi nhận được hồ sơ hợp lệ", "5 working_days after opening"],
  ["trong thời hạn 3 ngày làm việc kể từ khi tiếp nhận nạn nhân", "3 working_days after opening"],
  ["no later than five business days after receipt of the file", "5 working_days after opening"],
  ["5 ngày làm việc kể từ ngày nhận được ý kiến của Sở Tư pháp", "due_not_understood"],
  ["2 tuần kể từ ngày ban hành", "14 days after issue"],
  ["nửa tháng kể từ ngày ban hành", "15 days after issue"],
  ["3 tháng kể từ ngày ban hành", "3 months after issue"],
  ["1 năm kể từ ngày ban hành", "12 months after issue"],
  ["10 ngày làm việc kể từ ngày 15/3/2017", "10 working_days after 2017-03-15"],
  ["10 ngày kể từ ngày 15/3", "10 days after 2017-03-15"],
  ["trong 24 giờ kể từ khi phát sinh", "due_in_hours"],
  ["within 48 hours of receipt", "due_in_hours"],
  // Periods.
  ["định kỳ hằng tháng", "each month (recurring)"],
  ["mỗi tháng một lần", "each month (recurring)"],
  ["1 tháng/lần", "each month (recurring)"],
  ["định kỳ quý", "each quarter (recurring)"],
  ["định kỳ 6 tháng", "each half_year (recurring)"],
  ["định kỳ hằng 6 tháng", "each half_year (recurring)"],
  ["06 tháng/01 lần", "each half_year (recurring)"],
  ["6 tháng một lần", "each half_year (recurring)"],
  ["9 tháng hằng năm", "each nine_months (recurring)"],
  ["hằng quý, chậm nhất sau 05 ngày làm việc", "each quarter + 5 working_days (recurring)"],
  ["hằng tháng + 2 tuần", "each month + 14 days (recurring)"],
  ["trước ngày 20 hằng tháng", "due_day_of_period"],
  ["15/12 hằng năm", "due_day_of_period"],
  ["chiều thứ sáu hằng tuần", "due_day_of_period"],
  ["hằng tháng, trước ngày 20", "due_day_of_period"],
  ["monthly, by the 20th", "due_day_of_period"],
  ["ngày 15 của tháng cuối quý", "due_day_of_period"],
  ["hằng quý, 6 tháng, năm", "due_not_understood"],
  // Without a day.
  ["thường xuyên trong năm", "none (ongoing)"],
  ["thường xuyên, liên tục", "none (ongoing)"],
  ["khi có yêu cầu", "none (event)"],
  ["đột xuất", "none (event)"],
  ["trình kỳ họp thứ 5 HĐND tỉnh", "session"],
  ["phiên họp thường kỳ tháng 7 của UBND tỉnh", "session"],
  // Words that no law turns into a day.
  ["trước Tết Nguyên đán", "due_vague"],
  ["kịp thời", "due_vague"],
  ["đầu quý III", "due_vague"],
  ["tuần đầu tháng 7", "due_vague"],
  ["early July", "due_vague"],
  ["as soon as possible", "due_vague"],
];

describe("their kin", () => {
  it.each(phrases)("%s", (text, means) => {
    expect(meaning(text)).toBe(means);
  });

  it("need a year where the plan's period has several", () => {
    const several = { ...in2017, year: null };
    for (const text of ["trước tháng 12", "cao điểm tháng 7", "10 ngày kể từ ngày 15/3", "trong năm"])
      expect([text, meaning(text, several)]).not.toEqual([text, meaning(text)]);
    expect(meaning("trước tháng 12", several)).toBe("due_year_missing");
    expect(meaning("cao điểm tháng 7", several)).toBe("due_year_missing");
  });

  it("keep the office's convention for “before” a named day", () => {
    expect(meaning("trước cuối năm", { year: 2017, before: "strict" })).toBe("<2017-12-30");
    expect(meaning("trước cuối năm", { year: 2017, before: "inclusive" })).toBe("2017-12-31");
    expect(meaning("trước quý IV", { year: 2017, before: "inclusive" })).toBe("<2017-09-30");
  });

  it("answer whatever is asked, and quickly", () => {
    const pieces = [
      "ngày",
      "tháng",
      "quý",
      "iii",
      "20",
      "hằng",
      "trước",
      "từ",
      "đến",
      "(",
      ")",
      "kể từ",
      "giờ",
      ",",
    ];
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((list) => list.join(" "));
    fc.assert(
      fc.property(text, (phrase) => {
        const start = performance.now();
        expect(typeof meaning(phrase)).toBe("string");
        expect(performance.now() - start).toBeLessThan(200);
      }),
      { numRuns: 500 },
    );
  });
});
