// Every change to stored rows that the engine did not make is found; an erasure is not one.

import { beforeAll, expect, it } from "vitest";
import { type BusyLedger, busyLedger } from "../../testing/busy-ledger.ts";
import { tamperWith } from "../../testing/tamper.ts";
import { eachDatabase } from "../../testing/test-databases.ts";

eachDatabase("verification", (open) => {
  let busy: BusyLedger;
  beforeAll(async () => {
    busy = await busyLedger(await open());
  });

  it("finds nothing where nothing was changed, not in an erasure either", async () => {
    for (const planId of busy.planIds)
      expect(await busy.engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("finds every column altered or exchanged, every row deleted, added or moved", async () => {
    const report = await tamperWith(busy, { seed: 42, rounds: 2 });
    expect(report.missed).toEqual([]);
    expect(report.mutants).toBeGreaterThan(200);
    expect(report.untried).toEqual([]);
  });
});
