// Reads YAML nodes into the written form with English keys and keywords, along a shape, noting where each value stands.

import { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, type Scalar, type YAMLMap } from "yaml";
import { type KeyLanguage, readKey, readKeyword, spellKey, spellKeyword } from "./keywords.ts";
import type { Form } from "./messages/vi.ts";
import { type Path, pathText } from "./path.ts";
import type { Range, Report } from "./report.ts";
import type { Shape } from "./shape.ts";
import { findForbidden, textLimits } from "./yaml-text.ts";

/** What was read, and how to find its places again. */
export interface Written {
  value: unknown;
  /** Paths that already have a problem and so are absent from the value. */
  refused: ReadonlySet<string>;
  found: FoundNodes;
}

/** What reading learned about the nodes, for finding places again. */
export interface FoundNodes {
  /** Node of each alias, as it stood when it was read. */
  aliases: ReadonlyMap<ParsedNode, ParsedNode>;
  /** English key of each key that was misspelled and read as the one meant. */
  meant: ReadonlyMap<ParsedNode, string>;
}

const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

/** The spelling most keys of the document have; Vietnamese when none tells. */
export function detectKeys(root: ParsedNode): KeyLanguage {
  let balance = 0;
  let first = 0;
  const pending: ParsedNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isSeq(node)) {
      for (const item of node.items) if (item !== null) pending.push(item as ParsedNode);
    } else if (isMap(node)) {
      for (const pair of node.items) {
        const language = isScalar(pair.key) ? (readKey(keyText(pair.key))?.language ?? null) : null;
        if (language !== null) balance += language === "vi" ? 1 : -1;
        if (first === 0) first = balance;
        if (pair.value) pending.push(pair.value as ParsedNode);
      }
    }
  }
  return balance < 0 || (balance === 0 && first < 0) ? "en" : "vi";
}

/** Reads the whole document. Whatever does not fit the shape is reported and left out of the value. */
export function readWritten(root: ParsedNode, shape: Shape, report: Report): Written {
  const reader = new Reader(report);
  const value = reader.read(root, shape);
  return { value, refused: reader.refused, found: reader };
}

/** Stops reading; never leaves this file. */
class Stopped extends Error {}

const nothing = Symbol("left out");

class Reader {
  readonly refused = new Set<string>();
  readonly aliases = new Map<ParsedNode, ParsedNode>();
  readonly meant = new Map<ParsedNode, string>();
  private readonly report: Report;
  private readonly path: (string | number)[] = [];
  private readonly anchors = new Map<string, ParsedNode>();
  private readonly open = new Set<ParsedNode>();
  private nodes = 0;
  private keySpot: Range | null = null;

  constructor(report: Report) {
    this.report = report;
  }

  read(root: ParsedNode, shape: Shape): unknown {
    try {
      const value = this.node(root, shape);
      return value === nothing ? undefined : value;
    } catch (error) {
      if (error instanceof Stopped) return undefined;
      throw error;
    }
  }

  private node(node: ParsedNode, shape: Shape): unknown {
    this.nodes += 1;
    if (this.nodes > textLimits.nodes) {
      this.report.problem("too_many_nodes", rangeOf(node), { limit: textLimits.nodes });
      throw new Stopped();
    }
    if (isAlias(node)) return this.alias(node, shape);
    if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
    if (isScalar(node)) return this.scalar(node, shape);
    this.open.add(node);
    const value = isMap(node) ? this.map(node, shape) : this.list(node, shape);
    this.open.delete(node);
    return value;
  }

  private alias(node: ParsedNode & { source: string }, shape: Shape): unknown {
    const target = this.anchors.get(node.source);
    if (target === undefined) {
      this.report.problem("alias_unknown", this.spot(node), { name: node.source });
      return this.leaveOut();
    }
    if (this.open.has(target)) {
      this.report.problem("alias_cycle", this.spot(node), {});
      return this.leaveOut();
    }
    this.aliases.set(node, target);
    if (this.aliases.size > textLimits.aliases) {
      this.report.problem("alias_many", this.spot(node), { limit: textLimits.aliases });
      throw new Stopped();
    }
    return this.node(target, shape);
  }

