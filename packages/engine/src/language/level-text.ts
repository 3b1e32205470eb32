// Reads figures and levels: "95", "2,5 %", "trên 95 %", "at least 12", "≥ 3".

import type { Bound, BoundOperator, DecimalText } from "./target.ts";

export interface Figure {
  value: DecimalText;
  percent: boolean;
}

/** A decimal with a comma or a point and an optional percent sign; null for anything else. */
export function readFigure(text: string): Figure | null {
  const match = /^([-−])?0*(\d{1,30})(?:[.,](\d{1,30}))?\s*(%|phần trăm|percent)?$/.exec(
    text.trim().toLowerCase(),
  );
  if (match === null) return null;
  const decimals = (match[3] ?? "").replace(/0+$/, "");
  const digits = match[2] ?? "0";
  const value = `${decimals === "" ? digits : `${digits}.${decimals}`}`;
  return {
    value: match[1] !== undefined && /[1-9]/.test(value) ? `-${value}` : value,
    percent: match[4] !== undefined,
  };
}

/** Longer phrases stand before those they contain. */
const operators: readonly [pattern: RegExp, operator: BoundOperator][] = [
  [/^(?:>=|≥|ít nhất|tối thiểu|không dưới|từ|at least|no less than)\s*/, ">="],
  [/^(?:<=|≤|không quá|không vượt quá|tối đa|nhiều nhất|at most|no more than|up to)\s*/, "<="],
  [/^(?:>|trên|hơn|vượt|over|above|more than)\s*/, ">"],
  [/^(?:<|dưới|below|under|less than)\s*/, "<"],
  [/^(?:=|đúng|bằng|exactly)\s*/, "="],
];
const suffixes: readonly [pattern: RegExp, operator: BoundOperator][] = [
  [/\s*(?:trở lên|or more)$/, ">="],
  [/\s*(?:trở xuống|or less|or fewer)$/, "<="],
];

/** A level; without an operator the figure is to be reached: at least it when up is better, at most when down is. */
export function readLevel(text: string, direction: "up" | "down" | null): Bound | null {
  let rest = text.trim().toLowerCase();
  let operator: BoundOperator | null = null;
  for (const [pattern, meaning] of operators) {
    if (!pattern.test(rest)) continue;
    rest = rest.replace(pattern, "");
    operator = meaning;
    break;
  }
  for (const [pattern, meaning] of suffixes) {
    if (!pattern.test(rest)) continue;
    if (operator !== null && operator !== meaning) return null;
    rest = rest.replace(pattern, "");
    operator = meaning;
  }
  const figure = readFigure(rest);
  if (figure === null) return null;
  return { operator: operator ?? (direction === "down" ? "<=" : ">="), ...figure };
}

/** How a figure is shown, with the file's decimal mark. */
export function figureText(figure: Figure, language: "vi" | "en"): string {
  const value = language === "vi" ? figure.value.replace(".", ",") : figure.value;
  return figure.percent ? `${value} %` : value;
}

/** A figure that a Vietnamese reader may take for thousands: "1.014". */
export function looksLikeThousands(text: string): boolean {
  return /(?:^|[^\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.,])/.test(text);
}
