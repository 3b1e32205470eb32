// Issuing a plan: the first entries of its ledger, with every assignment that opens at once.

import { dateOfInstant, displayDate, startOfDay } from "../calendar/index.ts";
import type { CompiledPlan } from "../compile/index.ts";
import type { Plan } from "../language/plan.ts";
import { genesis } from "../ledger/chain.ts";
import type { Micros } from "../ledger/entry.ts";
import { recordedFacts } from "./brought.ts";
import type { Actor, LargeCommand } from "./command.ts";
import type { Accepted, EffectDraft, Refusal } from "./decision.ts";
import { EntryDrafts } from "./entry-draft.ts";
import type { Draw } from "./facts.ts";
import { completionOf, openAssignments } from "./open-assignments.ts";
import { refuse } from "./refuse.ts";
import { rolesOnPlan } from "./roles-towards.ts";
import type { PlanRow } from "./rows.ts";
import { presentActor } from "./stand-in.ts";

/** What the entry that makes a version of a plan records of it: digests, and the register's versions it is pinned to. */
export interface VersionFacts {
  documentId: string;
  number: string | null;
  title: string;
  /** Digest of the source text and of the canonical normalised plan. */
  sourceHash: string;
  planHash: string;
  /** Digest of the register documents as they were pinned. */
  registerHash: string;
  /** Register documents by kind: id, version date and digest. */
  pins: Readonly<Record<string, { id: string; from: string; hash: string }>>;
  /** Codes of the questions still open; a signed plan is not refused for being unclear. */
  openQuestions: readonly string[];
}

/** The plan row before its first entry. */
export function newPlanRow(id: string, documentId: string, kind: PlanRow["kind"]): PlanRow {
  return {
    id,
    documentId,
    kind,
    state: "in_force",
    version: 1,
    seq: 0,
    head: genesis(id),
    lastAt: 0,
    wakeAt: null,
    openedThrough: 0,
    suspendedSince: null,
  };
}

/** The entries of issuing. Of `sent` only who, when and the request id are read. */
export function decideIssue(
  plan: PlanRow,
  compiled: CompiledPlan,
  sent: LargeCommand,
  versionFacts: VersionFacts,
  draw: Draw,
): Accepted | Refusal {
  const command = { ...sent, actor: presentActor(sent.actor, draw.now) };
  const label = { vi: "Ban hành", en: "Issue" };
  const refusal = notTheIssuers(command.actor, compiled.plan, label) ?? notIssuable(compiled.plan, draw.now);
  if (refusal !== null) return refusal;
  const at = startOfDay(compiled.plan.issued ?? compiled.plan.period.from);
  const entries = new EntryDrafts(command, plan, draw.now);
  const effects: EffectDraft[] = [];
  const next = compiled.openings.find((opening) => opening.at !== null && opening.at > at)?.at ?? null;
  entries.add("plan_issued", null, at, {
    outcome: { state: "in_force", version: plan.version, openedThrough: at, wakeAt: next },
    facts: { ...versionFacts, ...recordedFacts(command) },
  });
  const completed = completionOf([]);
  for (const opening of compiled.openings) {
    if (opening.at !== null) break;
    const request = {
      planId: plan.id,
      planVersion: plan.version,
      taskId: opening.taskId,
      occurrence: opening.occurrence,
      occurrenceEnd: opening.occurrenceEnd,
      at,
      by: command.actor.id,
    };
    for (const { seq: _seq, ...outcome } of openAssignments(compiled, request, completed, draw)) {
      entries.add("assignment_opened", outcome.id, at, { outcome });
      effects.push({ kind: "notify", agency: outcome.agencyId, reason: "opened", assignmentId: outcome.id });
    }
  }
  return { accepted: true, entries: entries.drafts, texts: [], erased: [], effects };
}

const issuers = ["issuer", "vice_chair", "office"] as const;

/** Why the actor may neither issue nor amend the plan; null: he may. */
export function notTheIssuers(actor: Actor, plan: Plan, label: { vi: string; en: string }): Refusal | null {
  const holds = rolesOnPlan(actor, plan);
  if (issuers.some((role) => holds.includes(role))) return null;
  return refuse("not_your_role", { command: label, whoCould: issuers });
}

/** What keeps a plan from being in force; null: nothing. */
export function notIssuable({ issued, number, signer }: Plan, now: Micros): Refusal | null {
  const missing = [
    ...(number === null ? ["số, ký hiệu (number)"] : []),
    ...(issued === null ? ["ngày ban hành (issued)"] : []),
    ...(signer === null ? ["người ký (signer)"] : []),
  ];
  if (issued === null || missing.length > 0) return refuse("not_issuable", { detail: missing.join(", ") });
  if (startOfDay(issued) <= now) return null;
  return refuse("not_issuable", { detail: `${displayDate(issued)} > ${displayDate(dateOfInstant(now))}` });
}
