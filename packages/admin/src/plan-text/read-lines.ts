// A plan's text as lines, with keys and comments told apart for the eye, and the lines one task takes.

import type { PlanSource } from "@kehoach/server/contract";

export interface TextLine {
  /** Spaces and dashes ahead of the content. */
  indent: string;
  /** The key with its colon; empty: the line begins with none. */
  key: string;
  rest: string;
  /** A comment that takes the whole line, or empty. */
  comment: string;
}

export function readLines(text: string): TextLine[] {
  return text
    .replace(/\n$/, "")
    .split("\n")
    .map((raw) => {
      const line = raw.replace(/\r$/, "");
      const comment = /^(\s*)(#.*)$/.exec(line);
      if (comment !== null) return { indent: comment[1] ?? "", key: "", rest: "", comment: comment[2] ?? "" };
      const parts = /^(\s*(?:- +)*)([^\s"'{[#-][^:"'{[#]*:)?(?=\s|$|[^:])(.*)$/.exec(line);
      const [, indent = "", key = "", rest = line] = parts ?? [];
      return { indent, key, rest, comment: "" };
    });
}

/** First and last line of a task, without the blank lines and comments ahead of what follows. Null: it was not found. */
export function taskSpan(source: PlanSource, task: string): { first: number; last: number } | null {
  const first = source.tasks.find((each) => each.task === task)?.line;
  if (first === undefined) return null;
  const lines = source.text.split("\n");
  const others = new Set(source.tasks.map((each) => each.line));
  const dash = (lines[first - 1] ?? "").search(/\S/);
  let last = first;
  for (let number = first + 1; number <= lines.length; number += 1) {
    const line = lines[number - 1] ?? "";
    const column = line.search(/\S/);
    if (column === -1 || line.trimStart().startsWith("#")) continue;
    if (others.has(number) || column <= dash) break;
    last = number;
  }
  return { first, last };
}
