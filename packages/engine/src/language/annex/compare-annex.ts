// An annex table that came back → what it changes of its plan, and the changed draft; what it does not show stays.

import { type AnnexWords, annexWords, type Language } from "../../words/index.ts";
import { idFrom } from "../guess.ts";
import type { KeyLanguage } from "../keywords.ts";
import type { OrganisationDocument } from "../organisation-document.ts";
import type { Plan } from "../plan.ts";
import type { AnnexItem, AnnexTask, ReadAnnex, ReadRow } from "./annex-item.ts";
import { changedValue } from "./changed-value.ts";
import type { ColumnRole } from "./columns.ts";
import { taskLines } from "./draft-task.ts";
import type { Grid } from "./grid.ts";
import { type Parties, partiesOf } from "./match-agency.ts";
import { type AnnexField, annexFields, annexRows, type PlanAnnexRow } from "./plan-annex.ts";
import { PlanText } from "./plan-text.ts";
import { readAnnex } from "./read-annex.ts";
import { askLine, flowText, tidy } from "./yaml-line.ts";

export interface AnnexChange {
  kind: "added" | "removed" | "changed";
  /** Id of the task, or of the objective whose title changed. */
  id: string;
  /** Null: the whole task. */
  field: AnnexField | "objective" | "note" | null;
  before: string;
  after: string;
  /** The row it stands in; null: it is in none any more. */
  place: string | null;
}

export interface ComparedAnnex {
  changes: readonly AnnexChange[];
  /** The plan's text with the changes. */
  text: string;
  rows: readonly ReadRow[];
}

export interface CompareOptions {
  organisation: OrganisationDocument | null;
  /** Of the table's own words, such as "trừ", and of questions. */
  language: Language;
  keys: KeyLanguage;
}

const columnOf: Readonly<Record<AnnexField, ColumnRole>> = {
  title: "task",
  lead: "lead",
  coordinators: "coordinators",
  due: "due",
  product: "product",
};

/** What a cell of a sheet can hold: beyond it the sheet shows less than the plan says. */
const longestCell = 32_767;

/** Null: no table of the file has a heading that names a task. `text` is what `plan` was read from. */
export function compareAnnex(
  grids: readonly Grid[],
  text: string,
  plan: Plan,
  options: CompareOptions,
): ComparedAnnex | null {
  const annex = readAnnex(grids);
  if (annex.items.length === 0) return null;
  const comparison = new Comparison(annex, text, plan, options);
  return comparison.compared();
}

class Comparison {
  private readonly annex: ReadAnnex;
  private readonly options: CompareOptions;
  private readonly words: AnnexWords;
  private readonly edited: PlanText;
  private readonly rows: ReadonlyMap<string, PlanAnnexRow>;
  /** The same rows in the words of the other language: the table may have been exported in it. */
  private readonly inOther: ReadonlyMap<string, PlanAnnexRow>;
  private readonly titles: ReadonlyMap<string, string>;
  private readonly taken: Set<string>;
  private readonly found = new Set<string>();
  private readonly changes: AnnexChange[] = [];
  private readonly parties: Parties;
  /** Whether the table has headings of groups at all. */
  private readonly grouped: boolean;

  constructor(annex: ReadAnnex, text: string, plan: Plan, options: CompareOptions) {
    this.annex = annex;
    this.options = options;
    this.words = annexWords[options.language];
    this.parties = partiesOf(options.organisation);
    this.grouped = annex.items.some(({ kind }) => kind === "group");
    this.edited = new PlanText(text, options.keys);
    const rowsIn = (language: Language) =>
      annexRows(plan, options.organisation, annexWords[language])
        .filter(({ kind }) => kind === "task")
        .map((row) => [row.id, row] as const);
    this.rows = new Map(rowsIn(options.language));
    this.inOther = new Map(rowsIn(options.language === "vi" ? "en" : "vi"));
    this.titles = new Map(plan.objectives.map(({ id, title }) => [id, title]));
    this.taken = new Set([...this.rows.keys(), ...this.titles.keys()]);
  }

  compared(): ComparedAnnex {
    let objective: string | null = null;
    let previous: string | null = null;
    for (const [index, item] of this.annex.items.entries()) {
      const code = codeOf(item);
      const row = this.rowOf(item, code);
      if (item.kind === "group" && row === null) {
        objective = this.group(item.title, code, item.places[0] ?? null, this.leads(index)) ?? objective;
        continue;
      }
      const task = item.kind === "task" ? item : asTask(item);
      if (row === null) this.add(task, code, objective, previous);
      else {
        this.found.add(row.id);
        this.compare(row, task, objective);
        previous = row.id;
      }
    }
    for (const row of this.rows.values()) {
      if (this.found.has(row.id)) continue;
      this.changes.push({
        kind: "removed",
        id: row.id,
        field: null,
        before: row.texts.title,
        after: "",
        place: null,
      });
      this.edited.remove(row.id);
    }
    return { changes: this.changes, text: this.edited.changed(), rows: this.annex.rows };
  }

