// The sheets of an .xlsx: values as they are shown, merged cells resolved; formulas by the value last computed.

import type { Grid } from "@kehoach/engine/language";
import { GridBuilder, type Spent } from "./grid-builder.ts";
import { gridLimits, NotTaken, type Parts } from "./not-taken.ts";
import { readXml, type XmlVisitor } from "./read-xml.ts";
import { type CellFormats, readFormats, shownNumber } from "./workbook-formats.ts";

interface Sheet {
  name: string;
  part: string;
}

interface Workbook {
  sheets: Sheet[];
  strings: readonly string[];
  formats: CellFormats;
  /** Days count from 1904, as in old files from a Macintosh. */
  from1904: boolean;
}

interface Merge {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** Hidden sheets too: a row nobody sees is a row nobody checks. Throws NotTaken. */
export function readWorkbookTables(parts: Parts): Grid[] {
  const workbook = openWorkbook(parts);
  const spent: Spent = { rows: 0, positions: 0, characters: 0 };
  return workbook.sheets.flatMap((sheet) => {
    const xml = parts(sheet.part);
    // A chart of its own is listed among the sheets.
    return xml === null || !/<(?:\w+:)?worksheet\b/.test(xml.slice(0, 4_000))
      ? []
      : [readSheet(sheet.name, xml, workbook, spent)];
  });
}

function openWorkbook(parts: Parts): Workbook {
  const targets = new Map<string, string>();
  walk(parts("xl/_rels/workbook.xml.rels"), (name, attributes) => {
    if (name !== "Relationship") return;
    const target = attributes.get("Target") ?? "";
    // What lies outside the file is never fetched.
    if (attributes.get("TargetMode") === "External") return;
    targets.set(attributes.get("Id") ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  });
  const sheets: Sheet[] = [];
  let from1904 = false;
  walk(parts("xl/workbook.xml"), (name, attributes) => {
    if (name === "workbookPr") from1904 = ["1", "true"].includes(attributes.get("date1904") ?? "");
    if (name !== "sheet") return;
    const part = targets.get(attributes.get("r:id") ?? attributes.get("id") ?? "");
    if (part === undefined) throw new NotTaken("broken");
    sheets.push({ name: attributes.get("name") ?? "", part });
  });
  if (sheets.length === 0) throw new NotTaken("broken");
  return { sheets, strings: sharedStrings(parts), formats: readFormats(parts("xl/styles.xml")), from1904 };
}

function sharedStrings(parts: Parts): string[] {
  const xml = parts("xl/sharedStrings.xml");
  if (xml === null) return [];
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let phonetic = 0;
  let characters = 0;
  const sound = readXml(xml, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") phonetic += 1;
      else if (name === "t") inText = phonetic === 0;
    },
    close(name) {
      if (name === "rPh") phonetic -= 1;
      else if (name === "t") inText = false;
      else if (name === "si") {
        characters += text.length;
        if (characters > gridLimits.characters || strings.length >= gridLimits.positions)
          throw new NotTaken("tables");
        strings.push(text);
      }
    },
    text(plain) {
      if (inText) text += plain;
    },
  });
  if (!sound) throw new NotTaken("broken");
  return strings;
}

interface RawCell {
  row: number;
  column: number;
  type: string;
  format: number;
  value: string;
  inline: string;
  formula: string | null;
}

function readSheet(name: string, xml: string, workbook: Workbook, spent: Spent): Grid {
  const cells: RawCell[] = [];
  const merges = new Map<string, Merge>();
  let row = -1;
  let column = -1;
  let cell: RawCell | null = null;
  let inside = "";
  const sound = readXml(xml, {
    open(element, attributes) {
      if (element === "row") {
        row = attributes.has("r") ? Number(attributes.get("r")) - 1 : row + 1;
        column = -1;
      } else if (element === "c") {
        const place = readReference(attributes.get("r") ?? "");
        column = place?.column ?? column + 1;
        cell = {
          row: place?.row ?? row,
          column,
          type: attributes.get("t") ?? "n",
          format: Number(attributes.get("s") ?? 0),
          value: "",
          inline: "",
          formula: null,
        };
      } else if (element === "mergeCell") {
        const merge = readMerge(attributes.get("ref") ?? "");
        if (merge === null || merges.size >= gridLimits.positions) throw new NotTaken("broken");
        merges.set(`${merge.row},${merge.column}`, merge);
      }
      inside = element;
    },
    close(element) {
      if (element === "c" && cell !== null) {
        if (cell.value !== "" || cell.inline !== "" || cell.formula !== null) cells.push(cell);
        if (cells.length > gridLimits.positions) throw new NotTaken("tables");
        cell = null;
      }
      inside = "";
    },
    text(plain) {
      if (cell === null) return;
      if (inside === "v") cell.value += plain;
      else if (inside === "t") cell.inline += plain;
      else if (inside === "f") cell.formula = (cell.formula ?? "") + plain;
    },
  });
  if (!sound) throw new NotTaken("broken");
  const lastRow = Math.max(0, ...cellRows(cells));
  const builder = new GridBuilder(spent);
  for (const each of cells) {
    const merge = merges.get(`${each.row},${each.column}`);
    builder.put(each.row, each.column, {
      ...shown(each, workbook),
      // Merged down to the sheet's end covers no more rows than there are.
      rows: Math.min(merge?.rows ?? 1, lastRow - each.row + 1),
      columns: merge?.columns ?? 1,
    });
  }
  return builder.grid(name, "sheet", []);
}

/** One value a row: a sheet may have more cells than a call takes arguments. */
function cellRows(cells: readonly RawCell[]): Set<number> {
  const rows = new Set(cells.map((each) => each.row));
  if (rows.size > gridLimits.rows) throw new NotTaken("tables");
  return rows;
}

function shown(cell: RawCell, workbook: Workbook): { text: string; form: "text" | "number" | "date" } {
  const { type, value, inline, formula } = cell;
  if (value === "" && inline === "") return { text: formula === null ? "" : `=${formula}`, form: "text" };
  switch (type) {
    case "s":
      return { text: workbook.strings[Number(value)] ?? "", form: "text" };
    case "inlineStr":
      return { text: inline, form: "text" };
    case "b":
      return { text: value === "1" ? "TRUE" : "FALSE", form: "text" };
    case "d":
      return { text: value.slice(0, 10), form: "date" };
    case "n":
      return shownNumber(value, workbook.formats[cell.format] ?? null, workbook.from1904);
    default:
      return { text: value, form: "text" };
  }
}

function readMerge(reference: string): Merge | null {
  const [first = "", last = first] = reference.split(":");
  const [from, to] = [readReference(first), readReference(last)];
  if (from === null || to === null || to.row < from.row || to.column < from.column) return null;
  return { ...from, rows: to.row - from.row + 1, columns: to.column - from.column + 1 };
}

/** `B12` → row 11, column 1; null for anything else, and beyond what a sheet can have. */
function readReference(reference: string): { row: number; column: number } | null {
  const [, letters = "", digits = ""] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (letters === "") return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return row < 1 || row > 1_048_576 || column > 16_384 ? null : { row: row - 1, column: column - 1 };
}

function walk(xml: string | null, open: XmlVisitor["open"]): void {
  const ignore = () => {};
  if (xml === null || !readXml(xml, { open, close: ignore, text: ignore })) throw new NotTaken("broken");
}
