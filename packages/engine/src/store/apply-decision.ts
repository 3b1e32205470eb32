// What was decided → the rows as they are from then on, and what is to be written.

import type { Accepted } from "../execute/decision.ts";
import { foldEntry, type PlanRows } from "../execute/fold.ts";
import { type ReadingRow, readingKey, readingOf } from "../execute/reading.ts";
import { extendChain } from "../ledger/chain.ts";
import type { Entry, EntryDraft } from "../ledger/entry.ts";
import type { Changes } from "./write-changes.ts";

/** Extends the chain by the decision's entries and folds them into the rows: live rows change in no other way. */
export function applyDecision(changes: Changes, rows: PlanRows, decision: Accepted): Entry[] {
  const entries = decision.entries.map((draft) => append(changes, rows, draft));
  const { id: planId, seq } = rows.plan;
  changes.plans.set(planId, rows.plan);
  for (const text of decision.texts) changes.texts.push({ ...text, planId });
  for (const file of decision.files ?? []) changes.files.push({ ...file, planId, seq });
  for (const digest of decision.erased) changes.erased.push({ planId, digest });
  decision.effects.forEach((effect, ordinal) => {
    changes.effects.push({ ...effect, planId, seq, ordinal });
  });
  return entries;
}

function append(changes: Changes, rows: PlanRows, draft: EntryDraft): Entry {
  const entry = extendChain({ seq: rows.plan.seq, hash: rows.plan.head }, draft);
  const { assignmentId } = entry;
  const opens = assignmentId !== null && !rows.assignments.has(assignmentId);
  foldEntry(rows, entry, draft.data);
  changes.entries.push(entry);
  if (draft.data.reading !== undefined) takeReading(changes, readingOf(entry, draft.data.reading));
  const row = assignmentId === null ? undefined : rows.assignments.get(assignmentId);
  if (row !== undefined) {
    if (opens || changes.opened.has(row.id)) changes.opened.set(row.id, row);
    else changes.changed.set(row.id, row);
  }
  return entry;
}

function takeReading({ readings }: Changes, reading: ReadingRow): void {
  const ofPlan = readings.get(reading.planId) ?? new Map<string, ReadingRow>();
  readings.set(reading.planId, ofPlan.set(readingKey(reading), reading));
}
