// Judging targets: the laws that hold whatever the figures.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holds } from "./condition.ts";
import { type FigureSet, type Figures, type InputFacts, type Moment, noFigures } from "./figures.ts";
import { parseFormula } from "./formula.ts";
import { goalOf, type LevelMeasure } from "./goal.ts";
import { judge } from "./judge.ts";
import type { Judgement, Verdict } from "./judgement.ts";
import { judgementOf } from "./judgement-of.ts";
import { type Course, lookAhead } from "./look-ahead.ts";
import type { Bound, BoundOperator, Measure } from "./measure.ts";
import { boundOperators } from "./measure.ts";
import { add, divide, integer, multiply, type Rational, rational, subtract, zero } from "./rational.ts";

const ended: Moment = { open: false, estimate: false, on: "2018-01-15" };
const open: Moment = { ...ended, open: true };
const part: InputFacts = { kind: "count", cumulative: true, partOf: "d" };
const whole: InputFacts = { kind: "count", cumulative: true, partOf: null };

function ast(text: string) {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(parsed.en);
  return parsed.ast;
}

const ratio = (level: Bound, denEmpty: "met" | "not_applicable" = "not_applicable") =>
  ({ type: "ratio", numerator: ast("n"), denominator: ast("d"), level, denEmpty }) satisfies Measure;
const count = (level: Bound) => ({ type: "count", formula: ast("n"), level }) satisfies Measure;

function figures(n: number | null, d: number | null, more: Partial<Figures> = {}): Figures {
  return { ...noFigures, now: set(n, d), inputs: { n: part, d: whole }, ...more };
}

function set(n: number | null, d: number | null): FigureSet {
  return { n: n === null ? null : integer(n), d: d === null ? null : integer(d) };
}

const reached = (verdict: Verdict) => verdict === "met" || verdict === "exceeded";
const operator = fc.constantFrom<BoundOperator>(...boundOperators);
const percents = fc.integer({ min: 0, max: 110 }).map(String);
/** Some of some, at least one. */
const share = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }))
  .map(([n, rest]) => ({ n, d: Math.max(1, n + rest) }));

describe("a rate", () => {
  it("is the sum of numerators over the sum of denominators, whoever and whenever", () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 40 }), percents, (parts, value) => {
        const level = { operator: ">=", value, percent: true } as const;
        const sum = (key: "n" | "d") => parts.map((one) => one[key]).reduce((a, b) => a + b, 0);
        const rows: FigureSet = {
          n: parts.map(({ n }) => integer(n)),
          d: parts.map(({ d }) => integer(d)),
        };
        const byRows = judge(
          { ...ratio(level), numerator: ast("sum(n)"), denominator: ast("sum(d)") },
          { ...figures(0, 0), now: rows },
          ended,
        );
        const bySums = judge(ratio(level), figures(sum("n"), sum("d")), ended);
        expect(byRows).toEqual(bySums);
        expect(bySums.value).toEqual(rational(BigInt(sum("n")), BigInt(sum("d"))));
      }),
    );
  });

  it("is never a mean of percentages", () => {
    // 1 of 1 and 9 of 19: 10 of 20 is half, though the two rates average 74 %.
    const said = judge(ratio({ operator: ">=", value: "51", percent: true }), figures(1 + 9, 1 + 19), ended);
    expect(said.verdict).toBe("not_met");
  });

  it("at exactly its level meets at least, and fails over", () => {
    const round = fc.constantFrom(1, 2, 4, 5, 10, 20, 25, 50, 100);
    fc.assert(
      fc.property(round, fc.nat(100), fc.integer({ min: 1, max: 50 }), (d, some, times) => {
        const n = some % (d + 1);
        const level = { value: String((100 / d) * n), percent: true };
        const now = figures(n * times, d * times);
        expect(judge(ratio({ ...level, operator: ">=" }), now, ended).verdict).toBe("met");
        expect(judge(ratio({ ...level, operator: "<=" }), now, ended).verdict).toBe("met");
        expect(judge(ratio({ ...level, operator: "=" }), now, ended).verdict).toBe("met");
        expect(judge(ratio({ ...level, operator: ">" }), now, ended).verdict).toBe("not_met");
        expect(judge(ratio({ ...level, operator: "<" }), now, ended).verdict).toBe("not_met");
      }),
    );
  });

  it("never gets worse by a case handled, where more is better", () => {
    const better: readonly Verdict[] = ["not_met", "not_met_yet", "met", "exceeded"];
    const up = fc.constantFrom<BoundOperator>(">", ">=");
    fc.assert(
      fc.property(share, up, percents, fc.boolean(), ({ n, d }, operator, value, more) => {
        const measure = ratio({ operator, value, percent: true });
        const moment = more ? open : ended;
        const before = judge(measure, figures(n, d), moment).verdict;
        const after = judge(measure, figures(Math.min(n + 1, d), d), moment).verdict;
        expect(better.indexOf(after)).toBeGreaterThanOrEqual(better.indexOf(before));
      }),
    );
  });
});

