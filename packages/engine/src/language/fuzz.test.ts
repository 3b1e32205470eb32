// Two thousand mutated plans: each is answered within two seconds by a plan or by placed problems, never by a throw.

import { expect, it } from "vitest";
import { canonicalJson } from "../ledger/canonical-json.ts";
import { formatText } from "./format-text.ts";
import { keywordTable } from "./keywords.ts";
import { readAgainstSample } from "./testing/sample-reads.ts";
import { samplePlan } from "./testing/sample-texts.ts";

const seed = 20170730;
const rounds = 2_000;

/** mulberry32: small, seeded, good enough to mutate with. */
function random(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const marks = [
  ..."[]{}:,-?!&*#|>%@`'\"\\\n\t ",
  "  ",
  "\n- ",
  ": ",
  "<<: *a",
  "&a ",
  "*a",
  "!!str ",
  "---\n",
  "\u202e",
  "\u0000",
  "ị",
  "~",
  "null",
  "1e999",
  "0x1F",
  "31/6/2017",
  "trước ngày 30/6",
  "2017-02-30",
];
const words = keywordTable.keys.concat(keywordTable.values).flatMap((row) => [row.vi, row.en]);

type Mutation = (text: string, pick: (limit: number) => number) => string;

const cut = (text: string, at: number, length: number, replacement = "") =>
  text.slice(0, at) + replacement + text.slice(at + length);
const lineAt = (text: string, pick: (limit: number) => number): [start: number, line: string] => {
  const lines = text.split("\n");
  const index = pick(lines.length);
  const start = lines.slice(0, index).join("\n").length + (index === 0 ? 0 : 1);
  return [start, lines[index] ?? ""];
};

const mutations: readonly Mutation[] = [
  // Bytes.
  (text, pick) => cut(text, pick(text.length), 1 + pick(8)),
  (text, pick) => cut(text, pick(text.length), pick(3), String.fromCharCode(32 + pick(90))),
  (text, pick) => cut(text, pick(text.length), 0, marks[pick(marks.length)]),
  (text, pick) => text.slice(0, pick(text.length)),
  (text, pick) => cut(text, pick(text.length), 0, text.slice(pick(text.length)).slice(0, 200)),
  // Grammar.
  (text, pick) => {
    const [start, line] = lineAt(text, pick);
    return cut(text, start, line.length + 1);
  },
  (text, pick) => {
    const [start, line] = lineAt(text, pick);
    return cut(text, start, 0, `${line}\n`);
  },
  (text, pick) => {
    const [start, line] = lineAt(text, pick);
    return cut(text, start, line.length, `${" ".repeat(pick(6))}${line.trim()}`);
  },
  (text, pick) => {
    const [start, line] = lineAt(text, pick);
    const colon = line.indexOf(": ");
    const value = [...marks, ...words, "[]", "{}", "[[a]]", "{ a: b }", "x".repeat(500)][
      pick(marks.length + words.length + 5)
    ];
    return colon < 0 ? text : cut(text, start + colon + 2, line.length - colon - 2, value);
  },
  (text, pick) => {
    const [start, line] = lineAt(text, pick);
    const key = /^(\s*(?:- )?(?:{ )?)([^:{]+):/.exec(line);
    const word = words[pick(words.length)];
    return key === null ? text : cut(text, start + (key[1]?.length ?? 0), key[2]?.length ?? 0, word);
  },
  (text, pick) => {
    const ids = [...text.matchAll(/\b[a-z]+(?:-[a-z0-9]+)+\b/g)];
    const [from, to] = [ids[pick(ids.length)], ids[pick(ids.length)]];
    return from === undefined || to === undefined ? text : cut(text, from.index, from[0].length, to[0]);
  },
];

it(`answers ${rounds} mutated plans (seed ${seed})`, () => {
  const next = random(seed);
  const pick = (limit: number) => Math.floor(next() * Math.max(1, limit));
  const outcomes = { plan: 0, problems: 0 };
  for (let round = 0; round < rounds; round += 1) {
    let text = samplePlan;
    for (let count = 1 + pick(4); count > 0; count -= 1)
      text = (mutations[pick(mutations.length)] as Mutation)(text, pick);
    const before = process.cpuUsage().user;
    try {
      const { plan, problems } = readAgainstSample(text);
      outcomes[plan === null ? "problems" : "plan"] += 1;
      expect(plan === null).toBe(problems.length > 0);
      if (plan !== null) canonicalJson(plan);
      for (const { place, mend, excerpt, vi, en } of problems) {
        expect(place.line).toBeGreaterThan(0);
        expect(place.start).toBeLessThanOrEqual(place.end);
        expect(place.end).toBeLessThanOrEqual(text.length);
        expect(excerpt).toContain("^");
        expect(`${vi}${en}`).not.toMatch(/undefined|\[object|NaN/);
        if (mend !== null) expect(mend.end).toBeLessThanOrEqual(text.length);
      }
      formatText(text, { keys: round % 2 === 0 ? "vi" : "en" });
    } catch (error) {
      throw new Error(`round ${round} of seed ${seed}:\n${text}`, { cause: error });
    }
    expect(process.cpuUsage().user - before).toBeLessThan(2_000_000);
  }
  // Both ends of the answer are met, or the mutations say nothing.
  expect(outcomes.plan).toBeGreaterThan(20);
  expect(outcomes.problems).toBeGreaterThan(1_000);
}, 120_000);
