// The YAML value of a task's field after its cell was changed: what stays the same keeps all that was written of it.

import type { AnnexWords } from "../../words/index.ts";
import { type KeyLanguage, readKey, spellKey } from "../keywords.ts";
import type { AnnexTask } from "./annex-item.ts";
import { draftDue } from "./draft-due.ts";
import { unknownParties } from "./draft-parties.ts";
import { askText, productsOf } from "./draft-task.ts";
import { type FoundParties, findParties, type Parties } from "./match-agency.ts";
import type { AnnexField } from "./plan-annex.ts";
import { readResponsible } from "./read-parties.ts";
import { flowText, flowValue, tidy } from "./yaml-line.ts";

export interface ChangedFrom {
  /** What the plan has under the key, as plain data; undefined: nothing. */
  written: unknown;
  parties: Parties;
  words: AnnexWords;
  keys: KeyLanguage;
  /** The cell as the plan fills it. */
  before: string;
}

export interface ChangedValue {
  /** On one line; null: the key goes; empty: it stays and check asks for a value. */
  yaml: string | null;
  asks: string[];
}

export function changedValue(field: AnnexField, task: AnnexTask, from: ChangedFrom): ChangedValue {
  switch (field) {
    case "title":
      return orCleared(task.cells.task?.text, from, flowText);
    case "lead":
      return lead(task.cells.lead?.text ?? "", from);
    case "coordinators":
      return coordinators(task.cells.coordinators?.text ?? "", from);
    case "due":
      return due(task, from);
    case "product":
      return products(task.cells.product?.text ?? "", from);
  }
}

function orCleared(
  text: string | undefined,
  from: ChangedFrom,
  write: (text: string) => string,
): ChangedValue {
  return text === undefined || text === ""
    ? { yaml: "", asks: [from.words.change.cleared(tidy(from.before))] }
    : { yaml: write(text), asks: [] };
}

function lead(text: string, from: ChangedFrom): ChangedValue {
  const { parties, words, keys, written } = from;
  if (text === "") return orCleared(undefined, from, flowText);
  const read = readResponsible(text, "", parties);
  const { except } = read;
  const asks = [read.lead, read.coordinators, except].flatMap((found) => asksOf(found, words));
  const ids = read.lead.found.map(({ id }) => id);
  const [only, ...more] = ids;
  if (only === undefined) return { yaml: "", asks };
  const each = more.length > 0 || read.lead.found.some(({ isGroup }) => isGroup);
  if (!each && !isMap(written)) return { yaml: only, asks };
  if (!each) {
    const kept = Object.entries(written as object).filter(
      ([key]) => !["each", "group", "except", "agency"].includes(english(key)),
    );
    return { yaml: flowValue({ [spellKey("agency", keys)]: only, ...Object.fromEntries(kept) }), asks };
  }
  if (except.found.length === 0 && !read.lead.found.some(({ isGroup }) => isGroup)) {
    return { yaml: flowValue(ids), asks };
  }
  const exceptions = except.found.map(({ id }) => id);
  const value = {
    [spellKey("each", keys)]: ids,
    ...(exceptions.length > 0 && { [spellKey("except", keys)]: exceptions }),
  };
  return { yaml: flowValue(value), asks };
}

function coordinators(text: string, { parties, words, keys, written }: ChangedFrom): ChangedValue {
  const read = text === "" ? { found: [], unknown: [] } : findParties(text, parties);
  const kept = new Map(many(written).map((each) => [partyIn(each), each]));
  const list = read.found.map(
    ({ id, isGroup }) => kept.get(id) ?? (isGroup ? { [spellKey("group", keys)]: id } : id),
  );
  return { yaml: list.length === 0 ? null : flowValue(list), asks: asksOf(read, words) };
}

function due(task: AnnexTask, { words }: ChangedFrom): ChangedValue {
  const text = task.cells.due?.text ?? "";
  if (text === "") return { yaml: null, asks: [] };
  const { lines, asks } = draftDue({ cells: { due: task.cells.due } });
  const questions = asks.map((ask) => askText(ask, words));
  // A number of days is written as it is: check says what it lacks.
  const value = lines.length === 1 && questions.length > 0 ? "" : flowText(text);
  return { yaml: value, asks: questions };
}

/** A product whose title is the same keeps what was written of it; one in its place only changes its title. */
function products(text: string, { written, keys }: ChangedFrom): ChangedValue {
  const titles = productsOf(text).map(({ title }) => title);
  if (titles.length === 0) return { yaml: null, asks: [] };
  const before = many(written);
  const named = new Map(before.map((each) => [titleIn(each), each]));
  const list = titles.map((title, index) => {
    const kept = named.get(title);
    if (kept !== undefined) return kept;
    const place = titles.length === before.length ? before[index] : undefined;
    if (!isMap(place)) return title;
    const pairs = Object.entries(place).map(([key, value]) => [
      key,
      english(key) === "title" ? title : value,
    ]);
    return pairs.length > 0 ? Object.fromEntries(pairs) : { [spellKey("title", keys)]: title };
  });
  const [only, ...more] = list;
  return { yaml: more.length === 0 ? flowValue(only) : flowValue(list), asks: [] };
}

function asksOf(found: FoundParties, words: AnnexWords): string[] {
  return unknownParties(found, null).map((ask) => askText(ask, words));
}

function many(written: unknown): unknown[] {
  if (written === undefined || written === null) return [];
  return Array.isArray(written) ? written : [written];
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function partyIn(value: unknown): string {
  if (!isMap(value)) return String(value);
  const found = Object.entries(value).find(([key]) => ["agency", "group"].includes(english(key)));
  return String(found?.[1] ?? "");
}

function titleIn(value: unknown): string {
  if (!isMap(value)) return tidy(String(value));
  const found = Object.entries(value).find(([key]) => english(key) === "title");
  return tidy(String(found?.[1] ?? ""));
}

function english(key: string): string {
  return readKey(key)?.english ?? key;
}
