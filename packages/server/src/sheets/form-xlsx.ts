// Form sheet → .xlsx in which only the cells to fill in are open, with drop-downs and checks of what is typed.

import type { Blob } from "node:buffer";
import type Stream from "node:stream";
import { partsOfDate } from "@kehoach/engine/calendar";
import { type FormWords, formWords, type Language } from "@kehoach/engine/words";
import type { Cell, Feature, SheetData } from "write-excel-file/node";
import { type FormRow, type FormSheet, shownValue } from "./form-sheet.ts";
import { plainText } from "./sheet.ts";

/** The colour of cells to fill in, by which their style is found again to open it. */
const open = "#FFF9D6";
const lined = { borderStyle: "thin", borderColor: "#000000", wrap: true, alignVertical: "center" } as const;
const widths = [6, 18, 48, 14, 16, 16, 18, 18];
/** Columns of the value and the status, from 0. */
const valueColumn = "G";
const statusColumn = "H";

/** The file's bytes. */
export async function formXlsx(sheet: FormSheet, language: Language): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import("write-excel-file/node");
  const words = formWords[language];
  const wide = (value: string, style: object = {}): Cell[] => [
    { value: plainText(value), type: String, columnSpan: widths.length, wrap: true, ...style },
    ...widths.slice(1).map(() => null),
  ];
  const head = [
    wide(sheet.title.toUpperCase(), { fontWeight: "bold", align: "center", fontSize: 14, height: 22 }),
    ...sheet.subtitles.map((line) => wide(line, { align: "center", fontStyle: "italic", height: 18 })),
    wide(words.howTo, { height: 33, alignVertical: "center" }),
  ];
  const data: SheetData = [
    ...head,
    Object.values(words.columns).map((title) => ({
      ...lined,
      value: title,
      type: String,
      align: "center" as const,
      fontWeight: "bold" as const,
      height: 24,
    })),
    ...sheet.rows.map((row, index) => cellsOf(row, index, words, language)),
    wide(""),
    wide(sheet.key, { textColor: "#808080", fontSize: 9 }),
  ];
  const first = head.length + 2;
  const file = writeExcelFile(
    data,
    {
      sheet: words.sheet,
      orientation: "landscape",
      stickyRowsCount: head.length + 1,
      columns: widths.map((width) => ({ width })),
    },
    {
      fontFamily: "Times New Roman",
      fontSize: 12,
      features: [{ files: { transform: { ...protection(sheet.rows, first, words), ...openCells } } }],
    },
  );
  return file.toBuffer();
}

function cellsOf(row: FormRow, index: number, words: FormWords, language: Language): Cell[] {
  const text = (value: string, align: "left" | "center" | "right" = "left"): Cell => ({
    ...lined,
    value: plainText(value),
    type: String,
    align,
  });
  const shown = (value: string | null): Cell =>
    text(value === null ? "" : shownValue(row.kind, value, language), "right");
  const none = row.status !== null && row.value === null;
  const status = row.status === null ? null : none ? words.statuses.none : words.statuses[row.status];
  return [
    { ...lined, value: index + 1, type: Number, align: "center", height: heightOf(row) },
    text(row.id),
    text(row.label),
    text(row.unit, "center"),
    shown(row.last),
    text(row.total === null ? "" : language === "vi" ? row.total.replace(".", ",") : row.total, "right"),
    { ...valueCell(row, language), ...lined, backgroundColor: open, align: "right" },
    {
      ...(status === null ? {} : { value: status, type: String }),
      ...lined,
      backgroundColor: open,
      align: "center",
    },
  ];
}

/** Points for as many lines as the longest cell takes: rows do not grow by themselves in every program. */
function heightOf({ id, label, unit }: FormRow): number {
  const lines = [id, label, unit].map((text, column) =>
    Math.ceil((text.length * 1.15) / (widths[column + 1] ?? 1)),
  );
  return Math.min(409, 6 + Math.max(1, ...lines) * 16.5);
}

/** Numbers stay numbers where a sheet holds them exactly; it keeps fifteen digits. */
function valueCell({ kind, value }: FormRow, language: Language) {
  if (value === null) return {};
  if (kind === "date") {
    const { year, month, day } = partsOfDate(value);
    return { value: new Date(Date.UTC(year, month - 1, day)), type: Date, format: "dd/mm/yyyy" };
  }
  if (kind === "yes_no" || value.replace(/\D/g, "").length > 15) {
    return { value: shownValue(kind, value, language), type: String };
  }
  return { value: Number(value), type: Number };
}

type Transforms = NonNullable<NonNullable<Feature<Stream | Buffer | Blob>["files"]>["transform"]>;

/** The sheet is locked without a password: it guards against slips, not against people. */
function protection(rows: readonly FormRow[], first: number, words: FormWords): Transforms {
  const last = first + rows.length - 1;
  const statuses = `${statusColumn}${first}:${statusColumn}${last}`;
  const validations = [
    listOf(statuses, Object.values(words.statuses), words.typed.choice),
    ...rows.map((row, index) => validationOf(row, `${valueColumn}${first + index}`, words)),
  ];
  const locked = '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>';
  const checked = `<dataValidations count="${validations.length}">${validations.join("")}</dataValidations>`;
  return {
    "xl/worksheets/sheet{id}.xml": {
      transform: (xml) =>
        xml
          .replace("</sheetData>", `</sheetData>${locked}`)
          .replace(/(<\/mergeCells>)|(<sheetProtection [^>]*\/>)(?!.*<\/mergeCells>)/s, `$&${checked}`)
          .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
          .replace("<pageSetup ", '<pageSetup fitToWidth="1" fitToHeight="0" '),
    },
  };
}

function validationOf({ kind }: FormRow, cell: string, words: FormWords): string {
  const { typed } = words;
  switch (kind) {
    case "yes_no":
      return listOf(cell, [words.yes, words.no], typed.choice);
    case "date":
      return validation(cell, 'type="date" operator="greaterThan"', "<formula1>1</formula1>", typed.date);
    case "count":
      return validation(
        cell,
        'type="whole" operator="greaterThanOrEqual"',
        "<formula1>0</formula1>",
        typed.whole,
      );
    case "amount":
      return validation(
        cell,
        'type="decimal" operator="greaterThanOrEqual"',
        "<formula1>0</formula1>",
        typed.decimal,
      );
    case "number":
      return validation(
        cell,
        'type="decimal" operator="between"',
        "<formula1>-1E+300</formula1><formula2>1E+300</formula2>",
        typed.number,
      );
  }
}

function listOf(cells: string, choices: readonly string[], message: string): string {
  return validation(cells, 'type="list"', `<formula1>"${choices.join(",")}"</formula1>`, message);
}

function validation(cells: string, rule: string, formulas: string, message: string): string {
  return `<dataValidation ${rule} allowBlank="1" showErrorMessage="1" error="${message}" sqref="${cells}">${formulas}</dataValidation>`;
}

/** Cells of the colour to fill in are left unlocked; the library has no option for it. */
const openCells: Transforms = {
  "xl/styles.xml": {
    transform: (xml) => {
      const fills = xml.slice(xml.indexOf("<fills"), xml.indexOf("</fills>")).split("<fill>").slice(1);
      const fill = fills.findIndex((each) => each.includes(open.slice(1)));
      return xml.replace(/<xf ([^>]*)>(.*?)<\/xf>/gs, (whole, attributes: string, inside: string) =>
        new RegExp(`fillId="${fill}"`).test(attributes)
          ? `<xf ${attributes} applyProtection="1">${inside}<protection locked="0"/></xf>`
          : whole,
      );
    },
  },
};
