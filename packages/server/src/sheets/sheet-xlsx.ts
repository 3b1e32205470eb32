// Sheet → .xlsx. Every cell has its type, so that a text beginning with = + - @ stays a text; the only module that knows
// the spreadsheet library.

import type { Blob } from "node:buffer";
import type Stream from "node:stream";
import { partsOfDate } from "@kehoach/engine/calendar";
import type { Cell, Feature, SheetData } from "write-excel-file/node";
import { type PrintedCell, type PrintedSheet, partsOfFigure, plainText, type SheetColumn } from "./sheet.ts";

/** The most characters a cell of a spreadsheet holds. */
const longestText = 32_767;

/** Points one line of text needs. */
const lineHeight = 16.5;

const lined = { borderStyle: "thin", borderColor: "#000000", wrap: true, alignVertical: "center" } as const;

export interface NamedSheet {
  /** On its tab: at most 31 characters are kept. */
  name: string;
  sheet: PrintedSheet;
}

/** The file's bytes. */
export async function sheetXlsx(sheet: PrintedSheet, name: string): Promise<Uint8Array> {
  return sheetsXlsx([{ sheet, name }]);
}

/** The bytes of one file with several sheets. */
export async function sheetsXlsx(sheets: readonly NamedSheet[]): Promise<Uint8Array> {
  // Loaded when a sheet is asked for: a server that is never asked need not hold it.
  const { default: writeExcelFile } = await import("write-excel-file/node");
  const file = writeExcelFile(
    sheets.map(({ sheet, name }) => {
      const { data, headRows } = rowsOf(sheet);
      return {
        data,
        sheet: tabName(name),
        orientation: "landscape" as const,
        stickyRowsCount: headRows,
        columns: sheet.columns.map((column) => ({ width: column.width })),
      };
    }),
    { fontFamily: "Times New Roman", fontSize: 12, features: [onePageWide] },
  );
  return file.toBuffer();
}

/** Spreadsheets take no tab named with one of these characters, nor one longer than 31. */
function tabName(name: string): string {
  return plainText(name)
    .replace(/[[\]:*?/\\]/g, " ")
    .slice(0, 31);
}

function rowsOf(sheet: PrintedSheet): { data: SheetData; headRows: number } {
  const width = sheet.columns.length;
  const whole = sheet.columns.reduce((sum, column) => sum + column.width, 0);
  const wide = (value: string, style: object): Cell[] => [
    { ...text(value), columnSpan: width, wrap: true, height: heightOf([[value, whole]]), ...style },
    ...Array.from({ length: width - 1 }, () => null),
  ];
  const across = (cells: readonly PrintedCell[]): number =>
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
  return { data, headRows: head.length + 1 };
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
function shownIn(cell: PrintedCell): string | number {
  return typeof cell === "string" ? cell : 1;
}

function cellOf(cell: PrintedCell, { kind }: SheetColumn) {
  const align = kind === "text" ? ("left" as const) : ("center" as const);
  if (cell === null) return { align };
  if (typeof cell === "string") return { ...text(cell), align };
  if (typeof cell === "number") return { value: cell, type: Number, format: "#,##0", align };
  if ("basisPoints" in cell)
    return { value: cell.basisPoints / 10_000, type: Number, format: "0.00%", align };
  if ("figure" in cell) {
    const { numerator, denominator } = partsOfFigure(cell.figure);
    const format = cell.percent ? "0.00%" : denominator === 1n ? "#,##0" : "#,##0.00";
    return { value: Number(numerator) / Number(denominator), type: Number, format, align };
  }
  const { year, month, day } = partsOfDate(cell.date);
  return { value: new Date(Date.UTC(year, month - 1, day)), type: Date, format: "dd/mm/yyyy", align };
}

function text(value: string) {
  return { value: textOf(value), type: String };
}

function textOf(value: string): string {
  return plainText(value).slice(0, longestText);
}
