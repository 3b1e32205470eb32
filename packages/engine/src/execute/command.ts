// What someone asks for: a command with its actor, its idempotency key and its data.

import type { EntrySource, Micros } from "../ledger/entry.ts";
import type { NarrativePartName } from "./period-report.ts";
import type { ReadingInput } from "./reading.ts";

/** Positions a person can hold. head, clerk (văn thư) and officer are held within `Actor.agency`;
 *  the others are held for the issuer's side. */
export const actorRoles = [
  "head",
  "clerk",
  "officer",
  "issuer",
  "vice_chair",
  "office",
  "auditor",
  "admin",
  "clock",
] as const;
export type ActorRole = (typeof actorRoles)[number];

/** The person or service that sends a command, as the host's identity provider vouches for it. */
export interface Actor {
  id: string;
  name: string;
  /** The agency acted for; null for the clock. */
  agency: string | null;
  roles: readonly ActorRole[];
  /** Whoever the actor stands in for, by a document: an absent head's deputy, a delegate. As the host vouches for it, or
   *  the id of an authority in the register, which is looked up when it is used. Absent: nobody. */
  standsInFor?: StandIn | string;
}

/** An authority to act in somebody's place. `roles` are those the other one holds at that time, as the host vouches for
 *  them: a substitute never holds more. */
export interface StandIn {
  id: string;
  name: string;
  agency: string;
  roles: readonly ActorRole[];
  /** The document that gives it. */
  document: DocumentLink;
  /** First and last day (yyyy-mm-dd) on which it holds. */
  from: string;
  to: string;
}

/** Who decided and signed where a clerk types what a leader decided on paper. */
export interface Decision {
  name: string;
  position: string | null;
  capacity: "TM." | "KT." | "TL." | "TUQ." | "Q." | null;
}

export interface DocumentLink {
  number: string;
  date: string;
  issuer: string | null;
  title: string | null;
}

/** Data a command may bring; which it needs is the lifecycle's `require`. Free texts are erasable. */
export interface CommandData {
  /** Free text: at least 10 characters where a reason is required. */
  reason?: string;
  /** Free text: what was done so far. */
  note?: string;
  /** 0–100; only with progress. */
  percent?: number;
  /** The document that decides or accompanies the command. */
  document?: DocumentLink;
  /** Document references by product id. */
  products?: Readonly<Record<string, DocumentLink>>;
  /** For a coordination: the view taken. */
  answer?: "agree" | "differ";
  /** A last day (yyyy-mm-dd): asked for, granted, or as it should have been typed. */
  due?: string;
  /** HH:MM of that day; null or absent: its end. */
  hour?: string | null;
  /** The agency to hand over to, by id, with reassign. */
  agency?: string;
  /** Why work was sent back, with rework: by the agency's fault, or for a cause outside it. */
  cause?: "subjective" | "objective";
  /** Who confirmed that the cause lay outside, with an objective cause. */
  causeConfirmedBy?: string;
  /** Free text that only the agency reads: who handles it within, with assign_within. */
  unit?: string;
  officer?: string;
  innerDue?: string;
  /** `seq` of the entry in which something was mistyped, with correct. */
  corrects?: number;
  /** The instant of completion as it should have been, in microseconds, with correct. */
  completedAt?: Micros;
  /** Key of a new occurrence, with open_occurrence. */
  occurrence?: string;
  /** Task id, with open_occurrence. */
  task?: string;
  /** Id of the product a file is, with attach; absent: of none. */
  product?: string;
  /** Digest of the free text or file to erase, with erase. */
  digest?: string;
  /** Free texts, with the submission of a report: results, limits, causes, proposals, what comes next. */
  narrative?: Partial<Readonly<Record<NarrativePartName, string>>>;
  /** Figures, with report: at most 200. */
  readings?: readonly ReadingInput[];
}

interface CommandBase {
  /** Idempotency key, 1–200 characters: a retry with the same key returns the recorded result. */
  requestId: string;
  /** The plan's id; `Engine.dispatch` takes the author's document id as well. */
  planId: string;
  actor: Actor;
  source: EntrySource;
  /** When it happened, if not now, in microseconds: at most `conventions.enteredLateDays` working days back, never in the
   *  future, and not before the plan was issued, the assignment opened or its completion was reported. An erasure
   *  happens when it is sent. */
  effectiveAt?: Micros;
  onBehalfOf?: Decision;
  data?: CommandData;
}

/** A command to one assignment. `type` is a command of its lifecycle or one of `fixedCommands`. */
export interface AssignmentCommand extends CommandBase {
  target: "assignment";
  assignmentId: string;
  type: string;
  /** The last entry of the assignment the sender saw; another one in between is a conflict. */
  expected?: number;
}

/** Commands every plan understands. suspend stops its assignments and its clock until resume; withdraw stops them for
 *  good; end opens nothing more, while what is open is still worked on; open_occurrence: an event task's event
 *  happened; report: agencies give figures; clock is the sweeper's. */
export const planCommands = [
  "suspend",
  "resume",
  "withdraw",
  "end",
  "open_occurrence",
  "report",
  "erase",
  "clock",
] as const;
export type PlanCommandType = (typeof planCommands)[number];

export interface PlanCommand extends CommandBase {
  target: "plan";
  type: PlanCommandType;
  expected?: number;
}

export type Command = AssignmentCommand | PlanCommand;

/** What stores a whole text with its plan, or is about one: it has its own way in, and runs alone. */
export interface LargeCommand extends CommandBase {
  target: "plan";
  type: "issue" | "amend" | "issue_report" | "check_report";
}

/** Commands every assignment understands beside its lifecycle's own. */
export { fixedCommands } from "../language/plan.ts";
