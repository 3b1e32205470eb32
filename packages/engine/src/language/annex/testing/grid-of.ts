// Builds grids for tests: "<" goes on with the cell at the left, "^" with the one above.

import { emptyCell, type Grid, type GridCell } from "../grid.ts";

type Written = string | number | { date: string };

/** null: a row that holds nothing. */
export function gridOf(rows: readonly (readonly Written[] | null)[], more: Partial<Grid> = {}): Grid {
  const above: GridCell[][] = [];
  for (const row of rows) {
    const cells: GridCell[] = [];
    for (const [column, written] of (row ?? []).entries()) {
      const left = cells[column - 1] ?? emptyCell;
      const over = above.at(-1)?.[column] ?? emptyCell;
      if (written === "<") cells.push({ ...left, from: left.from === "above" ? "above" : "left" });
      else if (written === "^") cells.push({ ...over, from: "above" });
      else if (typeof written === "number") cells.push({ text: String(written), form: "number", from: null });
      else if (typeof written === "object") cells.push({ text: written.date, form: "date", from: null });
      else cells.push({ text: written, form: "text", from: null });
    }
    above.push(cells);
  }
  return {
    name: "PL1",
    is: "sheet",
    before: [],
    rows: above.map((cells, index) => ({ number: index + 1, cells })).filter(({ cells }) => cells.length > 0),
    ...more,
  };
}
