// Sheet → .xlsx. Every cell has its type, so that a text beginning with = + - @ stays a text; the only module that knows
// the spreadsheet library.

import type { Blob } from "node:buffer";
import type Stream from "node:stream";
import { partsOfDate } from "@kehoach/engine/calendar";
import type { Cell, Feature, SheetData } from "write-excel-file/node";
import { plainText, type Sheet, type SheetCell, type SheetColumn } from "./sheet.ts";

/** The most characters a cell of a spreadsheet holds. */
const longestText = 32_767;

/** Points one line of text needs. */
const lineHeight = 16.5;

const lined = { borderStyle: "thin", borderColor: "#000000", wrap: true, alignVertical: "center" } as const;

/** The file's bytes. */
export async function sheetXlsx(sheet: Sheet, name: string): Promise<Uint8Array> {
  // Loaded when a sheet is asked for: a server that is never asked need not hold it.
  const { default: writeExcelFile } = await import("write-excel-file/node");
  const width = sheet.columns.length;
  const whole = sheet.columns.reduce((sum, column) => sum + column.width, 0);
  const wide = (value: string, style: object): Cell[] => [
    { ...text(value), columnSpan: width, wrap: true, height: heightOf([[value, whole]]), ...style },
    ...Array.from({ length: width - 1 }, () => null),
  ];
  const across = (cells: readonly SheetCell[]): number =>
    heightOf(sheet.columns.map((column, index) => [shownIn(cells[index] ?? null), column.width]));
  const head = [
    wide(sheet.title.toUpperCase(), { fontWeight: "bold", align: "center", fontSize: 14, height: 22 }),
    ...sheet.subtitles.map((line) => wide(line, { align: "center", fontStyle: "italic" })),
    wide("", {}),
  ];
  const data: SheetData = [
    ...head,
    sheet.columns.map(({ title }) => ({
      ...text(title),
      ...lined,
      align: "center" as const,
      fontWeight: "bold" as const,
      height: across(sheet.columns.map((column) => column.title)),
    })),
    ...sheet.rows.map(({ kind, cells }) => {
      if (kind === "heading") return wide(String(cells[0] ?? ""), { ...lined, fontStyle: "italic" });
      const style = { ...lined, ...(kind === "total" ? { fontWeight: "bold" as const } : {}) };
      const height = across(cells);
      return sheet.columns.map((column, index) => ({
        ...cellOf(cells[index] ?? null, column),
        ...style,
        height,
      }));
    }),
    wide("", {}),
    ...sheet.notes.map((note) => wide(note, { fontStyle: "italic", alignVertical: "top" })),
  ];
  const file = writeExcelFile(
    data,
    {
      sheet: plainText(name).slice(0, 31),
      orientation: "landscape",
      stickyRowsCount: head.length + 1,
      columns: sheet.columns.map((column) => ({ width: column.width })),
    },
    { fontFamily: "Times New Roman", fontSize: 12, features: [onePageWide] },
  );
  return file.toBuffer();
}

/** Printed as wide as the paper, over as many pages as it takes; the library has no option for it. */
const onePageWide: Feature<Stream | Buffer | Blob> = {
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform: (xml) =>
          xml
            .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace("<pageSetup ", '<pageSetup fitToWidth="1" fitToHeight="0" '),
      },
    },
  },
};

/** Rows do not grow by themselves in every program: the height of the cell that needs most lines. */
function heightOf(cells: readonly (readonly [text: string | number, width: number])[]): number {
  const lines = cells.map(([content, width]) => {
    const lengths = typeof content === "string" ? content.split("\n").map((line) => line.length) : [content];
    // A line is broken between words, so that not all of its width is used.
    return lengths.reduce((sum, length) => sum + Math.max(1, Math.ceil((length * 1.15) / width)), 0);
  });
  // The most a row may have.
  return Math.min(409, Math.max(...lines) * lineHeight);
}

/** What is measured of a cell: its text, or that it takes one line. */
function shownIn(cell: SheetCell): string | number {
  return typeof cell === "string" ? cell : 1;
}

function cellOf(cell: SheetCell, { kind }: SheetColumn) {
  const align = kind === "text" ? ("left" as const) : ("center" as const);
  if (cell === null) return { align };
  if (typeof cell === "string") return { ...text(cell), align };
  if (typeof cell === "number") return { value: cell, type: Number, format: "#,##0", align };
  if ("basisPoints" in cell)
    return { value: cell.basisPoints / 10_000, type: Number, format: "0.00%", align };
  const { year, month, day } = partsOfDate(cell.date);
  return { value: new Date(Date.UTC(year, month - 1, day)), type: Date, format: "dd/mm/yyyy", align };
}

function text(value: string) {
  return { value: textOf(value), type: String };
}

function textOf(value: string): string {
  return plainText(value).slice(0, longestText);
}
