// A sheet as one model: what the screen, the spreadsheet and the document are all made of.

import type { PrintedSheetBody, SheetBody } from "../contract/index.ts";

export type Sheet = SheetBody;
export type SheetColumn = Sheet["columns"][number];
export type SheetRow = Sheet["rows"][number];
export type SheetCell = SheetRow["cells"][number];

/** A sheet as it goes into a file: spreadsheets get exact figures as numbers, pages as they are shown. */
export type PrintedSheet = PrintedSheetBody;
export type PrintedCell = PrintedSheet["rows"][number]["cells"][number];

/** The two whole numbers of a figure. */
export function partsOfFigure(figure: string): { numerator: bigint; denominator: bigint } {
  const [numerator = "0", denominator = "1"] = figure.split("/");
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
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
