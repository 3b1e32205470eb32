// The live connection: resuming, waiting longer each time, counting only what is not shown.

import { describe, expect, it } from "vitest";
import { createActor, fromCallback, SimulatedClock } from "xstate";
import { type LiveEvent, liveMachine, waitBefore } from "./live-machine.ts";

function start() {
  const opened: (string | null)[] = [];
  let send: (event: LiveEvent) => void = () => undefined;
  let missed = 0;
  const clock = new SimulatedClock();
  const actor = createActor(
    liveMachine.provide({
      actions: {
        missed: () => {
          missed += 1;
        },
      },
      actors: {
        stream: fromCallback<LiveEvent, { cursor: string | null }>(({ input, sendBack }) => {
          opened.push(input.cursor);
          send = sendBack;
        }),
      },
    }),
    { clock },
  );
  actor.start();
  return { actor, clock, opened, stream: (event: LiveEvent) => send(event), missed: () => missed };
}

const entry = (seq: number, planId = "p"): LiveEvent => ({
  type: "ENTRY",
  cursor: `c${seq}`,
  body: { planId, seq },
});

describe("live connection", () => {
  it("resumes after the last event it saw", () => {
    const { actor, clock, opened, stream } = start();
    stream({ type: "OPENED" });
    stream(entry(7));
    stream({ type: "LOST" });
    expect(actor.getSnapshot().matches("waiting")).toBe(true);
    clock.increment(waitBefore(1));
    expect(opened).toEqual([null, "c7"]);
    expect(actor.getSnapshot().matches({ connected: "connecting" })).toBe(true);
  });

  it("waits longer after each failure, and anew after a success", () => {
    const { actor, clock, stream } = start();
    stream({ type: "LOST" });
    clock.increment(waitBefore(1));
    stream({ type: "LOST" });
    clock.increment(waitBefore(1));
    expect(actor.getSnapshot().matches("waiting")).toBe(true);
    clock.increment(waitBefore(2) - waitBefore(1));
    expect(actor.getSnapshot().matches("connected")).toBe(true);
    stream({ type: "OPENED" });
    expect(actor.getSnapshot().context.attempts).toBe(0);
    expect(waitBefore(50)).toBe(30_000);
  });

  it("says when it could not resume", () => {
    const { actor, clock, stream, missed } = start();
    stream({ type: "OPENED" });
    stream({ type: "LOST" });
    clock.increment(waitBefore(1));
    stream({ type: "OPENED" });
    expect(actor.getSnapshot().matches({ connected: "open" })).toBe(true);
    expect(missed()).toBe(1);
    stream(entry(3));
    stream({ type: "LOST" });
    clock.increment(waitBefore(1));
    stream({ type: "OPENED" });
    expect(missed()).toBe(1);
  });

  it("counts each change once and forgets what the pages show", () => {
    const { actor, stream } = start();
    stream({ type: "OPENED" });
    stream(entry(1));
    stream(entry(2));
    stream(entry(2));
    stream(entry(1, "q"));
    expect(actor.getSnapshot().context.changes).toHaveLength(3);
    actor.send({ type: "SHOWN", planId: "p", seq: 2 });
    expect(actor.getSnapshot().context.changes).toEqual([{ planId: "q", seq: 1 }]);
    stream(entry(2));
    expect(actor.getSnapshot().context.changes).toHaveLength(1);
    actor.send({ type: "ALL_SHOWN" });
    expect(actor.getSnapshot().context.changes).toEqual([]);
  });
});
