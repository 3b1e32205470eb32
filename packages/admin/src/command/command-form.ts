// The fields a command's dialogue shows, and how what was typed becomes the command's data: all from what the command
// requires, none from what it is called.

import { endOfDay } from "@kehoach/engine/calendar";
import type {
  AllowedCommandBody,
  AssignmentBody,
  CommandBody,
  DocumentLinkBody,
} from "@kehoach/server/contract";
import { readDate, readHour, showDate } from "../show/date.ts";
import {
  type CircumstanceContent,
  circumstancesOf,
  emptyCircumstances,
  faultsOfCircumstances,
  type TypedCircumstances,
} from "./circumstances.ts";

export type CommandData = NonNullable<CommandBody["data"]>;

/** What a confirmed dialogue adds to its command. */
export interface CommandContent extends CircumstanceContent {
  data: CommandData;
}

/** What a form needs to know of what its command is about. */
export interface FormGround {
  /** Products that may be given; none for a plan. */
  products: AssignmentBody["products"];
  /** Progress last reported; null: none. */
  percent: number | null;
  /** Event tasks an occurrence may be opened of. */
  eventTasks: readonly { id: string; title: string }[];
  /** Agencies work may be handed over to. */
  agencies: readonly { id: string; name: string }[];
  /** The due somebody asked for, yyyy-mm-dd; null: nobody did. */
  askedDue: string | null;
}

/** What was typed into one document reference; the date as dd/MM/yyyy. */
export interface TypedDocument {
  number: string;
  date: string;
  issuer: string;
}

/** Who handles it within its agency; only that agency reads it. */
export interface TypedHandler {
  unit: string;
  officer: string;
  innerDue: string;
}

export interface Typed {
  reason: string;
  note: string;
  percent: string;
  due: string;
  /** HH:MM; empty: the end of the day. */
  hour: string;
  answer: "" | "agree" | "differ";
  document: TypedDocument;
  products: Readonly<Record<string, TypedDocument>>;
  /** Id of the agency to hand over to; empty: not chosen. */
  agency: string;
  handler: TypedHandler;
  /** Why work is sent back; empty: not told. */
  cause: "" | "subjective" | "objective";
  /** Who confirmed an objective cause. */
  causeConfirmedBy: string;
  /** The day and hour completion should have been entered with; empty: as it is. */
  completedOn: string;
  completedAt: string;
  /** Id of the event task; empty: not chosen. */
  task: string;
  occurrence: string;
  /** What an agency writes with its figures. */
  narrative: Readonly<Record<NarrativePart, string>>;
  circumstances: TypedCircumstances;
}

/** In the order they are asked for. */
export const narrativeParts = ["results", "limits", "causes", "proposals", "next"] as const;
export type NarrativePart = (typeof narrativeParts)[number];

export type FieldName =
  | keyof Omit<Typed, "hour" | "circumstances" | "causeConfirmedBy" | "completedOn" | "completedAt">
  /** A due that may be left as it is. */
  | "otherDue"
  | "completion";

/** Written reasons have at least this many characters; the server holds it too. */
const reasonLength = 10;

/** What each requirement asks a person to fill in. Empty: a condition the server judges, or what every form asks. */
const fieldsFor: Readonly<Record<string, readonly FieldName[]>> = {
  answer: ["answer"],
  task: ["task"],
  occurrence: ["occurrence"],
  reason: ["reason"],
  due: ["due"],
  products: ["products"],
  document: ["document"],
  agency: ["agency"],
  handler: ["handler"],
  decided_by: [],
  not_submitter: [],
  coordinators_answered: [],
  soon_enough: [],
  extensions_left: [],
  figures: ["narrative"],
};

/** What commands that mean something to the engine may bring beside what they require. */
const offeredBy: Readonly<Record<string, readonly FieldName[]>> = {
  progress: ["percent"],
  rework: ["cause"],
  grant_extension: ["otherDue"],
  correct: ["otherDue", "completion"],
};

const order: readonly FieldName[] = [
  "answer",
  "task",
  "occurrence",
  "agency",
  "handler",
  "reason",
  "cause",
  "due",
  "otherDue",
  "completion",
  "percent",
  "products",
  "document",
  "narrative",
  "note",
];

type Asked = Pick<AllowedCommandBody, "type" | "require">;

/** Fields of a command, in the order they are shown. */
export function fieldsOf({ type, require }: Asked, ground: FormGround): FieldName[] {
  const fields = new Set(require.flatMap((name) => (isKnown(name) ? (fieldsFor[name] ?? []) : [])));
  if (ground.products.length === 0) fields.delete("products");
  for (const field of Object.hasOwn(offeredBy, type) ? (offeredBy[type] ?? []) : []) fields.add(field);
  if (!fields.has("reason")) fields.add("note");
  return order.filter((field) => fields.has(field));
}

/** Requirements this form has no field for: the dialogue names them, and the server says what is missing. */
export function unknownRequirements({ require }: Asked): string[] {
  return require.filter((name) => !isKnown(name));
}

/** Whether what the command says is commonly in a file: a result handed in, a view taken. */
export function bringsFiles({ require }: Asked): boolean {
  return require.includes("products") || require.includes("answer");
}

/** Whether somebody must be named who decided. */
export function needsDecision({ require }: Asked): boolean {
  return require.includes("decided_by");
}

function isKnown(requirement: string): boolean {
  return Object.hasOwn(fieldsFor, requirement);
}

