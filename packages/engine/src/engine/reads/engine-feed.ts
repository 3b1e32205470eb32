// The engine's entries as a stream: a ledger to take away, and a feed of what is committed.

import { EngineError } from "../../engine-error.ts";
import type { PlanRow } from "../../execute/rows.ts";
import type { Connection } from "../../store/connection.ts";
import { type CommitSignal, cursorOf, entriesSince, positionOf, presentPosition } from "../../store/feed.ts";
import type { Engine } from "../engine.ts";
import type { Door } from "../while-open.ts";
import { findPlanRow } from "./engine-reads.ts";

/** Milliseconds after which a feed looks for what another node has committed. */
const feedPoll = 1_000;

export function engineFeed(
  connection: Connection,
  signal: CommitSignal,
  door: Door,
): Pick<Engine, "exportLedger" | "subscribe"> {
  return {
    async *exportLedger(planId) {
      door.check();
      const row = await planRowOf(connection, planId);
      for await (const entry of entriesSince(connection, row.id, {})) yield JSON.stringify(entry);
    },

    async *subscribe({ planId, cursor, signal: abort } = {}) {
      door.check();
      const ended = (): boolean => door.closed || abort?.aborted === true;
      try {
        const id = planId === undefined ? null : (await planRowOf(connection, planId)).id;
        const position = cursor === "now" ? await presentPosition(connection, id) : positionOf(cursor ?? "");
        while (!ended()) {
          // Armed before looking, so that a commit between looking and waiting is not slept through.
          const next = signal.next(feedPoll, abort);
          for await (const entry of entriesSince(connection, id, position)) {
            yield { entry, cursor: cursorOf(position) };
            if (ended()) return;
          }
          await next;
        }
      } catch (error) {
        // The database may go while the feed looks; it was ending anyway.
        if (!ended()) throw error;
      }
    },
  };
}

/** Throws EngineError `unknown_plan`. */
export async function planRowOf(connection: Connection, planId: string): Promise<PlanRow> {
  const row = await findPlanRow(connection, planId);
  if (row !== null) return row;
  throw new EngineError("unknown_plan", {
    vi: `Không có kế hoạch “${planId}”.`,
    en: `There is no plan “${planId}”.`,
    details: { planId },
  });
}
