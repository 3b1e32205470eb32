// Runs the live connection for the pages below it and tells them how it stands.

import type { EventBody } from "@kehoach/server/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useActorRef, useSelector } from "@xstate/react";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { fromCallback } from "xstate";
import { apiAddress } from "../api/ask.ts";
import { readEventStream } from "../api/event-stream.ts";
import { liveKey } from "../api/queries.ts";
import { type LiveEvent, liveMachine } from "../machines/live-machine.ts";

/** off: nobody is signed in, so there is nothing to listen to. */
export type LiveState = "off" | "connecting" | "open" | "waiting";

interface Live {
  state: LiveState;
  /** Entries committed since the pages were last read. */
  changes: number;
  retry: () => void;
  /** Reads everything anew and forgets the changes counted. */
  refresh: () => Promise<void>;
  /** As `refresh`, after a command of this page: its entry is no news. */
  refreshAfter: (planId: string, seq: number) => Promise<void>;
}

const LiveContext = createContext<Live | null>(null);

const streaming = liveMachine.provide({
  actors: {
    stream: fromCallback<LiveEvent, { cursor: string | null }>(({ input, sendBack }) => {
      const ending = new AbortController();
      readEventStream(apiAddress("events"), {
        lastEventId: input.cursor,
        signal: ending.signal,
        opened: () => sendBack({ type: "OPENED" }),
        found: ({ id, event, data }) => {
          const body = event === "entry" ? eventBody(data) : null;
          if (body !== null) sendBack({ type: "ENTRY", cursor: id, body });
        },
      })
        .catch(() => undefined)
        .finally(() => {
          if (!ending.signal.aborted) sendBack({ type: "LOST" });
        });
      return () => ending.abort();
    }),
  },
});

export function LiveConnection({ signedIn, children }: { signedIn: boolean; children: ReactNode }) {
  const client = useQueryClient();
  const machine = useMemo(
    () =>
      (signedIn ? streaming : liveMachine).provide({
        actions: { missed: () => void client.invalidateQueries({ queryKey: liveKey }) },
      }),
    [client, signedIn],
  );
  const actor = useActorRef(machine);
  const state = useSelector(actor, (snapshot): LiveState => {
    if (!signedIn) return "off";
    if (snapshot.matches("waiting")) return "waiting";
    return snapshot.matches({ connected: "open" }) ? "open" : "connecting";
  });
  const changes = useSelector(actor, (snapshot) => snapshot.context.changes.length);
  const live = useMemo<Live>(
    () => ({
      state,
      changes,
      retry: () => actor.send({ type: "RETRY" }),
      refresh: async () => {
        actor.send({ type: "ALL_SHOWN" });
        await client.invalidateQueries({ queryKey: liveKey });
      },
      refreshAfter: async (planId, seq) => {
        actor.send({ type: "SHOWN", planId, seq });
        await client.invalidateQueries({ queryKey: liveKey });
      },
    }),
    [state, changes, actor, client],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** Throws outside LiveConnection. */
export function useLive(): Live {
  const live = useContext(LiveContext);
  if (live === null) throw new Error("useLive needs LiveConnection above it.");
  return live;
}

function eventBody(data: string): Pick<EventBody, "planId" | "seq"> | null {
  try {
    const body: unknown = JSON.parse(data);
    if (typeof body !== "object" || body === null || !("planId" in body) || !("seq" in body)) return null;
    return typeof body.planId === "string" && typeof body.seq === "number"
      ? { planId: body.planId, seq: body.seq }
      : null;
  } catch {
    return null;
  }
}
