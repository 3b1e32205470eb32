// Reads the numbers of dues, in figures, in words, or in both: 10, mười, ten, 10 (mười).

const units = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
const variants: Readonly<Record<string, number>> = { mốt: 1, tư: 4, lăm: 5 };
const english: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  sixty: 60,
  ninety: 90,
};

const word = `(?:${[...units.slice(1), ...Object.keys(variants), "mười", "mươi"].join("|")})`;
const words = `(?:${word}(?: ${word}){0,2}|${Object.keys(english).join("|")})`;

/** The source of a pattern of one group that matches a number below 10,000. */
export const numberPattern = `(\\d{1,4}(?: \\(${words}\\))?|${words})`;

/** Null: no number, or figures and words that differ. */
export function readNumber(text: string): number | null {
  const both = /^(\d+)(?: \((.+)\))?$/.exec(text);
  if (both === null) return readWords(text);
  const figure = Number(both[1]);
  return both[2] === undefined || readWords(both[2]) === figure ? figure : null;
}

function readWords(text: string): number | null {
  if (text in english) return english[text] ?? null;
  const parts = text.split(" ");
  const unitOf = (part: string | undefined): number | null => {
    if (part === undefined) return 0;
    const index = units.indexOf(part);
    return index > 0 ? index : (variants[part] ?? null);
  };
  const [first, second, third] = parts;
  if (first === "mười") return third === undefined ? sum(10, unitOf(second)) : null;
  const tens = unitOf(first);
  if (second === "mươi") return tens === null || tens < 2 ? null : sum(tens * 10, unitOf(third));
  // "hai lăm" for 25 is speech, not the writing of documents.
  return second === undefined && first !== undefined && !(first in variants) ? tens : null;
}

function sum(tens: number, ones: number | null): number | null {
  return ones === null ? null : tens + ones;
}
