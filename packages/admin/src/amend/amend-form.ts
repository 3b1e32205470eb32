// What amending a plan needs of what was typed.

import type { AmendBody } from "@kehoach/server/contract";
import { readDate } from "../show/date.ts";
import type { PlanText } from "./plan-text-field.tsx";

export interface TypedAmendment {
  /** register: the text stays, newer register documents are adopted. */
  mode: "text" | "register";
  number: string;
  /** dd/MM/yyyy. */
  date: string;
  about: string;
  reason: string;
  /** Who decided, where somebody else types it. */
  name: string;
  position: string;
}

/** Names of inputs that cannot be sent as they are. A register may be adopted without a document. */
export function amendmentFaults(typed: TypedAmendment, { plan }: PlanText): ReadonlySet<string> {
  const faults = new Set<string>();
  const withDocument = typed.mode === "text" || typed.number.trim() !== "";
  if (typed.mode === "text" && plan.text.trim() === "") faults.add("text");
  if (withDocument && typed.number.trim() === "") faults.add("number");
  if (withDocument && readDate(typed.date) === null) faults.add("date");
  return faults;
}

/** Only for what has no faults. `expected`: the version the person saw. */
export function amendBody(
  documentId: string,
  typed: TypedAmendment,
  { plan, register }: PlanText,
  sent: { expected: number; preview: boolean; requestId?: string },
): AmendBody {
  const { mode, number, date, about, reason, name, position } = typed;
  const document = {
    number: number.trim(),
    date: readDate(date) ?? "",
    issuer: null,
    title: about.trim() === "" ? null : about.trim(),
  };
  const common = {
    ...sent,
    ...(register.length === 0 ? {} : { register: [...register] }),
    ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
    ...(name.trim() === ""
      ? {}
      : {
          onBehalfOf: {
            name: name.trim(),
            position: position.trim() === "" ? null : position.trim(),
            capacity: null,
          },
        }),
  };
  if (mode === "text") return { ...common, plan, document };
  return { ...common, adopt: documentId, ...(document.number === "" ? {} : { document }) };
}
