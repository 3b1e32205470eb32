// What the rows of annex tables became: tasks, groups of tasks, headings, or rows left over.

import type { ColumnRole } from "./columns.ts";
import type { GridCell } from "./grid.ts";
import type { Numbering } from "./numbering.ts";

/** A point nobody may guess; the code names the words, the facts fill them. */
export interface Ask {
  code: AskCode;
  facts: readonly string[];
  /** The part of the task it is about; null: the task, or the group, itself. */
  about: ColumnRole | null;
}

export type AskCode =
  /** fact: the number that was used before. */
  | "number_repeated"
  /** facts: the number before, this number. */
  | "number_jumps"
  /** fact: the number whose row is missing. */
  | "parent_missing"
  /** fact: the place of the row it was joined to. */
  | "row_joined"
  /** A row of its own, or only a heading? */
  | "group_or_task"
  /** fact: the cell as it is above. */
  | "empty_below"
  | "lead_empty"
  | "task_empty"
  | "due_empty"
  /** fact: the name as written. */
  | "party_unknown"
  /** facts: the name as written, ids it may mean. */
  | "party_several"
  /** facts: the name as written, the id it may mean. */
  | "party_near"
  | "lead_mixed"
  /** fact: the cell. */
  | "days_from_when"
  /** facts: the cell, the day it would be. */
  | "number_as_date";

export interface AnnexCell extends Pick<GridCell, "text" | "form"> {
  /** Merged with cells above: what stands there holds for this row too. */
  shared: boolean;
}

export interface AnnexTask {
  kind: "task";
  /** Its row, and those joined to it. */
  places: string[];
  /** What stands in the column of numbers, or before the text. */
  written: string;
  /** The text a number was taken out of; null: the number stood by itself. */
  numbered: string | null;
  numbering: Numbering | null;
  /** Only cells that hold something. */
  cells: Partial<Record<ColumnRole, AnnexCell>>;
  /** Cells of columns we do not know. */
  others: { label: string; text: string }[];
  /** Index of its group among the items; null: none. */
  group: number | null;
  /** Index of the task it is a part of; null: none. */
  partOf: number | null;
  asks: Ask[];
}

export interface AnnexGroup {
  kind: "group";
  places: string[];
  written: string;
  numbered: string | null;
  numbering: Numbering | null;
  title: string;
  /** What stands in the column of codes; null: nothing. */
  code: string | null;
  /** Whatever else the row holds. */
  others: { label: string; text: string }[];
  /** Index of the group it lies in; null: none. */
  group: number | null;
  asks: Ask[];
}

export type AnnexItem = AnnexTask | AnnexGroup;

/** left: a row of no task table, or of a table whose heading names no task. */
export type RowBecame = "task" | "group" | "heading" | "joined" | "left";

export interface ReadRow {
  place: string;
  became: RowBecame;
  /** All its cells, as they stand. */
  text: string;
}

export interface ReadAnnex {
  items: readonly AnnexItem[];
  /** Every row of every table that holds something. */
  rows: readonly ReadRow[];
  /** Headings of columns that were told apart, by role; null: the tables have none. */
  columns: Partial<Record<ColumnRole, string>>;
}
