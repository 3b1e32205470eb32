// What is said of a target in its own unit, and which targets are off track.

import { judgementWords, readingWords, targetsWords } from "@kehoach/engine/words";
import type { TargetItem } from "@kehoach/server/contract";
import { describe, expect, it } from "vitest";
import {
  completePoints,
  currentText,
  exactOf,
  isOffTrack,
  levelText,
  partsText,
  type TargetSpeech,
} from "./target-text.ts";

const speech: TargetSpeech = {
  language: "vi",
  words: targetsWords.vi,
  judged: judgementWords.vi,
  readings: readingWords.vi,
};

type Judgement = TargetItem["judgement"];

function target(judgement: Partial<Judgement>, part: Partial<TargetItem> = {}): TargetItem {
  const text = { vi: "", en: "" };
  return {
    planId: "p",
    documentId: "kh",
    id: "ct",
    type: "ratio",
    title: "Chỉ tiêu",
    objective: null,
    owner: null,
    unit: null,
    source: [],
    assumption: null,
    understood: null,
    direction: "up",
    change: null,
    span: { from: "2017-01-01", to: "2017-07-31", open: true },
    judgement: {
      verdict: "not_met_yet",
      provisional: true,
      reason: null,
      value: null,
      numerator: null,
      denominator: null,
      bound: null,
      far: null,
      current: null,
      base: null,
      oneCase: null,
      casesToReach: null,
      units: null,
      parts: null,
      ...judgement,
    },
    said: text,
    outlook: null,
    trajectory: [],
    lastReadingAt: null,
    reported: { expected: 0, there: 0, missing: [] },
    ...part,
  };
}

const over95 = { operator: ">", value: "95", percent: true } as const;

describe("figures", () => {
  it("stand in the target's unit, and are not rounded onto the level", () => {
    const near = target({
      value: "189999/200000",
      numerator: "189999",
      denominator: "200000",
      bound: over95,
    });
    expect(currentText(near, speech)).toBe("94,9995 %");
    expect(partsText(near, speech)).toBe("189.999/200.000");
    expect(levelText(near, speech)).toBe("trên 95 %");
    const counted = target(
      { value: "1234", bound: { operator: ">=", value: "1000", percent: false } },
      { type: "count", unit: "vụ" },
    );
    expect([currentText(counted, speech), levelText(counted, speech)]).toEqual([
      "1.234 vụ",
      "ít nhất 1.000 vụ",
    ]);
    const points = target(
      { value: "1/50", bound: { operator: ">=", value: "2", percent: true } },
      { type: "delta", change: "percentage_points" },
    );
    expect(currentText(points, speech)).toBe("2 điểm phần trăm");
  });

  it("are days, words or nothing where they are no numbers", () => {
    const day = target(
      { value: "17256", bound: { operator: "<=", value: "17256", percent: false } },
      { type: "milestone" },
    );
    expect([currentText(day, speech), levelText(day, speech)]).toEqual([
      "31/03/2017",
      "chậm nhất 31/03/2017",
    ]);
    expect(currentText(target({ value: "1" }, { type: "qualitative" }), speech)).toBe("Có");
    expect(currentText(target({}), speech)).toBeNull();
    const climb = target(
      { value: "2", bound: { operator: ">=", value: "3", percent: false } },
      { type: "rank", change: "absolute" },
    );
    expect([currentText(climb, speech), levelText(climb, speech)]).toEqual(["2 bậc", "ít nhất 3 bậc"]);
    const baseless = { verdict: "not_enough_data", reason: "base_missing", current: "21" } as const;
    expect(currentText(target(baseless, { type: "range", unit: "vụ" }), speech)).toBe("21 vụ");
  });

  it("come from bounds exactly", () => {
    expect(exactOf({ value: "2.5", percent: true })).toBe("25/1000");
    expect(exactOf({ value: "0.05", percent: false })).toBe("5/100");
    expect(exactOf({ value: "-3", percent: false })).toBe("-3");
  });
});

it("shows no value of a period whose figures are incomplete", () => {
  const agency = { id: "a", name: "A", short: "A" };
  const point = (period: string, verdict: Judgement["verdict"]) => ({
    period,
    to: `${period}-28`,
    expected: null,
    value: "1",
    verdict,
    estimate: false,
  });
  const points = completePoints(
    target(
      {},
      {
        trajectory: [point("2017-01", "met"), point("2017-02", "met"), point("2017-03", "not_enough_data")],
        reported: {
          expected: 3,
          there: 2,
          missing: [{ input: "x", title: "X", agency, period: "2017-02" }],
        },
      },
    ),
  );
  expect(points.map(({ value }) => value)).toEqual(["1", null, null]);
});

it("names a target off track by its verdict, by what can still come, and by where it goes", () => {
  const outlook = (
    possibility: "guaranteed" | "possible" | "impossible",
    reaches: boolean,
  ): NonNullable<TargetItem["outlook"]> => ({
    possibility,
    forecast: { value: "1", method: "linear", reaches },
    estimate: null,
    periodsLeft: 5,
    said: { vi: "", en: "" },
  });
  expect(isOffTrack(target({ verdict: "not_met" }))).toBe(true);
  expect(isOffTrack(target({}, { outlook: outlook("impossible", true) }))).toBe(true);
  expect(isOffTrack(target({}, { outlook: outlook("possible", false) }))).toBe(true);
  expect(isOffTrack(target({}, { outlook: outlook("possible", true) }))).toBe(false);
  // What is not reported is no verdict on where it goes.
  expect(isOffTrack(target({ verdict: "not_enough_data" }, { outlook: outlook("possible", false) }))).toBe(
    false,
  );
});
