// Verdicts and outlooks in words: the sentences people read, with their numbers.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber } from "../calendar/index.ts";
import {
  type Bound,
  type Figures,
  integer,
  judge,
  lookAhead,
  type Measure,
  type Moment,
  noFigures,
  parseFormula,
  type Rational,
} from "../measure/index.ts";
import { explainJudgement, levelText } from "./explain-judgement.ts";
import { explainOutlook } from "./explain-outlook.ts";
import type { JudgedTarget } from "./judged-figure.ts";

const ended: Moment = { open: false, estimate: false, on: "2018-01-15" };
const open: Moment = { open: true, estimate: false, on: "2017-09-15" };
const over95: Bound = { operator: ">", value: "95", percent: true };
const atLeast = (value: string, percent = false): Bound => ({ operator: ">=", value, percent });

function ast(text: string) {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(parsed.en);
  return parsed.ast;
}

function counts(now: Record<string, number | null>, base: Record<string, number> | null = null): Figures {
  const figures = (of: Record<string, number | null>): Record<string, Rational | null> =>
    Object.fromEntries(Object.entries(of).map(([id, value]) => [id, value === null ? null : integer(value)]));
  const inputs = Object.keys(now).map(
    (id) => [id, { kind: "count", cumulative: true, partOf: null }] as const,
  );
  return {
    ...noFigures,
    now: figures(now),
    base: base === null ? null : figures(base),
    inputs: Object.fromEntries(inputs),
  };
}

const ratio = (level: Bound): Measure => ({
  type: "ratio",
  numerator: ast("n"),
  denominator: ast("d"),
  level,
  denEmpty: "not_applicable",
});
const plain: JudgedTarget = { type: "ratio", unit: null, direction: "up", smallN: null, caseUnit: "vụ" };

function said(measure: Measure, figures: Figures, moment = ended, more: Partial<JudgedTarget> = {}) {
  const target = {
    ...plain,
    ...("change" in measure ? { change: measure.change } : {}),
    ...more,
    type: measure.type,
  };
  const judgement = judge(measure, figures, moment);
  return { vi: explainJudgement(target, judgement, "vi"), en: explainJudgement(target, judgement, "en") };
}

