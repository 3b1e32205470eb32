// A ledger entry as pages show it to one reader.

import type { Entry, SeenEntry } from "@kehoach/engine";
import { entryLabel } from "@kehoach/engine/words";
import type { EventBody, HistoryItem } from "../contract/index.ts";
import { agencyName, type PlanGround } from "./plan-facts.ts";

export function historyItem(facts: PlanGround, entry: SeenEntry): HistoryItem {
  const hasTexts = Object.keys(entry.textBodies).length > 0;
  return {
    ...eventBody(facts, entry),
    label: entryLabel(facts.plan.lifecycles, entry),
    requestId: entry.requestId,
    part: entry.part,
    onBehalfOf: entry.onBehalfOf,
    signedBy: entry.signedBy,
    planVersion: entry.planVersion,
    data: entry.data,
    texts: entry.withheld ? {} : { ...entry.textBodies },
    files: entry.files.map((file) => ({ ...file })),
    textsHidden: hasTexts && entry.withheld,
    prevHash: entry.prevHash,
    hash: entry.hash,
  };
}

/** What everyone who reads the plan may know of an entry. */
export function eventBody(facts: PlanGround, entry: Omit<Entry, "data">): EventBody {
  return {
    planId: entry.planId,
    seq: entry.seq,
    assignmentId: entry.assignmentId,
    type: entry.type,
    label: entryLabel(facts.plan.lifecycles, entry),
    recordedAt: entry.recordedAt,
    effectiveAt: entry.effectiveAt,
    actor: entry.actor,
    agency: entry.agency === null ? null : agencyName(facts, entry.agency),
    source: entry.source,
  };
}
