// Checks a parsed formula before any value is known: names, types, nesting, division by a constant zero.

import { evaluateFormula } from "./evaluate-formula.ts";
import type { Formula } from "./formula.ts";
import { type FormulaProblem, formulaProblem } from "./formula-problem.ts";
import { nearestName } from "./nearest-name.ts";

export type FormulaType = "number" | "boolean";

/** What the formula as a whole yields. */
export function typeOfFormula(ast: Formula): FormulaType {
  switch (ast.kind) {
    case "comparison":
    case "not":
    case "and":
    case "or":
      return "boolean";
    default:
      return "number";
  }
}

/** All problems in order of their place; inputs are numbers. Empty when every evaluation yields a value of
 *  `typeOfFormula`, or undefined for want of data. */
export function checkFormula(ast: Formula, declaredNames: Iterable<string>): FormulaProblem[] {
  const declared = new Set(declaredNames);
  const problems: FormulaProblem[] = [];

  const expect = (part: Formula, type: FormulaType): void => {
    if (typeOfFormula(part) === type) return;
    const code = type === "number" ? "formula_needs_number" : "formula_needs_condition";
    problems.push(formulaProblem(code, part.start, part.end, ""));
  };

  const visit = (part: Formula, insideAggregate: boolean): void => {
    switch (part.kind) {
      case "number":
        return;
      case "name":
        if (!declared.has(part.name)) {
          const guess = nearestName(part.name, declared);
          problems.push(formulaProblem("formula_unknown_name", part.start, part.end, part.name, guess));
        }
        return;
      case "negate":
        expect(part.operand, "number");
        visit(part.operand, insideAggregate);
        return;
      case "not":
        expect(part.operand, "boolean");
        visit(part.operand, insideAggregate);
        return;
      case "and":
      case "or":
        expect(part.left, "boolean");
        expect(part.right, "boolean");
        break;
      case "arithmetic":
      case "comparison":
        expect(part.left, "number");
        expect(part.right, "number");
        if (part.kind === "arithmetic" && part.operator === "/" && isConstantZero(part.right)) {
          problems.push(formulaProblem("formula_division_by_zero", part.right.start, part.right.end, ""));
        }
        break;
      case "aggregate":
        if (insideAggregate)
          problems.push(formulaProblem("formula_nested_aggregate", part.start, part.end, ""));
        for (const argument of part.arguments) {
          if (part.aggregate !== "count") expect(argument, "number");
          visit(argument, true);
        }
        return;
    }
    visit(part.left, insideAggregate);
    visit(part.right, insideAggregate);
  };

  visit(ast, false);
  return problems.sort((a, b) => a.start - b.start || a.end - b.end);
}

function isConstantZero(part: Formula): boolean {
  const value = evaluateFormula(part, {});
  return typeof value === "object" && "numerator" in value && value.numerator === 0n;
}
