// A ledger entry as pages show it, without what the reader may not see.

import type { Entry, HistoryEntry, Plan } from "@kehoach/engine";
import { serverWords } from "@kehoach/engine/words";
import type { DecisionBody, EventBody, HistoryItem, LocalText } from "../contract/index.ts";
import { Capacity } from "../contract/vocabulary.ts";
import { agencyName, type PlanGround } from "./plan-facts.ts";

/** `textsVisible` false hides free texts and evidence. */
export function historyItem(facts: PlanGround, entry: HistoryEntry, textsVisible: boolean): HistoryItem {
  const hasTexts = Object.keys(entry.textBodies).length > 0;
  return {
    ...eventBody(facts, entry),
    requestId: entry.requestId,
    part: entry.part,
    onBehalfOf: entry.onBehalfOf,
    signedBy: entry.onBehalfOf === null ? null : signedBy(entry.onBehalfOf, entry.data),
    planVersion: entry.planVersion,
    data: textsVisible ? entry.data : null,
    texts: textsVisible ? { ...entry.textBodies } : {},
    files: textsVisible ? entry.files.map((file) => ({ ...file })) : [],
    textsHidden: hasTexts && !textsVisible,
    prevHash: entry.prevHash,
    hash: entry.hash,
  };
}

/** What everyone who reads the plan may know of an entry. */
export function eventBody(facts: PlanGround, entry: Entry): EventBody {
  return {
    planId: entry.planId,
    seq: entry.seq,
    assignmentId: entry.assignmentId,
    type: entry.type,
    label: entryLabel(facts.plan, entry),
    recordedAt: entry.recordedAt,
    effectiveAt: entry.effectiveAt,
    actor: entry.actor,
    agency: entry.agency === null ? null : agencyName(facts, entry.agency),
    source: entry.source,
  };
}

function entryLabel(plan: Plan, entry: Entry): LocalText {
  if (entry.assignmentId !== null) {
    for (const lifecycle of Object.values(plan.lifecycles)) {
      const command = lifecycle.commands[entry.type];
      if (command !== undefined) return command.label;
    }
  }
  const { vi, en } = serverWords;
  return {
    vi: nameIn(vi.entries, entry.type) ?? entry.type,
    en: nameIn(en.entries, entry.type) ?? entry.type,
  };
}

/** Who signed is no evidence: all who read the plan may know the position and capacity beside the name. */
function signedBy(name: string, data: string): DecisionBody {
  const facts: unknown = Reflect.get(Object(JSON.parse(data)), "facts");
  const signer: unknown = Reflect.get(Object(facts), "signedBy");
  const position: unknown = Reflect.get(Object(signer), "position");
  const capacity: unknown = Reflect.get(Object(signer), "capacity");
  return {
    name,
    position: typeof position === "string" ? position : null,
    capacity: Capacity.enum.find((each) => each === capacity) ?? null,
  };
}

function nameIn(names: Readonly<Record<string, string>>, type: string): string | null {
  return Object.hasOwn(names, type) ? (names[type] ?? null) : null;
}
