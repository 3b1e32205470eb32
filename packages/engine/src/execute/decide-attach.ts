// A file for one assignment: who may attach it now, and the entry it makes.

import type { WhoRole } from "../language/plan.ts";
import { fileDigest } from "../ledger/file-digest.ts";
import { recordedFacts } from "./brought.ts";
import { clockSteps } from "./clock-steps.ts";
import type { Actor, AssignmentCommand } from "./command.ts";
import type { Accepted, EffectDraft, Refusal } from "./decision.ts";
import { EntryDrafts } from "./entry-draft.ts";
import type { Draw, Facts } from "./facts.ts";
import { allowedTypes } from "./judge.ts";
import { notInForce, refuse } from "./refuse.ts";
import { rolesTowards } from "./roles-towards.ts";
import type { AssignmentRow } from "./rows.ts";
import { actsWithin } from "./stand-in.ts";

const label = { vi: "Đính kèm tệp", en: "Attach a file" };

/** Whose work an assignment is: its own agency's, and of a coordination the lead's too, who sends the draft. */
const workers: readonly WhoRole[] = ["head", "clerk", "officer", "lead_head", "lead_officer"];

/** Why the actor may not attach a file to the assignment now; null: he may. It is open to those workers for whom the
 *  lifecycle has any command in the present state. */
export function judgeAttach(facts: Facts, row: AssignmentRow, actor: Actor): Refusal | null {
  const lifecycle = facts.compiled.lifecycles.get(row.lifecycle)?.definition;
  const task = facts.compiled.tasks.get(row.taskId)?.task;
  if (lifecycle === undefined || task === undefined) return refuse("unknown_assignment");
  if (task.contentElsewhere) return refuse("content_elsewhere");
  if (facts.plan.state === "suspended" || facts.plan.state === "withdrawn") return notInForce(facts.plan);
  const open = row.category !== "done" && row.category !== "cancelled";
  const here = Object.values(lifecycle.commands).filter((command) => command.from.includes(row.stage));
  const who = workers.filter((role) => open && here.some((command) => command.who.includes(role)));
  if (who.length === 0) {
    const stage = lifecycle.states[row.stage]?.label ?? { vi: row.stage, en: row.stage };
    return refuse("wrong_state", { command: label, stage });
  }
  const holds = rolesTowards(actor, facts.compiled.plan, task, row, facts.lead);
  if (!who.some((role) => holds.includes(role)))
    return refuse("not_your_role", { command: label, whoCould: who });
  if (!row.held) return null;
  const titles = task.after.map((id) => facts.compiled.tasks.get(id)?.task.title ?? id);
  return refuse("waits_for_predecessor", { detail: titles.join("; ") });
}

export function decideAttach(facts: Facts, command: AssignmentCommand, draw: Draw): Accepted | Refusal {
  const before = facts.assignment;
  if (before === null) return refuse("unknown_assignment");
  if (command.expected !== undefined && command.expected !== before.seq) return refuse("conflict");
  const { steps, row } = clockSteps(facts, before, draw.now);
  const refusal = judgeAttach(facts, row, command.actor) ?? faultOf(facts, row, command);
  if (refusal !== null) return { ...refusal, allowed: allowedTypes(facts, row, command.actor) };
  const { file } = facts;
  if (file === undefined) return refuse("file_required");

  const entries = new EntryDrafts(command, facts.plan, draw.now);
  const effects: EffectDraft[] = [];
  for (const step of steps) {
    entries.addClock(step.type, row.id, step.effectiveAt, step.data);
    effects.push(...step.effects);
  }
  const salt = draw.salt();
  const { content, name, type, size } = file;
  const digest = fileDigest(salt, file);
  entries.add("attach", row.id, draw.now, {
    outcome: actsWithin(command.actor, row.agencyId) ? { touchedAt: draw.now } : {},
    facts: recordedFacts(command),
    files: [digest],
  });
  return {
    accepted: true,
    entries: entries.drafts,
    texts: [],
    files: [{ digest, salt, content, name, type, size }],
    erased: [],
    effects,
  };
}

function faultOf(facts: Facts, row: AssignmentRow, { data = {} }: AssignmentCommand): Refusal | null {
  const { product } = data;
  // A coordination owes no products.
  const products = row.role === "lead" ? (facts.compiled.tasks.get(row.taskId)?.task.products ?? []) : [];
  if (product !== undefined && !products.some(({ id }) => id === product))
    return refuse("unknown_product", { detail: product });
  return facts.file?.attachedAs.includes(product ?? null) === true ? refuse("changes_nothing") : null;
}
