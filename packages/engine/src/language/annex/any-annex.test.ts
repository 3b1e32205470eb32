// Any table at all: its draft reads as YAML, names every row, and keeps the words of every cell.

import fc from "fast-check";
import { expect, it } from "vitest";
import { readPlan } from "../read-plan.ts";
import { type Grid, ownCells } from "./grid.ts";
import { gridOf } from "./testing/grid-of.ts";
import { draft, heading, organisation } from "./testing/read-draft.ts";
import { tidy } from "./yaml-line.ts";

const mess = fc.constantFrom(
  "",
  "",
  "1",
  "2",
  "12",
  "b)",
  "13.0",
  "13.5",
  "II",
  "A",
  "KH20_TT_N01.1.1",
  "-",
  "I. Truyền thông",
  "Rà soát: văn bản #2 “x”",
  "- gạch\n- đầu dòng",
  "và tiếp theo",
  "VIẾT HOA",
  "Sở TT&TT; Công an tỉnh",
  "Sở Y tế chủ trì, phối hợp với Ban Lạ",
  "UBND các huyện, thành phố, thị xã (trừ UBND thành phố Vinh)",
  "như trên",
  "30",
  "42916",
  "Quý III",
  "trước 30/6",
  "# ? chú thích",
  "{a: [b]}",
  "*neo & !nhãn % @ `",
  "'nháy' \"kép\" \\",
  "null",
  "~",
  "2017",
  "tab\tvà\u00a0trống",
  "\u200bẩn\u202e",
  "STT",
  "Nhiệm vụ",
);
const cell = fc.oneof({ weight: 6, arbitrary: mess }, { weight: 1, arbitrary: fc.constantFrom("<", "^") });
const row = fc.array(cell, { minLength: 7, maxLength: 7 });
const wide = fc
  .constantFrom("Phần một", "II. Phần hai", "Ghi chú: tạm tính")
  .map((text) => [text, ...Array(6).fill("<")]);
const table = fc.array(fc.oneof({ weight: 6, arbitrary: row }, { weight: 1, arbitrary: wide }), {
  minLength: 1,
  maxLength: 12,
});

/** What a reader of the draft may look for: the words, without the marks that quoting and lists change. */
function bare(text: string): string {
  return tidy(text).replace(/[\\"'«»/\s]/g, "");
}

it("reads, names every row and keeps every word", () => {
  fc.assert(
    fc.property(table, fc.boolean(), (rows, isDocument) => {
      const whole = gridOf([[...heading, "Khác"], ...rows], isDocument ? { is: "table", name: "1" } : {});
      const grid: Grid = { ...whole, rows: whole.rows.filter((each) => ownCells(each).length > 0) };
      const first = gridOf([heading, ["1", "Việc", "Sở Y tế", "", "Quý I", ""]]);
      const made = draft([first, grid]);
      const { problems } = readPlan(made.text, { organisation });
      const syntax = problems.filter(({ code }) => /^(?:yaml|text|character|key|document|alias)_/.test(code));
      expect(syntax.map(({ code, excerpt }) => `${code}\n${excerpt}`)).toEqual([]);
      const kept = bare(made.text);
      for (const each of made.rows) expect(made.text).toContain(tidy(each.place));
      expect(made.rows).toHaveLength(first.rows.length + grid.rows.length);
      for (const each of grid.rows) {
        for (const { text } of ownCells(each)) expect(kept, text).toContain(bare(text));
      }
    }),
    { numRuns: 100 },
  );
});
