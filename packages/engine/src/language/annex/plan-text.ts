// Changes single values, tasks and titles of a plan's text and leaves every other byte of it as it is.

import {
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { formatText } from "../format-text.ts";
import { type KeyLanguage, readKey, spellKey } from "../keywords.ts";
import { keyText } from "../read-written.ts";
import { flowValue } from "./yaml-line.ts";

interface Edit {
  start: number;
  end: number;
  replacement: string;
}

type MapNode = YAMLMap.Parsed<ParsedNode, ParsedNode | null>;

/** A task as its text has it. */
interface Item {
  node: MapNode;
  /** What was written under a key, by its English name. */
  pairs: ReadonlyMap<string, Pair<ParsedNode, ParsedNode | null>>;
}

export class PlanText {
  private readonly text: string;
  private readonly keys: KeyLanguage;
  private readonly edits: Edit[] = [];
  private readonly list: YAMLSeq.Parsed | null;
  private readonly tasks: ReadonlyMap<string, Item>;
  private readonly objectives: ReadonlyMap<string, Item>;
  private readonly removed = new Set<string>();
  private readonly head: string[] = [];

  /** `text` must read as a plan. */
  constructor(text: string, keys: KeyLanguage) {
    this.text = text;
    this.keys = keys;
    const { contents } = parseDocument(text, { version: "1.2", schema: "core" });
    const root = isMap(contents) ? itemOf(contents as MapNode) : null;
    this.list = seqAt(root, "tasks");
    this.tasks = itemsOf(this.list);
    this.objectives = itemsOf(seqAt(root, "objectives"));
  }

  /** What is written under a key of a task, as plain data; undefined: nothing. */
  written(task: string, key: string): unknown {
    const value = this.tasks.get(task)?.pairs.get(key)?.value;
    return value === null || value === undefined ? undefined : value.toJSON();
  }

  /** `value` is YAML on one line; null takes the key away. */
  set(task: string, key: string, value: string | null): void {
    this.setOf(this.tasks.get(task), key, value);
  }

  setTitle(objective: string, value: string): void {
    this.setOf(this.objectives.get(objective), "title", value);
  }

  /** Lines above a task, e.g. questions; above the whole text where the task has no line of its own. */
  note(task: string, lines: readonly string[]): void {
    const item = this.tasks.get(task);
    const indent = item === undefined ? null : this.indentOf(item.node);
    if (item === undefined || indent === null) {
      this.head.push(...lines);
      return;
    }
    this.insert(this.lineStart(item.node.range[0]), lines.map((line) => `${indent}${line}\n`).join(""));
  }

  /** A further objective, at the end. */
  addObjective(id: string, title: string): void {
    const last = [...this.objectives.values()].at(-1);
    const value = { [spellKey("id", this.keys)]: id, [spellKey("title", this.keys)]: title };
    if (last === undefined) {
      if (this.list === null) return;
      const key = spellKey("objectives", this.keys);
      const at = this.text.lastIndexOf(spellKey("tasks", this.keys), this.list.range[0]);
      this.insert(this.lineStart(Math.max(0, at)), `${key}:\n  - ${flowValue(value)}\n`);
      return;
    }
    const indent = this.indentOf(last.node);
    if (indent === null) this.insert(last.node.range[1], `, ${flowValue(value)}`);
    else this.insert(this.lineEnd(this.endOf(last.node)), `\n${indent}- ${flowValue(value)}`);
  }

  /** `lines` as `taskLines` gives them; `after`: the task it follows, null: the first. */
  add(lines: readonly string[], after: string | null): void {
    const before = after === null ? undefined : this.tasks.get(after);
    const [first] = this.tasks.values();
    const beside = before ?? first;
    if (this.list === null || beside === undefined) {
      this.head.push(...lines.map((line) => `# ${line.trim()}`));
      return;
    }
    const indent = this.indentOf(beside.node);
    if (indent === null) {
      const [item] = parseDocument(lines.join("\n")).toJS() as unknown[];
      const at = before === undefined ? beside.node.range[0] : beside.node.range[1];
      this.insert(at, before === undefined ? `${flowValue(item)}, ` : `, ${flowValue(item)}`);
      return;
    }
    const indented = lines.map((line) => `${indent}${line.slice(2)}`).join("\n");
    if (before === undefined) this.insert(this.lineStart(beside.node.range[0]), `${indented}\n`);
    else this.insert(this.lineEnd(this.endOf(beside.node)), `\n${indented}`);
  }

  remove(task: string): void {
    const item = this.tasks.get(task);
    if (item === undefined || this.list === null) return;
    this.removed.add(task);
    const indent = this.indentOf(item.node);
    const [start] = item.node.range;
    if (indent !== null) {
      this.edits.push({
        start: this.lineStart(start),
        end: this.lineEnd(this.endOf(item.node)) + 1,
        replacement: "",
      });
      return;
    }
    const index = this.list.items.indexOf(item.node);
    const next = this.list.items[index + 1] as ParsedNode | undefined;
    const previous = this.list.items[index - 1] as ParsedNode | undefined;
    const edit =
      next !== undefined
        ? { start, end: next.range[0] }
        : { start: previous?.range[1] ?? start, end: item.node.range[1] };
    this.edits.push({ ...edit, replacement: "" });
  }

  /** The changed text, new keys in the spelling of the others. */
  changed(): string {
    const inOrder = this.edits.map((edit, index) => ({ ...edit, index }));
    inOrder.sort((a, b) => a.start - b.start || a.index - b.index);
    const pieces = this.head.map((line) => `${line}\n`);
    let done = 0;
    for (const { start, end, replacement } of inOrder) {
      pieces.push(this.text.slice(done, start), replacement);
      done = Math.max(done, end);
    }
    const text = [...pieces, this.text.slice(done)].join("");
    return formatText(text, { keys: this.keys }).text ?? text;
  }

  private setOf(item: Item | undefined, key: string, value: string | null): void {
    if (item === undefined) return;
    const pair = item.pairs.get(key);
    const flow = item.node.flow === true;
    if (pair === undefined) {
      const title = item.pairs.get("title") ?? item.pairs.get("id");
      if (value === null || title === undefined) return;
      const written = `${spellKey(key, this.keys)}: ${value}`;
      const end = this.valueEnd(title);
      if (flow) this.insert(end, `, ${written}`);
      else this.insert(this.lineEnd(end), `\n${" ".repeat(this.column(item.node.range[0]))}${written}`);
      return;
    }
    if (value !== null) {
      const colon = this.colon(pair);
      this.edits.push({
        start: colon,
        end: Math.max(colon, this.valueEnd(pair)),
        replacement: value === "" ? "" : ` ${value}`,
      });
      return;
    }
    this.takeAway(item, pair, flow);
  }

  private takeAway(item: Item, pair: Pair<ParsedNode, ParsedNode | null>, flow: boolean): void {
    const all = item.node.items;
    const index = all.indexOf(pair as (typeof all)[number]);
    const [start] = pair.key.range;
    const next = all[index + 1];
    if (flow) {
      const previous = all[index - 1];
      const edit =
        previous !== undefined
          ? { start: this.valueEnd(previous), end: this.valueEnd(pair) }
          : { start, end: next?.key.range[0] ?? this.valueEnd(pair) };
      this.edits.push({ ...edit, replacement: "" });
    } else if (index === 0) {
      // The first key stands behind the dash of the list; the next one takes its place.
      const end = next?.key.range[0] ?? this.valueEnd(pair);
      this.edits.push({ start, end, replacement: "" });
    } else {
      const end = this.lineEnd(this.valueEnd(pair)) + 1;
      this.edits.push({ start: this.lineStart(start), end, replacement: "" });
    }
  }

  private insert(at: number, replacement: string): void {
    this.edits.push({ start: at, end: at, replacement });
  }

  /** Behind the colon of a key. */
  private colon({ key }: Pair<ParsedNode, ParsedNode | null>): number {
    return this.text.indexOf(":", key.range[1]) + 1;
  }

  private valueEnd(pair: Pair<ParsedNode, ParsedNode | null>): number {
    const { value } = pair;
    const colon = this.colon(pair);
    if (value === null || (isScalar(value) && value.source === "" && value.type === "PLAIN")) return colon;
    return Math.max(colon, this.endOf(value));
  }

  /** The end of what a node says, without the line breaks a block ends with. */
  private endOf(node: ParsedNode): number {
    let end = node.range[1];
    while (end > node.range[0] && /\s/.test(this.text[end - 1] ?? "")) end -= 1;
    return end;
  }

  private lineStart(at: number): number {
    return this.text.lastIndexOf("\n", at - 1) + 1;
  }

  private lineEnd(at: number): number {
    const end = this.text.indexOf("\n", at);
    return end < 0 ? this.text.length : end;
  }

  private column(at: number): number {
    return at - this.lineStart(at);
  }

  /** The spaces before the dash of a task that has lines of its own; null: it stands inside brackets. */
  private indentOf(node: ParsedNode): string | null {
    const before = this.text.slice(this.lineStart(node.range[0]), node.range[0]);
    return /^( *)- +$/.exec(before)?.[1] ?? null;
  }
}

function itemOf(node: MapNode): Item {
  const pairs = new Map<string, Pair<ParsedNode, ParsedNode | null>>();
  for (const pair of node.items) {
    const english = isScalar(pair.key) ? readKey(keyText(pair.key))?.english : undefined;
    if (english !== undefined) pairs.set(english, pair);
  }
  return { node, pairs };
}

function seqAt(root: Item | null, key: string): YAMLSeq.Parsed | null {
  const value = root?.pairs.get(key)?.value;
  return isSeq(value) ? (value as YAMLSeq.Parsed) : null;
}

function itemsOf(list: YAMLSeq.Parsed | null): ReadonlyMap<string, Item> {
  const items = new Map<string, Item>();
  for (const node of list?.items ?? []) {
    if (!isMap(node)) continue;
    const item = itemOf(node as MapNode);
    const id = item.pairs.get("id")?.value;
    if (isScalar(id)) items.set(keyText(id), item);
  }
  return items;
}
