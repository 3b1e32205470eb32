// The form of a reporting duty as rows of a sheet: what is asked, what there was before, what stands.

import { displayDate } from "@kehoach/engine/calendar";
import { formWords, type Language } from "@kehoach/engine/words";
import type { ReportFormBody } from "../contract/index.ts";

export interface FormSheet {
  /** Tells which duty and period the sheet belongs to when it comes back. */
  key: string;
  title: string;
  subtitles: readonly string[];
  rows: readonly FormRow[];
}

export interface FormRow {
  /** Of the input. */
  id: string;
  label: string;
  unit: string;
  kind: "count" | "amount" | "number" | "yes_no" | "date";
  last: string | null;
  total: string | null;
  /** What stands: a decimal with a point, "1" or "0", a date yyyy-mm-dd. Null: reported that there is none. */
  value: string | null;
  /** Null: nothing is reported. */
  status: "estimate" | "official" | null;
}

/** `document`: the plan's number or title. */
export function formSheet(form: ReportFormBody, document: string, language: Language): FormSheet {
  const words = formWords[language];
  const { period, agency } = form;
  return {
    key: `kehoach:form:${form.planId}:${form.assignmentId}:${period.id}`,
    title: words.title,
    subtitles: [
      document,
      words.agency(agency.name),
      words.period(displayDate(period.from), displayDate(period.to)),
    ],
    rows: form.lines.map(({ input, reading, last, runningTotal }) => ({
      id: input.id,
      label: input.title,
      unit: input.unit ?? "",
      kind: input.kind,
      last: last?.value ?? null,
      total: runningTotal === null ? null : decimalOf(runningTotal),
      value: reading?.value ?? null,
      status: reading?.status ?? null,
    })),
  };
}

/** A value as people read it: decimal comma in Vietnamese, day first. */
export function shownValue(kind: FormRow["kind"], value: string, language: Language): string {
  const words = formWords[language];
  if (kind === "yes_no") return value === "1" ? words.yes : words.no;
  if (kind === "date") return displayDate(value);
  return language === "vi" ? value.replace(".", ",") : value;
}

/** A sum of decimals, written as numerator/denominator, is a decimal again. */
function decimalOf(exact: string): string {
  const [above = "0", below = "1"] = exact.split("/");
  const [numerator, denominator] = [BigInt(above), BigInt(below)];
  let decimals = 0;
  while (decimals < 30 && (numerator * 10n ** BigInt(decimals)) % denominator !== 0n) decimals += 1;
  const digits = String((numerator * 10n ** BigInt(decimals)) / denominator);
  const [sign, plain] = digits.startsWith("-") ? ["-", digits.slice(1)] : ["", digits];
  if (decimals === 0) return `${sign}${plain}`;
  const padded = plain.padStart(decimals + 1, "0");
  return `${sign}${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`;
}
