// Figures and levels as promises word them.

import { expect, it } from "vitest";
import { figureText, looksLikeThousands, readFigure, readLevel } from "./level-text.ts";

it.each([
  ["trên 95 %", ">", "95", true],
  ["> 95%", ">", "95", true],
  ["ít nhất 90%", ">=", "90", true],
  ["từ 80 % trở lên", ">=", "80", true],
  ["≥ 3", ">=", "3", false],
  ["at least 12", ">=", "12", false],
  ["không quá 5", "<=", "5", false],
  ["dưới 2,5 %", "<", "2.5", true],
  ["at most 10", "<=", "10", false],
  ["đúng 12", "=", "12", false],
  ["100%", ">=", "100", true],
  ["007.50", ">=", "7.5", false],
])("%s", (text, operator, value, percent) => {
  expect(readLevel(text, null)).toEqual({ operator, value, percent });
});

it("takes a bare figure as a ceiling where down is better", () => {
  expect(readLevel("10", "down")).toEqual({ operator: "<=", value: "10", percent: false });
});

it.each(["", "nhiều", "> ", "1.014,5", "1e9", "5 vụ", "> 5 trở xuống", "--5"])(
  "does not guess at %s",
  (text) => {
    expect(readLevel(text, null)).toBeNull();
  },
);

it("keeps figures exact", () => {
  expect(readFigure("0,1")).toEqual({ value: "0.1", percent: false });
  expect(readFigure("-0")).toEqual({ value: "0", percent: false });
  expect(readFigure("−2.50 %")).toEqual({ value: "-2.5", percent: true });
  expect(readFigure("12345678901234567890123")).toEqual({ value: "12345678901234567890123", percent: false });
  expect(figureText({ value: "2.5", percent: true }, "vi")).toBe("2,5 %");
});

it("sees what a Vietnamese reader may take for thousands", () => {
  expect(["1.014", "ít nhất 12.000", "1.000.000"].map(looksLikeThousands)).toEqual([true, true, true]);
  expect(["1.5", "0.125", "2017", "1.0145"].map(looksLikeThousands)).toEqual([false, false, false, false]);
});
