// Whether a command to a plan is open to an actor now, before looking at what it brings: the plan's state, the role.

import type { CompiledTask } from "../compile/index.ts";
import type { WhoRole } from "../language/plan.ts";
import type { Actor } from "./command.ts";
import type { Refusal } from "./decision.ts";
import type { Facts } from "./facts.ts";
import { notInForce, planStateLabels, refuse } from "./refuse.ts";
import { rolesOnPlan } from "./roles-towards.ts";
import type { PlanState } from "./rows.ts";

/** A command that people send to a plan in force. */
export interface PlanAct {
  label: { vi: string; en: string };
  from: readonly PlanState[];
  /** Null: the plan's state stays. */
  to: PlanState | null;
  who: readonly WhoRole[];
  require: readonly string[];
}

const leaders: readonly WhoRole[] = ["issuer", "vice_chair"];
const reasoned: readonly string[] = ["reason", "document"];

/** In the order in which they are shown. An erasure is not among them: it is about a text, in whatever state. */
export const planActs: Readonly<
  Record<"open_occurrence" | "suspend" | "resume" | "end" | "withdraw", PlanAct>
> = {
  open_occurrence: {
    label: { vi: "Mở lần phát sinh", en: "Open an occurrence" },
    from: ["in_force"],
    to: null,
    who: [...leaders, "office", "head", "clerk", "officer"],
    require: ["task", "occurrence"],
  },
  suspend: {
    label: { vi: "Tạm dừng", en: "Suspend" },
    from: ["in_force"],
    to: "suspended",
    who: leaders,
    require: reasoned,
  },
  resume: {
    label: { vi: "Tiếp tục", en: "Resume" },
    from: ["suspended"],
    to: "in_force",
    who: leaders,
    require: ["reason"],
  },
  end: {
    label: { vi: "Kết thúc", en: "End" },
    from: ["in_force"],
    to: "ended",
    who: leaders,
    require: reasoned,
  },
  withdraw: {
    label: { vi: "Thu hồi", en: "Withdraw" },
    from: ["in_force", "suspended"],
    to: "withdrawn",
    who: leaders,
    require: reasoned,
  },
};
export type PlanActType = keyof typeof planActs;

export function isPlanAct(type: string): type is PlanActType {
  return Object.hasOwn(planActs, type);
}

/** Why the command is not open to the actor; null: it is, bringing what it requires. `task`: the event task whose event
 *  happened; left out, any of the plan's. */
export function judgePlan(
  facts: Facts,
  type: PlanActType,
  actor: Actor,
  task?: CompiledTask,
): Refusal | null {
  const act = planActs[type];
  const { state } = facts.plan;
  if (!act.from.includes(state)) {
    return type === "open_occurrence"
      ? notInForce(facts.plan)
      : refuse("wrong_state", { command: act.label, stage: planStateLabels[state] });
  }
  const holds = rolesOnPlan(actor, facts.compiled.plan);
  if (act.who.some((role) => holds.includes(role))) return null;
  if (type === "open_occurrence") {
    const tasks = task === undefined ? [...facts.compiled.tasks.values()].filter(isEventTask) : [task];
    if (tasks.some((one) => actsForLead(actor, one))) return null;
  }
  return refuse("not_your_role", { command: act.label, whoCould: act.who });
}

export function isEventTask({ task }: CompiledTask): boolean {
  return task.mode === "event";
}

function actsForLead(actor: Actor, task: CompiledTask): boolean {
  return (
    actor.agency !== null &&
    task.leads.includes(actor.agency) &&
    actor.roles.some((role) => role === "head" || role === "clerk" || role === "officer")
  );
}

/** Ids of the event tasks whose events the actor may record now. */
export function eventTasksOpenTo(facts: Facts, actor: Actor): string[] {
  return [...facts.compiled.tasks.values()]
    .filter((one) => isEventTask(one) && judgePlan(facts, "open_occurrence", actor, one) === null)
    .map(({ task }) => task.id);
}

/** Types of the commands to the plan that are open to the actor now. */
export function allowedPlanTypes(facts: Facts, actor: Actor): PlanActType[] {
  return planActTypes(facts).filter((type) => judgePlan(facts, type, actor) === null);
}

/** The commands this plan can have at all: without event tasks no event happens. */
export function planActTypes(facts: Facts): PlanActType[] {
  const types = Object.keys(planActs).filter(isPlanAct);
  const hasEvents = [...facts.compiled.tasks.values()].some(isEventTask);
  return types.filter((type) => hasEvents || type !== "open_occurrence");
}
