// The overdue work a person may read, with what its agencies said about it.

import type { Actor, HistoryEntry, ReadAs } from "@kehoach/engine";
import type { Language } from "@kehoach/engine/words";
import { type OverdueTask, overdueTask } from "../sheets/overdue-task.ts";
import type { World } from "../world.ts";
import { allPages } from "./all-pages.ts";

export interface OverdueFilter {
  /** A plan's id or document id. */
  plan?: string;
  agency?: string;
}

/** Lead assignments that are overdue, those longest overdue first; of requested bodies too, since they may be asked. */
export async function overdueTasks(
  world: World,
  actor: Actor,
  { plan, agency }: OverdueFilter,
  language: Language,
): Promise<OverdueTask[]> {
  const reads = world.engine.as(actor);
  const now = await world.engine.now();
  const filter = { planId: plan, agency, role: "lead", bucket: "overdue" } as const;
  const found: OverdueTask[] = [];
  for await (const view of allPages((after) => reads.assignments(filter, { after, limit: 500 }))) {
    const ground = await world.plans.ground(view.planId);
    if (ground === null) continue;
    const history = await wholeHistory(reads, view.planId, view.id);
    const { plan: document, organisation } = ground;
    const agencyName = organisation.agency(view.agencyId)?.name ?? view.agencyId;
    const requested = organisation.standing(view.agencyId) === "requested";
    const task = overdueTask(
      { plan: document, planId: view.planId, view, agencyName, requested, history, now },
      language,
    );
    if (task !== null) found.push(task);
  }
  return found;
}

async function wholeHistory(
  reads: ReadAs,
  planId: string,
  assignmentId: string,
): Promise<Pick<HistoryEntry, "agency" | "type" | "textBodies">[]> {
  const entries = [];
  const pages = allPages((after) =>
    reads.history(planId, { assignmentId, after: after ?? null, limit: 500 }),
  );
  for await (const entry of pages) entries.push(entry);
  return entries;
}
