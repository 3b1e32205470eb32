// Reads the numbers of annex rows in every scheme seen: 12, b), II, A, 1.2.3, 13.0, KH20_TT_N01.1.1, dashes.

import { idFrom } from "../guess.ts";

export type Scheme = "upper" | "roman" | "decimal" | "code" | "letter" | "bullet";

export interface Numbering {
  scheme: Scheme;
  /** Its steps, e.g. 1.2.3 → ["1", "2", "3"]; 13.0 is 13 itself; a code keeps its prefix as the first step. */
  path: readonly string[];
  /** As it was written. */
  text: string;
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
const letters = "abcdđefghijklmnopqrstuvwxyz";

/** Null: not a number of a row. `before` is the last upper-case letter used, since "C" and "I" may be either. */
export function readNumbering(written: string, before: string | null = null): Numbering | null {
  const text = written.trim();
  const bare = text
    .replace(/^(?:phần|mục|nhóm|chương|part|section|group)(?: thứ)? /i, "")
    .replace(/[.)/:\s]+$/, "");
  const numbering = (scheme: Scheme, path: readonly string[]): Numbering => ({ scheme, path, text });
  if (/^[-–—+•*●]+$/.test(text)) return numbering("bullet", []);
  const decimal = bare.replace(/,/g, ".");
  if (/^\d{1,4}(?:\.\d{1,4}){0,6}$/.test(decimal)) {
    const steps = decimal.split(".").map((step) => String(Number(step)));
    return numbering("decimal", steps.length > 1 && steps.at(-1) === "0" ? steps.slice(0, -1) : steps);
  }
  if (/^[A-ZĐ]$/.test(bare) && (!(bare in romanDigits) || follows(bare, before)))
    return numbering("upper", [bare]);
  if (/^[IVXLC]{1,8}$/.test(bare) && romanValue(bare) !== null)
    return numbering("roman", [String(romanValue(bare))]);
  if (/^[a-zđ]$/.test(bare)) return numbering("letter", [bare]);
  const code = /^(?=[^\s]*\p{L})([\p{L}\p{N}_/-]*?[\p{L}_/-])(\d+(?:\.\d+)*)$/u.exec(bare);
  if (code !== null && bare.length <= 60) {
    const [, prefix = "", digits = ""] = code;
    return numbering("code", [prefix, ...digits.split(".").map((step) => String(Number(step)))]);
  }
  return null;
}

/** The number a text begins with, where a row has none of its own; the rest is the text without it. */
export function leadingNumbering(text: string): { numbering: Numbering; rest: string } | null {
  const match =
    /^((?:\d{1,3}(?:\.\d{1,3}){0,5}[.)]?|[a-zđ]\)|[A-ZĐ]\.|[IVX]{1,6}\.|[-–+•*]))\s+(\S[\s\S]*)$/.exec(text);
  const [, number = "", rest = ""] = match ?? [];
  // "12 cơ sở …" counts something: a number without its mark is none.
  if (match === null || /^\d+$/.test(number)) return null;
  const numbering = readNumbering(number);
  return numbering === null ? null : { numbering, rest };
}

/** How deep a scheme stands when nothing else tells: a smaller number is above. */
export function rank({ scheme, path }: Numbering): number {
  switch (scheme) {
    case "upper":
      return 0;
    case "roman":
      return 1;
    case "decimal":
      return 1 + path.length;
    case "code":
      return path.length;
    case "letter":
      return 10;
    case "bullet":
      return 11;
  }
}

/** Whether one numbering names a part of the other by itself: 1.2 of 1, KH1.1.1 of KH1.1. */
export function isPartOf(part: Numbering, whole: Numbering): boolean {
  return (
    part.scheme === whole.scheme &&
    ["decimal", "code"].includes(part.scheme) &&
    part.path.length > whole.path.length &&
    whole.path.every((step, index) => part.path[index] === step)
  );
}

/** The place in its own series, from 1; null for a dash. */
export function ordinal({ scheme, path }: Numbering): number | null {
  const last = path.at(-1);
  if (last === undefined) return null;
  if (scheme === "letter" || scheme === "upper") {
    const index = letters.indexOf(last.toLowerCase());
    // Lists skip đ as often as not.
    return index < 0 ? null : index + (index > 4 ? 0 : 1);
  }
  return Number(last);
}

/** A piece of an id: 1.2 → "1-2", b) → "b". */
export function idPiece(numbering: Numbering): string | null {
  if (numbering.scheme === "bullet") return null;
  if (numbering.scheme === "roman") return idFrom(numbering.text.replace(/^\S+ /, ""));
  return idFrom(numbering.path.join("-"));
}

function follows(letter: string, before: string | null): boolean {
  return before !== null && letter.charCodeAt(0) === before.charCodeAt(0) + 1;
}

function romanValue(text: string): number | null {
  let sum = 0;
  for (const [index, digit] of [...text].entries()) {
    const value = romanDigits[digit] ?? 0;
    sum += value < (romanDigits[text[index + 1] ?? ""] ?? 0) ? -value : value;
  }
  return toRoman(sum) === text ? sum : null;
}

export function toRoman(number: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [100, "C"],
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ];
  let rest = number;
  let text = "";
  for (const [value, digits] of steps) {
    while (rest >= value) {
      text += digits;
      rest -= value;
    }
  }
  return text;
}
