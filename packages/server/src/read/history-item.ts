// A ledger entry as pages show it to one reader.

import type { Entry, ReadAs, SeenEntry } from "@kehoach/engine";
import type { EntryData } from "@kehoach/engine/ledger";
import { entryLabel } from "@kehoach/engine/words";
import type { EventBody, HistoryItem, PlanHistoryItem } from "../contract/index.ts";
import { assignmentItem } from "./assignment-item.ts";
import { agencyName, type PlanFacts, type PlanGround } from "./plan-facts.ts";

/** Entries of a plan with the assignment each is about. */
export async function planHistory(
  reader: ReadAs,
  facts: PlanFacts,
  entries: readonly SeenEntry[],
): Promise<PlanHistoryItem[]> {
  const ids = [...new Set(entries.flatMap(({ assignmentId }) => assignmentId ?? []))];
  const planId = facts.summary.plan.id;
  const { items } =
    ids.length === 0 ? { items: [] } : await reader.assignments({ planId, ids }, { limit: 500 });
  const found = new Map(items.map((view) => [view.id, assignmentItem(facts, view, view.touchedAt)]));
  return entries.map((entry) => {
    const item = found.get(entry.assignmentId ?? "");
    const about =
      item === undefined
        ? null
        : {
            task: item.task.title,
            agency: item.agency,
            role: item.role,
            occurrence: item.occurrence,
            window: item.window,
          };
    return { ...historyItem(facts, entry), about };
  });
}

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
    reading: entry.type === "reading_reported" ? readingIn(facts, entry.data) : null,
    prevHash: entry.prevHash,
    hash: entry.hash,
  };
}

/** Null for data of another shape: entries outlive the code that reads them. */
function readingIn(facts: PlanGround, text: string | null): HistoryItem["reading"] {
  const data: EntryData = JSON.parse(text ?? "{}");
  const { input: id, agency, period, status, value } = data.reading ?? {};
  const input = facts.plan.inputs?.find((each) => each.id === id);
  if (input === undefined || typeof agency !== "string" || typeof period !== "string") return null;
  if (status !== "official" && status !== "estimate") return null;
  const replaces = data.facts?.replaces;
  return {
    input: { title: input.title, kind: input.kind },
    agency: agencyName(facts, agency),
    period,
    status,
    value: typeof value === "string" ? value : null,
    replaces: replaces === undefined ? null : { value: typeof replaces === "string" ? replaces : null },
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
