// Whatever is sent in whatever order: the ledger, replayed, gives the live rows. The long form is `pnpm prove`.

import fc from "fast-check";
import { expect, it } from "vitest";
import { replayModel } from "../../testing/replay-model.ts";
import { sequences } from "../../testing/replay-steps.ts";
import { eachDatabase } from "../../testing/test-databases.ts";

eachDatabase("replay", (open) => {
  it("equals the live rows after every step of random command sequences", { timeout: 180_000 }, async () => {
    const model = replayModel(await open());
    const property = fc.asyncProperty(sequences, (sequence) => model.play(sequence));
    await fc.assert(property, {
      seed: 2017,
      numRuns: 20,
      interruptAfterTimeLimit: 150_000,
      endOnFailure: true,
    });
    // A model that is only ever refused would prove nothing.
    expect(model.counts.accepted).toBeGreaterThan(50);
    expect(model.counts.entries).toBeGreaterThan(300);
  });
});
