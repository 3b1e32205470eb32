// The event a command becomes for the statechart: facts resolved, nothing left to look up.

import type { Requirement, WhoRole } from "../language/plan.ts";
import type { Micros } from "../ledger/entry.ts";
import type { AskedDue } from "./snapshot.ts";

export interface MachineEvent {
  type: string;
  /** The command's effective instant. */
  at: Micros;
  actor: string;
  /** Whoever the actor stands in for; null: nobody. */
  standsInFor: string | null;
  /** The roles the actor holds towards this assignment. */
  holds: readonly WhoRole[];
  /** What the command brings, by requirement; `not_submitter` is judged from the context. */
  brings: Readonly<Record<Exclude<Requirement, "not_submitter">, boolean>>;
  percent: number | null;
  answer: "agree" | "differ" | null;
  /** The due it asks for or grants; null: none. */
  due: AskedDue | null;
  /** For an extension granted by word of mouth: when it lapses without a document. */
  lapsesAt: Micros | null;
  /** With `correct`: the instant of completion as it should have been; null: that stands. */
  completedAt: Micros | null;
}
