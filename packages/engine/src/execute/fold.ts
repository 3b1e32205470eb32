// Applies entries' outcomes to rows: the only way rows change, live and in replay alike.

import type { Entry, EntryData } from "../ledger/entry.ts";
import { type ReadingRow, readingKey, readingOf } from "./reading.ts";
import type { AssignmentRow, PlanRow } from "./rows.ts";

/** The rows of one plan. */
export interface PlanRows {
  plan: PlanRow;
  assignments: Map<string, AssignmentRow>;
  /** By `readingKey`. */
  readings: Map<string, ReadingRow>;
}

/** Folds one entry in, in place. `data` is the entry's data, parsed. Opening entries carry the whole row. */
export function foldEntry(rows: PlanRows, entry: Entry, data: EntryData): void {
  const { assignmentId } = entry;
  if (assignmentId !== null) {
    const row = rows.assignments.get(assignmentId);
    rows.assignments.set(assignmentId, { ...row, ...data.outcome, seq: entry.seq } as AssignmentRow);
  }
  if (data.reading !== undefined) {
    const reading = readingOf(entry, data.reading);
    rows.readings.set(readingKey(reading), reading);
  }
  const change = assignmentId === null ? data.outcome : data.plan;
  rows.plan = { ...rows.plan, ...change, seq: entry.seq, head: entry.hash, lastAt: entry.recordedAt };
}

/** Folds a draft onto one row, for a decision that makes several entries in a row. */
export function foldDraft(row: AssignmentRow, data: EntryData): AssignmentRow {
  return { ...row, ...data.outcome } as AssignmentRow;
}
