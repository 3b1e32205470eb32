// Finds the heading of an annex table, in one row or several, and which column holds what.

import { fold } from "../guess.ts";
import { type ColumnRole, roleOf } from "./columns.ts";
import { type Grid, type GridRow, ownCells } from "./grid.ts";

export interface Header {
  /** Index of its first row, and of the row after its last. */
  from: number;
  to: number;
  columns: readonly Column[];
}

export interface Column {
  /** Null: none we know; what stands there is kept as it is. */
  role: ColumnRole | null;
  label: string;
}

/** A heading has no more rows than this, the row of column numbers not counted. */
const mostRows = 3;

/** Null: the table gives no tasks. The first row that names a task's column and one more begins the heading. */
export function findHeader(grid: Grid): Header | null {
  for (const [from, row] of grid.rows.entries()) {
    const roles = new Set(row.cells.map((cell) => roleOf(cell.text)).filter((role) => role !== null));
    if (!roles.has("task") || roles.size < 2 || !isShort(row)) continue;
    let to = from + 1;
    while (to - from < mostRows && goesOn(grid.rows[to])) to += 1;
    const columns = columnsOf(grid.rows.slice(from, to));
    if (numbersColumns(grid.rows[to])) to += 1;
    return { from, to, columns };
  }
  return null;
}

/** Whether the row repeats the heading, as tables do on each new page. */
export function repeatsHeader(grid: Grid, header: Header, row: GridRow): boolean {
  const cells = row.cells
    .map((cell, index) => ({ text: fold(cell.text), index }))
    .filter(({ text }) => text !== "");
  const heading = grid.rows.slice(header.from, header.to);
  return (
    cells.length >= 2 &&
    cells.every(({ text, index }) => heading.some((each) => fold(each.cells[index]?.text ?? "") === text))
  );
}

function isShort(row: GridRow): boolean {
  return row.cells.every((cell) => cell.text.length <= 100);
}

/** A second row of a heading has only words of headings in the cells that begin there. */
function goesOn(row: GridRow | undefined): boolean {
  if (row === undefined) return false;
  const own = ownCells(row);
  return own.length > 0 && own.every((cell) => cell.form === "text" && roleOf(cell.text) !== null);
}

/** (1) (2) (3), or A B 1 2, under a heading. */
function numbersColumns(row: GridRow | undefined): boolean {
  if (row === undefined) return false;
  const own = ownCells(row).map((cell) => cell.text.replace(/[()[\]]/g, "").trim());
  if (own.length < 3 || !own.every((text) => /^(?:\d{1,2}|[A-Z])$/.test(text))) return false;
  const numbers = own.filter((text) => /^\d/.test(text)).map(Number);
  return numbers.length >= 2 && numbers.every((number, index) => number === (numbers[0] ?? 0) + index);
}

/** The lowest part of a heading that says something decides; a role is given once. */
function columnsOf(rows: readonly GridRow[]): Column[] {
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  const taken = new Set<ColumnRole>();
  return Array.from({ length: width }, (_, index): Column => {
    const parts: string[] = [];
    for (const row of rows) {
      const cell = row.cells[index];
      if (cell !== undefined && cell.text !== "" && cell.from !== "above")
        parts.push(cell.text.replace(/\s+/g, " "));
    }
    const label = parts.join(" – ");
    const role = [...[...parts].reverse(), label].map(roleOf).find((each) => each !== null) ?? null;
    if (role === null || taken.has(role)) return { role: null, label };
    taken.add(role);
    return { role, label };
  });
}
