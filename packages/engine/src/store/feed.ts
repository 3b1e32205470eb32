// Committed entries as a feed: everything after a cursor, then whatever is committed, from this node or another.

import type { Entry } from "../ledger/entry.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";
import { entriesAfter } from "./read-entries.ts";

/** Last seq seen by plan. A plan's own sequence has no gaps, so nothing committed can slip in behind it. */
export type FeedPosition = Record<string, number>;

export function cursorOf(position: FeedPosition): string {
  return btoa(JSON.stringify(position));
}

/** An empty position for a text that is no cursor of ours: the feed then begins at the start. */
export function positionOf(cursor: string): FeedPosition {
  try {
    const value: unknown = JSON.parse(atob(cursor));
    if (typeof value !== "object" || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).filter(([, seq]) => Number.isSafeInteger(seq) && (seq as number) >= 0),
    );
  } catch {
    return {};
  }
}

const readHeads = `select plan_id, seq from kehoach.plan where $1::uuid is null or plan_id = $1`;

/** The position of a feed that begins now: the last entry of each plan. A plan issued later is seen whole. */
export async function presentPosition(connection: Connection, planId: string | null): Promise<FeedPosition> {
  const heads = await rowsOf(connection, hot<{ plan_id: string; seq: string }>(readHeads, [planId]));
  return Object.fromEntries(heads.map((head) => [head.plan_id, Number(head.seq)]));
}

/** Entries committed after the position, oldest first per plan; the position moves with each one taken. */
export async function* entriesSince(
  connection: Connection,
  planId: string | null,
  position: FeedPosition,
): AsyncGenerator<Entry> {
  const heads = await rowsOf(connection, hot<{ plan_id: string; seq: string }>(readHeads, [planId]));
  for (const head of heads) {
    const last = Number(head.seq);
    while ((position[head.plan_id] ?? 0) < last) {
      const after = position[head.plan_id] ?? 0;
      const entries = await entriesAfter(connection, head.plan_id, { after, assignmentId: null, limit: 500 });
      if (entries.length === 0) break;
      for (const entry of entries) {
        position[head.plan_id] = entry.seq;
        yield entry;
      }
    }
  }
}

/** Wakes feeds of this process when something was committed here; others are found by looking again. */
export class CommitSignal {
  readonly #waiting = new Set<() => void>();

  announce(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  /** Resolves at the next commit, after `milliseconds`, or when aborted. */
  next(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        signal?.removeEventListener("abort", done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.#waiting.add(done);
      signal?.addEventListener("abort", done, { once: true });
      if (signal?.aborted === true) done();
    });
  }
}
