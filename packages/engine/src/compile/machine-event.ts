// The event a command becomes for the statechart: facts resolved, nothing left to look up.

import type { Requirement, WhoRole } from "../language/plan.ts";
import type { Micros } from "../ledger/entry.ts";

export interface MachineEvent {
  type: string;
  /** The command's effective instant. */
  at: Micros;
  actor: string;
  /** The roles the actor holds towards this assignment. */
  holds: readonly WhoRole[];
  /** What the command brings, by requirement; `not_submitter` is judged from the context. */
  brings: Readonly<Record<Exclude<Requirement, "not_submitter">, boolean>>;
  percent: number | null;
  answer: "agree" | "differ" | null;
}
