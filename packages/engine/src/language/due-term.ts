// Reads dues counted from an event: ten working days after issue (domain.md §4).

import { readDate } from "./date-text.ts";
import { numberPattern, readNumber } from "./due-number.ts";
import type { DayUnit, Due, DueEvent } from "./plan.ts";

/** What is counted: units of a due, and how many of them one of the words stands for. */
interface CountedUnit {
  unit: DayUnit;
  times: number;
}

/** BLDS 2015 art. 146: a week is seven days, half a month fifteen, half a year six months. */
const unitWords: readonly [words: string, counted: CountedUnit][] = [
  ["ngày làm việc|working days?|business days?", { unit: "working_days", times: 1 }],
  ["ngày(?: lịch)?|(?:calendar )?days?", { unit: "days", times: 1 }],
  ["tuần|weeks?", { unit: "days", times: 7 }],
  ["tháng|months?", { unit: "months", times: 1 }],
  ["năm|years?", { unit: "months", times: 12 }],
];
const halves: Readonly<Record<string, { count: number; unit: DayUnit }>> = {
  "nửa tháng": { count: 15, unit: "days" },
  "half a month": { count: 15, unit: "days" },
  "nửa năm": { count: 6, unit: "months" },
  "half a year": { count: 6, unit: "months" },
};

/** The source of a pattern of one group. */
export const unitPattern = `(${unitWords.map(([words]) => words).join("|")})`;
const countedUnits = unitWords.map(([words, counted]) => [new RegExp(`^(?:${words})$`), counted] as const);

/** Null: not words of a unit. */
export function readUnit(words: string): CountedUnit | null {
  return countedUnits.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

const opening =
  "(?:(?:chậm nhất|muộn nhất|không quá|không muộn hơn|no later than|at the latest)(?: là)? )?(?:(?:sau|trong vòng|trong(?: thời hạn| thời gian)?|within|in) )?";
const link = ",? (?:kể từ|tính từ|từ|sau|after|from|of|following) (.+)";
const termPattern = new RegExp(
  `^(${opening})(?:${numberPattern} ${unitPattern}|(${Object.keys(halves).join("|")}))(?:${link})?$`,
);
const hoursPattern = new RegExp(
  `^${opening}${numberPattern} (?:giờ(?: làm việc)?|tiếng|hours?)(?:${link})?$`,
);

/** Hours are read by the clock, and what a due counts from is known by its day. */
export type TermReading = { due: Due } | { fault: "due_in_hours" };

/** `year`: that of a date without one. Null: no term. */
export function readTerm(text: string, phrase: string, year: number | null): TermReading | null {
  if (hoursPattern.test(phrase)) return { fault: "due_in_hours" };
  const match = termPattern.exec(phrase);
  if (match === null) return null;
  const [, preposition, number, unit, half, words] = match;
  // "9 tháng" alone is a period, not a term.
  if (preposition === "" && words === undefined) return null;
  const event = words === undefined ? ({ on: "opening" } as const) : readEvent(words, year);
  const term = half === undefined ? counted(number ?? "", unit ?? "") : (halves[half] ?? null);
  if (event === null || term === null) return null;
  return { due: { form: "after", text, ...term, event, hour: null } };
}

function counted(number: string, words: string): { count: number; unit: DayUnit } | null {
  const count = readNumber(number);
  const found = readUnit(words);
  if (count === null || found === null || count * found.times > 10_000) return null;
  return { count: count * found.times, unit: found.unit };
}

const plan = "(?: (?:bản )?(?:kế hoạch|văn bản|quyết định|chương trình|công văn|chỉ thị))?(?: này)?";
/** What an agency receives when its assignment opens; an opinion or a result it waits for is something else. */
const received =
  "(?: (?:nhiệm vụ|văn bản|công văn|yêu cầu|đề nghị|kiến nghị|thông tin|tin báo|tố giác|hồ sơ(?: hợp lệ)?|vụ việc|nạn nhân))?";
const taskId = "(?:nhiệm vụ |task )?([a-z0-9][a-z0-9-]{0,62})";

const issueWords = [
  `(?:ký |được )?ban hành${plan}`,
  `ký(?: ban hành)?${plan}`,
  "kế hoạch(?: này)? được (?:ký |ban hành|ký ban hành)",
  "(?:the )?(?:plan's )?(?:issue|issuance|signing)(?: of (?:the|this) plan)?",
  "(?:the )?plan is (?:issued|signed)",
].map(whole);
const openingWords = [
  "(?:có |vụ việc )?phát sinh",
  "(?:được )?giao(?: việc| nhiệm vụ)?",
  `(?:tiếp )?nhận(?: được)?(?: đủ)?${received}`,
  "(?:the )?(?:opening|assignment|event|receipt)(?: of (?:the|a) (?:task|request|report|file|document|case))?",
  "it (?:arises|is assigned|is received)",
].map(whole);
const taskWords = [
  `${taskId} (?:(?:được )?hoàn thành|(?:is |was )?completed|is done)`,
  `(?:hoàn thành|(?:the )?completion of|completing) ${taskId}`,
].map(whole);

function whole(source: string): RegExp {
  return new RegExp(`^${source}$`);
}

function readEvent(words: string, year: number | null): DueEvent | null {
  const event = words
    .replace(/^(?:ngày|thời điểm|khi|the date of|the day|when) /, "")
    .replace(/^(?:ngày|khi) /, "");
  if (issueWords.some((pattern) => pattern.test(event))) return { on: "issue" };
  if (openingWords.some((pattern) => pattern.test(event))) return { on: "opening" };
  for (const pattern of taskWords) {
    const task = pattern.exec(event)?.[1];
    if (task !== undefined) return { on: "task", task };
  }
  const date = readDate(event, year);
  return date.ok ? { on: "date", date: date.date } : null;
}
