// Puts cells, merged ones too, on a grid within limits.

import { emptyCell, type Grid, type GridCell, type GridRow } from "@kehoach/engine/language";
import { gridLimits, NotTaken } from "./not-taken.ts";

export interface PlacedCell {
  text: string;
  form: GridCell["form"];
  /** Positions it covers; 1 when not merged. */
  rows: number;
  columns: number;
}

/** What all tables of a file have used of the limits. */
export interface Spent {
  rows: number;
  positions: number;
  characters: number;
}

export class GridBuilder {
  private readonly rows = new Map<number, Map<number, GridCell>>();
  private readonly spent: Spent;

  constructor(spent: Spent) {
    this.spent = spent;
  }

  /** `row` and `column` from 0. Throws NotTaken beyond the limits. A later cell does not take a covered position. */
  put(row: number, column: number, { text, form, rows, columns }: PlacedCell): void {
    if (column + columns > gridLimits.columns) {
      // A merge, or a style, may run to the sheet's end; a text there is no table.
      if (column >= gridLimits.columns) throw new NotTaken("tables");
      columns = gridLimits.columns - column;
    }
    const tidy = text
      .replace(/[ \t\u00a0]+/g, " ")
      .replace(/ ?(?:\r?\n ?)+/g, "\n")
      .trim();
    this.spend("characters", tidy.length);
    for (let down = 0; down < rows; down += 1) {
      for (let across = 0; across < columns; across += 1) {
        const from = down > 0 ? "above" : across > 0 ? "left" : null;
        this.set(row + down, column + across, { text: tidy, form, from });
      }
    }
  }

  holds(row: number, column: number): boolean {
    return this.rows.get(row)?.has(column) === true;
  }

  grid(name: string, is: Grid["is"], before: readonly string[]): Grid {
    const width = 1 + Math.max(0, ...[...this.rows.values()].flatMap((row) => [...row.keys()]));
    const rows: GridRow[] = [];
    for (const [index, row] of [...this.rows].sort(([a], [b]) => a - b)) {
      const cells = Array.from({ length: width }, (_, column) => row.get(column) ?? emptyCell);
      if (cells.some((cell) => cell.text !== "" && cell.from !== "above"))
        rows.push({ number: index + 1, cells });
    }
    return { name, is, before, rows };
  }

  private set(row: number, column: number, cell: GridCell): void {
    let cells = this.rows.get(row);
    if (cells === undefined) {
      cells = new Map();
      this.rows.set(row, cells);
      this.spend("rows", 1);
    }
    if (cells.has(column)) return;
    cells.set(column, cell);
    this.spend("positions", 1);
  }

  private spend(what: keyof Spent, amount: number): void {
    this.spent[what] += amount;
    if (this.spent[what] > gridLimits[what]) throw new NotTaken("tables");
  }
}
