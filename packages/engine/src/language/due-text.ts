// Reads a due as signed texts phrase it, in Vietnamese or English (domain.md §4).

import { dayBefore, lacksYear, readDate, readHour, shown } from "./date-text.ts";
import { numberPattern, readNumber } from "./due-number.ts";
import { readSpan, type Span } from "./due-span.ts";
import { readTerm, readUnit, unitPattern } from "./due-term.ts";
import type { Conventions, DateText, Due, HourText, PeriodUnit, TaskMode } from "./plan.ts";

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
      span: Span | null;
    }
  | { ok: false; fault: DueFault };

export type DueFault =
  | { code: "due_not_understood" }
  | { code: "due_year_missing" }
  /** Words that name no day, such as "trước Tết": nobody guesses one. */
  | { code: "due_vague" }
  | { code: "due_in_hours" }
  /** A day of each period: of the period itself, or of the next one, which reports on it? */
  | { code: "due_day_of_period" }
  | { code: "hour_not_real"; text: string }
  /** `written` is the part of the text that names the day. */
  | { code: "date_not_real"; written: string; nearest: DateText }
  | { code: "due_before_unclear"; strict: string; inclusive: string };

function fault(
  code: "due_not_understood" | "due_year_missing" | "due_vague" | "due_in_hours" | "due_day_of_period",
): DueReading {
  return { ok: false, fault: { code } };
}

/** Reads one phrase. `text` is kept as written in the answer. Never throws. */
export function readDueText(text: string, context: DueContext): DueReading {
  // No phrase of a signed text is longer, and patterns stay quick.
  if (text.length > 300) return fault("due_not_understood");
  const phrase = text
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[.;]+$/, "")
    .trim();
  const campaign = takeCampaign(phrase);
  if (campaign !== null) return readCampaign(text, campaign, context);
  return (
    readWithoutDay(text, phrase) ??
    readEachPeriod(text, phrase) ??
    readTermText(text, phrase, context) ??
    readDay(text, phrase, context)
  );
}

function done(due: Due, mode: TaskMode | null = null): DueReading {
  return { ok: true, due, mode, span: null };
}

const campaignFirst = /^(?:đợt |tháng )?(?:cao điểm|chiến dịch)(?: trong)?:? (.+)$/;
const campaignLast = /^(.+?),? \(?(?:đợt |tháng )?(?:cao điểm|chiến dịch|peak|campaign)\)?$/;

/** The span of "tháng 7 (cao điểm)"; null where nobody speaks of a campaign. */
function takeCampaign(phrase: string): string | null {
  const match = campaignLast.exec(phrase) ?? campaignFirst.exec(phrase);
  return match?.[1] ?? null;
}

function readCampaign(text: string, phrase: string, context: DueContext): DueReading {
  const span = readSpan(phrase.replace(/^(?:trong|vào|in|during) /, ""), context.year);
  if (span === "year_missing") return fault("due_year_missing");
  if (span === null || span.from === span.to) return fault("due_not_understood");
  const due: Due = { form: "date", text, date: span.to, hour: null, bound: "on_or_before" };
  return { ok: true, due, mode: "window", span };
}

const vague = [
  /^(?:trước|sau|trong|ngay sau)(?: dịp| kỳ nghỉ)? (?:tết|nghỉ lễ|lễ)(?: .+)?$/,
  /^(?:before|after) (?:tet|the holidays?)$/,
  /^(?:kịp thời|ngay|ngay sau (?:khi|đó).*|sớm nhất|càng sớm càng tốt|as soon as possible|promptly|immediately)$/,
  /^(?:(?:chậm nhất|trong|vào|đến) )?(?:đầu|giữa|nửa đầu|nửa cuối) quý .+$/,
  /^(?:(?:chậm nhất|trong|vào|đến) )?tuần (?:đầu|cuối|thứ|\d).*(?:tháng|quý) .+$/,
  /^(?:early|late)[ -].+$/,
];

function readWithoutDay(text: string, phrase: string): DueReading | null {
  if (/^(?:không(?: có)? thời hạn|no due(?: date)?|none)$/.test(phrase)) return done({ form: "none", text });
  if (
    /^(?:thường xuyên|liên tục|thường xuyên,? (?:và )?liên tục|(?:thường xuyên|liên tục) (?:trong|cả|hằng|hàng) năm|ongoing|continuous(?:ly)?)$/.test(
      phrase,
    )
  ) {
    return done({ form: "none", text }, "ongoing");
  }
  if (
    /^(?:khi (?:có )?phát sinh|khi có(?: yêu cầu| vụ việc)?|theo yêu cầu|đột xuất|as it arises|when it arises|on request)$/.test(
      phrase,
    )
  ) {
    return done({ form: "none", text }, "event");
  }
  if (vague.some((pattern) => pattern.test(phrase))) return fault("due_vague");
  const session =
    /^(?:(?:theo|tại|trong|trình) )?((?:các )?(?:kỳ họp|phiên họp)\b.*)$/.exec(phrase) ??
    /^(?:at |for )?((?:the )?.*\bsession\b.*)$/.exec(phrase);
  return session?.[1] === undefined ? null : done({ form: "session", text, session: text });
}

