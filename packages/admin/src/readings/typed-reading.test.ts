// What is typed into a line of figures: values read as offices write them, faults named, corrections and jumps told.

import type { ReadingBody } from "@kehoach/server/contract";
import { describe, expect, it, test } from "vitest";
import { type FormLine, readLine, readValue, type TypedReading, typedFrom } from "./typed-reading.ts";

const reading = (value: string | null, status: "official" | "estimate" = "official"): ReadingBody => ({
  planId: "p",
  input: "vu",
  agency: { id: "a", name: "A", short: "A" },
  period: "2017-02",
  status,
  from: "2017-02-01",
  to: "2017-02-28",
  value,
  seq: 9,
  recordedAt: 0,
  effectiveAt: 0,
  by: "x",
});

const line = (part: Partial<FormLine> = {}, input: Partial<FormLine["input"]> = {}): FormLine => ({
  input: {
    id: "vu",
    title: "Số vụ",
    unit: "vụ",
    kind: "count",
    every: "month",
    cumulative: true,
    partOf: null,
    jump: null,
    system: null,
    from: null,
    agencies: [],
    ...input,
  },
  reading: null,
  last: null,
  runningTotal: null,
  required: true,
  ...part,
});

const typed = (value: string, part: Partial<TypedReading> = {}): TypedReading => ({
  value,
  status: "official",
  nothing: false,
  confirmed: false,
  ...part,
});

test.each([
  ["count", " 019 ", { value: "19" }],
  ["count", "1.014", { fault: "notWhole" }],
  ["count", "2,5", { fault: "notWhole" }],
  ["count", "-3", { fault: "negative" }],
  ["count", "mười", { fault: "notNumber" }],
  ["amount", "2,50", { value: "2.5" }],
  ["amount", "1.014", { fault: { ambiguous: "1014" } }],
  ["amount", "1.014,5", { fault: "notNumber" }],
  ["amount", "-1", { fault: "negative" }],
  ["number", "−0,25", { value: "-0.25" }],
  ["number", "1,2,3", { fault: "notNumber" }],
  ["yes_no", "1", { value: "1" }],
  ["yes_no", "2", { fault: "notNumber" }],
  ["date", "5/3/2017", { value: "2017-03-05" }],
  ["date", "30/2/2017", { fault: "notDate" }],
] as const)("reads a %s typed as “%s”", (kind, text, expected) => {
  expect(readValue(kind, text)).toEqual(expected);
});

describe("a line", () => {
  it("sends nothing where nothing is new", () => {
    expect(readLine(line(), typed("  "))).toEqual({ kind: "nothing" });
    const standing = line({ reading: reading("12") });
    expect(typedFrom(standing, false)).toEqual(typed("12"));
    expect(readLine(standing, typed("12"))).toEqual({ kind: "nothing" });
  });

  it("begins with an estimate while the period is open, except for what is so on a day", () => {
    expect(typedFrom(line(), true).status).toBe("estimate");
    expect(typedFrom(line({}, { kind: "yes_no" }), true).status).toBe("official");
    expect(typedFrom(line(), false).status).toBe("official");
  });

  it("tells zero, no figure and a correction apart", () => {
    expect(readLine(line(), typed("0"))).toMatchObject({ kind: "send", value: "0", reasoned: false });
    expect(readLine(line(), typed("7", { nothing: true }))).toMatchObject({
      kind: "send",
      value: null,
      reasoned: true,
    });
    const standing = line({ reading: reading("12") });
    expect(readLine(standing, typed("13"))).toMatchObject({ kind: "send", reasoned: true });
    // An official figure after an estimate is no correction.
    const estimated = line({ reading: reading("12", "estimate") });
    expect(readLine(estimated, typed("12"))).toMatchObject({ kind: "send", reasoned: false });
  });

  it("asks to check what jumps, and takes it once confirmed", () => {
    const jumpy = line({ last: reading("10") }, { jump: "50" });
    expect(readLine(jumpy, typed("15"))).toMatchObject({ kind: "send", surprising: false });
    expect(readLine(jumpy, typed("16"))).toEqual({ kind: "fault", fault: "confirmMissing" });
    expect(readLine(jumpy, typed("4"))).toEqual({ kind: "fault", fault: "confirmMissing" });
    expect(readLine(jumpy, typed("16", { confirmed: true }))).toMatchObject({ kind: "send", value: "16" });
    const fromZero = line({ last: reading("0") }, { jump: "50" });
    expect(readLine(fromZero, typed("5"))).toEqual({ kind: "fault", fault: "confirmMissing" });
    expect(readLine(fromZero, typed("0"))).toMatchObject({ kind: "send" });
  });

  it("is never more than what it is a part of", () => {
    const whole = { value: "10", title: "Số vụ tiếp nhận" };
    expect(readLine(line(), typed("10"), whole)).toMatchObject({ kind: "send" });
    expect(readLine(line(), typed("11"), whole)).toEqual({
      kind: "fault",
      fault: { morePart: "Số vụ tiếp nhận" },
    });
  });
});
