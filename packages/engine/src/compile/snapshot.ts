// The persisted part of a running statechart: what is stored of it and nothing more.

import type { DateText, HourText } from "../language/plan.ts";
import type { Micros } from "../ledger/entry.ts";

/** The persisted statechart `{ value, context }`; it must survive a JSON round trip. */
export interface Snapshot {
  value: { main: string; extension: string };
  context: SnapshotContext;
}

/** A last day and an hour of it; null: the end of the day. */
export interface AskedDue {
  date: DateText;
  hour: HourText | null;
}

export interface SnapshotContext {
  /** Times it was sent back for rework. */
  reworks: number;
  /** Who submitted it; null until then. Never the one who confirms. */
  submittedBy: string | null;
  /** In whose place it was submitted; null: in nobody's. Nor does that one confirm. */
  submittedFor: string | null;
  /** Instant of completion; null while open. */
  completedAt: Micros | null;
  /** Last percent reported; null when none was. */
  percent: number | null;
  /** For a coordination: the view taken; null until answered. */
  answer: "agree" | "differ" | null;
  /** Times urged. */
  reminders: number;
  /** Counts the commands that leave the state as it is, so that each is a change. */
  records: number;
  /** An obstacle was reported and no directive given since. */
  obstacle: boolean;
  /** Since when it is in a state of category blocked; null while it is not. */
  blockedSince: Micros | null;
  /** Times the due was moved at the lead's request. */
  extensions: number;
  /** The due asked for and not decided on yet; null: none. */
  askedDue: AskedDue | null;
  /** When an extension granted by word of mouth lapses without a document; null: none is provisional. */
  lapsesAt: Micros | null;
  /** Since when time runs against the present due, where that is later than the opening: since it was sent back, taken
   *  up again or given this due. Null: since the opening. */
  runsSince: Micros | null;
  /** Steps of the escalation ladder taken for the present due. */
  escalations: number;
}

export const initialContext: SnapshotContext = {
  reworks: 0,
  submittedBy: null,
  submittedFor: null,
  completedAt: null,
  percent: null,
  answer: null,
  reminders: 0,
  records: 0,
  obstacle: false,
  blockedSince: null,
  extensions: 0,
  askedDue: null,
  lapsesAt: null,
  runsSince: null,
  escalations: 0,
};
