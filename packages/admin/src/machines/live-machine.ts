// The live connection as a machine: connecting, open, waiting to try again; it counts changes not yet shown.

import type { EventBody } from "@kehoach/server/contract";
import { assign, fromCallback, setup } from "xstate";

/** A committed entry that the page has not been refreshed for. */
export interface Change {
  planId: string;
  seq: number;
}

export interface LiveContext {
  /** Where to resume: the id of the last event; null before the first. */
  cursor: string | null;
  /** Failed attempts in a row. */
  attempts: number;
  /** Whether entries may have passed unseen: the stream broke before it gave a place to resume from. */
  gap: boolean;
  changes: readonly Change[];
  /** Per plan, the last entry the pages already show. */
  shown: Readonly<Record<string, number>>;
}

export type LiveEvent =
  | { type: "OPENED" }
  | { type: "ENTRY"; cursor: string; body: Pick<EventBody, "planId" | "seq"> }
  | { type: "LOST" }
  | { type: "RETRY" }
  /** The pages now show this plan up to this entry. */
  | { type: "SHOWN"; planId: string; seq: number }
  | { type: "ALL_SHOWN" };

const longestWait = 30_000;

/** Milliseconds before attempt `attempts`: half a second, doubled each time, at most half a minute. */
export function waitBefore(attempts: number): number {
  return Math.min(longestWait, 500 * 2 ** Math.max(0, attempts - 1));
}

export const liveMachine = setup({
  types: { context: {} as LiveContext, events: {} as LiveEvent },
  actors: {
    /** Opens the stream after `cursor` and sends back OPENED, ENTRY and LOST; provided by the page. */
    stream: fromCallback<LiveEvent, { cursor: string | null }>(() => undefined),
  },
  delays: { wait: ({ context }) => waitBefore(context.attempts) },
  actions: {
    /** Told when the connection is back but the stream could not be resumed where it broke; provided by the page. */
    missed: () => undefined,
    add: assign(({ context, event }) => {
      if (event.type !== "ENTRY") return {};
      const { planId, seq } = event.body;
      const known =
        seq <= (context.shown[planId] ?? 0) ||
        context.changes.some((change) => change.planId === planId && change.seq === seq);
      return {
        cursor: event.cursor,
        changes: known ? context.changes : [...context.changes, { planId, seq }],
      };
    }),
    shown: assign(({ context, event }) => {
      if (event.type !== "SHOWN") return {};
      const { planId, seq } = event;
      return {
        shown: { ...context.shown, [planId]: Math.max(seq, context.shown[planId] ?? 0) },
        changes: context.changes.filter((change) => change.planId !== planId || change.seq > seq),
      };
    }),
    allShown: assign(({ context }) => {
      const shown: Record<string, number> = { ...context.shown };
      for (const { planId, seq } of context.changes) shown[planId] = Math.max(seq, shown[planId] ?? 0);
      return { shown, changes: [] };
    }),
  },
}).createMachine({
  id: "live",
  context: { cursor: null, attempts: 0, gap: false, changes: [], shown: {} },
  initial: "connected",
  on: { SHOWN: { actions: "shown" }, ALL_SHOWN: { actions: "allShown" } },
  states: {
    connected: {
      initial: "connecting",
      invoke: { src: "stream", input: ({ context }) => ({ cursor: context.cursor }) },
      on: {
        ENTRY: { actions: "add" },
        LOST: {
          target: "waiting",
          actions: assign({
            attempts: ({ context }) => context.attempts + 1,
            gap: ({ context }) => context.cursor === null,
          }),
        },
      },
      states: {
        connecting: {
          on: {
            OPENED: [
              {
                guard: ({ context }) => context.gap,
                target: "open",
                actions: ["missed", assign({ gap: false })],
              },
              { target: "open" },
            ],
          },
        },
        open: { entry: assign({ attempts: 0 }) },
      },
    },
    waiting: { after: { wait: "connected" }, on: { RETRY: "connected" } },
  },
});
