// Annex tables → the text of a draft plan: every row in it, raw words beside each value, doubts as noted questions.

import { type AnnexWords, annexWords, type Language } from "../../words/index.ts";
import { formatText } from "../format-text.ts";
import { idFrom } from "../guess.ts";
import { type KeyLanguage, spellKey } from "../keywords.ts";
import type { OrganisationDocument } from "../organisation-document.ts";
import type { AnnexItem, ReadRow } from "./annex-item.ts";
import { notesAbove, sources, taskLines, unlessPlain } from "./draft-task.ts";
import type { Grid } from "./grid.ts";
import { partiesOf } from "./match-agency.ts";
import { idPiece } from "./numbering.ts";
import { readAnnex } from "./read-annex.ts";
import { askLine, blockText, quoted, tidy } from "./yaml-line.ts";

export interface DraftOptions {
  /** Name of the file the tables come from. */
  file: string;
  /** What names are looked up in; null: every name is asked about. */
  organisation: OrganisationDocument | null;
  /** Id of the calendar, where there is one to choose; null: asked. */
  calendar: string | null;
  /** Of its comments. */
  language: Language;
  keys: KeyLanguage;
}

export interface DraftPlan {
  text: string;
  tasks: number;
  groups: number;
  /** Noted questions, and keys left open. */
  asks: number;
  rows: readonly ReadRow[];
}

/** Null: no table of the file has a heading that names a task. */
export function draftPlan(grids: readonly Grid[], options: DraftOptions): DraftPlan | null {
  const { items, rows } = readAnnex(grids);
  if (items.length === 0) return null;
  const writer = new Writer(items, options);
  const text = [
    ...writer.head(grids),
    ...writer.groups(),
    ...writer.tasks(),
    ...writer.leftovers(rows),
    "",
  ].join("\n");
  const formatted = formatText(text, { keys: options.keys });
  return {
    text: formatted.text ?? text,
    tasks: items.filter(({ kind }) => kind === "task").length,
    groups: items.filter(({ kind }) => kind === "group").length,
    asks: text.split("\n").filter((line) => /^\s*# \?/.test(line)).length,
    rows,
  };
}

const k = (english: string) => spellKey(english, "vi");

class Writer {
  private readonly items: readonly AnnexItem[];
  private readonly options: DraftOptions;
  private readonly words: AnnexWords;
  private readonly ids: readonly string[];

  constructor(items: readonly AnnexItem[], options: DraftOptions) {
    this.items = items;
    this.options = options;
    this.words = annexWords[options.language];
    this.ids = idsOf(items);
  }

  head(grids: readonly Grid[]): string[] {
    const { file, organisation, calendar } = this.options;
    const { draft } = this.words;
    const open = (key: string, question: string) => [askLine(question), `${k(key)}:`];
    return [
      `# ${tidy(draft.made(file))}`,
      `# ${draft.how}`,
      ...grids.flatMap(({ name, before }) =>
        before.length === 0
          ? []
          : [`# ${draft.linesBefore(draft.table(name))}`, ...before.map((line) => `#   ${quoted(line)}`)],
      ),
      `${k("kehoach")}: 1`,
      `${k("kind")}: kế hoạch`,
      `${k("id")}: ${idFrom(file.replace(/^.*[/\\]|\.[^.]*$/g, "")) ?? "ke-hoach"}`,
      ...open("title", draft.title),
      ...open("issuer", draft.issuer),
      ...open("period", draft.period),
      ...(organisation === null
        ? open("organisation", draft.organisation)
        : [`${k("organisation")}: ${organisation.id}`]),
      ...(calendar === null ? open("calendar", draft.calendar) : [`${k("calendar")}: ${calendar}`]),
    ];
  }

  groups(): string[] {
    const lines: string[] = [];
    for (const [index, item] of this.items.entries()) {
      if (item.kind !== "group") continue;
      const id = this.ids[index] ?? "";
      lines.push(
        ...notesAbove(item, this.words),
        `  - ${k("id")}: ${id}`,
        `    ${k("title")}: ${blockText(item.title === "" ? id : item.title)}${unlessPlain(item.title)}`,
      );
      if (item.group !== null) lines.push(`    ${k("parent")}: ${this.ids[item.group] ?? ""}`);
      lines.push(`    ${k("source")}: ${sources(item)}`);
    }
    return lines.length === 0 ? [] : ["", `${k("objectives")}:`, ...lines];
  }

  tasks(): string[] {
    const parties = partiesOf(this.options.organisation);
    const lines: string[] = ["", `${k("tasks")}:`];
    for (const [index, item] of this.items.entries()) {
      if (item.kind !== "task") continue;
      const above = item.partOf === null ? null : this.items[item.partOf];
      lines.push(
        ...taskLines(item, {
          id: this.ids[index] ?? "",
          objective: item.group === null ? null : (this.ids[item.group] ?? null),
          aboveLead: above?.kind === "task" ? (above.cells.lead?.text ?? null) : null,
          parties,
          words: this.words,
        }),
      );
    }
    return lines;
  }

  leftovers(rows: readonly ReadRow[]): string[] {
    const { leftover, became } = this.words.draft;
    const left = rows.flatMap((row) =>
      row.became === "heading" || row.became === "left"
        ? [`#   ${tidy(row.place)} (${became[row.became]}): ${quoted(row.text)}`]
        : [],
    );
    return left.length === 0 ? [] : ["", `# ${leftover}`, ...left];
  }
}

/** Made of the numbers of a row and of those it lies in; what is used already gets a further number. */
function idsOf(items: readonly AnnexItem[]): string[] {
  const used = new Set<string>();
  const ids: string[] = [];
  for (const item of items) {
    const prefix = item.kind === "task" ? "nv" : "nhom";
    const wanted = item.numbering?.scheme === "code" ? idFrom(item.numbering.text) : null;
    const base = (wanted ?? [prefix, ...piecesOf(item, items)].join("-")).slice(0, 56);
    let id = base;
    for (let count = 2; used.has(id); count += 1) id = `${base}-${count}`;
    used.add(id);
    ids.push(id);
  }
  return ids;
}

function piecesOf(item: AnnexItem, items: readonly AnnexItem[]): string[] {
  const piece = item.numbering === null ? null : idPiece(item.numbering);
  const aboveIndex = item.kind === "task" ? (item.partOf ?? item.group) : item.group;
  const above = aboveIndex === null ? undefined : items[aboveIndex];
  const dotted = item.numbering?.scheme === "decimal" && item.numbering.path.length > 1;
  const outer = dotted && above?.numbering?.scheme === "decimal" ? skipDecimals(above, items) : above;
  const before = outer === undefined ? [] : piecesOf(outer, items);
  const last = /(\d+)[^\d]*$/.exec((item.places[0] ?? "").replace(/^.*!/, ""))?.[1] ?? "1";
  return [...before, piece ?? `dong-${last}`].slice(-5);
}

/** 1.2.3 says 1 and 1.2 itself. */
function skipDecimals(item: AnnexItem, items: readonly AnnexItem[]): AnnexItem | undefined {
  let above: AnnexItem | undefined = item;
  while (above?.numbering?.scheme === "decimal") {
    const index: number | null = above.kind === "task" ? (above.partOf ?? above.group) : above.group;
    above = index === null ? undefined : items[index];
  }
  return above;
}