/** `today`: yyyy-mm-dd, the date offered for documents and for when it happened. */
export function emptyTyped(ground: FormGround, today: string, command: Asked): Typed {
  const date = showDate(today);
  const blank = { number: "", date, issuer: "" };
  const [only, ...others] = ground.eventTasks;
  return {
    reason: "",
    note: "",
    percent: ground.percent === null ? "" : String(ground.percent),
    due: ground.askedDue === null || command.type !== "grant_extension" ? "" : showDate(ground.askedDue),
    hour: "",
    answer: "",
    document: blank,
    products: Object.fromEntries(
      ground.products.map(({ id, document }) => [
        id,
        document === null
          ? blank
          : { number: document.number, date: showDate(document.date), issuer: document.issuer ?? "" },
      ]),
    ),
    agency: "",
    handler: { unit: "", officer: "", innerDue: "" },
    cause: "",
    causeConfirmedBy: "",
    completedOn: "",
    completedAt: "17:00",
    task: only !== undefined && others.length === 0 ? only.id : "",
    occurrence: "",
    narrative: { results: "", limits: "", causes: "", proposals: "", next: "" },
    circumstances: emptyCircumstances(today, needsDecision(command)),
  };
}

/** Names of inputs that are missing or wrong: a field, `products.<id>`, `hour`, or one of the circumstances. `today`
 *  (yyyy-mm-dd): a new due may not lie before it; null: not known. */
export function faultsOf(
  fields: readonly FieldName[],
  typed: Typed,
  ground: FormGround,
  today: string | null,
): ReadonlySet<string> {
  const faults = new Set(faultsOfCircumstances(typed.circumstances, today));
  for (const field of fields) {
    if (field === "reason" && typed.reason.trim().length < reasonLength) faults.add(field);
    if (field === "percent" && typed.percent.trim() !== "" && !isPercent(typed.percent)) faults.add(field);
    if (field === "due" && (readDate(typed.due) ?? "") < (today ?? "0001-01-01")) faults.add(field);
    if (field === "otherDue" && typed.due.trim() !== "" && readDate(typed.due) === null) faults.add("due");
    if (
      (field === "due" || field === "otherDue") &&
      typed.hour.trim() !== "" &&
      readHour(typed.hour) === null
    )
      faults.add("hour");
    if (field === "agency" && typed.agency === "") faults.add(field);
    if (field === "handler" && Object.values(typed.handler).every((part) => part.trim() === ""))
      faults.add(field);
    if (field === "cause" && typed.cause === "objective" && typed.causeConfirmedBy.trim() === "")
      faults.add("causeConfirmedBy");
    if (field === "completion" && typed.completedOn.trim() !== "") {
      if (readDate(typed.completedOn) === null) faults.add("completedOn");
      if (readHour(typed.completedAt) === null) faults.add("completedAt");
    }
    if (field === "answer" && typed.answer === "") faults.add(field);
    if (field === "task" && typed.task === "") faults.add(field);
    if (field === "occurrence" && typed.occurrence.trim() === "") faults.add(field);
    // A view that differs helps nobody unless it says in what.
    if (field === "note" && typed.answer === "differ" && typed.note.trim().length < reasonLength)
      faults.add(field);
    if (field === "document" && documentOf(typed.document) === null) faults.add(field);
    if (field === "products") {
      for (const { id, required } of ground.products) {
        const given = typed.products[id];
        const blank = given === undefined || given.number.trim() === "";
        if (blank ? required : documentOf(given) === null) faults.add(`products.${id}`);
      }
    }
  }
  return faults;
}

/** What the command brings; only what has been filled in. Call it when there are no faults. */
export function contentOf(fields: readonly FieldName[], typed: Typed, today: string | null): CommandContent {
  return { data: dataOf(fields, typed), ...circumstancesOf(typed.circumstances, today) };
}

function dataOf(fields: readonly FieldName[], typed: Typed): CommandData {
  const data: CommandData = {};
  for (const field of fields) {
    if (field === "reason") data.reason = typed.reason.trim();
    if (field === "note" && typed.note.trim() !== "") data.note = typed.note.trim();
    if (field === "percent" && isPercent(typed.percent)) data.percent = Number(typed.percent);
    if (field === "due" || (field === "otherDue" && typed.due.trim() !== "")) {
      data.due = readDate(typed.due) ?? undefined;
      const hour = readHour(typed.hour);
      if (hour !== null) data.hour = hour;
    }
    if (field === "agency") data.agency = typed.agency;
    if (field === "handler") {
      for (const part of ["unit", "officer", "innerDue"] as const)
        if (typed.handler[part].trim() !== "") data[part] = typed.handler[part].trim();
    }
    if (field === "cause" && typed.cause !== "") {
      data.cause = typed.cause;
      if (typed.cause === "objective") data.causeConfirmedBy = typed.causeConfirmedBy.trim();
    }
    if (field === "completion") {
      const date = readDate(typed.completedOn);
      if (date !== null) data.completedAt = endOfDay(date, readHour(typed.completedAt));
    }
    if (field === "answer" && typed.answer !== "") data.answer = typed.answer;
    if (field === "task") data.task = typed.task;
    if (field === "occurrence") data.occurrence = typed.occurrence.trim();
    if (field === "narrative") {
      const written = narrativeParts.flatMap((part) => {
        const text = typed.narrative[part].trim();
        return text === "" ? [] : [[part, text] as const];
      });
      if (written.length > 0) data.narrative = Object.fromEntries(written);
    }
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
