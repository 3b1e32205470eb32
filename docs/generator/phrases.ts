// Reads sample phrases with the language's own readers, so that what the reference shows is what the program does.

import { displayDate } from "../../packages/engine/src/calendar/index.ts";
import { readDueText } from "../../packages/engine/src/language/due-text.ts";
import { readLevel } from "../../packages/engine/src/language/level-text.ts";
import type { DayUnit, Due, DueEvent } from "../../packages/engine/src/language/plan.ts";
import { code, table } from "./markdown.ts";

/** Vietnamese and English ways to say the same. */
const dues: readonly (readonly [vi: string, en: string])[] = [
  ["31/12/2026", "2026-12-31"],
  ["ngày 31 tháng 12 năm 2026", "31/12"],
  ["chậm nhất 30/6/2026 14:00", "by 30/6/2026 14:00"],
  ["trước 14h ngày 30/6/2026", "before 14:00 on 30/6/2026"],
  ["trước ngày 15/12/2026", "before 15/12/2026"],
  ["đầu tháng 7", "start of July"],
  ["giữa tháng 7", "middle of July"],
  ["tháng 7/2026", "July 2026"],
  ["tháng 7 (cao điểm)", "July (peak)"],
  ["từ tháng 3 đến tháng 6", "from March to June"],
  ["quý III", "quarter III"],
  ["trước quý III", "before quarter III"],
  ["6 tháng đầu năm", "first half of the year"],
  ["giữa năm", "middle of the year"],
  ["cuối năm", "end of the year"],
  ["10 ngày làm việc kể từ ngày ban hành", "10 working days after issue"],
  ["3 ngày kể từ khi phát sinh", "3 days after it arises"],
  [
    "trong 05 (năm) ngày làm việc kể từ ngày nhận được yêu cầu",
    "within five working days of receipt of the request",
  ],
  ["2 tuần kể từ ngày 15/3/2026", "2 weeks after 15 March 2026"],
  ["1 tháng kể từ khi hoàn thành quy-che", "1 month after completion of quy-che"],
  ["hằng tháng", "monthly"],
  ["hằng quý, 5 ngày làm việc sau kỳ", "quarterly, 5 working days after"],
  ["hằng năm", "yearly"],
  ["theo kỳ họp giữa năm", "at the mid-year session"],
  ["thường xuyên", "ongoing"],
  ["khi phát sinh", "when it arises"],
  ["không thời hạn", "no due date"],
];

const levels: readonly (readonly [vi: string, en: string])[] = [
  ["100%", "100 %"],
  ["trên 95%", "over 95 %"],
  ["ít nhất 98,5%", "at least 98.5 %"],
  ["90% trở lên", "90 % or more"],
  ["không quá 5", "at most 5"],
  ["dưới 10", "less than 10"],
  ["đúng 3", "exactly 3"],
];

export function dueTable(): string {
  const rows = dues.map(([vi, en]) => {
    const [first, second] = [vi, en].map((phrase) => meaningOf(phrase));
    if (first !== second) throw new Error(`“${vi}” is ${first}, but “${en}” is ${second}`);
    return [code(vi), code(en), first ?? ""];
  });
  return table(["In Vietnamese", "In English", "Read as, in a plan of 2026"], rows);
}

export function levelTable(): string {
  const rows = levels.map(([vi, en]) => {
    const [first, second] = [vi, en].map((phrase) => {
      const level = readLevel(phrase, null);
      if (level === null) throw new Error(`no level: ${phrase}`);
      return `${level.operator} ${level.value}${level.percent ? " %" : ""}`;
    });
    if (first !== second) throw new Error(`“${vi}” is ${first}, but “${en}” is ${second}`);
    return [code(vi), code(en), code(first ?? "")];
  });
  return table(["In Vietnamese", "In English", "Read as"], rows);
}

function meaningOf(phrase: string): string {
  const read = readDueText(phrase, { year: 2026, before: "strict" });
  if (!read.ok) throw new Error(`no due: ${phrase} (${read.fault.code})`);
  const mode = read.mode === null ? "" : `; the task is ${code(read.mode)}`;
  if (read.mode === "window" && read.span !== null) {
    return `a window from ${displayDate(read.span.from)} to ${displayDate(read.span.to)}${mode}`;
  }
  const convention = readDueText(phrase, { year: 2026, before: null }).ok
    ? ""
    : " (where “before” is strict)";
  return `${describe(read.due)}${convention}${mode}`;
}

function describe(due: Due): string {
  switch (due.form) {
    case "none":
      return "no due date";
    case "date": {
      const hour = due.hour === null ? "" : `, before ${due.hour}`;
      return `last day ${displayDate(due.date)}${hour}`;
    }
    case "after": {
      const event = eventOf(due.event);
      return `${amount(due.count, due.unit)} after ${event}; that day itself is not counted`;
    }
    case "each_period": {
      const { offset: units } = due;
      const offset =
        units === null || units === 0 ? "on its last day" : `${amount(units, due.unit)} after its last day`;
      return `each ${due.period.replace("_", " ")}, ${offset}`;
    }
    case "window_end":
      return "the last day of each window";
    case "session":
      return "at a session whose date is not known yet; the date is set by `adjust_due`";
  }
}

function eventOf(event: DueEvent): string {
  switch (event.on) {
    case "issue":
      return "the date of issue";
    case "opening":
      return "the assignment's opening";
    case "task":
      return `completion of ${code(event.task)}`;
    case "date":
      return displayDate(event.date);
  }
}

function amount(count: number, unit: DayUnit): string {
  const words = unit.replace("_", " ");
  return `${count} ${count === 1 ? words.replace(/s$/, "") : words}`;
}