describe("cases", () => {
  const base = { n: integer(9), d: integer(10) };
  const change = { base: { on: "previous_year" }, mode: "percentage_points" } as const;
  const measures = fc
    .tuple(operator, fc.integer({ min: 0, max: 100 }).map(String), fc.constantFrom("up", "down"), fc.nat(4))
    .map(([operator, value, direction, kind]): LevelMeasure => {
      const level = { operator, value, percent: true };
      const way = direction as "up" | "down";
      if (kind === 0) return ratio(level);
      if (kind === 1) return count({ ...level, percent: false });
      if (kind === 2) return { type: "delta", formula: ast("n / d"), direction: way, level, change };
      if (kind === 3)
        return {
          type: "delta",
          formula: ast("n"),
          direction: way,
          level,
          change: { ...change, mode: "relative" },
        };
      return {
        type: "range",
        formula: ast("n / d"),
        direction: way,
        from: value,
        to: "60",
        percent: true,
        binding: "both",
        change: null,
      };
    });
  const meets = (measure: LevelMeasure, n: number, d: number) =>
    reached(judge(measure, figures(n, d, { base }), ended).verdict);

  it("to reach a level are enough, and no fewer are", () => {
    fc.assert(
      fc.property(measures, share, (measure, { n, d }) => {
        const { casesToReach } = judge(measure, figures(n, d, { base }), ended);
        const most =
          measure.type === "count" || (measure.type === "delta" && measure.change.mode === "relative");
        const tries = Array.from({ length: 241 }, (_, index) => index - 120)
          .filter((by) => n + by >= 0 && (most || n + by <= d))
          .filter((by) => meets(measure, n + by, d))
          .sort((a, b) => Math.abs(a) - Math.abs(b));
        expect(casesToReach === null ? undefined : Math.abs(Number(casesToReach))).toBe(
          tries[0] === undefined ? undefined : Math.abs(tries[0]),
        );
        if (casesToReach !== null) expect(meets(measure, n + Number(casesToReach), d)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("turn the verdict when one is said to, and only then", () => {
    fc.assert(
      fc.property(measures, share, (measure, { n, d }) => {
        const { oneCase, verdict } = judge(measure, figures(n, d, { base }), ended);
        const plain =
          measure.type === "count" || (measure.type === "delta" && measure.change.mode === "relative");
        const now = reached(verdict);
        const turns = [
          (plain || n < d) && meets(measure, n + 1, d) !== now,
          n > 0 && meets(measure, n - 1, d) !== now,
          !plain && meets(measure, n, d + 1) !== now,
        ];
        expect(oneCase !== null).toBe(turns.some((turn) => turn));
        if (oneCase !== null) {
          const [up, down] = oneCase.part === "denominator" ? [0, 1] : [oneCase.by, 0];
          expect(meets(measure, n + up, d + down)).toBe(reached(oneCase.verdict));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("a composite", () => {
  it("is the and of its parts, whatever those without data turn out to be", () => {
    const known = fc.constantFrom<Verdict>("met", "exceeded", "not_met");
    const any = fc.oneof(known, fc.constant<Verdict>("not_enough_data"));
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 6 }), (verdicts) => {
        const ids = verdicts.map((_, index) => `t${index}`);
        const parts = Object.fromEntries(
          verdicts.map((verdict, at) => [`t${at}`, judgementOf(verdict, null, false, {})]),
        );
        const said = judge({ type: "composite", allOf: ids }, { ...noFigures, parts }, ended).verdict;
        const surely = verdicts.every(reached);
        const maybe = verdicts.every((verdict) => verdict !== "not_met");
        expect(said === "not_enough_data").toBe(maybe && !surely);
        expect(reached(said)).toBe(surely);
        expect(said === "exceeded").toBe(verdicts.every((verdict) => verdict === "exceeded"));
      }),
    );
  });
});

describe("what can still come", () => {
  /** Enough to pass any of the levels from any of the figures below, both ways. */
  const more = 32;
  const quarters = fc.constantFrom("0", "25", "50", "75", "100");
  const some = fc.tuple(fc.nat(6), fc.nat(6)).map(([n, rest]) => ({ n, d: n + rest }));
  const finals = fc.constantFrom<readonly string[]>([], ["n"], ["d"], ["n", "d"]);

  function completions(n: number, d: number, still: readonly string[]) {
    const upper = Array.from({ length: still.includes("n") ? more + 1 : 1 }, (_, by) => n + by);
    const lower = Array.from({ length: still.includes("d") ? more + 1 : 1 }, (_, by) => d + by);
    return upper.flatMap((over) =>
      lower.filter((under) => over <= under).map((under) => [over, under] as const),
    );
  }

  it("is said as trying every completion says it", () => {
    fc.assert(
      fc.property(some, operator, quarters, finals, fc.boolean(), ({ n, d }, operator, value, final, met) => {
        const measure = ratio({ operator, value, percent: true }, met ? "met" : "not_applicable");
        const still = ["n", "d"].filter((name) => !final.includes(name));
        const ends = completions(n, d, still).map(([over, under]) =>
          reached(judge(measure, figures(over, under), ended).verdict),
        );
        const outlook = lookAhead(measure, figures(n, d, { final }), noCourse, open);
        const said = judge(measure, figures(n, d, { final }), open);
        if (d === 0) {
          if (!met) expect(said.reason).toBe("empty_denominator");
          return;
        }
        const all = ends.every((end) => end);
        const none = !ends.some((end) => end);
        // Only whole cases can be exactly a quarter; that it needs some number of them is not looked at.
        if (operator !== "=")
          expect(outlook?.possibility).toBe(all ? "guaranteed" : none ? "impossible" : "possible");
        else if (outlook?.possibility !== "possible")
          expect(outlook?.possibility === "guaranteed" ? all : none).toBe(true);
        expect(said.provisional).toBe(outlook?.possibility === "possible");
        expect(said.verdict === "not_met").toBe(outlook?.possibility === "impossible");
      }),
      { numRuns: 150 },
    );
  });

  it("decides when figures of ended periods are missing", () => {
    fc.assert(
      fc.property(
        some,
        fc.constantFrom<BoundOperator>(">", ">=", "<", "<="),
        quarters,
        finals,
        ({ n, d }, operator, value, gone) => {
          const measure = ratio({ operator, value, percent: true });
          const ends = completions(n, d, gone).map(([over, under]) =>
            reached(judge(measure, figures(over, under), ended).verdict),
          );
          const missing = Object.fromEntries(gone.map((name) => [name, "not_reported"] as const));
          const said = judge(measure, figures(n, d, { missing }), ended);
          if (gone.length === 0) return;
          if (ends.every((end) => end)) expect(reached(said.verdict)).toBe(true);
          else if (ends.some((end) => end)) expect(said.verdict).toBe("not_enough_data");
          else expect(["not_met", "not_applicable"]).toContain(said.verdict);
          if (said.verdict === "not_enough_data") expect(said.reason).toBe("not_reported");
        },
      ),
      { numRuns: 150 },
    );
  });

  it("never undoes what adds up", () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(40), (so, level, coming) => {
        const measure = count({ operator: ">=", value: String(level), percent: false });
        const before = judge(measure, figures(so, null, { inputs: { n: whole } }), open);
        const after = judge(measure, figures(so + coming, null, { inputs: { n: whole } }), ended);
        if (reached(before.verdict)) expect(reached(after.verdict)).toBe(true);
        expect(before.provisional).toBe(!reached(before.verdict));
      }),
    );
  });
});

const noCourse: Course = { ended: [], left: 1, estimate: null };

describe("what each period must bring", () => {
  const periods = fc.array(share, { minLength: 1, maxLength: 11 });

  it("ends a count exactly at its level", () => {
    fc.assert(
      fc.property(
        periods,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 500 }),
        (past, left, level) => {
          const now = past.reduce((total, { n }) => total + n, 0);
          const course = { ended: past.map(({ n }) => set(n, null)), left, estimate: null };
          const measure = count({ operator: ">=", value: String(level), percent: false });
          const required = lookAhead(measure, figures(now, null), course, open)?.required as Rational;
          const end = add(integer(now), multiply(required, integer(left)));
          expect(end).toEqual(integer(Math.max(level, now)));
        },
      ),
    );
  });

  it("ends a rate exactly at its level, if as many cases come as so far", () => {
    fc.assert(
      fc.property(periods, fc.integer({ min: 1, max: 12 }), percents, (past, left, value) => {
        const [n, d] = [past.reduce((sum, one) => sum + one.n, 0), past.reduce((sum, one) => sum + one.d, 0)];
        const course = { ended: past.map((one) => set(one.n, one.d)), left, estimate: null };
        const measure = ratio({ operator: ">=", value, percent: true });
        const required = lookAhead(measure, figures(n, d), course, open)?.required as Rational;
        const coming = divide(integer(d * left), integer(past.length)) as Rational;
        const all = add(integer(d), coming);
        const end = divide(add(integer(n), multiply(required, coming)), all) as Rational;
        const level = rational(BigInt(value), 100n) as Rational;
        if (required.numerator > 0n) expect(end).toEqual(level);
        else expect(holds({ operator: ">=", threshold: level }, end)).toBe(true);
      }),
    );
  });
});

describe("a change", () => {
  it("is judged alike by how far it went and by where it stands", () => {
    const modes = fc.constantFrom("percentage_points", "relative", "absolute");
    const ways = fc.constantFrom("up", "down");
    fc.assert(
      fc.property(
        modes,
        ways,
        operator,
        percents,
        share,
        share,
        (mode, direction, operator, value, then, today) => {
          const measure = {
            type: "delta",
            formula: ast("n / d"),
            direction: direction as "up" | "down",
            level: { operator, value, percent: true },
            change: { mode: mode as "relative", base: { on: "previous_year" } },
          } as const;
          const said: Judgement = judge(
            measure,
            figures(today.n, today.d, { base: set(then.n, then.d) }),
            ended,
          );
          const from = rational(BigInt(then.n), BigInt(then.d)) as Rational;
          const to = rational(BigInt(today.n), BigInt(today.d)) as Rational;
          if (mode === "relative" && from.numerator === 0n) {
            expect(said.reason).toBe("base_zero");
            return;
          }
          const way = direction === "up" ? subtract(to, from) : subtract(from, to);
          expect(said.value).toEqual(mode === "relative" ? divide(way, from) : way);
          const level = rational(BigInt(value), 100n) ?? zero;
          expect(reached(said.verdict)).toBe(holds({ operator, threshold: level }, said.value as Rational));
          expect(typeof goalOf(measure, from)).toBe("object");
        },
      ),
    );
  });
});
