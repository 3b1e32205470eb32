// Whether a command is open to an actor now, before looking at what it brings: state, role, plan, predecessors.

import { commandOrder, extensionLabels, fixedLifecycleCommands } from "../compile/index.ts";
import type { Lifecycle, LifecycleCommand, WhoRole } from "../language/plan.ts";
import type { Actor } from "./command.ts";
import type { Refusal } from "./decision.ts";
import type { Facts } from "./facts.ts";
import { notInForce, refuse } from "./refuse.ts";
import { rolesTowards } from "./roles-towards.ts";
import type { AssignmentRow } from "./rows.ts";
import { isOwnWork } from "./stand-in.ts";

export interface Judged {
  command: LifecycleCommand;
  holds: readonly WhoRole[];
}

const agencyRoles: readonly WhoRole[] = ["head", "clerk", "officer"];

/** The command and the actor's roles when it is open to him, else why not. `row` is the assignment after the clock
 *  steps already due. */
export function judge(facts: Facts, row: AssignmentRow, type: string, actor: Actor): Judged | Refusal {
  const lifecycle = facts.compiled.lifecycles.get(row.lifecycle)?.definition;
  const task = facts.compiled.tasks.get(row.taskId)?.task;
  const command = commandOf(lifecycle, type);
  if (lifecycle === undefined || task === undefined || command === undefined) {
    return refuse("unknown_command", {
      command: { vi: type, en: type },
      allowed: allowedTypes(facts, row, actor),
    });
  }
  const blocked = (): Refusal | null => {
    if (facts.plan.state === "suspended" || facts.plan.state === "withdrawn") return notInForce(facts.plan);
    if (!isOpenFrom(type, command, row)) {
      return refuse("wrong_state", { command: command.label, stage: stageLabel(lifecycle, type, row) });
    }
    if (!command.who.some((role) => holds.includes(role))) {
      return refuse("not_your_role", { command: command.label, whoCould: command.who });
    }
    if (row.held && onlyAgency(command, holds)) {
      const titles = task.after.map((id) => facts.compiled.tasks.get(id)?.task.title ?? id);
      return refuse("waits_for_predecessor", { detail: titles.join("; ") });
    }
    if (command.require.includes("not_submitter") && isOwnWork(actor, row.snapshot.context)) {
      return refuse("own_work", { command: command.label, whoCould: command.who });
    }
    return null;
  };
  const holds = rolesTowards(actor, facts.compiled.plan, task, row, facts.lead);
  const refusal = blocked();
  if (refusal === null) return { command, holds };
  return { ...refusal, allowed: allowedTypes(facts, row, actor) };
}

/** A type is a caller's text: "constructor" is no command of any lifecycle. */
function commandOf(lifecycle: Lifecycle | undefined, type: string): LifecycleCommand | undefined {
  if (Object.hasOwn(fixedLifecycleCommands, type)) return fixedLifecycleCommands[type];
  return lifecycle !== undefined && Object.hasOwn(lifecycle.commands, type)
    ? lifecycle.commands[type]
    : undefined;
}

/** Whether the actor may send it as a person of the assigned agency only: then it waits with the assignment. */
function onlyAgency(command: LifecycleCommand, holds: readonly WhoRole[]): boolean {
  return command.who.every((role) => !holds.includes(role) || agencyRoles.includes(role));
}

/** A due moves while the work is open; what was mistyped is mended at any time, and a document may follow a consent by
 *  word of mouth when the work is done already. */
function isOpenFrom(type: string, command: LifecycleCommand, row: AssignmentRow): boolean {
  if (type === "correct") return true;
  if (!Object.hasOwn(fixedLifecycleCommands, type)) return command.from.includes(row.stage);
  if (row.category === "cancelled" || (row.category === "done" && type !== "paper_extension")) return false;
  return command.from.includes(row.snapshot.value.extension);
}

/** What state a refusal names: of the due for what is about the due, else of the work. */
function stageLabel(lifecycle: Lifecycle, type: string, row: AssignmentRow): { vi: string; en: string } {
  const closed = row.category === "done" || row.category === "cancelled";
  const { extension } = row.snapshot.value;
  if (!closed && Object.hasOwn(fixedLifecycleCommands, type) && Object.hasOwn(extensionLabels, extension))
    return extensionLabels[extension as keyof typeof extensionLabels];
  return lifecycle.states[row.stage]?.label ?? { vi: row.stage, en: row.stage };
}

/** Command types open to the actor on this assignment now, whatever they must bring. */
export function allowedTypes(facts: Facts, row: AssignmentRow, actor: Actor): string[] {
  if (facts.plan.state === "suspended" || facts.plan.state === "withdrawn") return [];
  const lifecycle = facts.compiled.lifecycles.get(row.lifecycle)?.definition;
  const task = facts.compiled.tasks.get(row.taskId)?.task;
  if (lifecycle === undefined || task === undefined) return [];
  const holds = rolesTowards(actor, facts.compiled.plan, task, row, facts.lead);
  return commandsOf(lifecycle)
    .filter(
      ([type, command]) =>
        isOpenFrom(type, command, row) &&
        command.who.some((role) => holds.includes(role)) &&
        !(row.held && onlyAgency(command, holds)) &&
        !(command.require.includes("not_submitter") && isOwnWork(actor, row.snapshot.context)),
    )
    .map(([type]) => type);
}

/** A lifecycle's commands that people send, as work passes through them, and the fixed ones. */
export function commandsOf(lifecycle: Lifecycle): [string, LifecycleCommand][] {
  const commands = commandOrder(lifecycle).flatMap((type): [string, LifecycleCommand][] => {
    const command = lifecycle.commands[type];
    return command === undefined || command.who.every((role) => role === "clock") ? [] : [[type, command]];
  });
  const fixed = Object.entries(fixedLifecycleCommands).filter(([, { who }]) => !who.includes("clock"));
  return [...commands, ...fixed];
}
