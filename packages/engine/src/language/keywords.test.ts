// The keyword table: one spelling each way, and a file keeps to one of them.

import { describe, expect, it } from "vitest";
import {
  authoritiesShape,
  calendarShape,
  organisationShape,
  planShape,
  regimeShape,
} from "./generated/shapes.ts";
import { keywordTable, readKey, readKeyword, spellKey, spellKeyword } from "./keywords.ts";
import type { Shape } from "./shape.ts";

function* shapesIn(shape: Shape, seen = new Set<Shape>()): Generator<Shape> {
  if (seen.has(shape)) return;
  seen.add(shape);
  yield shape;
  for (const inner of [...Object.values(shape.keys ?? {}), shape.byId, shape.list]) {
    if (inner !== undefined) yield* shapesIn(inner, seen);
  }
}
const all = [planShape, organisationShape, calendarShape, regimeShape, authoritiesShape].flatMap((shape) => [
  ...shapesIn(shape),
]);

describe("the keyword table", () => {
  it("has one Vietnamese key for each English one, and back", () => {
    const vi = keywordTable.keys.map((row) => row.vi);
    expect(new Set(vi).size).toBe(vi.length);
    for (const { en, vi: spelled } of keywordTable.keys) {
      expect(readKey(spelled)?.english).toBe(en);
      expect(spellKey(en, "vi")).toBe(spelled);
    }
  });

  it("has no key that is another key in the other language", () => {
    const en = new Set(keywordTable.keys.map((row) => row.en));
    const crossed = keywordTable.keys.filter((row) => row.vi !== row.en && en.has(row.vi));
    expect(crossed).toEqual([]);
  });

  it("has a word of its own for each value that may stand at one spot", () => {
    for (const { keywords } of all) {
      if (keywords === undefined) continue;
      const spelled = keywords.map((word) => spellKeyword(word, "vi"));
      expect(new Set([...spelled, ...keywords]).size).toBeGreaterThanOrEqual(spelled.length);
      for (const word of keywords) {
        expect(readKeyword(word, keywords)?.english).toBe(word);
        expect(readKeyword(spellKeyword(word, "vi"), keywords)?.english).toBe(word);
      }
    }
  });

  it("names every key and value that the language uses, and no other", () => {
    const keys = new Set(all.flatMap((shape) => Object.keys(shape.keys ?? {})));
    const values = new Set(all.flatMap((shape) => shape.keywords ?? []).concat("true", "false"));
    expect(keywordTable.keys.filter((row) => !keys.has(row.en))).toEqual([]);
    expect(keywordTable.values.filter((row) => !values.has(row.en))).toEqual([]);
    expect([...keys].filter((key) => readKey(key) === null)).toEqual([]);
  });

  it("is written in NFC, lower case, safe as plain YAML", () => {
    for (const { vi } of [...keywordTable.keys, ...keywordTable.values]) {
      expect(vi).toBe(vi.normalize("NFC"));
      if (!vi.endsWith(".")) expect(vi).toMatch(/^[\p{Ll}\d]+( [\p{Ll}\d]+)*$/u);
    }
  });
});
