// The live rows of a plan and its assignments: what folding the ledger's outcomes gives.

import type { DocumentVersion } from "../compile/compiled-plan.ts";
import type { Snapshot } from "../compile/snapshot.ts";
import type { StageCategory } from "../language/plan.ts";
import type { Micros } from "../ledger/entry.ts";

/** ended: nothing opens any more, what is open is still worked on, noticed and confirmed. suspended, withdrawn: nothing
 *  happens to its assignments; only a suspended one can be resumed. */
export type PlanState = "in_force" | "suspended" | "withdrawn" | "ended";

export interface PlanRow {
  id: string;
  /** The author's id, e.g. "kh-42-2017"; for the register, "register". */
  documentId: string;
  kind: "plan" | "register";
  state: PlanState;
  version: number;
  seq: number;
  /** Hash of the last entry. */
  head: string;
  /** `recordedAt` of the last entry: no later entry is recorded below it. */
  lastAt: Micros;
  /** Next instant at which the clock has something to do for the plan; null: nothing. */
  wakeAt: Micros | null;
  /** Every scheduled opening up to this instant has been made. */
  openedThrough: Micros;
  /** Since when it is suspended; null while it is not. */
  suspendedSince: Micros | null;
}

export interface AssignmentRow {
  planId: string;
  id: string;
  taskId: string;
  agencyId: string;
  role: "lead" | "coordinator";
  /** For a coordination: the lead's assignment. Null for a lead. */
  of: string | null;
  /** "once", a period such as "2017-07", a window's id, or an event's key. */
  occurrence: string;
  /** 1, 2, 3 …: reassignment makes a new generation. */
  generation: number;
  /** The assignment of the generation before; null for the first. */
  previous: string | null;
  planVersion: number;
  lifecycle: string;
  /** The statechart's snapshot: `{ value, context }`. */
  snapshot: Snapshot;
  /** The state of region `main`. */
  stage: string;
  category: StageCategory;
  /** For what had to wait, when it was let go. */
  openedAt: Micros;
  /** First instant at which it is late; null: no due date. */
  dueAt: Micros | null;
  /** The last day, for people; null with dueAt. */
  dueOn: string | null;
  /** First instant at which it is due soon; null with dueAt. */
  soonAt: Micros | null;
  /** Every due it ever had, oldest first. */
  dueHistory: readonly DueRecord[];
  /** When it was done (submitted, not confirmed); null while it is not. */
  doneAt: Micros | null;
  /** What the clock has noticed of the present due. */
  noticed: "nothing" | "due_soon" | "overdue";
  wakeAt: Micros | null;
  /** Waits for the tasks named in `after`: nobody may work on it yet. */
  held: boolean;
  /** Last report of progress or any other entry by its own agency; for staleness. */
  touchedAt: Micros;
  /** Last entry about it: the number `expected` is held against. */
  seq: number;
}

export interface DueRecord {
  /** given: stated in the document. computed: counted from something else. adjusted: moved by a decision. provisional:
   *  moved by word of mouth. lapsed: what held before it, no document having followed. shifted: by time suspended.
   *  corrected: a typing error mended. */
  kind: "given" | "adjusted" | "computed" | "provisional" | "lapsed" | "shifted" | "corrected";
  /** yyyy-mm-dd; null: no due date. */
  date: string | null;
  hour: string | null;
  at: Micros;
  by: string;
  /** Number of the deciding document; null when none. */
  document: string | null;
  /** The version of the calendar a computed date was counted with; null for a stated one. */
  calendar: DocumentVersion | null;
}

export type { Snapshot };
