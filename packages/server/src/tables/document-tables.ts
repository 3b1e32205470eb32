// The tables of a .docx: rows and cells in their places, merged across and down; what was deleted or moved away is not read.

import type { Grid } from "@kehoach/engine/language";
import { GridBuilder, type PlacedCell, type Spent } from "./grid-builder.ts";
import { NotTaken, type Parts } from "./not-taken.ts";
import { readXml } from "./read-xml.ts";

interface Cell {
  text: string;
  columns: number;
  /** start: the first of a cell merged downwards. */
  down: "start" | "goes_on" | null;
}

interface Table {
  /** The place of each cell, from 0. */
  rows: { column: number; cell: Cell }[][];
  before: readonly string[];
}

/** Elements whose text is not what the page shows. */
const unseen = new Set(["del", "moveFrom", "Fallback", "instrText", "delText"]);
/** Lines before a table that are told of, and their length. */
const mostLines = 40;
const longestLine = 300;

/** A table inside a cell is read as text of that cell. Throws NotTaken. */
export function readDocumentTables(parts: Parts): Grid[] {
  const xml = parts("word/document.xml");
  if (xml === null) throw new NotTaken("broken");
  const tables: Table[] = [];
  let lines: string[] = [];
  let table: Table | null = null;
  let depth = 0;
  let hidden = 0;
  let row: Table["rows"][number] = [];
  let column = 0;
  let cell: Cell | null = null;
  let text = "";
  let inText = false;

  const sound = readXml(xml, {
    open(name, attributes) {
      if (unseen.has(name)) hidden += 1;
      const value = attributes.get("val");
      switch (name) {
        case "tbl":
          depth += 1;
          if (depth === 1) {
            table = { rows: [], before: lines };
            lines = [];
          }
          return;
        case "tr":
          if (depth === 1) {
            row = [];
            column = 0;
          }
          return;
        case "tc":
          if (depth === 1) {
            cell = { text: "", columns: 1, down: null };
            text = "";
          }
          return;
        case "gridBefore":
          if (depth === 1) column += wholeNumber(value);
          return;
        case "gridSpan":
          if (depth === 1 && cell !== null) cell.columns = Math.max(1, wholeNumber(value));
          return;
        case "vMerge":
          if (depth === 1 && cell !== null) cell.down = value === "restart" ? "start" : "goes_on";
          return;
        case "t":
          inText = true;
          return;
        case "tab":
          if (hidden === 0 && attributes.size === 0) text += " ";
          return;
        case "br":
        case "cr":
          if (hidden === 0) text += "\n";
          return;
        case "noBreakHyphen":
          if (hidden === 0) text += "-";
          return;
      }
    },
    close(name) {
      if (unseen.has(name)) hidden -= 1;
      switch (name) {
        case "t":
          inText = false;
          return;
        case "p":
          if (cell !== null) text += "\n";
          else if (depth === 0) {
            const line = text.replace(/\s+/g, " ").trim();
            if (line !== "" && lines.length < mostLines) lines.push(line.slice(0, longestLine));
            text = "";
          }
          return;
        case "tc":
          if (depth === 1 && cell !== null) {
            cell.text = text;
            row.push({ column, cell });
            column += cell.columns;
            cell = null;
            text = "";
          }
          return;
        case "tr":
          if (depth === 1) table?.rows.push(row);
          return;
        case "tbl":
          depth -= 1;
          if (depth === 0 && table !== null) {
            tables.push(table);
            table = null;
          }
          return;
      }
    },
    text(plain) {
      if (inText && hidden === 0) text += plain;
    },
  });
  if (!sound) throw new NotTaken("broken");
  const spent: Spent = { rows: 0, positions: 0, characters: 0 };
  return tables.map((each, index) => gridOf(each, String(index + 1), spent));
}

function gridOf({ rows, before }: Table, name: string, spent: Spent): Grid {
  const builder = new GridBuilder(spent);
  for (const [index, row] of rows.entries()) {
    for (const { column, cell } of row) {
      if (cell.down === "goes_on" && builder.holds(index, column)) continue;
      builder.put(index, column, placed(cell, rows, index, column));
    }
  }
  return builder.grid(name, "table", before);
}

/** What stands in the parts of a cell merged downwards is kept with it: some programs leave text there. */
function placed(cell: Cell, rows: Table["rows"], index: number, column: number): PlacedCell {
  let height = 1;
  let { text } = cell;
  if (cell.down === "start") {
    for (;;) {
      const below = rows[index + height]?.find((each) => each.column === column)?.cell;
      if (below?.down !== "goes_on") break;
      if (below.text.trim() !== "") text = `${text}\n${below.text}`;
      height += 1;
    }
  }
  return { text, form: "text", rows: height, columns: cell.columns };
}

function wholeNumber(value: string | undefined): number {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 && number < 10_000 ? number : 0;
}
