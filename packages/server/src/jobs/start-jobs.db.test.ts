// Effects reach their deliverer at least once, under a stable id, also after a failure or a new start.

import { expect, test } from "vitest";
import { openTestInstance } from "../testing/test-instance.ts";
import { jobsDatabase } from "./jobs-database.ts";
import { type Deliver, type Notice, startJobs } from "./start-jobs.ts";

const soon = { interval: 50, timeout: 20_000 };

test("every effect is delivered once when nothing fails, and what fails is kept for another try", async () => {
  const { engine, close } = await openTestInstance();
  const pending = await engine.pendingEffects(1000);
  expect(pending.length).toBeGreaterThan(20);

  const delivered: Notice[] = [];
  const errors: unknown[] = [];
  const broken = pending[3]?.id;
  const deliver: Deliver = async (notice) => {
    if (notice.id === broken) throw new Error("the mail server is away");
    delivered.push(notice);
  };
  const jobs = await startJobs({ engine, deliver, onError: (error) => errors.push(error), workEvery: 0.5 });
  await jobs.relay();
  expect(await engine.pendingEffects(1)).toEqual([]);
  await expect.poll(() => delivered.length, soon).toBe(pending.length - 1);
  expect(new Set(delivered.map(({ id }) => id)).size).toBe(delivered.length);
  expect(delivered[0]).toMatchObject({
    reason: "opened",
    agency: expect.any(String),
    assignmentId: expect.any(String),
  });
  await expect.poll(() => errors.length, soon).toBe(1);
  await jobs.close();

  // As after a crash between sending and marking: all are pending again, but the queue knows their ids.
  await jobsDatabase(engine.database.kysely).executeSql("update kehoach.effect set relayed_at = null");
  expect(await engine.pendingEffects(1000)).toHaveLength(pending.length);
  const again: Notice[] = [];
  const second = await startJobs({
    engine,
    deliver: async (notice) => {
      again.push(notice);
    },
    onError: (error) => errors.push(error),
    workEvery: 0.5,
  });
  await engine.dispatch({
    target: "assignment",
    planId: pending[0]?.planId ?? "",
    assignmentId: pending[0]?.assignmentId ?? "",
    type: "adjust_due",
    actor: { id: "chair", name: "Chủ tịch", agency: "ubnd-tinh", roles: ["issuer"] },
    data: {
      due: "2017-11-30",
      reason: "Chờ ý kiến của cấp trên",
      document: { number: "9/UBND", date: "2017-02-02", issuer: null, title: null },
    },
  });
  await expect.poll(() => again.map(({ reason }) => reason), soon).toEqual(["due_adjusted"]);
  await second.close();
  await close();
});
