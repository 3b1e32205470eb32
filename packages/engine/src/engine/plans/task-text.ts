// One task given outside a plan, as the text of a document of its own in the plan language.

import { stringify } from "yaml";
import type { Plan } from "../../language/plan.ts";
import { digestText } from "../../ledger/digest.ts";
import type { AssignInput } from "./assign-input.ts";

/** The one task of such a document. */
export const onlyTask = "viec";

/** The document's id: of the day it was given and of the request, so that sending again finds it. */
export function taskDocumentId(input: Pick<AssignInput, "document">, requestId: string): string {
  return `viec-${input.document.date}-${digestText(requestId).slice(0, 10)}`;
}

/** The text. `like` lends issuer, office, register documents and conventions; `sameAs` is by document id. */
export function taskText(
  input: AssignInput,
  id: string,
  like: Plan,
  sameAs: { document: string; task: string } | null,
): string {
  const { document, decidedBy } = input;
  const year = Number(document.date.slice(0, 4));
  const leads = {
    each: typeof input.lead === "string" ? input.lead : [...input.lead],
    ...(input.except === undefined || input.except.length === 0 ? {} : { except: [...input.except] }),
  };
  const figures = figuresOf(input, leads);
  const task = {
    id: onlyTask,
    title: input.content,
    lead: typeof input.lead === "string" ? input.lead : leads,
    ...(figures === undefined ? {} : { report: Object.keys(figures) }),
    ...(input.coordinators === undefined || input.coordinators.length === 0
      ? {}
      : { coordinators: [...input.coordinators] }),
    ...(input.product === undefined ? {} : { product: { id: "ket-qua", title: input.product } }),
    due: input.due ?? "none",
    ...(sameAs === null ? {} : { same_as: sameAs }),
  };
  return stringify({
    kehoach: 1,
    kind: input.kind ?? "letter",
    id,
    number: document.number,
    title: document.title ?? input.content,
    issuer: like.issuer,
    issued: document.date,
    signer: {
      name: decidedBy.name,
      position: decidedBy.position,
      ...(decidedBy.capacity === null ? {} : { capacity: decidedBy.capacity }),
    },
    // A letter of December is often due in the year after.
    period: { from: `${year}-01-01`, to: `${year + 1}-12-31` },
    ...(like.viceChair === null ? {} : { vice_chair: like.viceChair }),
    ...(like.office === null ? {} : { office: { agency: like.office.agency } }),
    organisation: like.organisation,
    calendar: like.calendar,
    conventions: conventionsOf(like),
    ...(figures === undefined ? {} : { inputs: figures }),
    tasks: [task],
  });
}

/** What a report asks for, as inputs of the document: each lead reports its own. */
function figuresOf({ report }: AssignInput, leads: object): Record<string, object> | undefined {
  if (report === undefined || report.inputs.length === 0) return undefined;
  return Object.fromEntries(
    report.inputs.map(({ title, unit, kind }, index) => [
      `so_lieu_${index + 1}`,
      { title, ...leads, ...(unit === undefined ? {} : { unit }), ...(kind === undefined ? {} : { kind }) },
    ]),
  );
}

function conventionsOf({ conventions }: Plan) {
  return {
    ...(conventions.before === null ? {} : { before: conventions.before }),
    roll_forward: conventions.rollForward,
    due_soon_days: conventions.dueSoonDays,
    answer_days: conventions.answerDays,
    silence_agrees: conventions.silenceAgrees,
    entered_late_days: conventions.enteredLateDays,
    accept_days: conventions.acceptDays ?? "by_hand",
    ...(conventions.declineDays === null ? {} : { decline_days: conventions.declineDays }),
    ...(conventions.extensionsMax === null ? {} : { extensions_max: conventions.extensionsMax }),
    oral_days: conventions.oralDays,
    standing_lead_confirms: conventions.standingLeadConfirms,
    ...(conventions.escalateDays.length === 0 ? {} : { escalate_days: [...conventions.escalateDays] }),
  };
}
