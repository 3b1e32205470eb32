// One wake-up: the steps the clock takes at one target when their instant has come.

import type { Micros } from "../ledger/entry.ts";
import { clockSteps } from "./clock-steps.ts";
import type { Command } from "./command.ts";
import type { Accepted, EffectDraft, Refusal } from "./decision.ts";
import { EntryDrafts } from "./entry-draft.ts";
import type { Draw, Facts } from "./facts.ts";
import { planSteps } from "./plan-clock.ts";
import { refuse } from "./refuse.ts";

/** The steps due at the command's target by `until`, recorded at `draw.now`; `changes_nothing` when none is. What comes
 *  due between the two is left for wake-ups of its own, so that the steps of a whole plan can be taken in due order. */
export function decideWakeUp(facts: Facts, command: Command, until: Micros, draw: Draw): Accepted | Refusal {
  const entries = new EntryDrafts(command, facts.plan, draw.now);
  const effects: EffectDraft[] = [];
  if (command.target === "plan") {
    // What is done in arrears may wake a plan in its past: what had opened by now does not open again.
    const now = Math.max(until, facts.plan.openedThrough);
    planSteps(facts, { ...draw, now }, entries, effects);
  }
  if (facts.assignment !== null) {
    for (const step of clockSteps(facts, facts.assignment, until).steps) {
      entries.addClock(step.type, facts.assignment.id, step.effectiveAt, step.data);
      effects.push(...step.effects);
    }
  }
  if (entries.drafts.length === 0) return refuse("changes_nothing");
  return { accepted: true, entries: entries.drafts, texts: [], erased: [], effects };
}
