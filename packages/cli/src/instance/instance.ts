// The running instance a command works on: the data opened here, or the server that holds them.

import type {
  Actor,
  AdoptRegister,
  AmendOutcome,
  AmendText,
  CommandInput,
  IssueInput,
  IssueOutcome,
  Micros,
  Refusal,
} from "@kehoach/engine";
import type { AttachAnswer, RouteAnswer, RouteBody } from "@kehoach/server/contract";
import type { Ask } from "./ask.ts";

/** A command without what the instance adds: who acts, and where it came in. */
export type Sent = Omit<CommandInput, "actor" | "source" | "requestId"> & { requestId: string };

export interface Instance extends AsyncDisposable {
  /** Where the server answers that holds the data; null: they are opened here. */
  readonly address: string | null;
  readonly ask: Ask;
  now(): Promise<Micros>;
  /** Needs somebody who acts. */
  send(command: Sent): Promise<Refusal | Recorded>;
  /** Null: a server holds the data, and it has no route for it. */
  readonly issue:
    | ((input: Omit<IssueInput, "source" | "actor">, actor: Actor) => Promise<IssueOutcome>)
    | null;
  /** Null: a server holds the data, and it has no route for it. */
  readonly amend: ((input: SentAmendment, actor: Actor) => Promise<AmendOutcome>) | null;
  /** Gives one task outside a plan. Needs somebody who acts. Throws TroubleAnswer for what is no such request. */
  assign(given: RouteBody<"assign">): Promise<RouteAnswer<"assign">>;
  /** Attaches a file to an assignment. Needs somebody who acts. */
  attach(file: SentFile): Promise<Refusal | AttachAnswer>;
  /** An attached file; null: there is none, or it is not for the reader to see. */
  file(planId: string, digest: string): Promise<{ name: string; bytes: Uint8Array } | null>;
  /** The ledger's lines in the documented export format. */
  exportLedger(planId: string): AsyncIterable<string>;
}

/** An amendment without what the instance adds. */
export type SentAmendment = Omit<AmendText, "actor" | "source"> | Omit<AdoptRegister, "actor" | "source">;

export interface SentFile {
  planId: string;
  assignmentId: string;
  product?: string;
  name: string;
  bytes: Uint8Array;
  requestId: string;
}

/** What a server says of a command it has stored. */
export interface Recorded {
  accepted: true;
  repeated: boolean;
  seq: number;
  entries: readonly { seq: number; type: string; assignmentId: string | null }[];
}
