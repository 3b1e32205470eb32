// Sheet → a printed page: a wide table under its title.

import { displayDate } from "@kehoach/engine/calendar";
import { formatRational, integer, multiply } from "@kehoach/engine/measure";
import type { Language } from "@kehoach/engine/words";
import type { Block, Line, Page, TableCell } from "./page.ts";
import { type PrintedCell, type PrintedSheet, partsOfFigure, rateText } from "./sheet.ts";

const size = 11;

export function sheetPage(sheet: PrintedSheet, language: Language): Page {
  const line = (
    text: string,
    more: Partial<Line> & { bold?: boolean; italic?: boolean; size?: number },
  ): Block => {
    const { bold, italic, size: own, ...rest } = more;
    return { kind: "line", line: { ...rest, runs: [{ text, bold, italic, size: own }] } };
  };
  const width = sheet.columns.length;
  const rows: TableCell[][] = [
    sheet.columns.map(({ title }) => ({
      line: { align: "center", runs: [{ text: title, bold: true, size }] },
    })),
    ...sheet.rows.map(({ kind, cells }): TableCell[] =>
      kind === "heading"
        ? [{ span: width, line: { runs: [{ text: String(cells[0] ?? ""), italic: true, size }] } }]
        : sheet.columns.map((column, index) => ({
            line: {
              align: column.kind === "text" ? "left" : "center",
              runs: [{ text: shown(cells[index] ?? null, language), bold: kind === "total", size }],
            },
          })),
    ),
  ];
  return {
    title: sheet.title,
    landscape: true,
    blocks: [
      line(sheet.title.toUpperCase(), { align: "center", bold: true, size: 14 }),
      ...sheet.subtitles.map((text) => line(text, { align: "center", italic: true })),
      line("", {}),
      { kind: "table", shares: sheet.columns.map((column) => column.width), rows },
      ...sheet.notes.map((text) => line(text, { italic: true, size: 12, before: 6 })),
    ],
  };
}

function shown(cell: PrintedCell, language: Language): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return grouped(cell, language);
  if ("figure" in cell) return cell.shown ?? figureText(cell.figure, cell.percent, language);
  return "date" in cell ? displayDate(cell.date) : rateText(cell.basisPoints, language);
}

function figureText(figure: string, percent: boolean, language: Language): string {
  const value = partsOfFigure(figure);
  return percent
    ? `${formatRational(multiply(value, integer(100)), language)}\u00a0%`
    : formatRational(value, language);
}

function grouped(number: number, language: Language): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, language === "vi" ? "." : ",");
}
