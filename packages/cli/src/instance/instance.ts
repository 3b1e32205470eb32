// The running instance a command works on: the data opened here, or the server that holds them.

import type { CommandInput, Micros, Refusal } from "@kehoach/engine";
import type { AttachAnswer } from "@kehoach/server/contract";
import type { Ask } from "./ask.ts";

/** A command without what the instance adds: who acts, and where it came in. */
export type Sent = Omit<CommandInput, "actor" | "source" | "requestId"> & {
  requestId: string;
  /** The authority by which whoever acts stands in for somebody. */
  authority?: string;
};

export interface Instance extends AsyncDisposable {
  /** Where the server answers that holds the data; null: they are opened here. */
  readonly address: string | null;
  readonly ask: Ask;
  now(): Promise<Micros>;
  /** Needs somebody who acts. */
  send(command: Sent): Promise<Refusal | Recorded>;
  /** Attaches a file to an assignment. Needs somebody who acts. */
  attach(file: SentFile): Promise<Refusal | AttachAnswer>;
  /** An attached file; null: there is none, or it is not for the reader to see. */
  file(planId: string, digest: string): Promise<{ name: string; bytes: Uint8Array } | null>;
  /** The ledger's lines in the documented export format. */
  exportLedger(planId: string): AsyncIterable<string>;
}

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
