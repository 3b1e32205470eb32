// Hostile texts: each gets placed problems, soon, and never a throw.

import { describe, expect, it } from "vitest";
import { formatText } from "./format-text.ts";
import { readDocument } from "./read-plan.ts";
import { mostProblems } from "./report.ts";
import { hostileTexts } from "./testing/hostile-texts.ts";

/** Processor time: other work on the machine shall not fail a test. */
const milliseconds = () => process.cpuUsage().user / 1_000;

describe("a hostile text", () => {
  it.each(Object.entries(hostileTexts))(
    "%s",
    (_name, make) => {
      const text = make();
      const before = milliseconds();
      const read = readDocument(text, { file: "x.yaml" });
      expect(milliseconds() - before).toBeLessThan(3_000);
      expect(read.is === "plan" ? read.plan : read.document).toBeNull();
      expect(read.problems.length).toBeGreaterThan(0);
      expect(read.problems.length).toBeLessThanOrEqual(mostProblems + 1);
      for (const problem of read.problems) {
        expect(problem.place.line).toBeGreaterThan(0);
        expect(problem.place.column).toBeGreaterThan(0);
        expect(problem.excerpt.length).toBeLessThan(400);
        expect(problem.vi + problem.en).not.toMatch(/undefined|at .*\.[jt]s:|stack/i);
      }
      if (text.length < 400_000) expect(() => formatText(text, { keys: "vi" })).not.toThrow();
    },
    30_000,
  );

  it("leaves the prototypes alone", () => {
    readDocument('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
