// A form sheet that came back → what it changes of what is reported, and every wrong cell by its name.

import { isRealDate } from "@kehoach/engine/calendar";
import type { Grid, GridCell, GridRow } from "@kehoach/engine/language";
import { type FormFaultCode, type FormWords, formWords, type TablesFault } from "@kehoach/engine/words";
import type { FormRow, FormSheet } from "../sheets/form-sheet.ts";
import { readOfficeTables, type TablesBounds } from "./office-tables.ts";

export interface FormFault {
  sheet: string;
  /** E.g. "G7"; null: the sheet as a whole. */
  cell: string | null;
  code: FormFaultCode;
  vi: string;
  en: string;
}

/** A value as it stands, or is to stand; a null value: the agency has no figure to give. */
export interface FormValue {
  value: string | null;
  status: "estimate" | "official";
}

export interface FormChange {
  input: string;
  label: string;
  cell: string;
  /** Null: nothing is reported yet. */
  before: FormValue | null;
  after: FormValue;
}

export type FormReading =
  | { ok: false; fault: TablesFault }
  /** Nothing is taken where there is a fault; the changes are those of the cells without one. */
  | { ok: true; changes: FormChange[]; faults: FormFault[] };

/** Columns of the sheet, from 0. */
const at = { code: 1, label: 2, value: 6, status: 7 } as const;

/** A form is small, and a server reads it while others wait. */
export const formBounds: TablesBounds = {
  bytes: 1024 * 1024,
  parts: 100,
  unpacked: 4 * 1024 * 1024,
  ratio: 100,
};

export function readFormXlsx(bytes: Uint8Array, sheet: FormSheet): FormReading {
  const read = readOfficeTables(bytes, formBounds);
  return read.ok ? { ok: true, ...readForm(read.tables, sheet) } : read;
}

function readForm(grids: readonly Grid[], sheet: FormSheet): { changes: FormChange[]; faults: FormFault[] } {
  const grid = grids.find(({ rows }) =>
    rows.some(({ cells }) => cells.some(({ text }) => text === sheet.key)),
  );
  if (grid === undefined) {
    const faults = [fault(grids[0]?.name ?? "", null, "other_form")];
    return { changes: [], faults };
  }
  const changes: FormChange[] = [];
  const faults: FormFault[] = [];
  const rows = new Map(sheet.rows.map((row) => [row.id, row]));
  const found = new Set<string>();
  for (const line of linesOf(grid)) {
    const code = textAt(line, at.code);
    const row = rows.get(code);
    const place = (column: number) => `${String.fromCharCode(65 + column)}${line.number}`;
    if (row === undefined) {
      if (line.cells.some((cell, index) => index >= at.value && cell.text !== "") || code !== "")
        faults.push(fault(grid.name, place(at.code), "row_unknown", code));
      continue;
    }
    if (found.has(code)) {
      faults.push(fault(grid.name, place(at.code), "row_repeated", code));
      continue;
    }
    found.add(code);
    if (!same(textAt(line, at.label), row.label)) {
      faults.push(fault(grid.name, place(at.label), "label_changed", row.label));
      continue;
    }
    const after = readLine(line, row);
    if (after === null) continue;
    if ("code" in after) {
      faults.push(fault(grid.name, place(at[after.in]), after.code, after.text));
      continue;
    }
    const before = row.status === null ? null : { value: row.value, status: row.status };
    if (before?.value === after.value && before.status === after.status) continue;
    changes.push({ input: row.id, label: row.label, cell: place(at.value), before, after });
  }
  for (const row of sheet.rows) {
    if (!found.has(row.id)) faults.push(fault(grid.name, null, "row_missing", row.label));
  }
  return { changes, faults };
}

/** The rows between the heading and the end of the table. */
function linesOf({ rows }: Grid): GridRow[] {
  const headings = Object.values(formWords).map(({ columns }) => columns.code);
  const start = rows.findIndex((row) => headings.includes(textAt(row, at.code)));
  return rows.slice(start + 1).filter((row) => row.cells[at.code]?.from !== "left");
}

