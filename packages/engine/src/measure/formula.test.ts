// Formulas: what is read, what is refused and where, what is checked, and exact values.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkFormula, typeOfFormula } from "./check-formula.ts";
import { evaluateFormula, type FormulaInput, type FormulaValue } from "./evaluate-formula.ts";
import { type Formula, formulaLimits, parseFormula } from "./formula.ts";
import { nearestName } from "./nearest-name.ts";
import { integer, parseRational, type Rational, rational } from "./rational.ts";

const parse = (text: string): Formula => {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.code}`);
  return parsed.ast;
};
const value = (text: string, values: Record<string, FormulaInput> = {}): FormulaValue =>
  evaluateFormula(parse(text), values);
const n = (text: string): Rational => parseRational(text) as Rational;
const rows = (...figures: number[]): Rational[] => figures.map(integer);

describe("reading formulas", () => {
  it("names the inputs in order, once", () => {
    expect(parseFormula("(tried + charged) / received - charged")).toMatchObject({
      ok: true,
      names: ["tried", "charged", "received"],
    });
  });

  it("binds as in school, comparisons looser, not, and, or loosest", () => {
    expect(value("1 + 2 * 3")).toEqual(n("7"));
    expect(value("(1 + 2) * 3")).toEqual(n("9"));
    expect(value("10 - 4 - 3")).toEqual(n("3"));
    expect(value("8 / 4 / 2")).toEqual(n("1"));
    expect(value("-2 * -3 - -1")).toEqual(n("7"));
    expect(value("1 + 1 = 2 and not 2 < 1 or 1 > 2")).toBe(true);
    expect(value("1 = 2 and 1 = 2 or 1 = 1")).toBe(true);
    expect(value("1 = 1 or 1 = 1 and 1 = 2")).toBe(true);
  });

  it.each([
    ["", "formula_empty", 0, 0],
    ["   ", "formula_empty", 3, 3],
    ["a +", "formula_unfinished", 3, 3],
    ["(a + b", "formula_unclosed", 0, 1],
    ["a + b)", "formula_unexpected", 5, 6],
    ["a b", "formula_unexpected", 2, 3],
    ["a, b", "formula_unexpected", 1, 2],
    ["1 < a < 3", "formula_chained_comparison", 6, 7],
    ["a ? b", "formula_character", 2, 3],
    ["Sở", "formula_character", 0, 1],
    ["95%", "formula_character", 2, 3],
    ["a.b", "formula_character", 1, 2],
    ["a['b']", "formula_character", 1, 2],
    ["2,5 * a", "formula_decimal_comma", 0, 3],
    ["round(a)", "formula_unknown_function", 0, 5],
    ["sum", "formula_aggregate_without_arguments", 0, 3],
    ["sum()", "formula_unexpected", 4, 5],
    ["a not b", "formula_unexpected", 2, 5],
    [`${"(".repeat(200)}1`, "formula_too_deep", formulaLimits.depth, formulaLimits.depth + 1],
    ["1".repeat(formulaLimits.length + 1), "formula_too_long", 0, formulaLimits.length + 1],
  ])("refuses %j as %s", (text, code, start, end) => {
    expect(parseFormula(text)).toMatchObject({ ok: false, code, start, end });
  });

  it("offers what was meant", () => {
    expect(parseFormula("a ≥ 2")).toMatchObject({ replacement: ">=" });
    expect(parseFormula("a × 2")).toMatchObject({ replacement: "*" });
    expect(parseFormula("2,5 * a")).toMatchObject({ replacement: "2.5" });
  });

  it("takes two arguments for two, not for a decimal", () => {
    expect(value("max(2,5)")).toEqual(n("5"));
  });

  it("never throws, whatever the text", () => {
    const piece = fc.constantFrom(
      "a",
      "b1",
      "2",
      "2.5",
      "+",
      "-",
      "*",
      "/",
      "(",
      ")",
      ",",
      "<",
      ">=",
      "!=",
      "and",
      "or",
      "not",
      "sum",
      "count",
      " ",
      "%",
      "\u0000",
      "𝄞",
      "constructor",
      "__proto__",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 40 }).map((p) => p.join(" ")),
        ),
        (text) => {
          const parsed = parseFormula(text);
          if (!parsed.ok) {
            expect(parsed.start >= 0 && parsed.start <= parsed.end && parsed.end <= text.length).toBe(true);
            return;
          }
          const result = evaluateFormula(parsed.ast, { a: integer(1), b1: integer(2) });
          if (checkFormula(parsed.ast, ["a", "b1"]).length > 0) return;
          const hasValue = typeof result === "boolean" || "numerator" in result;
          if (hasValue)
            expect(typeof result).toBe(typeOfFormula(parsed.ast) === "boolean" ? "boolean" : "object");
          else expect(result).toMatchObject({ undefined: "zero_denominator" });
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe("checking formulas", () => {
  const codes = (text: string, names: string[] = ["tried", "received"]): string[] =>
    checkFormula(parse(text), names).map((problem) => `${problem.code}@${problem.start}-${problem.end}`);

  it("accepts what it can compute", () => {
    expect(codes("tried / received >= 0.95")).toEqual([]);
    expect(codes("count(tried >= 1) / count(tried)")).toEqual([]);
  });

  it("finds unknown names and guesses", () => {
    expect(checkFormula(parse("tired / received"), ["tried", "received"])).toMatchObject([
      { code: "formula_unknown_name", start: 0, end: 5, replacement: "tried" },
    ]);
    expect(codes("constructor")).toEqual(["formula_unknown_name@0-11"]);
  });

  it("finds numbers and conditions in the wrong place", () => {
    expect(codes("tried and received > 1")).toEqual(["formula_needs_condition@0-5"]);
    expect(codes("1 + (tried > 2)")).toEqual(["formula_needs_number@4-15"]);
    expect(codes("(tried > 2) = (received > 2)")).toEqual([
      "formula_needs_number@0-11",
      "formula_needs_number@14-28",
    ]);
    expect(codes("not tried")).toEqual(["formula_needs_condition@4-9"]);
    expect(codes("sum(tried > 1)")).toEqual(["formula_needs_number@4-13"]);
  });

  it("finds nested aggregates and division by a constant zero", () => {
    expect(codes("sum(tried / sum(tried))")).toEqual(["formula_nested_aggregate@12-22"]);
    expect(codes("tried / (2 - 1 - 1.0)")).toEqual(["formula_division_by_zero@8-21"]);
    expect(codes("tried / (received - received)")).toEqual([]);
  });

  it("guesses near names only", () => {
    expect(nearestName("recieved", ["received", "tried"])).toBe("received");
    expect(nearestName("x", ["received"])).toBeNull();
    expect(nearestName("so-tu-phap", ["so-y-te", "so-tu-phap-2"])).toBe("so-tu-phap-2");
  });
});

describe("computing formulas", () => {
  it("is exact", () => {
    expect(value("tried / received", { tried: integer(19), received: integer(20) })).toEqual(
      rational(19n, 20n),
    );
    expect(value("tried / received > 0.95", { tried: integer(19), received: integer(20) })).toBe(false);
    expect(value("0.1 + 0.2 = 0.3")).toBe(true);
    expect(value("1 / 3 * 3 = 1")).toBe(true);
  });

  it("combines rows", () => {
    const values = { a: rows(1, 2, 3), b: rows(1, 4, 9), x: integer(2), none: [] };
    expect(value("sum(a)", values)).toEqual(n("6"));
    expect(value("mean(a)", values)).toEqual(n("2"));
    expect(value("min(a) + max(b)", values)).toEqual(n("10"));
    expect(value("sum(a * b)", values)).toEqual(n("36"));
    expect(value("count(b >= x * a) / count(b)", values)).toEqual(rational(2n, 3n));
    expect(value("max(x, a)", values)).toEqual(n("3"));
    expect(value("sum(none) + count(none)", values)).toEqual(n("0"));
  });

  it("gives a reason where there is no value", () => {
    const values = {
      a: rows(1, 2),
      b: rows(1, 2, 3),
      zero: integer(0),
      open: null,
      gap: [integer(1), null],
      none: [],
    };
    expect(value("1 / zero", values)).toEqual({ undefined: "zero_denominator", name: null });
    expect(value("unknown + 1", values)).toEqual({ undefined: "missing", name: "unknown" });
    expect(value("open + 1", values)).toEqual({ undefined: "missing", name: "open" });
    expect(value("sum(gap)", values)).toEqual({ undefined: "missing", name: "gap" });
    expect(value("mean(none)", values)).toEqual({ undefined: "empty", name: null });
    expect(value("sum(a + b)", values)).toEqual({ undefined: "uneven", name: "b" });
    expect(value("a + 1", values)).toEqual({ undefined: "rows", name: "a" });
    expect(value("constructor", values)).toEqual({ undefined: "missing", name: "constructor" });
  });

  it("decides conditions that one side settles", () => {
    const values = { zero: integer(0) };
    for (const text of ["zero = 0 or 1 / zero > 2", "1 / zero > 2 or zero = 0"])
      expect(value(text, values)).toBe(true);
    for (const text of ["zero > 0 and 1 / zero > 2", "1 / zero > 2 and zero > 0"]) {
      expect(value(text, values)).toBe(false);
    }
    expect(value("not 1 / zero > 2", values)).toEqual({ undefined: "zero_denominator", name: null });
  });

  it("agrees with whole-number arithmetic", () => {
    type Sample = { text: string; result: bigint };
    const { tree } = fc.letrec<{ tree: Sample; leaf: Sample; node: Sample }>((tie) => ({
      tree: fc.oneof({ maxDepth: 5 }, tie("leaf"), tie("node")),
      leaf: fc.bigInt({ min: 0n, max: 99n }).map((figure) => ({ text: String(figure), result: figure })),
      node: fc
        .tuple(tie("tree"), fc.constantFrom("+", "-", "*"), tie("tree"))
        .map(([left, operator, right]) => ({
          text: `(${left.text} ${operator} ${right.text})`,
          result:
            operator === "+"
              ? left.result + right.result
              : operator === "-"
                ? left.result - right.result
                : left.result * right.result,
        })),
    }));
    fc.assert(
      fc.property(tree, (sample) => {
        expect(value(sample.text)).toEqual(integer(sample.result));
      }),
    );
  });
});
