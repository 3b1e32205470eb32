// What coordinators were still asked for ends with the lead's assignment: withdrawn with it, or waived when it is done.

import type { Micros } from "../ledger/entry.ts";
import { clockEvent, clockSteps } from "./clock-steps.ts";
import type { AssignmentCommand } from "./command.ts";
import type { EffectDraft } from "./decision.ts";
import type { EntryDrafts } from "./entry-draft.ts";
import type { Facts } from "./facts.ts";
import type { AssignmentRow } from "./rows.ts";

/** By how the lead's assignment ended, the command that ends a coordination as cancelled. Until the lead's work is
 *  confirmed an answer may still come; nobody waits for one to work that is done. That nobody answered in time stays in
 *  the ledger, and the lead's submission lists it. */
const endings = { cancelled: "withdraw", done: "waive" } as const;

/** Adds the entries of the open coordinations, where their lifecycle can be ended from where they stand. What the clock
 *  had to notice of them by `now` comes first. */
export function closeCoordinations(
  facts: Facts,
  command: AssignmentCommand,
  when: { at: Micros; now: Micros; lead: keyof typeof endings },
  entries: EntryDrafts,
  effects: EffectDraft[],
): void {
  for (const before of facts.coordinations) {
    if (before.category === "done" || before.category === "cancelled") continue;
    const { steps, row } = clockSteps(facts, before, when.now);
    const ended = endedBy(facts, command, row, when);
    if (ended === null) continue;
    for (const step of steps) {
      entries.addClock(step.type, row.id, step.effectiveAt, step.data);
      effects.push(...step.effects);
    }
    entries.add(endings[when.lead], row.id, Math.max(when.at, row.openedAt), {
      outcome: ended,
      facts: { withLead: before.of },
    });
  }
}

function endedBy(
  facts: Facts,
  { actor }: AssignmentCommand,
  row: AssignmentRow,
  { at, lead }: { at: Micros; lead: keyof typeof endings },
): Partial<AssignmentRow> | null {
  const lifecycle = facts.compiled.lifecycles.get(row.lifecycle);
  const type = endings[lead];
  if (lifecycle === undefined || !Object.hasOwn(lifecycle.definition.commands, type)) return null;
  // Its own requirements were met when the lead's assignment ended.
  const snapshot = lifecycle.machine.next(row.snapshot, {
    ...clockEvent(lifecycle, type, at),
    actor: actor.id,
    holds: lifecycle.definition.commands[type]?.who ?? [],
  });
  if (snapshot === null) return null;
  const stage = snapshot.value.main;
  const category = lifecycle.definition.states[stage]?.category;
  if (category !== "cancelled") return null;
  return { snapshot, stage, category, doneAt: snapshot.context.completedAt, wakeAt: null };
}
