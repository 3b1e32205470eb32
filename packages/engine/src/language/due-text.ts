// Reads a due as signed texts phrase it, in Vietnamese or English (domain.md §4).

import { daysInMonth, nearestRealDate } from "../calendar/index.ts";
import { dayBefore, lacksYear, readDate, readHour, shown } from "./date-text.ts";
import type {
  Conventions,
  DateText,
  DayUnit,
  Due,
  DueEvent,
  HourText,
  PeriodUnit,
  TaskMode,
} from "./plan.ts";

export interface DueContext {
  /** The year of a plan whose period lies in one year; null otherwise. */
  year: number | null;
  before: Conventions["before"];
}

export type DueReading =
  | {
      ok: true;
      due: Due;
      /** The mode these words imply; null: any. */
      mode: TaskMode | null;
      /** The span these words name, which is a window for a task in windows; null for a day. */
      span: { from: DateText; to: DateText } | null;
    }
  | { ok: false; fault: DueFault };

export type DueFault =
  | { code: "due_not_understood" }
  | { code: "due_year_missing" }
  | { code: "hour_not_real"; text: string }
  /** `written` is the part of the text that names the day. */
  | { code: "date_not_real"; written: string; nearest: DateText }
  | { code: "due_before_unclear"; strict: string; inclusive: string };

const notUnderstood: DueReading = { ok: false, fault: { code: "due_not_understood" } };

/** Reads one phrase. `text` is kept as written in the answer. Never throws. */
export function readDueText(text: string, context: DueContext): DueReading {
  // No phrase of a signed text is longer, and patterns stay quick.
  if (text.length > 300) return notUnderstood;
  const phrase = text
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[.;]+$/, "")
    .trim();
  return (
    readWithoutDay(text, phrase) ??
    readEachPeriod(text, phrase) ??
    readAfter(text, phrase) ??
    readDay(text, phrase, context)
  );
}

function done(due: Due, mode: TaskMode | null = null): DueReading {
  return { ok: true, due, mode, span: null };
}

function readWithoutDay(text: string, phrase: string): DueReading | null {
  if (/^(?:không(?: có)? thời hạn|no due(?: date)?|none)$/.test(phrase)) return done({ form: "none", text });
  if (/^(?:thường xuyên|liên tục|ongoing|continuous(?:ly)?)$/.test(phrase)) {
    return done({ form: "none", text }, "ongoing");
  }
  if (/^(?:khi (?:có )?phát sinh|khi có|as it arises|when it arises)$/.test(phrase)) {
    return done({ form: "none", text }, "event");
  }
  const session =
    /^(?:(?:theo|tại|trong) )?(kỳ họp\b.*)$/.exec(phrase) ??
    /^(?:at |for )?((?:the )?.*\bsession\b.*)$/.exec(phrase);
  return session?.[1] === undefined ? null : done({ form: "session", text, session: text });
}

const unitWords = "ngày làm việc|working days?|ngày|days?|tháng|months?";
const periodWords: readonly [words: string, period: PeriodUnit][] = [
  ["(?:hằng|hàng|mỗi) tuần|weekly|every week", "week"],
  ["(?:hằng|hàng|mỗi) tháng|monthly|every month", "month"],
  ["(?:hằng|hàng|mỗi) quý|quarterly|every quarter", "quarter"],
  ["(?:hằng|hàng|mỗi) (?:6|sáu) tháng|(?:6|sáu) tháng một lần|half-yearly|every half year", "half_year"],
  ["(?:hằng|hàng|mỗi) năm|yearly|annually|every year", "year"],
];
const eachPeriod = periodWords.map(
  ([words, period]) =>
    [
      new RegExp(
        `^(?:định kỳ )?(?:${words})(?:(?:, sau|, within| sau| within|,| \\+) (\\d{1,3}) (${unitWords})(?: sau kỳ| after)?)?$`,
      ),
      period,
    ] as const,
);

function readEachPeriod(text: string, phrase: string): DueReading | null {
  for (const [pattern, period] of eachPeriod) {
    const match = pattern.exec(phrase);
    if (match === null) continue;
    const offset = match[1] === undefined ? 0 : Number(match[1]);
    const unit = match[2] === undefined ? "days" : unitOf(match[2]);
    return done({ form: "each_period", text, period, regime: null, offset, unit, hour: null }, "recurring");
  }
  return null;
}

function unitOf(words: string): DayUnit {
  if (/làm việc|working/.test(words)) return "working_days";
  return /tháng|month/.test(words) ? "months" : "days";
}

const afterPattern = new RegExp(
  `^(sau |trong vòng |trong |within |in )?(\\d{1,4}) (${unitWords})(?:,? (?:kể từ|tính từ|từ|sau|after|from|of) (.+))?$`,
);

