// Issuing a plan: the first entries of its ledger, with every assignment that opens at once.

import { dateOfInstant, displayDate, startOfDay } from "../calendar/index.ts";
import type { CompiledPlan } from "../compile/index.ts";
import { genesis } from "../ledger/chain.ts";
import { recordedFacts } from "./brought.ts";
import type { PlanCommand } from "./command.ts";
import type { Accepted, EffectDraft, Refusal } from "./decision.ts";
import { EntryDrafts } from "./entry-draft.ts";
import type { Draw } from "./facts.ts";
import { completionOf, openAssignments } from "./open-assignments.ts";
import { refuse } from "./refuse.ts";
import { rolesOnPlan } from "./roles-towards.ts";
import type { PlanRow } from "./rows.ts";
import { presentActor } from "./stand-in.ts";

/** What issuing records beside the assignments: digests and the versions it is pinned to. */
export interface IssueFacts {
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
  sent: PlanCommand,
  issueFacts: IssueFacts,
  draw: Draw,
): Accepted | Refusal {
  const command = { ...sent, actor: presentActor(sent.actor, draw.now) };
  const label = { vi: "Ban hành", en: "Issue" };
  const who = ["issuer", "vice_chair", "office"] as const;
  const holds = rolesOnPlan(command.actor, compiled.plan);
  if (!who.some((role) => holds.includes(role)))
    return refuse("not_your_role", { command: label, whoCould: who });
  const { issued, number, signer } = compiled.plan;
  const missing = [
    ...(number === null ? ["số, ký hiệu (number)"] : []),
    ...(issued === null ? ["ngày ban hành (issued)"] : []),
    ...(signer === null ? ["người ký (signer)"] : []),
  ];
  if (issued === null || missing.length > 0) return refuse("not_issuable", { detail: missing.join(", ") });
  if (startOfDay(issued) > draw.now) {
    const today = displayDate(dateOfInstant(draw.now));
    return refuse("not_issuable", { detail: `${displayDate(issued)} > ${today}` });
  }
  const at = startOfDay(issued);
  const entries = new EntryDrafts(command, plan, draw.now);
  const effects: EffectDraft[] = [];
  const next = compiled.openings.find((opening) => opening.at !== null && opening.at > at)?.at ?? null;
  entries.add("plan_issued", null, at, {
    outcome: { state: "in_force", version: plan.version, openedThrough: at, wakeAt: next },
    facts: { ...issueFacts, ...recordedFacts(command) },
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
