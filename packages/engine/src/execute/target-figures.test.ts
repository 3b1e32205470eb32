// Which readings count and what they come to: by cases, and summed another way over many agencies and periods.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarPeriod, periodsBetween } from "../calendar/index.ts";
import type { TargetInput } from "../language/target-input.ts";
import { rationalText } from "../measure/index.ts";
import { agencyFigure } from "./agency-figure.ts";
import type { ReadingRow } from "./reading.ts";
import { assemble, baseFigures, type InputSource, type Sources } from "./target-figures.ts";

const months = periodsBetween("month", "2017-01-01", "2017-12-31");
const lastYear = periodsBetween("month", "2016-01-01", "2016-12-31");
const year: CalendarPeriod = { id: "2017", from: "2017-01-01", to: "2017-12-31" };
const everything = { through: "2017-12-31", estimates: true };

function reading(period: CalendarPeriod, value: string | null, more: Partial<ReadingRow> = {}): ReadingRow {
  const { id, from, to } = period;
  const at = { seq: 1, recordedAt: 0, effectiveAt: 0, by: "x" };
  return {
    planId: "p",
    input: "cases",
    agency: "a",
    period: id,
    status: "official",
    from,
    to,
    value,
    ...at,
    ...more,
  };
}

function month(place: number): CalendarPeriod {
  const period = months[place - 1];
  if (period === undefined) throw new Error(`No month ${place}.`);
  return period;
}

const cumulative = { kind: "count", cumulative: true } as const;
const lasting = { kind: "count", cumulative: false } as const;

function figure(
  input: typeof cumulative | typeof lasting,
  rows: ReadingRow[],
  through = "2017-12-31",
  estimates = true,
) {
  const { value, missing } = agencyFigure(input, rows, months, { through, estimates });
  return [value === null ? null : rationalText(value), missing];
}

describe("an agency's figure", () => {
  it("adds up the periods that have ended, and says when one is missing", () => {
    const rows = [reading(month(1), "3"), reading(month(2), "4"), reading(month(3), "5")];
    expect(figure(cumulative, rows, "2017-03-31")).toEqual(["12", null]);
    expect(figure(cumulative, rows, "2017-03-30")).toEqual(["7", null]);
    expect(figure(cumulative, rows, "2017-04-30")).toEqual(["12", "not_reported"]);
    expect(figure(cumulative, [], "2017-01-31")).toEqual([null, "not_reported"]);
    expect(figure(cumulative, [], "2017-01-30")).toEqual([null, null]);
  });

  it("takes an official value before an estimate, and an estimate only where it may stand", () => {
    const rows = [
      reading(month(1), "3"),
      reading(month(1), "9", { status: "estimate" }),
      reading(month(2), "4", { status: "estimate" }),
    ];
    expect(figure(cumulative, rows, "2017-02-28")).toEqual(["7", null]);
    expect(figure(cumulative, rows, "2017-02-28", false)).toEqual(["3", "only_estimates"]);
  });

  it("lets a year's official value replace its months, its estimate only where a month is missing", () => {
    const all = months.map((period) => reading(period, "2"));
    const official = reading(year, "25");
    const estimate = reading(year, "30", { status: "estimate" });
    expect(figure(cumulative, [...all, official])).toEqual(["25", null]);
    expect(figure(cumulative, [...all, official], "2017-11-30")).toEqual(["22", null]);
    expect(figure(cumulative, [...all, estimate])).toEqual(["24", null]);
    expect(figure(cumulative, [...all.slice(1), estimate])).toEqual(["30", null]);
    expect(figure(cumulative, [...all.slice(1), estimate], "2017-11-30")).toEqual(["20", "not_reported"]);
  });

  it("takes windows and occasions each by itself, whatever their names", () => {
    const windows = [
      { id: "july", from: "2017-07-01", to: "2017-07-31" },
      { id: "july-2", from: "2017-08-01", to: "2017-08-31" },
      { id: "once", from: "2017-09-01", to: "2017-09-01" },
    ];
    const rows = windows.map((period) => reading(period, "2"));
    const { value, missing } = agencyFigure(cumulative, rows, windows, everything);
    expect([value && rationalText(value), missing]).toEqual(["6", null]);
  });

  it("holds nothing for zero: no figure to give adds nothing and is not missing", () => {
    const rows = [reading(month(1), "3"), reading(month(2), null)];
    expect(figure(cumulative, rows, "2017-02-28")).toEqual(["3", null]);
    expect(figure(cumulative, [reading(month(1), null)], "2017-01-31")).toEqual([null, null]);
  });

  it("that does not add up is the last one, the one before while that is missing", () => {
    const rows = [reading(month(1), "3"), reading(month(3), "5")];
    expect(figure(lasting, rows, "2017-03-31")).toEqual(["5", null]);
    expect(figure(lasting, rows, "2017-04-30")).toEqual(["5", "not_reported"]);
    expect(figure(lasting, rows, "2017-02-28")).toEqual(["3", "not_reported"]);
    expect(
      figure(lasting, [...rows, reading(month(4), "6", { status: "estimate" })], "2017-04-30", false),
    ).toEqual(["5", "only_estimates"]);
    expect(figure(lasting, [reading(month(12), "7"), reading(year, "8")])).toEqual(["8", null]);
    expect(figure(lasting, [reading(lastYear.at(-1) ?? year, "9")], "2017-01-31")).toEqual([
      null,
      "not_reported",
    ]);
  });
});