const once = "(?:1|01|một)";
/** `count` null: one. */
const each = (unit: string, count: string | null = null): string => {
  const many = count === null ? `(?:${once} )?${unit}` : `${count} ${unit}`;
  return `(?:hằng|hàng|mỗi|định kỳ) ${many}(?: ${once} lần)?|${count ?? once} ${unit}(?: ?\\/ ?| )(?:${once} )?lần`;
};
const periodWords: readonly [words: string, period: PeriodUnit][] = [
  [`${each("tuần")}|weekly|(?:every|each) week`, "week"],
  [`${each("tháng")}|monthly|(?:every|each) month`, "month"],
  [`${each("quý")}|quarterly|(?:every|each) quarter`, "quarter"],
  [`${each("tháng", "(?:6|06|sáu)")}|half-yearly|every (?:half year|six months)`, "half_year"],
  [
    `${each("tháng", "(?:9|09|chín)")}|(?:9|09|chín) tháng (?:hằng|hàng|mỗi) năm|every nine months`,
    "nine_months",
  ],
  [`${each("năm")}|yearly|annually|(?:every|each) year`, "year"],
];
const anyPeriod = periodWords.map(([words]) => words).join("|");
const eachPeriod = periodWords.map(
  ([words, period]) =>
    [
      new RegExp(
        `^(?:định kỳ )?(?:${words})(?:(?:, (?:chậm nhất )?sau|,? within| sau| chậm nhất sau|,| \\+) ${numberPattern} ${unitPattern}(?: sau kỳ| sau khi kết thúc kỳ| after)?)?$`,
      ),
      period,
    ] as const,
);
/** "trước ngày 20 hằng tháng", "15/12 hằng năm", "thứ sáu hằng tuần", "monthly, by the 20th". */
const dayOfPeriod = [
  new RegExp(`^(?:.*\\d.*|.*thứ \\S+) (?:${anyPeriod})$`),
  new RegExp(
    `^(?:định kỳ )?(?:${anyPeriod}),?(?: vào| trước| chậm nhất| by| before| on)* (?:ngày |the )?(?:\\d{1,2}(?:st|nd|rd|th)?(?! (?:tháng|năm|tuần|ngày))|thứ \\S+)(?: .*)?$`,
  ),
  /^.*\bngày \d{1,2}(?: của)? tháng (?:đầu|cuối|thứ \S+)(?: của)? quý.*$/,
];

function readEachPeriod(text: string, phrase: string): DueReading | null {
  for (const [pattern, period] of eachPeriod) {
    const match = pattern.exec(phrase);
    if (match === null) continue;
    const found = match[2] === undefined ? null : readUnit(match[2]);
    const count = match[1] === undefined ? 0 : readNumber(match[1]);
    if (count === null) return fault("due_not_understood");
    const offset = count * (found?.times ?? 1);
    const unit = found?.unit ?? "days";
    return done({ form: "each_period", text, period, regime: null, offset, unit, hour: null }, "recurring");
  }
  return dayOfPeriod.some((pattern) => pattern.test(phrase)) ? fault("due_day_of_period") : null;
}

function readTermText(text: string, phrase: string, context: DueContext): DueReading | null {
  const term = readTerm(text, phrase, context.year);
  if (term === null) return null;
  return "fault" in term ? fault(term.fault) : done(term.due);
}

const doing = "(?:(?:phải )?(?:hoàn thành|báo cáo|gửi|trình|ban hành)(?: xong)? )?";
const onOrBefore = new RegExp(
  `^${doing}(?:chậm nhất|muộn nhất|trễ nhất|không muộn hơn|không quá|hạn cuối|xong|đến hết|đến|tới|hết|trong|vào|by the end of|on or before|on_or_before|no later than|not later than|at the latest by|until|by|in|during)(?: là)?:?(?: đến| trong| vào)?(?: hết)? `,
);
const before = new RegExp(`^${doing}(?:xong )?(?:trước|before) `);

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
  if (lacksYear(rest)) return fault("due_year_missing");
  const span = readSpan(rest, context.year);
  if (span === null) return fault("due_not_understood");
  if (span === "year_missing") return fault("due_year_missing");
  const { from, to } = span;
  if (from === to) return day(text, to, hour, strictly, context);
  // Before a month or a quarter ends with the day before it begins: a span is not its own last day.
  if (strictly) {
    const date = dayBefore(from);
    return done({ form: "date", text, date, hour, bound: "before" });
  }
  const due: Due = { form: "date", text, date: to, hour, bound: "on_or_before" };
  return { ok: true, due, mode: null, span };
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
    return {
      ok: false,
      fault: { code: "due_before_unclear", strict: shown(dayBefore(date)), inclusive: shown(date) },
    };
  }
  const last = context.before === "strict" ? dayBefore(date) : date;
  const bound = context.before === "strict" ? "before" : "on_or_before";
  return done({ form: "date", text, date: last, hour, bound });
}

const clock = "\\d{1,2}(?::\\d{2}|[hg](?:\\d{2})?'?| giờ(?: \\d{1,2}(?: phút)?)?)";
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
