// The persisted part of a running statechart: what is stored of it and nothing more.

import type { Micros } from "../ledger/entry.ts";

/** The persisted statechart `{ value, context }`; it must survive a JSON round trip. */
export interface Snapshot {
  value: { main: string; extension: string };
  context: SnapshotContext;
}

export interface SnapshotContext {
  /** Times it was sent back for rework. */
  reworks: number;
  /** Who submitted it; null until then. Never the one who confirms. */
  submittedBy: string | null;
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
}

export const initialContext: SnapshotContext = {
  reworks: 0,
  submittedBy: null,
  completedAt: null,
  percent: null,
  answer: null,
  reminders: 0,
  records: 0,
};
