// The formula language of targets: its tree, its limits, and the parser that reads it.

import { type FormulaProblem, formulaProblem } from "./formula-problem.ts";
import { type Token, tokenise } from "./formula-tokens.ts";

export const aggregates = ["sum", "min", "max", "count", "mean"] as const;
export type Aggregate = (typeof aggregates)[number];

export type ArithmeticOperator = "+" | "-" | "*" | "/";
export type ComparisonOperator = "<" | "<=" | ">" | ">=" | "=" | "!=";

interface Placed {
  /** UTF-16 offsets into the formula. */
  start: number;
  end: number;
}

/** Plain JSON: numbers stay text until they are computed with. */
export type Formula = Placed &
  (
    | { kind: "number"; text: string }
    | { kind: "name"; name: string }
    | { kind: "negate"; operand: Formula }
    | { kind: "arithmetic"; operator: ArithmeticOperator; left: Formula; right: Formula }
    | { kind: "comparison"; operator: ComparisonOperator; left: Formula; right: Formula }
    | { kind: "not"; operand: Formula }
    | { kind: "and" | "or"; left: Formula; right: Formula }
    /** Over the rows of its arguments: an argument that names inputs given as rows has as many values as they have
     *  rows, any other has one. `count` of a condition counts the rows that meet it. */
    | { kind: "aggregate"; aggregate: Aggregate; arguments: readonly Formula[] }
  );

export type ParsedFormula =
  /** `names` without repetition, in order of first use. */
  { ok: true; ast: Formula; names: readonly string[] } | ({ ok: false } & FormulaProblem);

/** Characters a formula may have, and levels it may nest. */
export const formulaLimits = { length: 1_000, depth: 64 } as const;

/** `+ - * /`, parentheses, one comparison (`= != < <= > >=`) per level, `and`, `or`, `not`, the aggregates, inputs
 *  `[a-z][a-z0-9_]*` and decimals with a point. Never throws. */
export function parseFormula(text: string): ParsedFormula {
  if (text.length > formulaLimits.length) {
    return { ok: false, ...formulaProblem("formula_too_long", 0, text.length, String(formulaLimits.length)) };
  }
  const tokens = tokenise(text);
  if (!Array.isArray(tokens)) return { ok: false, ...tokens };
  try {
    const parser = new Parser(tokens);
    const ast = parser.whole();
    return { ok: true, ast, names: [...parser.names] };
  } catch (error) {
    if (error instanceof ParseFault) return { ok: false, ...error.problem };
    throw error;
  }
}

/** Carries a problem out of the recursion; never leaves this file. */
class ParseFault extends Error {
  readonly problem: FormulaProblem;
  constructor(problem: FormulaProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** How tightly an infix operator binds. Comparisons do not chain. */
const bindings: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  "<": 4,
  "<=": 4,
  ">": 4,
  ">=": 4,
  "=": 4,
  "!=": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
};
const notBinding = 3;
const negateBinding = 7;

class Parser {
  readonly names = new Set<string>();
  private readonly tokens: readonly Token[];
  private position = 0;
  private depth = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  whole(): Formula {
    const ast = this.expression(0);
    const token = this.peek();
    if (token.kind !== "end") this.fail("formula_unexpected", token);
    return ast;
  }

  private expression(minimum: number): Formula {
    this.depth += 1;
    if (this.depth > formulaLimits.depth)
      this.fail("formula_too_deep", this.peek(), String(formulaLimits.depth));
    let left = this.prefix();
    for (;;) {
      const token = this.peek();
      const binding = token.kind === "operator" ? (bindings[token.text] ?? 0) : 0;
      if (binding <= minimum) break;
      this.position += 1;
      const right = this.expression(binding);
      left = infix(token.text, left, right);
      const next = this.peek();
      if (left.kind === "comparison" && next.kind === "operator" && bindings[next.text] === binding) {
        this.fail("formula_chained_comparison", next);
      }
    }
    this.depth -= 1;
    return left;
  }

  private prefix(): Formula {
    const token = this.peek();
    this.position += 1;
    switch (token.kind) {
      case "number":
        return { kind: "number", text: token.text, start: token.start, end: token.end };
      case "name":
        return this.nameOrAggregate(token);
      case "operator":
        if (token.text === "-") {
          const operand = this.expression(negateBinding);
          return { kind: "negate", operand, start: token.start, end: operand.end };
        }
        if (token.text === "not") {
          const operand = this.expression(notBinding);
          return { kind: "not", operand, start: token.start, end: operand.end };
        }
        return this.fail("formula_unexpected", token);
      case "(": {
        const inner = this.expression(0);
        const close = this.close(token);
        return { ...inner, start: token.start, end: close.end };
      }
      case ")":
      case ",":
        return this.fail("formula_unexpected", token);
      case "end":
        return this.fail(this.tokens.length === 1 ? "formula_empty" : "formula_unfinished", token);
    }
  }

  private nameOrAggregate(token: Token): Formula {
    const called = this.peek().kind === "(";
    const aggregate = aggregates.find((name) => name === token.text);
    if (aggregate === undefined) {
      if (called) this.fail("formula_unknown_function", token, token.text);
      this.names.add(token.text);
      return { kind: "name", name: token.text, start: token.start, end: token.end };
    }
    if (!called) this.fail("formula_aggregate_without_arguments", token, token.text);
    const open = this.peek();
    this.position += 1;
    const list: Formula[] = [this.expression(0)];
    while (this.peek().kind === ",") {
      this.position += 1;
      list.push(this.expression(0));
    }
    const close = this.close(open);
    return { kind: "aggregate", aggregate, arguments: list, start: token.start, end: close.end };
  }

  private close(open: Token): Token {
    const token = this.peek();
    if (token.kind === "end") this.fail("formula_unclosed", open);
    if (token.kind !== ")") this.fail("formula_unexpected", token);
    this.position += 1;
    return token;
  }

  private peek(): Token {
    return this.tokens[Math.min(this.position, this.tokens.length - 1)] as Token;
  }

  private fail(code: FormulaProblem["code"], at: Token, detail = at.text): never {
    throw new ParseFault(formulaProblem(code, at.start, at.end, detail));
  }
}

function infix(operator: string, left: Formula, right: Formula): Formula {
  const place = { start: left.start, end: right.end };
  switch (operator) {
    case "and":
    case "or":
      return { kind: operator, left, right, ...place };
    case "+":
    case "-":
    case "*":
    case "/":
      return { kind: "arithmetic", operator, left, right, ...place };
    default:
      return { kind: "comparison", operator: operator as ComparisonOperator, left, right, ...place };
  }
}
