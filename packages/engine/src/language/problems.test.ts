// Every problem and question: a text that has it, where it points, and what would mend it.

import { describe, expect, it, test } from "vitest";
import { formulaProblemCodes } from "../measure/index.ts";
import { pathText } from "./path.ts";
import { readPlan, readRegisterDocument } from "./read-plan.ts";
import { problemCodes, questionCodes } from "./report.ts";
import { inputRows } from "./testing/input-problem-rows.ts";
import {
  lifecycleRows,
  questionRows,
  referenceRows,
  registerRows,
  targetRows,
} from "./testing/meaning-problem-rows.ts";
import type { Row } from "./testing/problem-row.ts";
import { dueRows, keyRows, textRows } from "./testing/reading-problem-rows.ts";
import { mended, troubles } from "./testing/sample-reads.ts";
import { sampleCalendar, samplePlan } from "./testing/sample-texts.ts";

/** A broken text breaks in as many ways as YAML likes. */
const loose = new Set(["yaml_syntax", "yaml_indent", "text_too_large", "too_many_marks", "too_deep"]);

const tables: Record<string, Row[]> = {
  "the text": textRows,
  "keys and forms": keyRows,
  "dates and dues": dueRows,
  references: referenceRows,
  targets: targetRows,
  inputs: inputRows,
  lifecycles: lifecycleRows,
  "register documents": registerRows,
  questions: questionRows,
};

for (const [name, rows] of Object.entries(tables)) {
  describe(name, () => {
    it.each(rows)("$code at $path", ({ code, text, points, path, mend }) => {
      const found = troubles(text);
      if (loose.has(code)) {
        expect(found.map((problem) => problem.code)).toContain(code);
        return;
      }
      expect(found.map((problem) => problem.code)).toEqual([code]);
      const [problem] = found;
      if (problem === undefined) return;
      expect(problem.place.path).toBe(path);
      expect(text.slice(problem.place.start, problem.place.end)).toBe(points);
      const before = text.slice(0, problem.place.start).split("\n");
      expect(problem.place.line).toBe(before.length);
      expect(problem.place.column).toBe((before.at(-1)?.length ?? 0) + 1);
      expect(problem.excerpt).toContain("^");
      expect(problem.vi).not.toMatch(/undefined|null|\[object/);
      expect(problem.en).not.toMatch(/undefined|null|\[object/);
      expect(problem.mend?.replacement).toBe(mend);
      if (mend !== undefined) expect(troubles(mended(text, problem)).map((left) => left.code)).toEqual([]);
    });
  });
}

test("every code has a row", () => {
  const tested = new Set(Object.values(tables).flatMap((rows) => rows.map((entry) => entry.code)));
  // Tested beside the limits: it needs a text of its own; and the last one stands for all the others.
  const elsewhere = new Set(["too_many_nodes", "kind_other", "more_problems", ...formulaProblemCodes]);
  const untested = [...problemCodes, ...questionCodes].filter(
    (code) => !tested.has(code) && !elsewhere.has(code),
  );
  expect(untested).toEqual([]);
});

test("a document of another kind is not read as a plan, nor a plan as one of the register", () => {
  const [problem] = readPlan(sampleCalendar).problems;
  expect([problem?.code, problem?.place.path]).toEqual(["kind_other", "kind"]);
  const { document, problems } = readRegisterDocument(samplePlan);
  expect([document, problems.map((found) => found.code)]).toEqual([null, ["kind_other"]]);
  expect(readRegisterDocument("kehoach: 1").problems.map((found) => found.code)).toEqual(["key_missing"]);
});

test("paths are written as editors show them", () => {
  expect(pathText(["tasks", 3, "due"])).toBe("tasks[3].due");
  expect(pathText([])).toBe("");
});

test("a fault of a lifecycle shows the way to it, command by command", () => {
  const [deadEnd, nobody, unstamped] = ["state_dead_end", "state_nobody", "completion_not_stamped"].map(
    (code) => troubles(lifecycleRows.find((entry) => entry.code === code)?.text ?? "")[0]?.en,
  );
  expect(deadEnd).toContain("mo —vuong→ ket");
  expect(nobody).toContain("mo —cho→ cho");
  expect(unstamped).toContain("mo —lam_xong→ xong");
});