describe("a judgement in words", () => {
  it("says of a rate its cases, what is asked and what one case would change", () => {
    const figures = counts({ n: 19, d: 20 });
    expect(said(ratio(over95), figures)).toEqual({
      vi: "19/20 = 95 %, kế hoạch yêu cầu trên 95 %: không đạt; thêm một vụ nữa thì đạt.",
      en: "19/20 = 95 %, the plan says over 95 %: not met; one more vụ would.",
    });
    expect(said(ratio(over95), figures, open).vi).toContain("chưa đạt, còn hạn; thêm một vụ nữa thì đạt.");
    expect(said(ratio(over95), counts({ n: 20, d: 20 }), ended, { smallN: 21 }).vi).toBe(
      "20/20 = 100 %, kế hoạch yêu cầu trên 95 %: đạt; chỉ ít hơn một vụ là không đạt. Mẫu số nhỏ (20): một vụ là 5 điểm phần trăm.",
    );
  });

  it("never rounds a figure onto a level it does not reach, nor onto all of them", () => {
    expect(said(ratio(over95), counts({ n: 94_999, d: 100_000 })).vi).toContain("= 94,999 %,");
    expect(said(ratio(atLeast("100", true)), counts({ n: 199_999, d: 200_000 })).vi).toContain(
      "199.999/200.000 = 99,9995 %, kế hoạch yêu cầu 100 %: không đạt",
    );
    expect(said(ratio(over95), counts({ n: 949_999_999_9, d: 10_000_000_000 })).vi).toContain("dưới 95 %");
    expect(said(ratio(over95), counts({ n: 1, d: 3 })).vi).toContain("1/3 = 33,33 %");
  });

  it("tells a change in the way it is counted", () => {
    const change = { mode: "percentage_points", base: { on: "previous_year" } } as const;
    const points: Measure = {
      type: "delta",
      formula: ast("n / d"),
      direction: "up",
      level: atLeast("2", true),
      change,
    };
    const figures = counts({ n: 18, d: 20 }, { n: 9, d: 10 });
    expect(said(points, figures).vi).toBe(
      "18/20 = 90 %, kỳ gốc 90 %, không thay đổi, kế hoạch yêu cầu tăng ít nhất 2 điểm phần trăm: không đạt; thêm một vụ nữa thì đạt.",
    );
    const fall: Measure = {
      type: "range",
      formula: ast("n"),
      direction: "down",
      from: "5",
      to: "10",
      percent: true,
      binding: "floor",
      change: { mode: "relative", base: { on: "fixed_year", year: 2018 } },
    };
    expect(said(fall, counts({ n: 93 }, { n: 100 }), ended, { direction: "down", unit: "vụ" }).vi).toBe(
      "93 vụ, kỳ gốc 100 vụ, giảm 7 %, kế hoạch yêu cầu giảm từ 5 % (phấn đấu 10 %): đạt.",
    );
    const back = said({ ...fall, binding: "both" }, counts({ n: 103 }, { n: 100 }), ended, {
      direction: "down",
      binding: "both",
    });
    expect(back.vi).toContain(
      "tăng 3 %, kế hoạch yêu cầu giảm từ 5 % đến 10 %: không đạt; phải ít hơn 8 vụ mới đạt.",
    );
    const unclear = said({ ...points, change: { mode: null, base: null } }, figures);
    expect(unclear.vi).toContain("không áp dụng (văn bản chưa nói rõ cách tính thay đổi hoặc mốc so sánh)");
  });

  it("tells counts, limits, ranks, days, units, parts and trends", () => {
    const count: Measure = { type: "count", formula: ast("n"), level: atLeast("1014") };
    expect(said(count, counts({ n: 1_000 }), open, { unit: "vụ" }).vi).toBe(
      "1.000 vụ, kế hoạch yêu cầu ít nhất 1.014 vụ: chưa đạt, còn hạn; cần thêm 14 vụ nữa mới đạt.",
    );
    const rank: Measure = {
      type: "rank",
      formula: ast("n"),
      fieldSize: 34,
      level: { operator: "<=", value: "10", percent: false },
      change: null,
    };
    expect(said(rank, counts({ n: 12 }), ended, { fieldSize: 34, direction: "down" }).vi).toBe(
      "Thứ 12/34, kế hoạch yêu cầu không quá thứ 10/34: không đạt; cần lên 2 bậc nữa mới đạt.",
    );
    const milestone: Measure = { type: "milestone", formula: ast("n"), due: "2017-06-30" };
    expect(said(milestone, counts({ n: dayNumber("2017-07-01") })).vi).toBe(
      "Hoàn thành ngày 01/07/2017, hạn 30/06/2017: không đạt.",
    );
    const units: Measure = {
      type: "per_unit",
      units: ["a", "b", "c"],
      formula: ast("n"),
      level: atLeast("1"),
      share: null,
    };
    const figures: Figures = {
      ...counts({ n: 0 }),
      units: { a: { now: { n: integer(2) }, missing: {} }, b: { now: { n: integer(1) }, missing: {} } },
    };
    expect(said(units, figures, ended, { level: atLeast("1") }).vi).toBe(
      "2/3 đơn vị đạt mức theo số liệu đã có, kế hoạch yêu cầu mọi đơn vị đạt ít nhất 1: chưa đủ dữ liệu (còn số liệu chưa được báo cáo; chưa có số liệu của 1 đơn vị).",
    );
    const zero: Measure = { type: "zero", formula: ast("n") };
    expect(said(zero, counts({ n: 0 }), open, { unit: "địa bàn" }).vi).toBe(
      "0 địa bàn, kế hoạch yêu cầu không để xảy ra: đạt (tạm tính).",
    );
    const trend: Measure = {
      type: "directional",
      formula: ast("n"),
      direction: "up",
      base: { on: "previous_year" },
    };
    expect(said(trend, counts({ n: 1_200 }, { n: 1_000 }), ended, { unit: "phút" }).vi).toBe(
      "1.200 phút, kỳ gốc 1.000 phút, tăng 200 phút: chỉ theo dõi xu hướng, không xét đạt hay không đạt.",
    );
    const composite: Measure = { type: "composite", allOf: ["x", "y"] };
    const parts = { x: judge(count, counts({ n: 2_000 }), ended), y: judge(count, counts({ n: 1 }), ended) };
    expect(said(composite, { ...noFigures, parts }).vi).toBe(
      "1/2 chỉ tiêu thành phần đạt; 1 không đạt: không đạt.",
    );
  });

  it("names the level alone", () => {
    const level = (measure: Measure, more: Partial<JudgedTarget> = {}) => {
      const change = "change" in measure ? { change: measure.change } : {};
      const judgement = judge(measure, counts({ n: 1, d: 2 }, { n: 1, d: 2 }), ended);
      return levelText({ ...plain, ...change, ...more, type: measure.type }, judgement, "vi");
    };
    expect(level(ratio(over95))).toBe("trên 95 %");
    expect(level(ratio(atLeast("100", true)))).toBe("100 %");
    const points = { mode: "percentage_points", base: { on: "previous_year" } } as const;
    expect(
      level({
        type: "delta",
        formula: ast("n / d"),
        direction: "up",
        level: atLeast("2", true),
        change: points,
      }),
    ).toBe("tăng ít nhất 2 điểm phần trăm");
    expect(level({ type: "milestone", formula: ast("n"), due: "2017-06-30" })).toBe("hạn 30/06/2017");
    expect(level({ type: "zero", formula: ast("n") })).toBe("không để xảy ra");
    expect(level({ type: "qualitative", formula: ast("n") })).toBeNull();
  });

  it("says what is not reported instead of calling it zero", () => {
    expect(said(ratio(over95), counts({ n: null, d: null })).vi).toBe(
      "Kế hoạch yêu cầu trên 95 %: chưa đủ dữ liệu (còn số liệu chưa được báo cáo).",
    );
    expect(said(ratio(over95), counts({ n: 0, d: 0 })).vi).toBe(
      "Mẫu số bằng 0, kế hoạch yêu cầu trên 95 %: không áp dụng.",
    );
  });
});

