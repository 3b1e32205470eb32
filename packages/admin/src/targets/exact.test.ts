// Exact fractions in words and in drawings.

import { expect, it } from "vitest";
import { drawn, readExact, showExact } from "./exact.ts";

it("shows fractions in the reader's notation, and says where a value is rounded", () => {
  expect(showExact("19/20", "vi", true)).toBe("95 %");
  expect(showExact("2/3", "vi", true)).toBe("≈ 66,67 %");
  expect(showExact("12345/2", "vi")).toBe("6.172,5");
  expect(showExact("-1/8", "en", true)).toBe("-12.5 %");
  expect(showExact("0", "vi")).toBe("0");
});

it("draws them as numbers and takes no other form", () => {
  expect(drawn("19/20", true)).toBe(95);
  expect(() => readExact("nhiều")).toThrow(RangeError);
  expect(() => readExact("1/0")).toThrow(RangeError);
});
