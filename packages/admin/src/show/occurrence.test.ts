// Periods in words.

import { adminWords } from "@kehoach/engine/words";
import { expect, it } from "vitest";
import { occurrenceName } from "./occurrence.ts";

it("names calendar periods and leaves other keys alone", () => {
  const name = (occurrence: string) =>
    occurrenceName({ occurrence, window: null }, adminWords.vi.occurrences);
  expect(name("once")).toBeNull();
  expect(["2017-01", "2017-Q3", "2017-H2", "2017-9M", "2017", "2017-W05", "dot-1-2017"].map(name)).toEqual([
    "tháng 01/2017",
    "quý III/2017",
    "6 tháng cuối năm 2017",
    "9 tháng năm 2017",
    "năm 2017",
    "tuần 5/2017",
    "dot-1-2017",
  ]);
  const window = { from: "2017-03-15", to: "2017-04-28" };
  expect(occurrenceName({ occurrence: "dot-1-2017", window }, adminWords.vi.occurrences)).toBe(
    "đợt 15/03/2017 – 28/04/2017",
  );
});