describe("any judgement in words", () => {
  const figure = fc.option(fc.nat(40), { nil: null, freq: 8 });
  const operator = fc.constantFrom<Bound["operator"]>(">", ">=", "<", "<=", "=");
  const modes = fc.constantFrom("percentage_points", "relative", "absolute", null);
  const measures = fc
    .tuple(operator, fc.nat(100), fc.boolean(), modes, fc.constantFrom("up", "down"), fc.nat(7))
    .map(([operator, level, percent, mode, way, kind]): Measure => {
      const bound: Bound = { operator, value: String(level), percent };
      const direction = way === "up" ? "up" : "down";
      const change = { mode, base: { on: "previous_year" } } as const;
      const formula = ast("n / d");
      const plan: Measure[] = [
        ratio(bound),
        { type: "count", formula: ast("n"), level: bound },
        { type: "delta", formula, direction, level: bound, change },
        { type: "mean", total: ast("n"), units: ast("d"), level: bound },
        { type: "rank", formula: ast("n"), fieldSize: 34, level: bound, change: percent ? null : change },
        { type: "index", formula: ast("n"), level: bound, change: percent ? null : change },
        { type: "directional", formula, direction, base: { on: "previous_year" } },
        {
          type: "range",
          formula,
          direction,
          from: "5",
          to: String(level),
          percent,
          binding: percent ? "both" : "floor",
          change: mode === null ? null : change,
        },
      ];
      return plan[kind] ?? ratio(bound);
    });

  it("is a whole sentence, with n/N beside every rate, and no figure on a level it does not reach", () => {
    fc.assert(
      fc.property(measures, figure, figure, fc.boolean(), (measure, n, d, more) => {
        const figures = counts({ n, d }, { n: 9, d: 10 });
        const judgement = judge(measure, figures, more ? open : ended);
        const direction = "direction" in measure ? measure.direction : ("up" as const);
        const { vi, en } = said(measure, figures, more ? open : ended, { direction, smallN: 30 });
        for (const text of [vi, en]) {
          expect(text).toMatch(/^[\p{Lu}\d-].*\.$/u);
          expect(text).not.toMatch(/undefined|null|NaN|\[object/);
        }
        const { numerator, denominator, bound, verdict } = judgement;
        if (numerator !== null && denominator !== null && denominator.numerator > 0n) {
          expect(vi).toContain(`${n}/${d} = `);
        }
        if (measure.type === "ratio" && bound?.operator === ">=" && verdict.startsWith("not_met")) {
          expect(vi).not.toContain(`= ${bound.value}${bound.percent ? " %" : ""},`);
        }
        const course = { ended: [figures.now], left: 3, estimate: figures.now };
        const outlook = lookAhead(measure, figures, course, open);
        if (outlook === null) return;
        const target = {
          ...plain,
          type: measure.type,
          direction,
          ...("change" in measure ? { change: measure.change } : {}),
        };
        const ahead = explainOutlook(target, judgement, outlook, "vi");
        expect(ahead).toMatch(/^\p{Lu}.*\.$/u);
        expect(ahead).not.toMatch(/undefined|null|NaN/);
      }),
      { numRuns: 400 },
    );
  });
});

describe("an outlook in words", () => {
  it("says what is still possible, what it takes, and who foresees what", () => {
    const measure: Measure = { type: "count", formula: ast("n"), level: atLeast("120") };
    const figures = counts({ n: 60 });
    const month = { n: integer(10) };
    const course = {
      ended: [month, month, month, month, month, month],
      left: 4,
      estimate: { n: integer(110) },
    };
    const target = { ...plain, type: "count", unit: "vụ" } as const;
    const judgement = judge(measure, figures, open);
    const outlook = lookAhead(measure, figures, course, open);
    if (outlook === null) throw new Error("There is an outlook.");
    expect(explainOutlook(target, judgement, outlook, "vi")).toBe(
      "Còn có thể đạt; còn 4 kỳ; mỗi kỳ còn lại cần bình quân 15 vụ; đến nay bình quân 10 vụ. Dự báo cả kỳ 100 vụ, không đạt (theo bình quân các kỳ đã qua). Cơ quan ước thực hiện cả kỳ 110 vụ, không đạt.",
    );
    expect(explainOutlook(target, judgement, outlook, "en")).toContain("each period left must bring 15 vụ");
  });
});
