// Texts meant to hurt a reader: bombs, depths, floods, forged characters. Shared by tests of every entry point.

const head = `kehoach: 1
kind: plan
id: a
title: t
issuer: a
period: 2017
organisation: o
calendar: c
`;

/** `part` repeated to a size that hurts if anything is worse than linear. */
function flood(part: string, before = "", bytes = 300_000): string {
  return before + part.repeat(Math.floor(bytes / new TextEncoder().encode(part).length));
}

/** The most a text may have, but for a little. */
const most = 2 * 1024 * 1024 - 300;

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join("\n");

/** By what each tries. */
export const hostileTexts: Readonly<Record<string, () => string>> = {
  "a character that is not there": () => "a\0b",
  "turned text": () => `${head}bases: abc\u202edef`,
  "turned text, escaped": () => `${head}bases: "abc\\u202edef"`,
  "half a character": () => `${head}bases: \ud800`,
  "open brackets": () => flood("[", "", most),
  "open braces": () => "{a: ".repeat(1_000),
  "nested dashes": () => flood("- "),
  "nested question marks": () => flood("? "),
  stairs: () => lines(1_500, (index) => `${" ".repeat(index)}a:`),
  "commas in a list": () => flood(",", "[", most),
  "empty maps": () => flood("{},", "tasks: [", most),
  "keys on keys": () => flood("k: 1\n", "", most),
  "near keys": () => flood("chu tri: 1\n"),
  "keys without values": () => flood("a:\n"),
  "question keys": () => flood("? a\n: b\n"),
  "one key again": () => flood("  a: b\n", "a:\n"),
  "empty tasks": () => flood("  - {}\n", `${head}tasks:\n`),
  "tasks that are words": () => flood("  - a\n", "tasks:\n"),
  "too many tasks": () =>
    `${head}tasks:\n${lines(6_000, (index) => `  - {id: t${index}, title: x, lead: a}`)}`,
  "unknown keys": () => head + lines(20_000, (index) => `k${index}: 1`),
  "references to nothing": () =>
    `${head}tasks:\n${lines(4_000, (index) => `  - {id: t${index}, title: x, lead: a${index}, objective: q${index}, after: z${index}, due: 31/6/2017}`)}`,
  "a circle of objectives": () =>
    `${head}objectives:\n${lines(1_000, (index) => `  - {id: o${index}, title: x, parent: o${(index + 1) % 1_000}}`)}`,
  "a chain of tasks": () =>
    `${head}tasks:\n${lines(5_000, (index) => `  - {id: t${index}, title: x, lead: a, after: t${index + 1}}`)}`,
  "empty lifecycles": () => `${head}lifecycles:\n${lines(5_000, (index) => `  l${index}: {}`)}`,
  "an alias bomb": () =>
    `${head}bases: [${["a", "b", "c", "d", "e", "f", "g"].map((name, level, names) => `&${name} [${Array.from({ length: 7 }, () => (level === 0 ? "x" : `*${names[level - 1]}`)).join(", ")}]`).join(", ")}]`,
  "a wide alias": () =>
    `${head}bases: &many [${"x, ".repeat(5_000)}x]\nobjectives:\n${lines(45, (index) => `  - {id: o${index}, title: x, source: *many}`)}`,
  "an alias of itself": () => "tasks: &a [*a]",
  "aliases of nothing": () => flood("*a "),
  anchors: () => flood("&a "),
  tags: () => flood("! "),
  "a tag of code": () => `${head}bases: !!js/function x`,
  "another YAML": () => `%YAML 1.1\n---\n${head}`,
  "many documents": () => flood("---\n"),
  "document ends": () => flood("...\n"),
  "keys of objects": () => `${head}lifecycles: { __proto__: {}, constructor: {}, prototype: {} }`,
  "a number beyond numbers": () => `${head}conventions: { due_soon_days: 1e400 }`,
  "a huge word": () => "a".repeat(3_000_000),
  "a long line": () => flood("x", `${head}bases: "`, most),
  "a long block": () => flood(" x\n", "a: |\n", most),
  backslashes: () => flood("\\", '"', most),
  quotes: () => flood("'", "", most),
  spaces: () => flood(" ", "", most),
  "empty lines": () => flood("\n", "", most),
  "carriage returns": () => flood("\r", "", most),
  comments: () => flood("a #\n"),
  "a level of zeros": () =>
    `${head}targets: [{type: count, id: a, title: b, level: "${"0".repeat(60_000)}"}]`,
  "a due of befores": () => `${head}tasks: [{id: a, title: b, lead: c, due: "${"trước ".repeat(8_000)}"}]`,
  "a formula of brackets": () =>
    `${head}targets: [{type: count, id: a, title: b, level: 1, inputs: {a: b}, formula: "${"(".repeat(900)}"}]`,
};
