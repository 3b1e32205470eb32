// Waiting for a plan's lock: what was committed meanwhile is not overlooked.

import { expect, it } from "vitest";
import { sampleEngine } from "../../testing/sample-engine.ts";
import { people } from "../../testing/sample-plan.ts";
import { onDatabase } from "../../testing/test-databases.ts";
import { lockPlanRows } from "./lock-plans.ts";

onDatabase("postgresql", "locking a plan", (open) => {
  it("tells when requests must be looked for again, because the lock was waited for", async () => {
    const { engine, planId, find } = await sampleEngine(open);
    const { kysely } = engine.database;
    const strategy = await find("strategy");
    const requests = [{ planId, requestId: "r-1" }];
    const lockAgain = () =>
      kysely.transaction().execute((waiting) => lockPlanRows(waiting, [planId], requests));
    expect((await lockAgain()).allNew).toBe(true);

    const first = await kysely.startTransaction().execute();
    const { accepted } = await engine.within(first).dispatch({
      target: "assignment",
      planId,
      assignmentId: strategy.id,
      type: "accept",
      requestId: "r-1",
      actor: people.policeHead,
    });
    expect(accepted).toBe(true);
    const waited = lockAgain();
    // Long enough for the statement to have begun and to stand at the lock.
    await new Promise((resolve) => setTimeout(resolve, 300));
    await first.commit().execute();
    const locked = await waited;
    expect(locked.allNew).toBe(false);
    expect(locked.plans.get(planId)?.seq).toBe((await engine.verify(planId)).entries);
    expect((await lockAgain()).allNew).toBe(false);
  });
});
