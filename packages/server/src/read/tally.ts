// Counts of a plan's assignments by task and by agency.

import type { ReadAs } from "@kehoach/engine";
import type { Counts } from "../contract/index.ts";
import { allPages } from "./all-pages.ts";
import { noCounts, type Tally } from "./plan-body.ts";

export async function tallyOf(reads: ReadAs, planId: string): Promise<Tally> {
  const byTask = new Map<string, Counts>();
  const byAgency = new Map<string, { counts: Counts; coordinations: Counts }>();
  const views = allPages((after) => reads.assignments({ planId }, { after, limit: 1000 }));
  for await (const { agencyId, taskId, role, bucket } of views) {
    const agency = byAgency.get(agencyId) ?? { counts: noCounts(), coordinations: noCounts() };
    byAgency.set(agencyId, agency);
    if (role === "coordinator") {
      agency.coordinations[bucket] += 1;
      continue;
    }
    agency.counts[bucket] += 1;
    const task = byTask.get(taskId) ?? noCounts();
    byTask.set(taskId, task);
    task[bucket] += 1;
  }
  return { byTask, byAgency };
}