interface WrongCell {
  in: "value" | "status";
  code: FormFaultCode;
  text: string;
}

/** Null: nothing is reported in this line. */
function readLine(line: GridRow, row: FormRow): FormValue | WrongCell | null {
  const written = textAt(line, at.status);
  const typed = line.cells[at.value];
  const isEmpty = typed === undefined || typed.text === "";
  const status = statusOf(written);
  const wrong = (where: "value" | "status", code: FormFaultCode, text = ""): WrongCell => ({
    in: where,
    code,
    text,
  });
  if (status === null) return wrong("status", "status_unknown", written);
  if (status === "none") {
    // What stood as "no figure" keeps its status.
    const kept = row.value === null ? (row.status ?? "official") : "official";
    return isEmpty ? { value: null, status: kept } : wrong("value", "value_beside_none");
  }
  if (isEmpty) return status === "" ? null : wrong("value", "value_missing");
  const value = readValue(typed, row.kind);
  if ("code" in value) return wrong("value", value.code, typed.text);
  return status === "" ? wrong("status", "status_missing") : { value: value.value, status };
}

/** Empty: none was chosen; null: no such one. In either language, whatever the sheet's. */
function statusOf(written: string): "official" | "estimate" | "none" | "" | null {
  if (written === "") return "";
  for (const { statuses } of Object.values(formWords)) {
    for (const status of ["official", "estimate", "none"] as const) {
      if (same(statuses[status], written)) return status;
    }
  }
  return null;
}

function readValue(
  { text, form }: GridCell,
  kind: FormRow["kind"],
): { value: string } | { code: FormFaultCode } {
  if (kind === "date") {
    const date = dateIn(text);
    return form !== "number" && date !== null ? { value: date } : { code: "not_date" };
  }
  if (kind === "yes_no") {
    for (const { yes, no } of Object.values(formWords)) {
      if (same(text, yes)) return { value: "1" };
      if (same(text, no)) return { value: "0" };
    }
    return { code: "not_yes_no" };
  }
  const plain = text.trim().replace("−", "-");
  if (form === "date" || !/^-?\d+(?:[.,]\d+)*$/.test(plain)) return { code: "not_number" };
  // A number has its decimals behind a point; a text may have been typed either way.
  const marks = plain.match(/[.,]/g)?.length ?? 0;
  if (form === "text" && (marks > 1 || /^-?\d{1,3}[.,]\d{3}$/.test(plain))) return { code: "ambiguous" };
  const value = shortest(plain.replace(",", "."));
  if (kind !== "number" && value.startsWith("-"))
    return { code: kind === "count" ? "not_whole" : "negative" };
  return kind === "count" && value.includes(".") ? { code: "not_whole" } : { value };
}

/** Day first, or yyyy-mm-dd; null: no real date. */
function dateIn(text: string): string | null {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? [];
  const date = year === "" ? text.trim() : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isRealDate(date) ? date : null;
}

/** Without zeros that say nothing. */
function shortest(decimal: string): string {
  const [whole = "0", part = ""] = decimal.split(".");
  const decimals = part.replace(/0+$/, "");
  const digits = `${whole.replace(/^(-?)0+(?=\d)/, "$1")}${decimals === "" ? "" : `.${decimals}`}`;
  return digits === "-0" ? "0" : digits;
}

function fault(sheet: string, cell: string | null, code: FormFaultCode, text = ""): FormFault {
  const say = ({ faults }: FormWords) => {
    const sentence = faults[code];
    return typeof sentence === "string" ? sentence : sentence(text);
  };
  return { sheet, cell, code, vi: say(formWords.vi), en: say(formWords.en) };
}

function textAt(row: GridRow, column: number): string {
  return (row.cells[column]?.text ?? "").replace(/\s+/g, " ").trim();
}

function same(a: string, b: string): boolean {
  const folded = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
  return folded(a) === folded(b);
}
