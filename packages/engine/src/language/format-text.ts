// Converts a document between the two spellings of its keys and keywords, leaving everything else as it is.

import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar } from "yaml";
import {
  authoritiesShape,
  calendarShape,
  organisationShape,
  planShape,
  regimeShape,
} from "./generated/shapes.ts";
import { type KeyLanguage, readKey, readKeyword, spellKey, spellKeyword } from "./keywords.ts";
import { openDocument } from "./open-document.ts";
import type { Problem } from "./problem.ts";
import { keyText } from "./read-written.ts";
import type { Shape } from "./shape.ts";

export interface FormattedText {
  /** Null when the text is not YAML within the limits; the problems say why. */
  text: string | null;
  /** The spelling the text now has. */
  keys: KeyLanguage;
  problems: Problem[];
}

interface Edit {
  start: number;
  end: number;
  replacement: string;
}

const shapes: Readonly<Record<string, Shape>> = {
  organisation: organisationShape,
  calendar: calendarShape,
  regime: regimeShape,
  authorities: authoritiesShape,
};

/** Without `keys`, a file that mixes both spellings is brought to the one most of it has. Comments, order, quotes and
 *  every value that is not a keyword stay byte for byte; converting there and back gives the same text. */
export function formatText(
  text: string,
  options: { keys?: KeyLanguage | undefined; file?: string | undefined } = {},
): FormattedText {
  const opened = openDocument(text, options.file);
  const keys = options.keys ?? opened.report.keys;
  if (opened.root === null) return { text: null, keys, problems: opened.placed().problems };
  const converter = new Converter(text, keys);
  converter.visit(opened.root, shapes[opened.kind ?? ""] ?? planShape);
  return { text: converter.converted(), keys, problems: [] };
}

class Converter {
  private readonly text: string;
  private readonly keys: KeyLanguage;
  private readonly edits: Edit[] = [];
  private readonly anchored = new Map<string, Edit>();

  constructor(text: string, keys: KeyLanguage) {
    this.text = text;
    this.keys = keys;
  }

  visit(node: ParsedNode, shape: Shape): void {
    if (isAlias(node)) {
      this.keepWhereText(node.source, shape);
      return;
    }
    if (isScalar(node)) {
      this.keyword(node, shape);
      return;
    }
    if (isSeq(node)) {
      for (const item of node.items) {
        if (item !== null && shape.list !== undefined) this.visit(item as ParsedNode, shape.list);
      }
      return;
    }
    if (!isMap(node)) return;
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue;
      let inner = shape.byId;
      const spelling = readKey(keyText(key));
      if (inner === undefined && spelling !== null && shape.keys?.[spelling.english] !== undefined) {
        inner = shape.keys[spelling.english];
        this.replace(key as Scalar.Parsed, spellKey(spelling.english, this.keys));
      }
      if (value !== null && inner !== undefined) this.visit(value as ParsedNode, inner);
    }
  }

  converted(): string {
    let result = "";
    let done = 0;
    for (const { start, end, replacement } of this.edits.sort((a, b) => a.start - b.start)) {
      if (start < done) continue;
      result += this.text.slice(done, start) + replacement;
      done = end;
    }
    return result + this.text.slice(done);
  }

  private keyword(node: Scalar.Parsed, shape: Shape): void {
    const keywords = shape.text === true ? [] : (shape.keywords ?? []);
    const values = [...keywords, ...(shape.boolean === true ? ["true", "false"] : [])];
    if (values.length === 0) return;
    const word = readKeyword(keyText(node).trim(), values);
    if (word !== null) this.replace(node, spellKeyword(word.english, this.keys));
  }

  /** An anchored keyword that an alias uses as plain text is content there. */
  private keepWhereText(anchor: string, shape: Shape): void {
    const edit = this.anchored.get(anchor);
    if (edit === undefined || shape.keywords !== undefined || shape.boolean === true) return;
    this.edits.splice(this.edits.indexOf(edit), 1);
  }

  private replace(node: Scalar.Parsed, spelling: string): void {
    if (keyText(node) === spelling) return;
    const [start, end] = node.range;
    const quote = { QUOTE_DOUBLE: '"', QUOTE_SINGLE: "'", PLAIN: "" }[node.type as string];
    if (quote === undefined) return;
    const edit = { start, end, replacement: `${quote}${spelling}${quote}` };
    this.edits.push(edit);
    if (node.anchor !== undefined) this.anchored.set(node.anchor, edit);
  }
}
