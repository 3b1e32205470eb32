// Tables of a file → the tasks and groups an annex lists. No row is lost; what is doubtful is asked, not guessed.

import type {
  AnnexCell,
  AnnexGroup,
  AnnexItem,
  AnnexTask,
  ReadAnnex,
  ReadRow,
  RowBecame,
} from "./annex-item.ts";
import type { ColumnRole } from "./columns.ts";
import { type Column, findHeader, type Header, repeatsHeader } from "./find-header.ts";
import { type Grid, type GridRow, ownCells, placeOf } from "./grid.ts";
import { leadingNumbering, type Numbering, readNumbering } from "./numbering.ts";
import { placeInOrder } from "./place-in-order.ts";

/** Cells that only a task has. */
const ofTasks: readonly ColumnRole[] = [
  "lead",
  "coordinators",
  "monitors",
  "start",
  "due",
  "days",
  "product",
];

interface Reading {
  items: AnnexItem[];
  rows: ReadRow[];
  columns: Partial<Record<ColumnRole, string>>;
}

export function readAnnex(grids: readonly Grid[]): ReadAnnex {
  const reading: Reading = { items: [], rows: [], columns: {} };
  let last: { header: Header; width: number } | null = null;
  for (const grid of grids) {
    const header = findHeader(grid);
    const width = grid.rows[0]?.cells.length ?? 0;
    // A table broken in two has its heading only once.
    const columns: readonly Column[] | null =
      header?.columns ??
      (grid.is === "table" && last?.width === width && width > 2 ? last.header.columns : null);
    if (columns === null) {
      for (const row of grid.rows) keep(reading, grid, row, "left");
      continue;
    }
    if (header !== null) last = { header, width };
    for (const { role, label } of columns) if (role !== null) reading.columns[role] ??= label;
    readTable(reading, grid, columns, header ?? last?.header ?? null, header !== null);
  }
  placeInOrder(reading.items);
  return reading;
}

function readTable(
  reading: Reading,
  grid: Grid,
  columns: readonly Column[],
  header: Header | null,
  headed: boolean,
): void {
  const first = reading.items.length;
  const numbered = hasNumbers(grid, columns, headed ? (header?.to ?? 0) : 0);
  let pageBroken = !headed;
  let upper: string | null = null;
  // A signature has several lines: what follows one that is no part of the table is none either.
  let below = false;
  for (const [index, row] of grid.rows.entries()) {
    if (headed && header !== null && index < header.to) {
      keep(reading, grid, row, index < header.from ? "left" : "heading");
      continue;
    }
    if (headed && header !== null && repeatsHeader(grid, header, row)) {
      keep(reading, grid, row, "heading");
      pageBroken = true;
      continue;
    }
    const read = readRow(row, columns, upper);
    if (read.numbering?.scheme === "upper") upper = read.numbering.path[0] ?? null;
    const afterGap: boolean = below || row.number > (grid.rows[index - 1]?.number ?? 0) + 1;
    const became = place(reading, placeOf(grid, row), row, read, numbered, { pageBroken, afterGap });
    keep(reading, grid, row, became);
    below = afterGap && became === "left";
    pageBroken = false;
  }
  leaveNotes(reading, first);
}

/** Lines under a table are no headings: nothing follows them. */
function leaveNotes({ items, rows }: Reading, first: number): void {
  for (let last = items.at(-1); items.length > first && last?.kind === "group" && last.written === ""; ) {
    const row = rows.find(({ place: at }) => at === last?.places[0]);
    if (row !== undefined) row.became = "left";
    items.pop();
    last = items.at(-1);
  }
}

/** Word numbers rows by itself and leaves the cells empty: then no row is told by its number. */
function hasNumbers(grid: Grid, columns: readonly Column[], from: number): boolean {
  const column = columns.findIndex(({ role }) => role === "number");
  return column >= 0 && grid.rows.slice(from).some((row) => (row.cells[column]?.text ?? "") !== "");
}

function keep(reading: Reading, grid: Grid, row: GridRow, became: RowBecame): void {
  const text = ownCells(row)
    .map((cell) => cell.text.replace(/\s+/g, " "))
    .join(" | ");
  reading.rows.push({ place: placeOf(grid, row), became, text });
}

interface RowCells {
  written: string;
  numbering: Numbering | null;
  cells: AnnexTask["cells"];
  others: AnnexTask["others"];
}

function readRow(row: GridRow, columns: readonly Column[], upper: string | null): RowCells {
  const cells: AnnexTask["cells"] = {};
  const others: AnnexTask["others"] = [];
  for (const [index, { role, label }] of columns.entries()) {
    const cell = row.cells[index];
    if (cell === undefined || cell.text === "" || cell.from === "left") continue;
    if (role !== null) cells[role] = { text: cell.text, form: cell.form, shared: cell.from === "above" };
    else if (cell.from === null) others.push({ label, text: cell.text });
  }
  for (const cell of row.cells.slice(columns.length)) {
    if (cell.text !== "" && cell.from === null) others.push({ label: "", text: cell.text });
  }
  // A number merged over several rows numbers the first.
  const number = cells.number?.shared === true ? undefined : cells.number;
  const written = number?.text ?? "";
  return { written, numbering: readNumbering(written, upper), cells, others };
}

