// What giving one task outside a plan takes and answers.

import type { Actor, Decision, DocumentLink } from "../../execute/command.ts";
import type { Refusal } from "../../execute/decision.ts";
import type { PlanKind } from "../../language/plan.ts";
import type { Problem, Question } from "../../language/problem.ts";
import type { InputKind } from "../../language/target-input.ts";
import type { EntrySource } from "../../ledger/entry.ts";

export interface AssignInput {
  /** What is to be done. */
  content: string;
  /** The agency that leads, by id; or several, agencies and groups of the register: each gets an assignment of its own. */
  lead: string | readonly string[];
  /** Of several leads those left out, by id. */
  except?: readonly string[];
  /** The task is to report these figures, once: a thematic or flash report. Each lead reports its own. */
  report?: { inputs: readonly AskedFigure[] };
  /** Agencies that contribute, by id. */
  coordinators?: readonly string[];
  /** When it is due, in the words of the plan language: "30/6/2017", "24/1/2017 10:00", "sau 10 ngày làm việc kể từ khi
   *  giao". Left out: no due date. */
  due?: string;
  /** What must exist when it is done. Left out: no document is asked for. */
  product?: string;
  /** The document that gives the task: its number and day, who issued it, what it is about. */
  document: DocumentLink;
  /** Its kind. Default "letter". */
  kind?: PlanKind;
  /** Who signed it or decided in the meeting. */
  decidedBy: Decision & { position: string };
  /** The same duty in a plan already in force: it is linked to it and counted there, once. */
  sameAs?: { planId: string; taskId: string };
  /** A plan whose issuer, office, register documents and conventions hold for this task too. Default: the plan that was
   *  issued last. */
  like?: string;
  actor: Actor;
  /** Idempotency key; default: a new one, so that sending again gives the task again. */
  requestId?: string;
  /** Default: "api". */
  source?: EntrySource;
}

/** One figure a report asks for. */
export interface AskedFigure {
  title: string;
  unit?: string;
  /** Default: "count". */
  kind?: InputKind;
}

export type AssignOutcome =
  | {
      assigned: true;
      planId: string;
      documentId: string;
      assignments: number;
      questions: readonly Question[];
    }
  /** Nothing was stored. */
  | { assigned: false; problems: readonly Problem[]; refusal: Refusal | null };
