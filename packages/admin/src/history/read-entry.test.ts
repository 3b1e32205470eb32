// Entries as the pages read them.

import { expect, it } from "vitest";
import { isEnteredLater, newStages, passages, readEntry, signerName, textDigests } from "./read-entry.ts";

const entry = (data: unknown) => ({ data: JSON.stringify(data) });

const nothing = {
  stage: null,
  percent: null,
  answer: null,
  due: null,
  document: null,
  products: [],
  cause: null,
  causeConfirmedBy: null,
  inPlaceOf: null,
};

it("reads outcome and facts", () => {
  const document = { number: "15/BC", date: "2017-06-05", issuer: null, title: null };
  expect(
    readEntry(
      entry({
        outcome: { stage: "submitted" },
        facts: { percent: 100, document, products: { plan: document } },
      }),
    ),
  ).toEqual({ ...nothing, stage: "submitted", percent: 100, document, products: [["plan", document]] });
  const cause = { cause: "objective", causeConfirmedBy: "Phó Chủ tịch" };
  const inPlaceOf = { id: "a", name: "Trần Văn B", document };
  expect(readEntry(entry({ facts: { ...cause, inPlaceOf } }))).toEqual({
    ...nothing,
    ...cause,
    inPlaceOf: { name: "Trần Văn B", document },
  });
  expect(textDigests(entry({ texts: { note: "abc" } }))).toEqual({ note: "abc" });
});

it("leaves out what it cannot read", () => {
  expect(readEntry({ data: null })).toEqual(nothing);
  expect(readEntry({ data: "not json" })).toEqual(nothing);
  expect(
    readEntry(entry({ outcome: { stage: 3 }, facts: { due: "soon", document: { number: "1" } } })),
  ).toEqual(nothing);
});

it("follows the states passed through", () => {
  const entries = ["assigned", "in_progress", undefined, "in_progress", "submitted", "in_progress"].map(
    (stage) => entry({ outcome: stage === undefined ? {} : { stage } }),
  );
  expect(newStages(entries.slice(2), "in_progress")).toEqual([null, null, "submitted", "in_progress"]);
  expect(passages(entries)).toEqual([
    ["assigned", "in_progress"],
    ["in_progress", "submitted"],
    ["submitted", "in_progress"],
  ]);
});

it("tells what was typed on another day from what was typed at once", () => {
  const at = (hourUtc: number) => Date.UTC(2017, 1, 1, hourUtc) * 1000;
  // 23:00 and 01:00 in Vietnam lie on two days.
  expect(isEnteredLater({ effectiveAt: at(16), recordedAt: at(18) })).toBe(true);
  expect(isEnteredLater({ effectiveAt: at(2), recordedAt: at(16) })).toBe(false);
});

it("names who signed as documents do", () => {
  expect(signerName({ name: "Trần Văn B", position: "Giám đốc", capacity: "TM." })).toBe(
    "TM. Giám đốc Trần Văn B",
  );
  expect(signerName({ name: "Trần Văn B", position: null, capacity: null })).toBe("Trần Văn B");
});
