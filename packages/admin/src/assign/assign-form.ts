// What giving a task outside a plan needs of what was typed.

import type { AssignBody } from "@kehoach/server/contract";
import { readDate } from "../show/date.ts";

export interface TypedTask {
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
export function taskFaults(typed: TypedTask): ReadonlySet<keyof TypedTask> {
  const faults = new Set<keyof TypedTask>();
  for (const key of ["content", "lead", "number", "name", "position"] as const)
    if (typed[key].trim() === "") faults.add(key);
  if (readDate(typed.date) === null) faults.add("date");
  return faults;
}

/** Only for what has no faults. */
export function assignBody(typed: TypedTask, requestId: string): AssignBody {
  const { content, lead, coordinators, due, product, kind, number, about, name, position, capacity } = typed;
  return {
    requestId,
    content: content.trim(),
    lead,
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
