// Collects problems and questions while a text is read, and places them when all are known.

import { formulaProblemCodes } from "../measure/index.ts";
import { guess } from "./guess.ts";
import type { KeyLanguage } from "./keywords.ts";
import { en } from "./messages/en.ts";
import { type ProblemParams, type QuestionParams, vi } from "./messages/vi.ts";
import { type Path, pathText } from "./path.ts";
import type { Understanding } from "./plan.ts";
import type { Mend, Place, Problem, Question } from "./problem.ts";

/** UTF-16 offsets into the text. */
export interface Range {
  start: number;
  end: number;
}

/** Where something is: an offset range, or a path of which the key or the value is meant, or a part of the value. */
export type Spot = Range | { path: Path; part?: "key" | "value"; within?: Range } | (Range & { path: Path });

export type ProblemCode = keyof ProblemParams;
export type QuestionCode = keyof QuestionParams;

/** Every code a Problem can carry, a formula's included. */
export const problemCodes: readonly string[] = [...Object.keys(vi.problems), ...formulaProblemCodes];
export const questionCodes = Object.keys(vi.questions) as readonly QuestionCode[];

/** How many problems an answer holds at most; a last one tells that there are more. */
export const mostProblems = 200;
/** Beyond this the rest is only counted: a hostile text may have a problem on each byte. */
const mostKept = 1_000;

interface Pending {
  spot: Spot;
  code: string;
  vi: string;
  en: string;
  mend: string | null;
  settled?: Understanding | null;
}

/** Finds the range a path stands at, and the path as the text has it. */
export type Locate = (path: Path, part: "key" | "value") => Range & { path: Path };

export class Report {
  /** The language of the file's keys, for messages that quote them. */
  keys: KeyLanguage = "vi";
  private readonly problems: Pending[] = [];
  private readonly questions: Pending[] = [];
  private dropped = 0;
  private comparisons = 100_000;

  /** `mend` replaces the text at the spot; null or left out when none can be guessed. */
  problem<Code extends ProblemCode>(
    code: Code,
    spot: Spot,
    params: ProblemParams[Code],
    mend: string | null = null,
  ): void {
    if (this.isFull()) return;
    const messages = { vi: vi.problems[code], en: en.problems[code] } as Messages<ProblemParams[Code]>;
    this.problems.push({ spot, code, vi: messages.vi(params), en: messages.en(params), mend });
  }

  /** A problem whose words come from a leaf, such as a formula's. */
  foreign(problem: { code: string; vi: string; en: string }, spot: Spot, mend: string | null): void {
    if (this.isFull()) return;
    this.problems.push({ spot, code: problem.code, vi: problem.vi, en: problem.en, mend });
  }

  question<Code extends QuestionCode>(
    code: Code,
    spot: Spot,
    params: QuestionParams[Code],
    settled: Understanding | null,
  ): void {
    const messages = { vi: vi.questions[code], en: en.questions[code] } as Messages<QuestionParams[Code]>;
    this.questions.push({
      spot,
      code,
      vi: messages.vi(params),
      en: messages.en(params),
      mend: null,
      settled,
    });
  }

  /** Did-you-mean within a budget: a hostile text has a wrong word on each line and thousands to compare with. */
  guess(word: string, candidates: Iterable<string>): string | null {
    if (this.problems.length >= mostKept) return null;
    const list = [...candidates];
    if (this.comparisons < list.length) return null;
    this.comparisons -= list.length;
    return guess(word, list);
  }

  get failed(): boolean {
    return this.problems.length > 0;
  }

  /** In the order of their places, at most `mostProblems` and one more. */
  placed(text: string, file: string | null, locate: Locate): { problems: Problem[]; questions: Question[] } {
    const lines = lineStarts(text, this.problems.length + this.questions.length);
    const place = (pending: Pending) => placeOf(pending, text, file, locate, lines);
    const inOrder = (a: Problem, b: Problem) => a.place.start - b.place.start || a.place.end - b.place.end;
    const all = this.problems.map(place).sort(inOrder);
    const problems = all.slice(0, mostProblems);
    const more = all.length - problems.length + this.dropped;
    const last = problems.at(-1);
    if (more > 0 && last !== undefined) {
      const params = { more };
      problems.push({
        code: "more_problems",
        place: last.place,
        excerpt: last.excerpt,
        vi: vi.problems.more_problems(params),
        en: en.problems.more_problems(params),
        mend: null,
      });
    }
    const questions = this.questions
      .map((pending) => ({ ...place(pending), settled: pending.settled ?? null }))
      .sort(inOrder);
    return { problems, questions };
  }

  /** Counts a problem that is no longer kept. */
  private isFull(): boolean {
    if (this.problems.length < mostKept) return false;
    this.dropped += 1;
    return true;
  }
}

interface Messages<Params> {
  vi: (params: Params) => string;
  en: (params: Params) => string;
}

function placeOf(
  pending: Pending,
  text: string,
  file: string | null,
  locate: Locate,
  lines: readonly number[],
): Problem {
  const { spot } = pending;
  let range: Range;
  let path: Path = "path" in spot ? spot.path : [];
  if ("start" in spot) range = spot;
  else {
    const found = locate(spot.path, spot.part ?? "value");
    path = found.path;
    range = found;
    if (spot.within !== undefined) range = partOf(range, spot.within, text);
  }
  const start = Math.min(range.start, text.length);
  const end = Math.min(Math.max(range.end, start), text.length);
  const line = lineOf(start, lines);
  const lineStart = lines[line] ?? 0;
  const place: Place = {
    file,
    path: pathText(path),
    line: line + 1,
    column: start - lineStart + 1,
    start,
    end,
  };
  const mend: Mend | null = pending.mend === null ? null : { start, end, replacement: pending.mend };
  return {
    code: pending.code,
    place,
    excerpt: excerptOf(text, start, end, lineStart, (lines[line + 1] ?? text.length + 1) - 1),
    vi: pending.vi,
    en: pending.en,
    mend,
  };
}

/** Offsets inside a value hold in the text only where the value is written as it is: plain, or quoted and without
 *  escapes. Otherwise the whole value is meant. */
function partOf(range: Range, within: Range, text: string): Range {
  const source = text.slice(range.start, range.end);
  if (/^[|>]|[\n\\]/.test(source) || source.includes("''")) return range;
  const quote = /^["']/.test(source) ? 1 : 0;
  const start = range.start + quote + within.start;
  return { start: Math.min(start, range.end), end: Math.min(range.start + quote + within.end, range.end) };
}

/** Offsets of the first character of each line; empty work when nothing is to be placed. */
function lineStarts(text: string, count: number): number[] {
  const starts = [0];
  if (count === 0) return starts;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function lineOf(offset: number, starts: readonly number[]): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

const widest = 100;

/** The line in question, cut where it is long, with carets under the place. */
function excerptOf(text: string, start: number, end: number, lineStart: number, lineEnd: number): string {
  const column = start - lineStart;
  const from = lineStart + (column > widest - 20 ? column - 40 : 0);
  const to = Math.min(lineEnd, from + widest);
  const shown = text.slice(from, to).replace(/\r$/, "").replace(/\t/g, " ");
  const before = from > lineStart ? "…" : "";
  const after = to < lineEnd ? "…" : "";
  const carets = Math.max(1, Math.min(end, from + shown.length) - start);
  // A combining mark takes no column of its own.
  const pad = " ".repeat(before.length + [...text.slice(from, start)].length);
  return `${before}${shown}${after}\n${pad}${"^".repeat(carets)}`;
}
