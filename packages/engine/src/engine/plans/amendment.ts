// What a host asks to amend a plan in force, and what it gets back.

import type { AmendmentReport } from "../../execute/amendment-report.ts";
import type { Actor, Decision, DocumentLink } from "../../execute/command.ts";
import type { Refusal } from "../../execute/decision.ts";
import type { Problem, Question } from "../../language/problem.ts";
import type { EntrySource, Micros } from "../../ledger/entry.ts";
import type { SourceText } from "../engine.ts";

interface AmendBase {
  /** Register documents to store with it where the register lacks them, e.g. a newer calendar. */
  register?: readonly SourceText[];
  /** Free text, erasable. */
  reason?: string;
  actor: Actor;
  /** Default: "api". */
  source?: EntrySource;
  onBehalfOf?: Decision;
  /** From when it counts, in microseconds. Default: the beginning of the document's day, without a document now. Not in
   *  the future and not before the plan was issued. */
  effectiveAt?: Micros;
  /** The version of the plan that the amendment was written against; another one in force is a conflict. */
  expected?: number;
  /** Nothing is stored; the answer says what would change. */
  preview?: boolean;
}

/** A new text of the plan, which names it by its document id. */
export interface AmendText extends AmendBase {
  plan: SourceText;
  /** The amending document. The register's versions of its day are taken. */
  document: DocumentLink;
  /** Default: one made of the text and the document, so that sending the same again gives the recorded result. */
  requestId?: string;
}

/** The text stays: newer versions of the register are adopted, and open computed dues counted anew. */
export interface AdoptRegister extends AmendBase {
  /** The plan's id or document id. */
  adopt: string;
  /** Default: none, and today's versions are taken. */
  document?: DocumentLink;
  /** Default: a new one. */
  requestId?: string;
}

export type AmendInput = AmendText | AdoptRegister;

export interface Amended {
  amended: true;
  planId: string;
  documentId: string;
  /** The version in force now; in a preview, the one that would be. */
  version: number;
  /** True: the same request was stored before, this is its recorded result. */
  repeated: boolean;
  preview: boolean;
  changes: AmendmentReport;
  questions: readonly Question[];
}

/** Not amended: for the text's problems, or for a refusal, or for both; then nothing was stored. */
export type AmendOutcome =
  | Amended
  | { amended: false; problems: readonly Problem[]; questions: readonly Question[]; refusal: Refusal | null };

export type { AmendedAssignment, AmendmentReport, MovedDue } from "../../execute/amendment-report.ts";
export type { PlanChanges, RegisterChange } from "../../execute/plan-changes.ts";
