// What giving a task outside a plan needs of what was typed.

import type { AssignBody } from "@kehoach/server/contract";
import { readDate } from "../show/date.ts";

export const figureKinds = ["count", "amount", "number", "yes_no", "date"] as const;

export interface TypedFigure {
  title: string;
  unit: string;
  kind: (typeof figureKinds)[number];
}

/** A report asked for: of whom, and which figures. */
export interface TypedAsk {
  leads: readonly string[];
  figures: readonly TypedFigure[];
}

export interface TypedTask {
  /** Null: a task of one lead, without figures to report. */
  ask: TypedAsk | null;
  content: string;
  lead: string;
  coordinators: readonly string[];
  due: string;
  product: string;
  kind: "letter" | "conclusion" | "decision" | "directive";
  number: string;
  date: string;
  about: string;
  name: string;
  position: string;
  capacity: "" | "TM." | "KT." | "TL." | "TUQ." | "Q.";
}

/** `today` as dd/MM/yyyy: most documents are entered the day they are signed. */
export function emptyTask(today: string): TypedTask {
  return {
    ask: null,
    content: "",
    lead: "",
    coordinators: [],
    due: "",
    product: "",
    kind: "letter",
    number: "",
    date: today,
    about: "",
    name: "",
    position: "",
    capacity: "",
  };
}

/** Names of inputs that cannot be sent as they are. */
export function taskFaults(typed: TypedTask): ReadonlySet<keyof TypedTask | keyof TypedAsk> {
  const faults = new Set<keyof TypedTask | keyof TypedAsk>();
  for (const key of ["content", "number", "name", "position"] as const)
    if (typed[key].trim() === "") faults.add(key);
  if (typed.ask === null && typed.lead === "") faults.add("lead");
  if (typed.ask?.leads.length === 0) faults.add("leads");
  if (typed.ask?.figures.some(({ title }) => title.trim() === "")) faults.add("figures");
  if (readDate(typed.date) === null) faults.add("date");
  return faults;
}

/** Only for what has no faults. */
export function assignBody(typed: TypedTask, requestId: string): AssignBody {
  const { ask, content, lead, coordinators, due, product, kind, number, about, name, position, capacity } =
    typed;
  return {
    requestId,
    content: content.trim(),
    lead: ask === null ? lead : [...ask.leads],
    ...(ask === null ? {} : { report: { inputs: ask.figures.map(askedFigure) } }),
    ...(coordinators.length === 0 ? {} : { coordinators: [...coordinators] }),
    ...(due.trim() === "" ? {} : { due: due.trim() }),
    ...(product.trim() === "" ? {} : { product: product.trim() }),
    kind,
    document: {
      number: number.trim(),
      date: readDate(typed.date) ?? "",
      issuer: null,
      title: about.trim() === "" ? null : about.trim(),
    },
    decidedBy: {
      name: name.trim(),
      position: position.trim(),
      capacity: capacity === "" ? null : capacity,
    },
  };
}

function askedFigure({ title, unit, kind }: TypedFigure) {
  return { title: title.trim(), ...(unit.trim() === "" ? {} : { unit: unit.trim() }), kind };
}
