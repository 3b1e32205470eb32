// Issuing a plan and joining a host, on both databases: once, whole, or not at all.

import { expect, it } from "vitest";
import { codeOf, sampleEngine } from "../../../testing/sample-engine.ts";
import { at, people, samplePlan, sampleRegister } from "../../../testing/sample-plan.ts";
import { eachDatabase } from "../../../testing/test-databases.ts";
import type { EngineError } from "../../engine-error.ts";
import { engineOn } from "../create-engine.ts";

eachDatabase("issuing", (open) => {
  it("issues a plan once and opens what the plan fixes", async () => {
    const { engine, planId } = await sampleEngine(open);
    const again = await engine.issue({ plan: samplePlan, register: sampleRegister, actor: people.office });
    expect(again).toMatchObject({ issued: true, planId });
    const other = await engine.issue({ plan: samplePlan, actor: people.office, requestId: "another" });
    expect(other).toMatchObject({ issued: false, refusal: { code: "already_issued" } });

    const { items } = await engine.assignments({ planId }, { limit: 100 });
    const opened = items.map((row) => `${row.taskId} ${row.agencyId} ${row.role} ${row.occurrence}`).sort();
    expect(opened).toEqual([
      "approval labour coordinator once",
      "approval police lead once",
      "campaign police lead july",
      "carry-out labour lead once",
      "monthly police lead 2017-01",
      "own-plan north lead once",
      "own-plan south lead once",
      "strategy border coordinator once",
      "strategy labour coordinator once",
      "strategy police lead once",
    ]);
    expect(await engine.verify(planId)).toMatchObject({ intact: true, fault: null });
  });

  it("refuses to issue for someone without the role, before its date, or over problems, and stores nothing", async () => {
    const database = await open();
    let now = at("2017-01-23");
    const engine = engineOn(database, { sweepEvery: null, clock: { now: () => now } });
    const issue = (actor: typeof people.office, text = samplePlan.text) =>
      engine.issue({ plan: { text }, register: sampleRegister, actor });
    expect(await issue(people.policeHead as never)).toMatchObject({ refusal: { code: "not_your_role" } });
    now = at("2017-01-10");
    expect(await issue(people.office)).toMatchObject({ refusal: { code: "not_issuable" } });
    const broken = await issue(people.office, samplePlan.text.replace("lead: police", "lead: polise"));
    expect(broken.issued).toBe(false);
    expect(!broken.issued && broken.problems.map((problem) => problem.code)).toContain("agency_unknown");
    expect(await engine.plans()).toEqual([]);
  });

  it("takes demonstration data only where it is one", async () => {
    const real = await sampleEngine(open);
    const strategy = await real.find("strategy");
    const outcome = await real.engine.dispatch({
      target: "assignment",
      planId: real.planId,
      assignmentId: strategy.id,
      type: "accept",
      actor: people.policeHead,
      source: "demo",
    });
    expect(codeOf(outcome)).toBe("demo_data");
    const demo = await sampleEngine(open, { demo: true });
    const demoStrategy = await demo.find("strategy");
    const taken = await demo.engine.dispatch({
      target: "assignment",
      planId: demo.planId,
      assignmentId: demoStrategy.id,
      type: "accept",
      actor: people.policeHead,
      source: "demo",
    });
    expect(codeOf(taken)).toBe("accepted");
  });

  it("is refused after closing", async () => {
    const { engine, planId } = await sampleEngine(open);
    await engine.close();
    await expect(
      engine.dispatch({ target: "plan", planId, type: "resume", actor: people.issuer }),
    ).rejects.toMatchObject({ code: "engine_closed" } satisfies Partial<EngineError>);
  });

  it("joins a host's transaction: what the host rolls back never happened", async () => {
    const { engine, planId, find, send } = await sampleEngine(open);
    const strategy = await find("strategy");
    const kysely = engine.database.kysely;
    const accept = {
      target: "assignment",
      planId,
      assignmentId: strategy.id,
      type: "accept",
      actor: people.policeHead,
    } as const;
    const rolledBack = kysely.transaction().execute(async (transaction) => {
      expect(codeOf(await engine.within(transaction as never).dispatch(accept))).toBe("accepted");
      throw new Error("the host changed its mind");
    });
    await expect(rolledBack).rejects.toThrow("changed its mind");
    expect((await find("strategy")).stage).toBe("assigned");
    await kysely.transaction().execute((transaction) => engine.within(transaction as never).dispatch(accept));
    expect((await find("strategy")).stage).toBe("in_progress");
    expect(codeOf(await send(strategy, "accept", people.policeHead))).toBe("wrong_state");
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });
});
