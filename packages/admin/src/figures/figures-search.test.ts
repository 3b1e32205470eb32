// Holds the address of the figures page: what it keeps, and what it drops.

import { expect, test } from "vitest";
import { readFiguresSearch, searchText } from "./figures-search.ts";

test("a plan and a date are kept, anything else is dropped", () => {
  expect(readFiguresSearch({ plan: "kh-42-2017", asOf: "2017-03-01", by: "x" })).toEqual({
    plan: "kh-42-2017",
    asOf: "2017-03-01",
  });
  expect(readFiguresSearch({ plan: "", asOf: "1/3/2017" })).toEqual({});
});

test("what has no value is not asked", () => {
  expect(searchText({ plan: "kh-42-2017", asOf: undefined, lang: "vi" })).toBe("plan=kh-42-2017&lang=vi");
});