function place(
  reading: Reading,
  at: string,
  row: GridRow,
  read: RowCells,
  numbered: boolean,
  state: { pageBroken: boolean; afterGap: boolean },
): RowBecame {
  const { items } = reading;
  const own = ownCells(row);
  const mine = (role: ColumnRole) => read.cells[role]?.shared === false;
  const wide = titleAcross(row);
  const { task } = read.cells;
  const beside = (["code", "note"] as const).filter(mine).length;
  const bare = !ofTasks.some(mine);
  if (
    wide !== null ||
    (bare && mine("task") && own.length <= 2 + read.others.length + beside && isLabel(read))
  ) {
    items.push(groupOf(at, read, wide ?? task?.text ?? "", reading.columns));
    return "group";
  }
  const previous = items.at(-1);
  const goesOn = numbered ? continues(read, mine, state.pageBroken) : task?.shared === true;
  if (previous?.kind === "task" && read.written === "" && !state.afterGap && goesOn) {
    join(previous, at, read);
    return "joined";
  }
  // A number alone, or what stands under the table such as a signature.
  if (!mine("task") && (bare || (read.written === "" && state.afterGap))) return "left";
  const lead = read.numbering === null && read.written === "" ? leadingNumbering(task?.text ?? "") : null;
  const cells =
    lead !== null && task !== undefined ? { ...read.cells, task: { ...task, text: lead.rest } } : read.cells;
  items.push({
    kind: "task",
    places: [at],
    written: lead?.numbering.text ?? read.written,
    numbered: lead === null ? null : (task?.text ?? null),
    numbering: lead?.numbering ?? read.numbering,
    cells,
    others: read.others,
    group: null,
    partOf: null,
    asks: [],
  });
  return "task";
}

/** The text of a row that is one cell across most of the table; null: it is none. */
function titleAcross(row: GridRow): string | null {
  const texts = new Set(ownCells(row).map((cell) => cell.text));
  const widest = row.cells.reduce(
    (best, cell, index) => {
      if (cell.from !== null || cell.text === "") return best;
      let width = 1;
      while (row.cells[index + width]?.from === "left") width += 1;
      return width > best.width ? { width, text: cell.text } : best;
    },
    { width: 1, text: "" },
  );
  return texts.size <= 2 && widest.width >= 3 && widest.width * 2 >= row.cells.length ? widest.text : null;
}

/** A row with nothing but a name is a label where its number, or its lack of one, says so. */
function isLabel({ written, numbering, cells }: RowCells): boolean {
  if (numbering !== null) return numbering.scheme === "upper" || numbering.scheme === "roman";
  const text = cells.task?.text ?? "";
  return (
    written === "" &&
    (/^(?:[IVX]+|[A-ZĐ]|Phần|Mục|Nhóm|Chương)[.)\s:]/u.test(text) || text === text.toUpperCase())
  );
}

function groupOf(at: string, read: RowCells, title: string, columns: Reading["columns"]): AnnexGroup {
  const lead = read.numbering === null ? leadingNumbering(title) : null;
  const { code } = read.cells;
  const written = read.written === title ? "" : read.written;
  const others = (Object.entries(read.cells) as [ColumnRole, AnnexCell][]).flatMap(([role, cell]) =>
    cell.shared || role === "code" || cell.text === title || cell.text === written
      ? []
      : [{ label: columns[role] ?? "", text: cell.text }],
  );
  return {
    kind: "group",
    places: [at],
    written: lead?.numbering.text ?? written,
    numbered: lead === null ? null : title,
    numbering: lead?.numbering ?? (written === "" ? null : read.numbering),
    title: lead?.rest ?? title,
    code: code === undefined || code.shared || code.text === title ? null : code.text,
    others: [...others, ...read.others.filter(({ text }) => text !== title)],
    group: null,
    asks: [],
  };
}

/** A cell broken across pages goes on in a row without a number: after a page's end, in the middle of a sentence, or
 *  without a task of its own. */
function continues({ cells }: RowCells, mine: (role: ColumnRole) => boolean, pageBroken: boolean): boolean {
  const text = cells.task?.text ?? "";
  if (!mine("task")) return true;
  if (/^[\p{Ll},;:)]/u.test(text) && !/^[a-zđ][).]\s/u.test(text)) return true;
  return pageBroken && !mine("lead") && !mine("due") && !mine("days");
}

function join(task: AnnexTask, at: string, read: RowCells): void {
  const first = task.places[0] ?? at;
  task.places.push(at);
  for (const [role, cell] of Object.entries(read.cells) as [ColumnRole, AnnexCell][]) {
    if (cell.shared) continue;
    const before = task.cells[role];
    if (before === undefined) task.cells[role] = cell;
    else before.text = `${before.text}\n${cell.text}`;
  }
  task.others.push(...read.others);
  task.asks.push({ code: "row_joined", facts: [first, at], about: null });
}
