// A sheet as one model: what the screen, the spreadsheet and the document are all made of.

import type { DateText } from "@kehoach/engine";

/** A text, a whole number, a date, or a rate in hundredths of a percent; null: empty. */
export type SheetCell = string | number | { date: DateText } | { basisPoints: number } | null;

export interface SheetColumn {
  title: string;
  kind: "text" | "number" | "date" | "rate";
  /** Share of the width, in characters. */
  width: number;
}

export interface SheetRow {
  /** heading: one text over the whole width. total: a sum of the rows above. */
  kind: "row" | "heading" | "total";
  /** As many as there are columns; one for a heading. */
  cells: readonly SheetCell[];
}

export interface Sheet {
  title: string;
  /** Below the title: the documents, and what date the figures are of. */
  subtitles: readonly string[];
  columns: readonly SheetColumn[];
  rows: readonly SheetRow[];
  /** Below the table: what is counted and how. */
  notes: readonly string[];
}

/** A rate as it is printed, e.g. 98,63 %. */
export function rateText(basisPoints: number, language: "vi" | "en"): string {
  const sign = language === "vi" ? "," : ".";
  return `${Math.floor(basisPoints / 100)}${sign}${String(basisPoints % 100).padStart(2, "0")}\u00a0%`;
}

/** What no XML document may hold is left out: control characters and halves of surrogate pairs. */
export function plainText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}