  /** By its code; where the table has no such column, by a title that only one task has. */
  private rowOf(item: AnnexItem, code: string): PlanAnnexRow | null {
    const row = this.rows.get(code);
    if (row !== undefined) return this.found.has(row.id) ? null : row;
    if (this.annex.columns.code !== undefined || item.kind === "group") return null;
    const title = tidy(item.cells.task?.text ?? "");
    const same = [...this.rows.values()].filter(
      (each) => tidy(each.texts.title) === title && !this.found.has(each.id),
    );
    return same.length === 1 ? (same[0] ?? null) : null;
  }

  /** Whether a task follows before the next group. */
  private leads(index: number): boolean {
    const next = this.annex.items[index + 1];
    return next !== undefined && (next.kind === "task" || this.rows.has(codeOf(next)));
  }

  /** The objective the rows below belong to; null: this is no heading of theirs. */
  private group(title: string, code: string, place: string | null, leads: boolean): string | null {
    const before = this.titles.get(code);
    if (before !== undefined) {
      if (!same(before, title)) {
        this.changes.push({ kind: "changed", id: code, field: "title", before, after: tidy(title), place });
        this.edited.setTitle(code, flowText(title));
      }
      return code;
    }
    if (!leads) return null;
    const unnamed = [...this.titles].find(([, each]) => same(each, title));
    if (unnamed !== undefined) return unnamed[0];
    const id = this.newId(idFrom(tidy(title))?.slice(0, 40) ?? "nhom");
    this.changes.push({ kind: "added", id, field: "objective", before: "", after: tidy(title), place });
    this.edited.addObjective(id, tidy(title));
    return id;
  }

  private compare(row: PlanAnnexRow, task: AnnexTask, objective: string | null): void {
    const [place = null] = task.places;
    const asks: string[] = [];
    if (this.grouped && objective !== row.objective) {
      const [before, after] = [row.objective ?? "", objective ?? ""];
      this.changes.push({ kind: "changed", id: row.id, field: "objective", before, after, place });
      this.edited.set(row.id, "objective", objective);
    }
    for (const field of annexFields) {
      const column = columnOf[field];
      // What the table does not show it does not change.
      if (this.annex.columns[column] === undefined) continue;
      const cell = task.cells[column];
      const [before, after] = [row.texts[field], cell?.text ?? ""];
      if (same(before, after) || same(this.inOther.get(row.id)?.texts[field] ?? "", after)) continue;
      this.changes.push({
        kind: "changed",
        id: row.id,
        field,
        before: tidy(before),
        after: tidy(after),
        place,
      });
      const value = changedValue(field, task, {
        written: this.edited.written(row.id, keyOf[field]),
        parties: this.parties,
        words: this.words,
        keys: this.options.keys,
        before,
      });
      this.edited.set(row.id, keyOf[field], value.yaml);
      asks.push(...value.asks);
    }
    const note = task.cells.note?.text ?? "";
    if (note !== "") {
      this.changes.push({ kind: "changed", id: row.id, field: "note", before: "", after: tidy(note), place });
      asks.push(`${this.words.draft.note}: ${note}`);
    }
    if (asks.length > 0) this.edited.note(row.id, asks.map(askLine));
  }

  private add(task: AnnexTask, code: string, objective: string | null, after: string | null): void {
    const { change } = this.words;
    const title = tidy(task.cells.task?.text ?? "");
    const base = idFrom(code) ?? `nv-${idFrom(title)?.slice(0, 40) ?? "moi"}`;
    const id = this.newId(base.replace(/-+$/, ""));
    const [place = null] = task.places;
    this.changes.push({ kind: "added", id, field: null, before: "", after: title, place });
    const ask =
      code === "" ? [] : [this.rows.has(code) ? change.codeRepeated(code) : change.codeUnknown(code)];
    // Its number is only its place in the table, and its code the id it got.
    const { code: _code, ...cells } = task.cells;
    const lines = taskLines(
      { ...task, cells, written: "", numbered: null, numbering: null, others: [], asks: [] },
      { id, objective, aboveLead: null, parties: this.parties, words: this.words },
    );
    this.edited.add([...ask.map((text) => `  ${askLine(text)}`), ...lines], after);
  }

  private newId(base: string): string {
    let id = base;
    for (let count = 2; this.taken.has(id); count += 1) id = `${base}-${count}`;
    this.taken.add(id);
    return id;
  }
}

const keyOf: Readonly<Record<AnnexField, string>> = {
  title: "title",
  lead: "lead",
  coordinators: "coordinators",
  due: "due",
  product: "product",
};

function codeOf(item: AnnexItem): string {
  return tidy(item.kind === "group" ? (item.code ?? "") : (item.cells.code?.text ?? ""));
}

/** A task whose other cells were cleared looks like a heading. */
function asTask(item: Extract<AnnexItem, { kind: "group" }>): AnnexTask {
  const cells: AnnexTask["cells"] = { task: { text: item.title, form: "text", shared: false } };
  return { ...item, kind: "task", cells, partOf: null };
}

function same(before: string, after: string): boolean {
  const [was, is] = [tidy(before), tidy(after)];
  return was === is || (was.length > longestCell && is === tidy(before.slice(0, longestCell)));
}
