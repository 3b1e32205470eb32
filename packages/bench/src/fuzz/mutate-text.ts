// Plan texts damaged the way people, editors and attackers damage them.

import type { Random } from "../../../engine/testing/random.ts";

const marks = [
  ..."[]{}:,-?!&*#|>%@`'\"\\\n\t ",
  "\n- ",
  ": ",
  "&a ",
  "*a ",
  "<<: *a\n",
  "!!js/function ",
  "---\n",
  "\u0000",
  "\u202e",
  "\ud800",
  "1e999",
  "~",
  "31/6/2017",
  "trước ngày 30/2",
  "__proto__: ",
  `${"[".repeat(300)}`,
  "x".repeat(3000),
];

type Mutation = (text: string, random: Random) => string;

const replace = (text: string, at: number, length: number, by: string): string =>
  text.slice(0, at) + by + text.slice(at + length);

/** A mutation of the list of lines. */
const byLines =
  (change: (lines: string[], at: number, random: Random) => void): Mutation =>
  (text, random) => {
    const lines = text.split("\n");
    change(lines, random.below(lines.length), random);
    return lines.join("\n");
  };

const mutations: readonly Mutation[] = [
  (text, random) => replace(text, random.below(text.length + 1), 1 + random.below(12), ""),
  (text, random) => replace(text, random.below(text.length + 1), random.below(3), random.pick(marks)),
  (text, random) =>
    replace(text, random.below(text.length + 1), 1, String.fromCharCode(random.below(0x3000))),
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => {
    const from = random.below(text.length + 1);
    return replace(text, random.below(text.length + 1), 0, text.slice(from, from + random.below(400)));
  },
  byLines((lines, at) => lines.splice(at, 1)),
  byLines((lines, at) => lines.splice(at, 0, lines[at] ?? "")),
  byLines((lines, at, random) => lines.splice(random.below(lines.length), 0, ...lines.splice(at, 3))),
  byLines((lines, at, random) => {
    lines[at] = `${" ".repeat(random.below(9))}${lines[at]?.trim() ?? ""}`;
  }),
  byLines((lines, at, random) => {
    // One line's value under another line's key.
    const [key, value] = [lines[at] ?? "", lines[random.below(lines.length)] ?? ""];
    lines[at] = `${key.split(": ")[0]}: ${value.split(": ")[1] ?? ""}`;
  }),
];

/** The text after one to five mutations. */
export function mutateText(text: string, random: Random): string {
  let mutated = text;
  for (let count = 1 + random.below(5); count > 0; count -= 1)
    mutated = random.pick(mutations)(mutated, random);
  return mutated;
}