function input(id: string): TargetInput {
  return {
    id,
    title: id,
    agencies: [],
    groups: [],
    except: [],
    unit: null,
    system: null,
    kind: "count",
    every: "month",
    regime: null,
    cumulative: true,
    partOf: null,
    jump: null,
    from: null,
    task: null,
    source: [],
    assumption: null,
    understood: null,
  };
}

function sourcesOf(agencies: readonly string[], rows: readonly ReadingRow[]): Sources {
  const of = (id: string): [string, InputSource] => [
    id,
    {
      input: input(id),
      agencies,
      rule: null,
      periods: months,
      rows: Map.groupBy(
        rows.filter((row) => row.input === id),
        ({ agency }) => agency,
      ),
    },
  ];
  return new Map([of("cases"), of("solved")]);
}

describe("the figures of a target", () => {
  it("sum 700 agencies over 12 periods as a plain loop does, in whatever order they come", () => {
    const agencies = Array.from({ length: 700 }, (_, index) => `xa-${index + 1}`);
    const asked = { inputs: ["cases", "solved"], percent: false, ...everything };
    const values = fc.infiniteStream(fc.nat({ max: 40 }));
    fc.assert(
      fc.property(values, fc.nat({ max: 11 }), fc.nat(), (stream, ended, turn) => {
        const rows: ReadingRow[] = [];
        const expected = { cases: 0n, solved: 0n };
        for (const agency of agencies) {
          for (const [place, period] of months.entries()) {
            const cases = stream.next().value;
            const solved = stream.next().value % (cases + 1);
            for (const [id, value] of [
              ["cases", cases],
              ["solved", solved],
            ] as const) {
              rows.push(reading(period, String(value), { agency, input: id }));
              if (place <= ended) expected[id] += BigInt(value);
            }
          }
        }
        const first = turn % rows.length;
        const shuffled = [...rows.slice(first), ...rows.slice(0, first)].reverse();
        const { now, missing } = assemble(sourcesOf(agencies, shuffled), {
          ...asked,
          through: month(ended + 1).to,
        });
        expect(missing).toEqual({});
        expect(now).toEqual({
          cases: { numerator: expected.cases, denominator: 1n },
          solved: { numerator: expected.solved, denominator: 1n },
        });
      }),
      { numRuns: 10, seed: 2017 },
    );
  });

  it("never come from a mean of rates", () => {
    const rows = [
      reading(month(1), "1", { agency: "small" }),
      reading(month(1), "1", { agency: "small", input: "solved" }),
      reading(month(1), "99", { agency: "large" }),
      reading(month(1), "0", { agency: "large", input: "solved" }),
    ];
    const asked = { inputs: ["cases", "solved"], percent: false, through: "2017-01-31", estimates: true };
    const { now } = assemble(sourcesOf(["small", "large"], rows), asked);
    expect(now).toEqual({
      cases: { numerator: 100n, denominator: 1n },
      solved: { numerator: 1n, denominator: 1n },
    });
  });

  it("have a base: the year before, the same periods of it, or a year named", () => {
    const asked = { inputs: ["cases"], percent: false, through: "2017-03-31", estimates: true };
    const before = lastYear.map((period, index) => reading(period, String(index + 1)));
    const base = (
      rows: readonly ReadingRow[],
      on: Parameters<typeof baseFigures>[2],
      through = asked.through,
    ) => {
      const set = baseFigures(sourcesOf(["a"], rows), { ...asked, through }, on, 2017);
      const cases = set?.cases ?? null;
      return cases === null || !("numerator" in cases) ? null : rationalText(cases);
    };
    expect(base(before, { on: "previous_year" })).toBe("78");
    expect(base(before.slice(1), { on: "previous_year" })).toBeNull();
    const whole: CalendarPeriod = { id: "2016", from: "2016-01-01", to: "2016-12-31" };
    expect(base([...before, reading(whole, "80")], { on: "previous_year" })).toBe("80");
    expect(base([...before, reading(whole, "80", { status: "estimate" })], { on: "previous_year" })).toBe(
      "78",
    );
    expect(base(before, { on: "same_period" })).toBe("6");
    expect(base(before, { on: "same_period" }, "2017-12-31")).toBe("78");
    expect(base([reading({ ...whole, id: "2015" }, "70")], { on: "fixed_year", year: 2015 })).toBe("70");
    expect(base(before, { on: "value", value: "5", percent: false, label: null })).toBeNull();
  });
});
