// Handing an assignment over: the next generation of it for another agency, with the due it had.

import { dateOfInstant } from "../calendar/index.ts";
import type { Micros } from "../ledger/entry.ts";
import { isOfSameOccurrence } from "./brought.ts";
import type { AssignmentCommand } from "./command.ts";
import type { EffectDraft } from "./decision.ts";
import { isSameDue, lapsedDue, movedDue, namedDue } from "./due-change.ts";
import type { EntryDrafts } from "./entry-draft.ts";
import type { Draw, Facts } from "./facts.ts";
import { openAssignments } from "./open-assignments.ts";
import type { AssignmentRow } from "./rows.ts";
import { nextWake } from "./timers.ts";

/** Adds the entries that open the next generation. The given due keeps running unless the command names another; its
 *  coordinators are asked anew, from the day of handing over. */
export function handOver(
  facts: Facts,
  row: AssignmentRow,
  command: AssignmentCommand,
  when: { at: Micros; draw: Draw },
  entries: EntryDrafts,
  effects: EffectDraft[],
): void {
  const { at, draw } = when;
  const agency = command.data?.agency;
  if (agency === undefined) return;
  const { compiled } = facts;
  const request = {
    planId: facts.plan.id,
    planVersion: facts.plan.version,
    taskId: row.taskId,
    occurrence: row.occurrence,
    occurrenceEnd: null,
    at,
    by: command.actor.id,
    leads: [{ agency, generation: nextGeneration(facts, row, agency), previous: row.id }],
  };
  // What it waited for is done, or it waits still: then the new one waits as the old one did.
  const completed = () => (row.held ? null : dateOfInstant(at));
  for (const opened of openAssignments(compiled, request, completed, draw)) {
    const { seq: _seq, ...outcome } =
      opened.role === "lead" ? inheriting(facts, row, opened, command, at) : opened;
    entries.add("assignment_opened", opened.id, at, { outcome });
    effects.push({ kind: "notify", agency: opened.agencyId, reason: "opened", assignmentId: opened.id });
  }
}

/** The agency may have had the same task before, from another one. */
function nextGeneration({ all }: Facts, row: AssignmentRow, agency: string): number {
  const earlier = (all ?? []).filter((other) => isOfSameOccurrence(other, row) && other.agencyId === agency);
  return Math.max(row.generation, ...earlier.map(({ generation }) => generation)) + 1;
}

/** The due goes over as it stands; a consent by word of mouth was given to the agency that had it before. */
function inheriting(
  facts: Facts,
  row: AssignmentRow,
  opened: AssignmentRow,
  command: AssignmentCommand,
  at: Micros,
): AssignmentRow {
  const provisional = (row.snapshot.context.lapsesAt ?? null) !== null;
  const { dueAt, dueOn, soonAt, dueHistory } = provisional
    ? lapsedDue(facts, row, { at, by: command.actor.id })
    : row;
  const same: AssignmentRow = { ...opened, dueAt, dueOn, soonAt, dueHistory, noticed: "nothing" };
  const due = namedDue(command);
  const document = command.data?.document?.number ?? null;
  const moved =
    due === null || isSameDue(same, due)
      ? same
      : {
          ...same,
          ...movedDue(facts, same, { due, kind: "adjusted", by: command.actor.id, document, now: at }),
        };
  return { ...moved, wakeAt: nextWake(facts.compiled, moved) };
}
