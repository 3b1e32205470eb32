// One row of an annex as lines of a draft: what a task of the plan language holds, raw words beside, questions above.

import type { AnnexWords } from "../../words/index.ts";
import { spellKey } from "../keywords.ts";
import type { AnnexGroup, AnnexItem, AnnexTask, Ask } from "./annex-item.ts";
import { draftDue } from "./draft-due.ts";
import { draftParties } from "./draft-parties.ts";
import type { Parties } from "./match-agency.ts";
import { askLine, blockText, flowText, quoted, tidy } from "./yaml-line.ts";

export interface TaskPlace {
  id: string;
  /** Id of its objective; null: none. */
  objective: string | null;
  /** The lead's cell of the task it is a part of; null: none. */
  aboveLead: string | null;
  parties: Parties;
  words: AnnexWords;
}

const k = (english: string) => spellKey(english, "vi");

/** As an item of a list indented by two, keys in Vietnamese. */
export function taskLines(
  item: AnnexTask,
  { id, objective, aboveLead, parties, words }: TaskPlace,
): string[] {
  const { cells } = item;
  const who = draftParties(item, aboveLead, parties);
  const due = draftDue(item);
  const code = cells.code?.text ?? (item.numbering?.scheme === "code" ? item.numbering.text : "");
  const whole: Ask[] = [...item.asks];
  if (cells.task === undefined) whole.push({ code: "task_empty", facts: [], about: "task" });
  const asked = (asks: readonly Ask[], about?: Ask["about"]) =>
    asks
      .filter((ask) => about === undefined || ask.about === about)
      .map((ask) => `    ${askLine(askText(ask, words))}`);
  const title =
    cells.task === undefined ? "" : ` ${blockText(cells.task.text)}${unlessPlain(cells.task.text)}`;
  return [
    ...notesAbove({ ...item, asks: whole }, words),
    `  - ${k("id")}: ${id}`,
    `    ${k("title")}:${title}`,
    ...(code === "" ? [] : [`    ${k("code")}: ${blockText(code)}`]),
    ...(objective === null ? [] : [`    ${k("objective")}: ${objective}`]),
    ...(["lead", "coordinators", "monitors"] as const).flatMap((about) => [
      ...asked(who.asks, about),
      ...who.lines
        .filter((line) => line.replace(/^# /, "").startsWith(`${k(about)}:`))
        .map((line) => `    ${line}`),
    ]),
    ...(cells.product === undefined ? [] : productLines(cells.product.text)),
    ...asked(due.asks),
    ...due.lines.map((line) => `    ${line}`),
    `    ${k("source")}: ${sources(item)}`,
  ];
}

/** What stands above an item: its number and what no key holds, then what is asked about it as a whole. */
export function notesAbove(item: AnnexTask | AnnexGroup, words: AnnexWords): string[] {
  const { draft } = words;
  const notes: string[] = [];
  if (item.numbered !== null) notes.push(quoted(item.numbered));
  else if (item.written !== "") notes.push(`${draft.number} ${quoted(item.written)}`);
  if (item.kind === "task" && item.cells.note !== undefined) {
    notes.push(`${draft.note} ${quoted(item.cells.note.text)}`);
  }
  if (item.kind === "group" && item.code !== null) notes.push(quoted(item.code));
  for (const { label, text } of item.others) notes.push(`${tidy(label) || draft.noHeading} ${quoted(text)}`);
  const whole = item.asks.filter(({ about }) => about === null || about === "task");
  return [
    ...(notes.length === 0 ? [] : [`  # ${notes.join("; ")}`]),
    ...whole.map((ask) => `  ${askLine(askText(ask, words))}`),
  ];
}

/** A value that was put on one line stands beside its words with their breaks marked. */
export function unlessPlain(text: string): string {
  return /\n/.test(text) ? ` # ${quoted(text.replace(/\s*\n\s*/g, " / "))}` : "";
}

export function sources({ places }: AnnexItem): string {
  return places.length === 1 ? blockText(places[0] ?? "") : `[${places.map(flowText).join(", ")}]`;
}

export function askText({ code, facts }: Ask, words: AnnexWords): string {
  const sentence = words.asks[code] as (...facts: readonly string[]) => string;
  return sentence(...facts.map(tidy));
}

/** One product, or one for each line that begins with a dash or a number, those marks taken away. */
export function productsOf(text: string): { title: string; written: string }[] {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const marked = /^(?:[-–+•*]|\d{1,2}[.)]|[a-zđ]\))\s*/u;
  if (lines.length < 2 || !lines.every((line) => marked.test(line))) {
    return text.trim() === "" ? [] : [{ title: tidy(text), written: text }];
  }
  return lines.map((line) => ({ title: tidy(line.replace(marked, "")), written: line }));
}

function productLines(text: string): string[] {
  const [only, ...more] = productsOf(text);
  if (only === undefined) return [];
  if (more.length === 0) return [`    ${k("product")}: ${blockText(only.title)}${unlessPlain(text)}`];
  return [
    `    ${k("product")}:`,
    ...[only, ...more].map(({ title, written }) => `      - ${blockText(title)} # ${quoted(written)}`),
  ];
}
