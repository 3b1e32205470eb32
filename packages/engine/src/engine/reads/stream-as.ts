// The engine's two streams as somebody: a ledger to take away, and the feed of what he sees.

import type { Actor } from "../../execute/command.ts";
import { mayReadLedger } from "../../execute/who-sees.ts";
import type { Entry, Micros } from "../../ledger/entry.ts";
import type { Connection } from "../../store/connection.ts";
import type { PlanCache } from "../../store/plan-cache.ts";
import { presentReader } from "../../store/stand-in-of.ts";
import type { Engine } from "../engine.ts";
import { engineReads } from "./engine-reads.ts";
import { readAs } from "./read-as.ts";
import { sightsOf } from "./sights-of.ts";

export interface StreamAs {
  /** As `Engine.exportLedger`: whole, or null where he may not take the ledger away. */
  exportLedger(planId: string): Promise<AsyncIterable<string> | null>;
  /** As `Engine.subscribe`, of what he sees; what entries bring stands in `history`. */
  subscribe(options?: { planId?: string; cursor?: string; signal?: AbortSignal }): AsyncIterable<{
    entry: Omit<Entry, "data">;
    cursor: string;
  }>;
}

export function streamAs(
  connection: Connection,
  cache: PlanCache,
  now: () => Promise<Micros>,
  feed: Pick<Engine, "exportLedger" | "subscribe">,
  actor: Actor,
): StreamAs {
  const present = () => presentReader(connection, actor, now);
  const reads = engineReads(connection, cache, now, sightsOf(connection, present));

  const { sight } = readAs(connection, cache, now, actor);

  async function sees({ planId, assignmentId }: Entry): Promise<boolean> {
    const seen = await sight(planId);
    if (seen === null) return false;
    if (assignmentId === null || seen.narrowed.size === 0) return true;
    return (await reads.assignment(planId, assignmentId)) !== null;
  }

  return {
    async exportLedger(planId) {
      const compiled = await reads.compiled(planId);
      return compiled !== null && mayReadLedger(await present(), compiled.plan)
        ? feed.exportLedger(planId)
        : null;
    },
    async *subscribe(options) {
      for await (const { entry, cursor } of feed.subscribe(options)) {
        if (!(await sees(entry))) continue;
        const { data: _, ...shown } = entry;
        yield { entry: shown, cursor };
      }
    },
  };
}