  private list(node: ParsedNode & { items: unknown[] }, shape: Shape): unknown {
    if (shape.list === undefined) return this.wrongForm(node, shape);
    const values: unknown[] = [];
    for (let index = 0; index < node.items.length; index += 1) {
      const item = node.items[index] as ParsedNode | null;
      this.path.push(index);
      if (item === null || (isScalar(item) && item.value === null)) {
        this.report.problem("value_missing", item === null ? rangeOf(node) : this.spot(item), {
          key: `[${index}]`,
        });
        this.leaveOut();
        values.push(undefined);
      } else {
        const value = this.node(item, shape.list);
        values.push(value === nothing ? undefined : value);
      }
      this.path.pop();
    }
    return values;
  }

  private map(node: YAMLMap, shape: Shape): unknown {
    if (shape.byId !== undefined) return this.mapById(node, shape.byId);
    if (shape.keys === undefined) return this.wrongForm(node as ParsedNode, shape);
    const { keys } = shape;
    const value: Record<string, unknown> = {};
    const seen = new Set<string>();
    const unknown: Pair[] = [];
    for (const pair of node.items) {
      const spelling = this.keySpelling(pair);
      if (spelling === null) continue;
      const known = readKey(spelling);
      if (known === null || keys[known.english] === undefined) {
        unknown.push(pair);
        continue;
      }
      const { english } = known;
      if (seen.has(english)) {
        this.report.problem("key_repeated", this.spot(pair.key as ParsedNode, english), { key: spelling });
        continue;
      }
      seen.add(english);
      if (known.language !== null && known.language !== this.report.keys) {
        this.mixed(pair.key as ParsedNode, spelling, spellKey(english, this.report.keys), english);
      }
      this.member(pair, english, keys[english], value);
    }
    for (const pair of unknown) this.unknownKey(pair, keys, seen, value);
    return value;
  }

  /** A key nobody knows. The one probably meant is read in its place, so that one slip is one problem. */
  private unknownKey(
    pair: Pair,
    keys: Readonly<Record<string, Shape>>,
    seen: Set<string>,
    value: Record<string, unknown>,
  ): void {
    const spelling = keyText(pair.key as Scalar);
    // A figure such as 2,5 between braces, where a comma ends a value.
    if (/^\d+\s*%?$/.test(spelling)) {
      this.report.problem("comma_splits", this.spot(pair.key as ParsedNode, spelling), { rest: spelling });
      return;
    }
    const candidates = new Map<string, string>();
    for (const key of Object.keys(keys)) {
      if (!seen.has(key)) candidates.set(spellKey(key, this.report.keys), key);
    }
    const meant = this.report.guess(spelling, candidates.keys());
    this.report.problem(
      "key_unknown",
      this.spot(pair.key as ParsedNode, spelling),
      { key: spelling, guess: meant },
      meant,
    );
    const english = meant === null ? undefined : candidates.get(meant);
    if (english === undefined || keys[english] === undefined) return;
    seen.add(english);
    this.meant.set(pair.key as ParsedNode, english);
    this.member(pair, english, keys[english], value);
  }

  private mapById(node: YAMLMap, shape: Shape): unknown {
    const value: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    for (const pair of node.items) {
      const spelling = this.keySpelling(pair);
      if (spelling === null) continue;
      if (spelling in value) {
        this.report.problem("key_repeated", this.spot(pair.key as ParsedNode, spelling), { key: spelling });
        continue;
      }
      this.member(pair, spelling, shape, value);
    }
    return value;
  }

  private member(pair: Pair, key: string, shape: Shape | undefined, value: Record<string, unknown>): void {
    if (shape === undefined) return;
    this.path.push(key);
    const node = pair.value as ParsedNode | null;
    if (node === null || (isScalar(node) && node.value === null && !isAlias(node))) {
      const spot = { path: [...this.path], ...rangeOf(pair.key as ParsedNode) };
      this.report.problem("value_missing", spot, { key: keyText(pair.key as Scalar) });
      this.leaveOut();
    } else {
      const read = this.node(node, shape);
      if (read !== nothing) value[key] = read;
    }
    this.path.pop();
  }

