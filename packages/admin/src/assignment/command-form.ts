// The fields a command's dialogue shows, and how what was typed becomes the command's data.

import type { AllowedCommandBody, AssignmentBody, DocumentLinkBody } from "@kehoach/server/contract";
import type { CommandFields } from "../machines/command-machine.ts";
import { readDate, showDate } from "../show/date.ts";

/** What was typed into one document reference; the date as dd/MM/yyyy. */
export interface TypedDocument {
  number: string;
  date: string;
  issuer: string;
}

export interface Typed {
  reason: string;
  note: string;
  percent: string;
  due: string;
  answer: "" | "agree" | "differ";
  document: TypedDocument;
  products: Readonly<Record<string, TypedDocument>>;
}

export type FieldName = "reason" | "note" | "percent" | "due" | "answer" | "document" | "products";

/** Written reasons have at least this many characters; the server holds it too. */
const reasonLength = 10;

/** Fields of a command, in the order they are shown. */
export function fieldsOf(command: AllowedCommandBody, assignment: AssignmentBody): FieldName[] {
  const needs = new Set(command.require);
  return [
    ...(needs.has("answer") ? (["answer"] as const) : []),
    ...(needs.has("reason") ? (["reason"] as const) : []),
    ...(needs.has("due") ? (["due"] as const) : []),
    ...(command.type === "progress" ? (["percent"] as const) : []),
    ...(needs.has("products") && assignment.products.length > 0 ? (["products"] as const) : []),
    ...(needs.has("document") ? (["document"] as const) : []),
    ...(needs.has("reason") ? [] : (["note"] as const)),
  ];
}

/** `today`: yyyy-mm-dd, the date offered for documents. */
export function emptyTyped(assignment: AssignmentBody, today: string): Typed {
  const date = showDate(today);
  const blank = { number: "", date, issuer: "" };
  return {
    reason: "",
    note: "",
    percent: assignment.percent === null ? "" : String(assignment.percent),
    due: "",
    answer: "",
    document: blank,
    products: Object.fromEntries(
      assignment.products.map(({ id, document }) => [
        id,
        document === null
          ? blank
          : { number: document.number, date: showDate(document.date), issuer: document.issuer ?? "" },
      ]),
    ),
  };
}

/** Names of inputs that are missing or wrong: a field, or `products.<id>`. `today` (yyyy-mm-dd): a new due may not lie
 *  before it; null: not known. */
export function faultsOf(
  fields: readonly FieldName[],
  typed: Typed,
  products: AssignmentBody["products"],
  today: string | null,
): ReadonlySet<string> {
  const faults = new Set<string>();
  for (const field of fields) {
    if (field === "reason" && typed.reason.trim().length < reasonLength) faults.add(field);
    if (field === "percent" && typed.percent.trim() !== "" && !isPercent(typed.percent)) faults.add(field);
    if (field === "due" && (readDate(typed.due) ?? "") < (today ?? "0001-01-01")) faults.add(field);
    if (field === "answer" && typed.answer === "") faults.add(field);
    // A view that differs helps nobody unless it says in what.
    if (field === "note" && typed.answer === "differ" && typed.note.trim().length < reasonLength)
      faults.add(field);
    if (field === "document" && documentOf(typed.document) === null) faults.add(field);
    if (field === "products") {
      for (const { id, required } of products) {
        const given = typed.products[id];
        const blank = given === undefined || given.number.trim() === "";
        if (blank ? required : documentOf(given) === null) faults.add(`products.${id}`);
      }
    }
  }
  return faults;
}

/** The command's data; only what has been filled in. Call it when there are no faults. */
export function dataOf(fields: readonly FieldName[], typed: Typed): CommandFields {
  const data: CommandFields = {};
  for (const field of fields) {
    if (field === "reason") data.reason = typed.reason.trim();
    if (field === "note" && typed.note.trim() !== "") data.note = typed.note.trim();
    if (field === "percent" && isPercent(typed.percent)) data.percent = Number(typed.percent);
    if (field === "due") data.due = readDate(typed.due) ?? undefined;
    if (field === "answer" && typed.answer !== "") data.answer = typed.answer;
    if (field === "document") data.document = documentOf(typed.document) ?? undefined;
    if (field === "products") {
      data.products = Object.fromEntries(
        Object.entries(typed.products).flatMap(([id, given]) => {
          const document = documentOf(given);
          return document === null ? [] : [[id, document]];
        }),
      );
    }
  }
  return data;
}

function documentOf(typed: TypedDocument): DocumentLinkBody | null {
  const date = readDate(typed.date);
  const number = typed.number.trim();
  if (number === "" || date === null) return null;
  return { number, date, issuer: typed.issuer.trim() === "" ? null : typed.issuer.trim(), title: null };
}

function isPercent(text: string): boolean {
  return /^\s*\d{1,3}\s*$/.test(text) && Number(text) <= 100;
}
