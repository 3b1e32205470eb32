// Withdrawing a lead's assignment withdraws what its coordinators were still asked for.

import type { Micros } from "../ledger/entry.ts";
import { clockEvent, clockSteps } from "./clock-steps.ts";
import type { AssignmentCommand } from "./command.ts";
import type { EffectDraft } from "./decision.ts";
import type { EntryDrafts } from "./entry-draft.ts";
import type { Facts } from "./facts.ts";
import type { AssignmentRow } from "./rows.ts";

const type = "withdraw";

/** Adds the entries of the open coordinations, where their lifecycle can be withdrawn from where they stand. What the
 *  clock had to notice of them by `now` comes first. */
export function withdrawCoordinations(
  facts: Facts,
  command: AssignmentCommand,
  when: { at: Micros; now: Micros },
  entries: EntryDrafts,
  effects: EffectDraft[],
): void {
  for (const before of facts.coordinations) {
    if (before.category === "done" || before.category === "cancelled") continue;
    const { steps, row } = clockSteps(facts, before, when.now);
    const outcome = withdrawn(facts, command, row, when.at);
    if (outcome === null) continue;
    for (const step of steps) {
      entries.addClock(step.type, row.id, step.effectiveAt, step.data);
      effects.push(...step.effects);
    }
    entries.add(type, row.id, when.at, { outcome, facts: { withLead: before.of } });
  }
}

function withdrawn(
  facts: Facts,
  { actor }: AssignmentCommand,
  row: AssignmentRow,
  at: Micros,
): Partial<AssignmentRow> | null {
  const lifecycle = facts.compiled.lifecycles.get(row.lifecycle);
  if (lifecycle === undefined || !Object.hasOwn(lifecycle.definition.commands, type)) return null;
  const holds = lifecycle.definition.commands[type]?.who ?? [];
  // Its own requirements were met when the lead's assignment was withdrawn.
  const snapshot = lifecycle.machine.next(row.snapshot, {
    ...clockEvent(lifecycle, type, at),
    actor: actor.id,
    holds,
  });
  if (snapshot === null) return null;
  const stage = snapshot.value.main;
  const category = lifecycle.definition.states[stage]?.category;
  if (category !== "cancelled") return null;
  return { snapshot, stage, category, doneAt: snapshot.context.completedAt, wakeAt: null };
}