  /** Null when the key was reported. */
  private keySpelling(pair: Pair): string | null {
    const key = pair.key as ParsedNode | null;
    if (!isScalar(key) || key.anchor !== undefined) {
      this.report.problem(
        "key_not_text",
        key === null ? (this.keySpot ?? { start: 0, end: 0 }) : this.spot(key),
        {},
      );
      return null;
    }
    const text = keyText(key);
    this.keySpot = rangeOf(key);
    if (forbiddenKeys.has(text)) {
      this.report.problem("key_forbidden", this.spot(key), { key: text });
      return null;
    }
    return text;
  }

  private scalar(node: Scalar.Parsed, shape: Shape): unknown {
    const text = this.textOf(node);
    if (text === null) return this.leaveOut();
    if (shape.keywords !== undefined) {
      const word = readKeyword(text, shape.keywords);
      if (word !== null) {
        if (word.language !== null && word.language !== this.report.keys) {
          this.mixed(node, text, spellKeyword(word.english, this.report.keys));
        }
        return word.english;
      }
    }
    if (shape.boolean === true) {
      const word = readKeyword(text, ["true", "false"]);
      if (word !== null) {
        if (word.language !== this.report.keys) {
          this.mixed(node, text, spellKeyword(word.english, this.report.keys));
        }
        return word.english === "true";
      }
    }
    if (shape.integer === true && typeof node.value === "number" && Number.isSafeInteger(node.value)) {
      return node.value;
    }
    if (shape.text === true || shape.decimal === true) return text;
    if (shape.keywords !== undefined) return this.unknownKeyword(node, text, shape.keywords);
    return this.wrongForm(node, shape);
  }

  private unknownKeyword(node: ParsedNode, word: string, keywords: readonly string[]): unknown {
    const allowed = keywords.map((keyword) => spellKeyword(keyword, this.report.keys));
    const meant = this.report.guess(word, allowed);
    this.report.problem(
      "keyword_unknown",
      this.spot(node),
      { word: short(word), allowed, guess: meant },
      meant,
    );
    return this.leaveOut();
  }

  /** The value as text, NFC, without space at its ends; null when it was reported. */
  private textOf(node: Scalar.Parsed): string | null {
    const raw = typeof node.value === "string" ? node.value : node.source;
    if (raw.length > textLimits.scalar) {
      this.report.problem("value_too_long", this.spot(node), { limit: textLimits.scalar });
      return null;
    }
    if (node.type === "QUOTE_DOUBLE") {
      // An escape can hide what the text itself may not have.
      const bad = findForbidden(raw);
      if (bad !== null) {
        this.report.problem("character_forbidden", this.spot(node), { name: bad.name });
        return null;
      }
    }
    return raw.normalize("NFC").trim();
  }

  private mixed(node: ParsedNode, word: string, instead: string, key?: string): void {
    const language = this.report.keys;
    this.report.problem("keys_mixed", this.spot(node, key), { word, instead, language }, instead);
  }

  private wrongForm(node: ParsedNode, shape: Shape): unknown {
    this.report.problem("value_wrong_form", this.spot(node), { expected: formsOf(shape) });
    return this.leaveOut();
  }

  private leaveOut(): typeof nothing {
    this.refused.add(pathText(this.path));
    return nothing;
  }

  private spot(node: ParsedNode, key?: string): Range & { path: Path } {
    return { path: key === undefined ? [...this.path] : [...this.path, key], ...rangeOf(node) };
  }
}

export function formsOf(shape: Shape): Form[] {
  const forms: Form[] = [];
  if (shape.text === true) forms.push("text");
  if (shape.keywords !== undefined && shape.text === undefined) forms.push("keyword");
  if (shape.decimal === true) forms.push("number");
  if (shape.integer === true) forms.push("integer");
  if (shape.boolean === true) forms.push("boolean");
  if (shape.list !== undefined) forms.push("list");
  if (shape.keys !== undefined || shape.byId !== undefined) forms.push("map");
  return forms;
}

/** The node without the space and comments after it. */
export function rangeOf(node: ParsedNode): Range {
  return { start: node.range[0], end: node.range[1] };
}

export function keyText(key: Scalar): string {
  return String(typeof key.value === "string" ? key.value : (key.source ?? key.value)).normalize("NFC");
}

/** A value as a message quotes it. */
export function short(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}
