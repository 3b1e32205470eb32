// How a workbook shows its numbers: which are dates, and with how many decimals.

import { addDays, displayDate } from "@kehoach/engine/calendar";
import { NotTaken } from "./not-taken.ts";
import { readXml } from "./read-xml.ts";

export interface CellFormat {
  date: boolean;
  /** Decimals always shown; null: as many as the number has. */
  decimals: number | null;
  percent: boolean;
}

/** By the style number cells carry. */
export type CellFormats = readonly (CellFormat | null)[];

/** Number formats the standard fixes (ECMA-376 part 1, 18.8.30) that show a day; others are times of day. */
const dateFormats = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
const decimalsOf: Readonly<Record<number, number>> = {
  1: 0,
  2: 2,
  3: 0,
  4: 2,
  9: 0,
  10: 2,
  37: 0,
  38: 0,
  39: 2,
  40: 2,
};

export function readFormats(xml: string | null): CellFormats {
  if (xml === null) return [];
  const own = new Map<number, string>();
  const formats: CellFormat[] = [];
  let inCells = false;
  const sound = readXml(xml, {
    open(name, attributes) {
      if (name === "numFmt") own.set(Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? "");
      else if (name === "cellXfs") inCells = true;
      else if (name === "xf" && inCells) formats.push(formatOf(Number(attributes.get("numFmtId") ?? 0), own));
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
    text() {},
  });
  if (!sound) throw new NotTaken("broken");
  return formats;
}

function formatOf(id: number, own: ReadonlyMap<number, string>): CellFormat {
  const code = own.get(id);
  if (code === undefined) {
    return { date: dateFormats.has(id), decimals: decimalsOf[id] ?? null, percent: id === 9 || id === 10 };
  }
  const [first = ""] = code.split(";");
  // Quoted words, colours and languages are no part of the pattern.
  const pattern = first.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, "");
  const date = /[dy]/i.test(pattern) && !/[0#]/.test(pattern);
  const decimals = /^[#,]*0(?:\.(0+))?%?$/.exec(pattern);
  return {
    date,
    decimals: decimals === null ? null : (decimals[1]?.length ?? 0),
    percent: pattern.includes("%"),
  };
}

/** Excel took 1900 for a leap year: before March 1900 its days are one off, and no plan is that old. */
const dayZero = { usual: "1899-12-30", from1904: "1904-01-01" } as const;

export function shownNumber(
  value: string,
  format: CellFormat | null,
  from1904: boolean,
): { text: string; form: "number" | "date" | "text" } {
  const number = Number(value);
  if (!Number.isFinite(number)) return { text: value, form: "text" };
  if (format?.date === true && number >= 61 && number < 110_000) {
    const day = addDays(from1904 ? dayZero.from1904 : dayZero.usual, Math.floor(number));
    return { text: displayDate(day), form: "date" };
  }
  if (format?.percent === true)
    return { text: `${padded(number * 100, format.decimals ?? 0)}%`, form: "number" };
  return { text: padded(number, format?.decimals ?? 0), form: "number" };
}

/** With the decimals its format asks for, and never rounded by it: what is read is what was typed. */
function padded(number: number, decimals: number): string {
  // Beyond fifteen digits a sheet shows none, and stores noise such as 0.30000000000000004.
  const exact = Number(number.toPrecision(15));
  const text = exact.toFixed(Math.min(20, decimals));
  return Number(text) === exact ? text : String(exact);
}