function readAfter(text: string, phrase: string): DueReading | null {
  const match = afterPattern.exec(phrase);
  const [, preposition, count, unit = "", words] = match ?? [];
  // "9 tháng" alone is a period, not a term.
  if (match === null || (preposition === undefined && words === undefined)) return null;
  const event = words === undefined ? ({ on: "opening" } as const) : readEvent(words);
  if (event === null) return null;
  return done({ form: "after", text, count: Number(count), unit: unitOf(unit), event, hour: null });
}

function readEvent(words: string): DueEvent | null {
  const event = words.replace(/^(?:ngày|khi|the date of|the) /, "").replace(/^(?:ngày|khi) /, "");
  if (/^(?:ban hành|ký ban hành|ký)(?: (?:kế hoạch|văn bản))?(?: này)?$/.test(event)) return { on: "issue" };
  if (/^(?:issue|issuance|plan's issue)$/.test(event)) return { on: "issue" };
  if (/^(?:có )?phát sinh$|^(?:được )?giao(?: việc| nhiệm vụ)?$|^nhận(?: được)?(?: nhiệm vụ)?$/.test(event)) {
    return { on: "opening" };
  }
  if (/^(?:opening|assignment|it arises|event|receipt)$/.test(event)) return { on: "opening" };
  const task =
    /^(?:nhiệm vụ |task )?([a-z0-9][a-z0-9-]{0,62}) (?:hoàn thành|(?:is |was )?completed|is done)$/.exec(
      event,
    ) ??
    /^(?:hoàn thành|completion of|completing) (?:nhiệm vụ |task )?([a-z0-9][a-z0-9-]{0,62})$/.exec(event);
  return task?.[1] === undefined ? null : { on: "task", task: task[1] };
}

const onOrBefore =
  /^(?:hoàn thành )?(?:chậm nhất|muộn nhất|không muộn hơn|không quá|xong|đến hết|hết|trong|vào|by the end of|on or before|on_or_before|no later than|by|in|during)(?: là)?(?: đến)?(?: hết)?(?: vào)? /;
const before = /^(?:hoàn thành |xong )?(?:trước|before) /;

function readDay(text: string, phrase: string, context: DueContext): DueReading {
  let rest = phrase;
  const strictly = before.test(rest);
  rest = rest.replace(strictly ? before : onOrBefore, "");
  const timed = takeHour(rest);
  if (timed.fault !== null) return { ok: false, fault: { code: "hour_not_real", text: timed.fault } };
  rest = timed.rest.replace(/^(?:ngày|on) /, "");
  const { hour } = timed;

  const read = readDate(rest, context.year);
  if (read.ok) return day(text, read.date, hour, strictly, context);
  if (read.nearest !== null) {
    return { ok: false, fault: { code: "date_not_real", written: rest, nearest: read.nearest } };
  }
  if (lacksYear(rest)) return { ok: false, fault: { code: "due_year_missing" } };
  if (strictly) return notUnderstood;
  const span = readSpan(rest, context.year);
  if (span === null) return notUnderstood;
  if (span === "year_missing") return { ok: false, fault: { code: "due_year_missing" } };
  const { from, to } = span;
  return {
    ok: true,
    due: { form: "date", text, date: to, hour, bound: "on_or_before" },
    mode: null,
    span: from === to ? null : { from, to },
  };
}

/** `trước ngày D` is strictly before D to some offices and by the end of D to others: nobody guesses (domain.md §4). */
function day(
  text: string,
  date: DateText,
  hour: HourText | null,
  strictly: boolean,
  context: DueContext,
): DueReading {
  // Before an hour of a day leaves nothing to choose.
  if (!strictly || hour !== null) return done({ form: "date", text, date, hour, bound: "on_or_before" });
  if (context.before === null) {
    const fault = {
      code: "due_before_unclear",
      strict: shown(dayBefore(date)),
      inclusive: shown(date),
    } as const;
    return { ok: false, fault };
  }
  const last = context.before === "strict" ? dayBefore(date) : date;
  const bound = context.before === "strict" ? "before" : "on_or_before";
  return done({ form: "date", text, date: last, hour, bound });
}

const clock = "\\d{1,2}(?::\\d{2}|h(?:\\d{2})?| giờ(?: \\d{1,2})?)";
const clockFirst = new RegExp(`^(?:lúc )?(${clock}),? (?:ngày |on )?(.+)$`);
const clockLast = new RegExp(`^(.+?),? (?:lúc |at )?(${clock})$`);

function takeHour(phrase: string): { rest: string; hour: HourText | null; fault: string | null } {
  const leading = clockFirst.exec(phrase);
  const match = leading ?? clockLast.exec(phrase);
  if (match === null) return { rest: phrase, hour: null, fault: null };
  const [first = "", second = ""] = [match[1], match[2]];
  const [written, rest] = leading === null ? [second, first] : [first, second];
  const hour = readHour(written);
  return { rest, hour, fault: hour === null ? written : null };
}

type Span = { from: DateText; to: DateText };

const monthNames = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const yearSuffix = "(?:(?:/| năm |,? )(\\d{4}))?";
const spans: readonly [pattern: RegExp, read: (year: number, match: RegExpExecArray) => Span | null][] = [
  [new RegExp(`^(?:cuối )?quý (i{1,3}|iv|[1-4])${yearSuffix}$`), (year, match) => quarter(year, match[1])],
  [
    new RegExp(`^(?:(?:the )?end of )?(?:quarter |q)(i{1,3}|iv|[1-4])(?: of)?${yearSuffix}$`),
    (year, match) => quarter(year, match[1]),
  ],
  [new RegExp(`^tháng (\\d{1,2})${yearSuffix}$`), (year, match) => month(year, Number(match[1]))],
  [
    new RegExp(`^(đầu|giữa|cuối) tháng (\\d{1,2})${yearSuffix}$`),
    (year, match) => partOfMonth(year, Number(match[2]), match[1]),
  ],
  [/^(đầu|giữa|cuối) năm(?: (\d{4}))?$/, (year, match) => partOfYear(year, match[1])],
  [/^(?:6|sáu) tháng (đầu|cuối) năm(?: (\d{4}))?$/, (year, match) => half(year, match[1] === "đầu")],
  [/^(?:9|chín) tháng(?: đầu năm)?(?: (\d{4}))?$/, (year) => months(year, 1, 9)],
  [/^năm (\d{4})$/, (year) => months(year, 1, 12)],
  [
    new RegExp(`^(${monthNames.join("|")})${yearSuffix}$`),
    (year, match) => month(year, monthNames.indexOf(match[1] ?? "") + 1),
  ],
  [
    new RegExp(`^(?:the )?(start|beginning|middle|end) of (${monthNames.join("|")})${yearSuffix}$`),
    (year, match) => partOfMonth(year, monthNames.indexOf(match[2] ?? "") + 1, match[1]),
  ],
  [
    /^(?:the )?(start|beginning|middle|end) of (?:the year|year)(?: (\d{4}))?$/,
    (year, match) => partOfYear(year, match[1]),
  ],
  [/^(?:the )?(start|beginning|middle|end) of (\d{4})$/, (year, match) => partOfYear(year, match[1])],
  [
    /^(?:the )?(first|second) half(?: of the year| of)?(?: (\d{4}))?$/,
    (year, match) => half(year, match[1] === "first"),
  ],
];

function readSpan(phrase: string, planYear: number | null): Span | "year_missing" | null {
  for (const [pattern, read] of spans) {
    const match = pattern.exec(phrase);
    if (match === null) continue;
    const written = match.findLast((group) => group !== undefined && /^\d{4}$/.test(group));
    const year = written === undefined ? planYear : Number(written);
    if (year === null) return "year_missing";
    return year >= 1900 && year <= 2200 ? read(year, match) : null;
  }
  return null;
}

function months(year: number, first: number, last: number): Span {
  return {
    from: nearestRealDate(year, first, 1),
    to: nearestRealDate(year, last, daysInMonth(year, last)),
  };
}

function month(year: number, number: number): Span | null {
  return number >= 1 && number <= 12 ? months(year, number, number) : null;
}

function quarter(year: number, written: string | undefined): Span {
  const number = { i: 1, ii: 2, iii: 3, iv: 4 }[written ?? ""] ?? Number(written);
  return months(year, number * 3 - 2, number * 3);
}

function half(year: number, first: boolean): Span {
  return first ? months(year, 1, 6) : months(year, 7, 12);
}

/** BLDS 2015 art. 146: the beginning of a month is its first day, the middle its 15th, the end its last. */
function partOfMonth(year: number, number: number, part: string | undefined): Span | null {
  const span = month(year, number);
  if (span === null) return null;
  if (part === "đầu" || part === "start" || part === "beginning") return { from: span.from, to: span.from };
  if (part === "cuối" || part === "end") return { from: span.to, to: span.to };
  const middle = nearestRealDate(year, number, 15);
  return { from: middle, to: middle };
}

/** BLDS 2015 art. 146: 1 January, 30 June, 31 December. */
function partOfYear(year: number, part: string | undefined): Span {
  const start = nearestRealDate(year, 1, 1);
  if (part === "đầu" || part === "start" || part === "beginning") return { from: start, to: start };
  const end =
    part === "cuối" || part === "end" ? nearestRealDate(year, 12, 31) : nearestRealDate(year, 6, 30);
  return { from: end, to: end };
}
