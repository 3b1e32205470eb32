// The pure decision: a command and the facts read under the plan's lock → entries, or a refusal.

import type { Actor, Command } from "./command.ts";
import { decideAssignment } from "./decide-assignment.ts";
import { decideAttach } from "./decide-attach.ts";
import { decidePlan } from "./decide-plan.ts";
import type { Accepted, Refusal } from "./decision.ts";
import type { Draw, Facts } from "./facts.ts";
import { commandsOf, judge } from "./judge.ts";
import { eventTasksOpenTo, judgePlan, planActs, planActTypes } from "./judge-plan.ts";
import { refuse } from "./refuse.ts";
import { presentActor } from "./stand-in.ts";

/** Decides one command. Pure: the same facts, command and draw give the same answer. `draw.now` must not lie below
 *  the plan's last entry. Never throws for anything a caller sent. */
export function decide(facts: Facts, sent: Command, draw: Draw): Accepted | Refusal {
  const command = { ...sent, actor: presentActor(sent.actor, draw.now) };
  if (command.source === "demo" && !facts.demo) return refuse("demo_data");
  if (command.target === "plan") return decidePlan(facts, command, draw);
  return command.type === "attach"
    ? decideAttach(facts, command, draw)
    : decideAssignment(facts, command, draw);
}

/** A command as a button: open to the actor, or why not and who could. */
export interface Button {
  type: string;
  label: { vi: string; en: string };
  to: string | null;
  require: readonly string[];
  refusal: Refusal | null;
  /** Ids of the tasks it may be sent for; absent: it is about none. */
  tasks?: readonly string[];
}

/** Every command people send to the plan. */
export function planButtons(facts: Facts, actor: Actor): Button[] {
  return planActTypes(facts).map((type) => {
    const { label, to, require } = planActs[type];
    const button = { type, label, to, require, refusal: judgePlan(facts, type, actor) };
    return require.includes("task") ? { ...button, tasks: eventTasksOpenTo(facts, actor) } : button;
  });
}

/** Every command of the target's lifecycle, as work passes through them. `facts.assignment` must be set. */
export function buttons(facts: Facts, actor: Actor): Button[] {
  const row = facts.assignment;
  const lifecycle = row === null ? undefined : facts.compiled.lifecycles.get(row.lifecycle)?.definition;
  if (row === null || lifecycle === undefined) return [];
  return commandsOf(lifecycle).map(([type, command]) => {
    const judged = judge(facts, row, type, actor);
    return {
      type,
      label: command.label,
      // Those about the due leave the main state as it is.
      to: Object.hasOwn(lifecycle.commands, type) ? command.to : null,
      require: command.require,
      refusal: "accepted" in judged ? judged : null,
    };
  });
}
