// The command dialogue: one request id for every attempt, and each way an attempt can end.

import type { CommandAnswer } from "@kehoach/server/contract";
import { describe, expect, it } from "vitest";
import { createActor, fromPromise, waitFor } from "xstate";
import { createCommandMachine, type Failure, type Sending } from "./command-machine.ts";

const answer: CommandAnswer = { accepted: true, repeated: false, seq: 9, entries: [] };

class Ended extends Error {
  readonly failure: Failure;
  constructor(kind: Failure["kind"]) {
    super(kind);
    this.failure = { kind, trouble: null };
  }
}

/** `attempts`: how each attempt ends, in order; null is accepted. */
function start(...attempts: (Failure["kind"] | null)[]) {
  const sent: Sending[] = [];
  const machine = createCommandMachine<{ seq: number }>(
    (fresh) => fresh.seq,
    (error) => (error instanceof Ended ? error.failure : { kind: "unknown", trouble: null }),
  ).provide({
    actors: {
      send: fromPromise<CommandAnswer, Sending>(async ({ input }) => {
        sent.push(input);
        const kind = attempts.shift() ?? null;
        if (kind !== null) throw new Ended(kind);
        return answer;
      }),
      reload: fromPromise(async () => ({ seq: 8 })),
    },
  });
  const actor = createActor(machine, { input: { requestId: "r1", expected: 5 } });
  actor.start();
  return { actor, sent };
}

describe("command dialogue", () => {
  it("sends and is done", async () => {
    const { actor, sent } = start(null);
    actor.send({ type: "CONFIRM", content: { data: { reason: "vì lý do này" }, effectiveAt: 7 } });
    const end = await waitFor(actor, (state) => state.status === "done");
    expect(end.context.answer).toEqual(answer);
    expect(sent).toEqual([
      { requestId: "r1", expected: 5, data: { reason: "vì lý do này" }, effectiveAt: 7 },
    ]);
  });

  it("tries again with the same request id when no answer came", async () => {
    const { actor, sent } = start("unknown", null);
    actor.send({ type: "CONFIRM", content: { data: { percent: 40 } } });
    await waitFor(actor, (state) => state.matches("unknown"));
    actor.send({ type: "RETRY" });
    await waitFor(actor, (state) => state.status === "done");
    expect(sent).toEqual([
      { requestId: "r1", expected: 5, data: { percent: 40 } },
      { requestId: "r1", expected: 5, data: { percent: 40 } },
    ]);
  });

  it("goes back to the form after a refusal and keeps what was entered", async () => {
    const { actor } = start("refused");
    actor.send({ type: "CONFIRM", content: { data: { note: "đã làm" } } });
    await waitFor(actor, (state) => state.matches("refused"));
    actor.send({ type: "EDIT" });
    expect(actor.getSnapshot().matches("confirm")).toBe(true);
    expect(actor.getSnapshot().context.content).toEqual({ data: { note: "đã làm" } });
  });

  it("loads the new version in a conflict and sends against it only when told to", async () => {
    const { actor, sent } = start("conflict", null);
    actor.send({ type: "CONFIRM", content: { data: {} } });
    await waitFor(actor, (state) => state.matches({ conflict: "loaded" }));
    expect(sent).toHaveLength(1);
    actor.send({ type: "AGAIN" });
    await waitFor(actor, (state) => state.status === "done");
    expect(sent[1]).toEqual({ requestId: "r1", expected: 8, data: {} });
  });
});
