// Reads spans that dues name: a month, a quarter, half a year, from one month to another (BLDS 2015 art. 146).

import { daysInMonth, nearestRealDate } from "../calendar/index.ts";
import { readDate } from "./date-text.ts";
import { readNumber } from "./due-number.ts";
import { monthNames } from "./month-names.ts";
import type { DateText } from "./plan.ts";

export interface Span {
  from: DateText;
  to: DateText;
}

/** `year_missing`: a span, but of which year nobody says. Null: no span. */
export type SpanReading = Span | "year_missing" | null;

const year_ = "(?:(?:/| năm |,? | of )(\\d{4}))?";
const month_ = `(\\d{1,2}|${viMonths().join("|")})`;
const quarter_ = "(i{1,3}|iv|[1-4]|một|hai|ba|bốn|tư)";
const enMonth = `(${monthNames.join("|")})`;
const number_ = "(\\d{1,2}|ba|sáu|chín|three|six|nine)";
const through = "(-|–|đến|to|và|and|,)";
const ordinals = ["first", "second", "third", "fourth"];

function viMonths(): string[] {
  return [
    "giêng",
    "một",
    "hai",
    "ba",
    "tư",
    "bốn",
    "năm",
    "sáu",
    "bảy",
    "tám",
    "chín",
    "mười một",
    "mười hai",
    "mười",
  ];
}

type Read = (year: number, match: RegExpExecArray) => Span | null;

/** `{y}` stands for a year that may be left out. */
const spans: readonly [pattern: RegExp, read: Read][] = (
  [
    [`(?:(?:ngày )?cuối )?quý ${quarter_}{y}`, (y, m) => quarters(y, m[1], m[1])],
    [`(?:(?:the )?end of )?(?:quarter |q)${quarter_}{y}`, (y, m) => quarters(y, m[1], m[1])],
    [
      `(?:(?:the )?end of )?(?:the )?(first|second|third|fourth) quarter{y}`,
      (y, m) => quarters(y, place(m[1]), place(m[1])),
    ],
    [`quý ${quarter_} ?${through} ?(?:quý )?${quarter_}{y}`, (y, m) => quarters(y, m[1], m[3], m[2])],
    [`q${quarter_} ?${through} ?q?${quarter_}{y}`, (y, m) => quarters(y, m[1], m[3], m[2])],
    [`(?:tháng |t\\.?)${month_}{y}`, (y, m) => monthsBy(y, m[1], m[1])],
    [`tháng ${month_} ?${through} ?(?:tháng )?${month_}{y}`, (y, m) => monthsBy(y, m[1], m[3], m[2])],
    [`${enMonth}{y}`, (y, m) => monthsBy(y, m[1], m[1])],
    [`${enMonth} ?${through} ?${enMonth}{y}`, (y, m) => monthsBy(y, m[1], m[3], m[2])],
    [
      `(?:ngày )?(đầu|giữa|cuối)(?: tiên| cùng)?(?: của)? tháng ${month_}{y}`,
      (y, m) => partOfMonth(y, m[2], m[1]),
    ],
    [
      `(?:the )?(start|beginning|middle|end|first day|last day) of ${enMonth}{y}`,
      (y, m) => partOfMonth(y, m[2], m[1]),
    ],
    [`mid-${enMonth}{y}`, (y, m) => partOfMonth(y, m[1], "middle")],
    [`(thượng|trung|hạ) tuần(?: của)? tháng ${month_}{y}`, (y, m) => tenDays(y, m[2], m[1])],
    [`nửa (đầu|cuối)(?: của)? tháng ${month_}{y}`, (y, m) => halfMonth(y, m[2], m[1] === "đầu")],
    [`(?:the )?(first|second) half of ${enMonth}{y}`, (y, m) => halfMonth(y, m[2], m[1] === "first")],
    ["(đầu|giữa|cuối) năm{y}", (y, m) => partOfYear(y, m[1])],
    ["(?:the )?(start|beginning|middle|end) of (?:the year|year){y}", (y, m) => partOfYear(y, m[1])],
    ["(?:the )?(start|beginning|middle|end) of (\\d{4})", (y, m) => partOfYear(y, m[1])],
    ["mid-year{y}", (y) => partOfYear(y, "middle")],
    ["year-end{y}", (y) => partOfYear(y, "end")],
    [`${number_} tháng (đầu|cuối) năm{y}`, (y, m) => monthsOfYear(y, m[1], m[2] === "đầu")],
    [
      `(?:the )?(first|last) ${number_} months(?: of the year)?{y}`,
      (y, m) => monthsOfYear(y, m[2], m[1] === "first"),
    ],
    ["nửa (đầu|cuối) năm{y}", (y, m) => monthsOfYear(y, "6", m[1] === "đầu")],
    ["(?:the )?(first|second) half(?: of the year)?{y}", (y, m) => monthsOfYear(y, "6", m[1] === "first")],
    ["(?:9|chín) tháng{y}", (y) => months(y, 1, 9)],
    ["(?:trong |cả )?năm(?: kế hoạch| nay)?", (y) => months(y, 1, 12)],
    ["(?:the|this) year", (y) => months(y, 1, 12)],
    ["(?:năm |the year )?(\\d{4})", (y) => months(y, 1, 12)],
  ] satisfies [string, Read][]
).map(([source, read]) => [new RegExp(`^${source.replace("{y}", year_)}$`), read]);

