// Parses YAML within limits: one document, core tags, bounded size and depth, and its faults as problems.

import { Composer, type CST, type Document, Lexer, type ParsedNode, Parser, type YAMLError } from "yaml";
import type { Report } from "./report.ts";

/** What a text may have; beyond it reading stops with one clear problem. */
export const textLimits = {
  /** UTF-8 bytes. */
  bytes: 2 * 1024 * 1024,
  depth: 32,
  /** Characters of one value. */
  scalar: 64 * 1024,
  /** Marks and words of the YAML; a text of 5,000 tasks has some 600,000. */
  marks: 800_000,
  aliases: 50,
  /** Nodes after aliases are written out. */
  nodes: 200_000,
} as const;

/** Controls, zero-width characters, direction marks: they make a text read differently from what it is. */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffc]/;

/** Without the characters no document may hold. */
export function withoutForbidden(text: string): string {
  return text.toWellFormed().replace(new RegExp(forbidden, "g"), "");
}

export function findForbidden(text: string): { offset: number; name: string } | null {
  const offset = text.isWellFormed() ? text.search(forbidden) : firstBroken(text);
  if (offset < 0) return null;
  const code = text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, "0");
  return { offset, name: `U+${code}` };
}

function firstBroken(text: string): number {
  const wrong = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(text);
  return wrong === null ? text.search(forbidden) : wrong.index;
}

/** Null when nothing can be read; the report then says why. Never throws. */
export function parseYaml(text: string, report: Report): ParsedNode | null {
  if (!withinSize(text)) {
    report.problem("text_too_large", { start: 0, end: 0 }, { limit: textLimits.bytes / 1024 / 1024 });
    return null;
  }
  const body = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  const bad = findForbidden(body);
  if (bad !== null) {
    report.problem("character_forbidden", { start: bad.offset, end: bad.offset + 1 }, { name: bad.name }, "");
    return null;
  }
  const directive = /^%[^\n]*/m.exec(body);
  if (directive !== null && !/\S/.test(body.slice(0, directive.index).replace(/^#.*$/gm, ""))) {
    const start = directive.index;
    report.problem("yaml_directive", { start, end: start + directive[0].length }, {}, "");
    return null;
  }
  const document = compose(body, report);
  if (document === null) return null;
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    for (const fault of faults.slice(0, 20)) reportFault(fault, body, report);
    return null;
  }
  return document.contents;
}

function withinSize(text: string): boolean {
  if (text.length * 3 <= textLimits.bytes) return true;
  if (text.length > textLimits.bytes) return false;
  return new TextEncoder().encode(text).length <= textLimits.bytes;
}

/** What the lexer gives before a scalar, whose own text may begin like a comment. */
const scalarMark = "\u001f";

/** A comment `# ? …` is a question its author still has about the signed text; deleting it settles it. */
function asked(comment: string, start: number, report: Report): void {
  const text = comment.slice(3).trim();
  const end = start + comment.trimEnd().length;
  if (text !== "") report.question("question_noted", { start, end }, { text }, null);
}

/** Lexes, parses and composes, stopping at the first place that nests too deep: the parser keeps its own stack, the
 *  composer recurses. */
function compose(text: string, report: Report): Document.Parsed<ParsedNode> | null {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let marks = 0;
  let last = "";
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme.startsWith("# ?") && last !== scalarMark) asked(lexeme, parser.offset, report);
    last = lexeme;
    marks += 1;
    if (marks > textLimits.marks) {
      const offset = Math.min(parser.offset, text.length);
      report.problem("too_many_marks", { start: offset, end: offset }, { limit: textLimits.marks });
      return null;
    }
    for (const token of parser.next(lexeme)) tokens.push(token);
    // The stack also holds the document and the scalar being read.
    if (parser.stack.length > textLimits.depth + 2) {
      const offset = Math.min(parser.offset, text.length);
      report.problem("too_deep", { start: offset, end: offset }, { limit: textLimits.depth });
      return null;
    }
  }
  for (const token of parser.end()) tokens.push(token);

  const documents = withoutStackTraces(() => [
    ...new Composer<ParsedNode>({
      version: "1.2",
      schema: "core",
      strict: true,
      uniqueKeys: false,
      logLevel: "silent",
    }).compose(tokens, true, text.length),
  ]);
  const [first, second] = documents;
  if (first === undefined || first.contents === null) {
    if (first === undefined || first.errors.length === 0) {
      report.problem("document_empty", { start: 0, end: 0 }, {});
      return null;
    }
  }
  if (second !== undefined && first !== undefined && first.errors.length === 0) {
    const start = second.range[0];
    report.problem("many_documents", { start, end: start }, {});
    return null;
  }
  return first as Document.Parsed<ParsedNode>;
}

/** The composer makes an Error for each fault, and a hostile text has hundreds of thousands: their traces, which
 *  nobody reads, would cost seconds. */
function withoutStackTraces<Result>(work: () => Result): Result {
  const engine: { stackTraceLimit?: number } = Error;
  const before = engine.stackTraceLimit;
  if (before === undefined) return work();
  engine.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    engine.stackTraceLimit = before;
  }
}

function reportFault(fault: YAMLError, text: string, report: Report): void {
  const [start, end] = fault.pos;
  const spot = { start: Math.min(start, text.length), end: Math.min(Math.max(start, end), text.length) };
  switch (fault.code) {
    case "BAD_INDENT":
      report.problem("yaml_indent", spot, {});
      return;
    case "TAB_AS_INDENT":
      report.problem("yaml_tab", spot, {});
      return;
    case "BAD_ALIAS":
      report.problem("alias_unknown", spot, { name: text.slice(spot.start, spot.end) });
      return;
    case "TAG_RESOLVE_FAILED":
      report.problem("yaml_tag", spot, { tag: text.slice(spot.start, spot.end) });
      return;
    case "BAD_DIRECTIVE":
      report.problem("yaml_directive", spot, {});
      return;
    default: {
      const value = valueNeedingQuotes(text, spot.start);
      if (value === null) {
        report.problem("yaml_syntax", spot, {});
        return;
      }
      report.problem("yaml_unquoted", value, {}, JSON.stringify(text.slice(value.start, value.end)));
      return;
    }
  }
}

/** The value on the line around `offset` when YAML reads its marks as its own and quotes would help. */
function valueNeedingQuotes(text: string, offset: number): { start: number; end: number } | null {
  const from = text.lastIndexOf("\n", offset - 1) + 1;
  // A longer line is not something a person wrote, and the pattern below would be slow on it.
  const line =
    text
      .slice(from, from + 500)
      .split("\n", 1)[0]
      ?.replace(/\r$/, "") ?? "";
  if (line.length >= 500) return null;
  const match = /^(\s*(?:- +)?[^\s"'#:&*!|>%@`[{][^:#]*:[ \t]+|\s*- +)(\S.*?)\s*$/.exec(line);
  const before = match?.[1];
  const value = match?.[2];
  if (before === undefined || value === undefined || /^["'[{]/.test(value)) return null;
  if (!/: |:$|^[>|%@`&*!]/.test(value)) return null;
  const start = from + before.length;
  return { start, end: start + value.length };
}
