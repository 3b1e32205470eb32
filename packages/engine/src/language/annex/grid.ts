// A table as an office program shows it: rows of positions, merged ones resolved, without any file format.

/** One table of a file, or one sheet of a workbook. */
export interface Grid {
  /** The sheet's name, or the table's number in a text document. */
  name: string;
  is: "sheet" | "table";
  /** Lines of text that stand before the table since the one before it; empty for a sheet. */
  before: readonly string[];
  /** Only rows that hold something. */
  rows: readonly GridRow[];
}

export interface GridRow {
  /** 1-based, as the program numbers it. */
  number: number;
  cells: readonly GridCell[];
}

export interface GridCell {
  /** As shown, lines kept; of a merged cell the same at each position it covers. */
  text: string;
  /** date: a number shown as a date, its text dd/MM/yyyy. */
  form: "text" | "number" | "date";
  /** Where a merged cell that covers this position begins; null: here. */
  from: "left" | "above" | null;
}

export const emptyCell: GridCell = { text: "", form: "text", from: null };

/** The cells that begin in the row and hold something. */
export function ownCells(row: GridRow): readonly GridCell[] {
  return row.cells.filter((cell) => cell.from === null && cell.text !== "");
}

/** Where a row stands, e.g. `PL1!A12:G12`, or `bảng 2, dòng 5`. */
export function placeOf(grid: Grid, row: GridRow): string {
  if (grid.is === "table") return `bảng ${grid.name}, dòng ${row.number}`;
  const last = row.cells.findLastIndex((cell) => cell.text !== "");
  const first = `${grid.name}!A${row.number}`;
  return last <= 0 ? first : `${first}:${columnName(last)}${row.number}`;
}

/** 0 → A, 26 → AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}