/** The year that is written counts before the plan's. */
export function readSpan(phrase: string, planYear: number | null): SpanReading {
  for (const [pattern, read] of spans) {
    const match = pattern.exec(phrase);
    if (match === null) continue;
    const written = match.findLast((group) => group !== undefined && /^\d{4}$/.test(group));
    const year = written === undefined ? planYear : Number(written);
    if (year === null) return "year_missing";
    return year >= 1900 && year <= 2200 ? read(year, match) : null;
  }
  return readFromTo(phrase, planYear);
}

const fromTo = /^(?:từ|from) (?:ngày )?(.+?) (?:đến|tới|to|until)(?: hết)?(?: ngày| the end of)? (.+)$/;

function readFromTo(phrase: string, planYear: number | null): SpanReading {
  const match = fromTo.exec(phrase);
  if (match === null) return null;
  const last = readEnd(match[2] ?? "", planYear);
  if (last === null || last === "year_missing") return last;
  const first = readEnd(match[1] ?? "", Number(last.to.slice(0, 4)));
  if (first === null || first === "year_missing") return null;
  return first.from <= last.to ? { from: first.from, to: last.to } : null;
}

function readEnd(phrase: string, year: number | null): SpanReading {
  if (phrase.startsWith("từ ") || phrase.startsWith("from ")) return null;
  const date = readDate(phrase, year);
  return date.ok ? { from: date.date, to: date.date } : readSpan(phrase, year);
}

function months(year: number, first: number, last: number): Span {
  return {
    from: nearestRealDate(year, first, 1),
    to: nearestRealDate(year, last, daysInMonth(year, last)),
  };
}

/** Null: no month. */
function monthOf(written: string | undefined): number | null {
  if (written === undefined) return null;
  const named = monthNames.indexOf(written) + 1;
  const number = named > 0 ? named : written === "giêng" ? 1 : written === "tư" ? 4 : readNumber(written);
  return number !== null && number >= 1 && number <= 12 ? number : null;
}

function monthsBy(
  year: number,
  first: string | undefined,
  last: string | undefined,
  link = "-",
): Span | null {
  const [from, to] = [monthOf(first), monthOf(last)];
  return from === null || to === null || !joins(from, to, link) ? null : months(year, from, to);
}

/** "June and December" are two times; "June and July" are one span. */
function joins(from: number, to: number, link: string): boolean {
  return /^(?:và|and|,)$/.test(link) ? to === from + 1 : to >= from;
}

function place(ordinal: string | undefined): string {
  return String(ordinals.indexOf(ordinal ?? "") + 1);
}

function quarters(
  year: number,
  first: string | undefined,
  last: string | undefined,
  link = "-",
): Span | null {
  const number = (written: string | undefined): number =>
    ({ i: 1, ii: 2, iii: 3, iv: 4, tư: 4 })[written ?? ""] ?? readNumber(written ?? "") ?? 0;
  const [from, to] = [number(first), number(last)];
  return from < 1 || !joins(from, to, link) ? null : months(year, from * 3 - 2, to * 3);
}

function monthsOfYear(year: number, written: string | undefined, first: boolean): Span | null {
  const count = readNumber(written ?? "") ?? 0;
  if (count < 1 || count > 11) return null;
  return first ? months(year, 1, count) : months(year, 13 - count, 12);
}

/** BLDS 2015 art. 146: the beginning of a month is its first day, the middle its 15th, the end its last. */
function partOfMonth(year: number, written: string | undefined, part: string | undefined): Span | null {
  const span = monthsBy(year, written, written);
  if (span === null) return null;
  const day = isStart(part) ? span.from : isEnd(part) ? span.to : `${span.from.slice(0, 8)}15`;
  return { from: day, to: day };
}

/** The first ten days, the second, the rest. */
function tenDays(year: number, written: string | undefined, part: string | undefined): Span | null {
  const span = monthsBy(year, written, written);
  if (span === null) return null;
  const day = (number: number): DateText => `${span.from.slice(0, 8)}${number}`;
  if (part === "thượng") return { from: span.from, to: day(10) };
  return part === "trung" ? { from: day(11), to: day(20) } : { from: day(21), to: span.to };
}

function halfMonth(year: number, written: string | undefined, first: boolean): Span | null {
  const span = monthsBy(year, written, written);
  if (span === null) return null;
  const month = span.from.slice(0, 8);
  return first ? { from: span.from, to: `${month}15` } : { from: `${month}16`, to: span.to };
}

/** BLDS 2015 art. 146: 1 January, 30 June, 31 December. */
function partOfYear(year: number, part: string | undefined): Span {
  const day = isStart(part)
    ? nearestRealDate(year, 1, 1)
    : isEnd(part)
      ? nearestRealDate(year, 12, 31)
      : nearestRealDate(year, 6, 30);
  return { from: day, to: day };
}

function isStart(part: string | undefined): boolean {
  return part === "đầu" || part === "start" || part === "beginning" || part === "first day";
}

function isEnd(part: string | undefined): boolean {
  return part === "cuối" || part === "end" || part === "last day";
}
