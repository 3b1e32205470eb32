// The versions of a plan: which document put each into force, and what changed with it, as far as a reader sees it.

import {
  type AmendmentReport,
  type AssignmentView,
  amendmentReport,
  type Engine,
  type EntryData,
  type HistoryEntry,
  type ReadAs,
} from "@kehoach/engine";
import type { VersionItem } from "../contract/index.ts";
import { allPages } from "./all-pages.ts";
import { documentLink } from "./assignment-body.ts";
import type { PlanFacts } from "./plan-facts.ts";

/** Newest first. Who reads the plan may know its documents, though not every text about it. */
export async function planVersions(engine: Engine, reader: ReadAs, planId: string): Promise<VersionItem[]> {
  const documents = new Map<number, EntryData>();
  const whole = allPages((after) => engine.history(planId, { kind: "version", after, limit: 500 }));
  for await (const { seq, data } of whole) documents.set(seq, JSON.parse(data));
  const items: VersionItem[] = [];
  for await (const entry of allPages((after) =>
    reader.history(planId, { kind: "version", after, limit: 500 }),
  )) {
    const { seq, recordedAt, effectiveAt, actor, signedBy } = entry;
    const { facts } = documents.get(seq) ?? {};
    const document = documentLink(facts?.document);
    items.push({
      version: entry.planVersion,
      seq,
      recordedAt,
      effectiveAt,
      actor,
      signedBy,
      document,
    });
  }
  return items.reverse();
}

/** What the entries of the amendment say that the reader sees; null: there is no such version, or it was the first. */
export async function versionChanges(
  engine: Engine,
  reader: ReadAs,
  facts: PlanFacts,
  version: number,
): Promise<AmendmentReport | null> {
  const { id: planId } = facts.summary.plan;
  const found = (await planVersions(engine, reader, planId)).find((item) => item.version === version);
  if (found === undefined || version < 2) return null;
  const entries = await ofOneRequest((after) => engine.history(planId, { after, limit: 500 }), found.seq);
  const seen = new Set(
    (await ofOneRequest((after) => reader.history(planId, { after, limit: 500 }), found.seq)).map(
      ({ seq }) => seq,
    ),
  );
  const visible = entries.filter(({ seq }) => seen.has(seq));
  const rows = await assignmentsOf(reader, planId, visible);
  const report = amendmentReport(
    visible.map(({ type, assignmentId, data }) => ({ type, assignmentId, data: JSON.parse(data) })),
    (id) => rows.get(id),
  );
  return facts.sourceText === null ? withoutHidden(report, facts) : report;
}

/** The entries from `seq` on that were recorded by the same request. */
async function ofOneRequest<Item extends Pick<HistoryEntry, "seq" | "requestId">>(
  read: (after: string | undefined) => Promise<{ items: readonly Item[]; next: string | null }>,
  seq: number,
): Promise<Item[]> {
  const found: Item[] = [];
  for await (const entry of allPages((after) => read(after ?? String(seq - 1)))) {
    if (found[0] !== undefined && entry.requestId !== found[0].requestId) break;
    found.push(entry);
  }
  return found;
}

async function assignmentsOf(
  reader: ReadAs,
  planId: string,
  entries: readonly HistoryEntry[],
): Promise<Map<string, AssignmentView>> {
  const all = [...new Set(entries.flatMap(({ assignmentId }) => assignmentId ?? []))];
  const rows = new Map<string, AssignmentView>();
  for (let from = 0; from < all.length; from += 500) {
    const ids = all.slice(from, from + 500);
    for (const view of (await reader.assignments({ planId, ids }, { limit: 500 })).items)
      rows.set(view.id, view);
  }
  return rows;
}

/** Tasks kept from the reader are not named either. */
function withoutHidden(report: AmendmentReport, { plan }: PlanFacts): AmendmentReport {
  const seen = new Set(plan.tasks.map((task) => task.id));
  const { added, changed } = report.tasks;
  return {
    ...report,
    tasks: {
      added: added.filter((id) => seen.has(id)),
      removed: [],
      changed: changed.filter(({ task }) => seen.has(task)),
    },
  };
}
