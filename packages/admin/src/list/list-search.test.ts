// Filters read from an address.

import { expect, it } from "vitest";
import { readListSearch } from "./list-search.ts";

it("keeps filters and drops the rest", () => {
  expect(
    readListSearch({ bucket: "overdue", role: "lead", party: "assigned", text: 2017, evil: "x" }),
  ).toEqual({
    bucket: "overdue",
    role: "lead",
    party: "assigned",
    text: "2017",
  });
  expect(readListSearch({ bucket: "late", role: "boss", agency: "", text: { a: 1 } })).toEqual({});
});
