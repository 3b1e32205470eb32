// The door for embedders' tests: a date of their choice, time that passes in due order, people made of a role.

import { expect, it, onTestFinished } from "vitest";
import { codeOf, typesOf } from "../../testing/sample-engine.ts";
import { samplePlan, sampleRegister } from "../../testing/sample-plan.ts";
import { instantOf, openTestEngine, sampleActor, type TestEngine } from "./index.ts";

async function opened(): Promise<TestEngine & { planId: string }> {
  const test = await openTestEngine("2017-01-23");
  onTestFinished(test.close);
  const actor = sampleActor("committee", "vice_chair");
  const issued = await test.engine.issue({ plan: samplePlan, register: sampleRegister, actor });
  if (!issued.issued) throw new Error(JSON.stringify(issued));
  return { ...test, planId: issued.planId };
}

it("lets everything be noticed at its own instant, in due order", async () => {
  const { engine, planId, advanceTo, today, clock } = await opened();
  expect(engine.database.engine).toBe("pglite");
  expect(await advanceTo("2017-04-03", "15:30")).toBeGreaterThan(10);
  expect(today()).toBe("2017-04-03");
  expect(clock.now()).toBe(instantOf("2017-04-03", "15:30"));
  const { items } = await engine.history(planId, { limit: 500 });
  const steps = items.filter(
    (entry) => entry.actor === "clock" && entry.effectiveAt > instantOf("2017-01-23"),
  );
  expect(steps.filter((entry) => entry.recordedAt !== entry.effectiveAt)).toEqual([]);
  expect(steps.map((entry) => entry.recordedAt)).toEqual(
    steps.map((entry) => entry.recordedAt).toSorted((a, b) => a - b),
  );
  // A duty due at 14:00 is overdue at 14:00.
  const { items: approvals } = await engine.assignments({ planId, task: "approval", role: "lead" });
  const [approval] = approvals;
  expect(await typesOf(engine, planId, approval?.id)).toContain("overdue");
  const overdue = steps.find((entry) => entry.assignmentId === approval?.id && entry.type === "overdue");
  expect(overdue?.recordedAt).toBe(instantOf("2017-03-31", "14:00"));
  expect(await engine.sweep()).toBe(0);
});

it("counts working days by the plan's calendar, at the same hour", async () => {
  const { advanceWorkingDays, today, clock } = await opened();
  // From Monday 23 January three working days reach Tết, 26 January to 1 February.
  await advanceWorkingDays("sample", 3);
  expect(today()).toBe("2017-02-02");
  expect(clock.now()).toBe(instantOf("2017-02-02", "08:00"));
  await expect(advanceWorkingDays("nowhere", 1)).rejects.toMatchObject({ code: "unknown_plan" });
});

it("goes only forward", async () => {
  const { advanceTo, today } = await opened();
  await expect(advanceTo("2017-01-22")).rejects.toThrow(RangeError);
  expect(today()).toBe("2017-01-23");
});

it("makes people who can act", async () => {
  const { engine, planId } = await opened();
  const { items } = await engine.assignments({ planId, task: "strategy", role: "lead" });
  const assignmentId = items[0]?.id ?? "";
  const accept = { target: "assignment", planId, assignmentId, type: "accept" } as const;
  expect(sampleActor("police", "head")).toEqual({
    id: "head@police",
    name: "head@police",
    agency: "police",
    roles: ["head"],
  });
  expect(codeOf(await engine.dispatch({ ...accept, actor: sampleActor("labour", "head") }))).toBe(
    "not_your_role",
  );
  const clerk = sampleActor("police", ["clerk", "officer"], { id: "hoa", name: "Lê Thị Hoa" });
  expect(codeOf(await engine.dispatch({ ...accept, actor: clerk }))).toBe("accepted");
});
