// Splits the text of a formula into tokens, or says which character does not belong.

import { type FormulaProblem, formulaProblem } from "./formula-problem.ts";

export interface Token {
  kind: "number" | "name" | "operator" | "(" | ")" | "," | "end";
  text: string;
  start: number;
  end: number;
}

const words = new Set(["and", "or", "not"]);
const patterns = /\s+|(\d+(?:\.\d+)?)|([a-z][a-z0-9_]*)|(<=|>=|!=|[-+*/<>=])|([(),])/y;
/** A number with a decimal comma, as Vietnamese writes it; between arguments people put a space after the comma. */
const decimalComma = /\d+,\d+/y;

/** What people type for an operator that a formula writes otherwise. */
const spellings: Readonly<Record<string, string>> = {
  "×": "*",
  "·": "*",
  "÷": "/",
  ":": "/",
  "−": "-",
  "–": "-",
  "≤": "<=",
  "≥": ">=",
  "≠": "!=",
  "&": "and",
  "|": "or",
  "!": "not",
};

/** The tokens with an `end` at the end, or the first problem. */
export function tokenise(text: string): Token[] | FormulaProblem {
  const tokens: Token[] = [];
  let insideCall = 0;
  let at = 0;
  while (at < text.length) {
    decimalComma.lastIndex = at;
    const comma = decimalComma.exec(text);
    if (comma !== null && insideCall === 0) {
      const mended = comma[0].replace(",", ".");
      return formulaProblem("formula_decimal_comma", at, at + comma[0].length, mended, mended);
    }
    patterns.lastIndex = at;
    const match = patterns.exec(text);
    if (match === null) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      const end = at + character.length;
      return formulaProblem("formula_character", at, end, character, spellings[character] ?? null);
    }
    const token = { text: match[0], start: at, end: at + match[0].length };
    if (match[1] !== undefined) tokens.push({ kind: "number", ...token });
    else if (match[2] !== undefined)
      tokens.push({ kind: words.has(token.text) ? "operator" : "name", ...token });
    else if (match[3] !== undefined) tokens.push({ kind: "operator", ...token });
    else if (match[4] !== undefined) {
      const kind = match[4] as "(" | ")" | ",";
      if (kind === "(" && (insideCall > 0 || tokens.at(-1)?.kind === "name")) insideCall += 1;
      if (kind === ")" && insideCall > 0) insideCall -= 1;
      tokens.push({ kind, ...token });
    }
    at = token.end;
  }
  tokens.push({ kind: "end", text: "", start: text.length, end: text.length });
  return tokens;
}
