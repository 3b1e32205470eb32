// What a caller without types, or in a hurry, may do to the engine: each a clear answer, never a driver's error.

import { expect, it } from "vitest";
import { codeOf, sampleEngine, typesOf } from "../../testing/sample-engine.ts";
import { at, people, samplePlan, sampleRegister } from "../../testing/sample-plan.ts";
import { eachDatabase } from "../../testing/test-databases.ts";
import { EngineError } from "../engine-error.ts";
import { createEngine, engineOn } from "./create-engine.ts";
import type { Engine } from "./engine.ts";

/** The code a promise rejects with; the error itself where it is not the engine's. */
async function thrownBy(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    (value) => ({ value }),
    (error: unknown) => (error instanceof EngineError ? error.code : error),
  );
}

/** The field that an error about a request names. */
async function fieldOf(work: Promise<unknown>): Promise<unknown> {
  const error = await work.catch((thrown: unknown) => thrown);
  return error instanceof EngineError && error.code === "request_invalid" ? error.details.field : error;
}

eachDatabase("misuse", (open) => {
  it("names the field of a command that is not what its type says, and stores nothing", async () => {
    const { engine, planId, find } = await sampleEngine(open);
    const { id: assignmentId } = await find("strategy");
    const actor = people.viceChair;
    const base = { target: "assignment", planId, assignmentId, type: "withdraw", actor };
    const link = { number: "1", date: "2017-01-20", issuer: null, title: null };
    const wrong: [unknown, string][] = [
      [undefined, "target"],
      [null, "target"],
      ["accept", "target"],
      [{}, "target"],
      [{ ...base, target: "toString" }, "target"],
      [{ ...base, planId: 5 }, "planId"],
      [{ ...base, assignmentId: undefined }, "assignmentId"],
      [{ ...base, requestId: 5 }, "requestId"],
      [{ ...base, requestId: " " }, "requestId"],
      [{ ...base, actor: undefined }, "actor"],
      [{ ...base, actor: { ...actor, roles: "issuer" } }, "actor.roles"],
      [{ ...base, actor: { id: "x", name: "x", roles: [] } }, "actor.agency"],
      [{ ...base, source: "fax" }, "source"],
      [{ ...base, expected: "1" }, "expected"],
      [{ ...base, effectiveAt: "yesterday" }, "effectiveAt"],
      [{ ...base, effectiveAt: 0.5 }, "effectiveAt"],
      [{ ...base, onBehalfOf: "the chair" }, "onBehalfOf"],
      [{ ...base, onBehalfOf: { name: "A", position: null, capacity: "XX." } }, "onBehalfOf.capacity"],
      [{ ...base, data: null }, "data"],
      [{ ...base, data: { reson: "a misspelt member" } }, "data.reson"],
      [{ ...base, data: { reason: {} } }, "data.reason"],
      [{ ...base, data: { document: "99/QĐ" } }, "data.document"],
      [{ ...base, data: { document: { ...link, number: 99 } } }, "data.document.number"],
      [{ ...base, data: { products: { paper: null } } }, "data.products.paper"],
      [{ ...base, data: { percent: 5n } }, "data.percent"],
      [{ ...base, data: { note: "x".repeat(20_001) } }, "data.note"],
      [{ ...base, data: { note: "a\u0000b" } }, "data"],
      [{ ...base, planId: "\ud800" }, "data"],
    ];
    for (const [command, field] of wrong)
      expect(await fieldOf(engine.dispatch(command as never)), JSON.stringify(field)).toBe(field);
    expect(await typesOf(engine, planId, assignmentId)).toEqual(["assignment_opened"]);
  });

  it("knows no command by the name of something every object has", async () => {
    const { engine, planId, find } = await sampleEngine(open);
    const { id: assignmentId } = await find("strategy");
    const actor = people.policeHead;
    for (const type of ["constructor", "__proto__", "toString", "", "ACCEPT"]) {
      expect(codeOf(await engine.dispatch({ target: "assignment", planId, assignmentId, type, actor }))).toBe(
        "unknown_command",
      );
      expect(
        codeOf(await engine.dispatch({ target: "plan", planId, type: type as "end", actor: people.issuer })),
      ).toBe("unknown_command");
    }
    await engine.dispatch({ target: "assignment", planId, assignmentId, type: "accept", actor });
    const submit = { target: "assignment", planId, assignmentId, type: "submit", actor } as const;
    const paper = { number: " ", date: "31/01/2017", issuer: null, title: null };
    const given: Record<string, typeof paper>[] = [{}, { constructor: paper }, { paper }];
    for (const products of given)
      expect(codeOf(await engine.dispatch({ ...submit, data: { products } }))).toBe("product_required");
  });

  it("refuses ids that name nothing", async () => {
    const { engine, planId, find } = await sampleEngine(open);
    const { id: assignmentId } = await find("strategy");
    const base = { target: "assignment", type: "accept", actor: people.policeHead } as const;
    const other = "0159d2ec-0400-7964-ad3c-d470bc7f6d61";
    const sent = async (plan: string, assignment: string) =>
      codeOf(await engine.dispatch({ ...base, planId: plan, assignmentId: assignment }));
    expect(await sent(other, assignmentId)).toBe("unknown_plan");
    expect(await sent("no-such-plan", assignmentId)).toBe("unknown_plan");
    expect(await sent("register", assignmentId)).toBe("unknown_plan");
    expect(await sent(planId, other)).toBe("unknown_assignment");
    expect(await sent(planId, "nonsense")).toBe("unknown_assignment");
    for (const id of ["no-such-plan", other, "a\u0000b", "", undefined as unknown as string]) {
      expect(await engine.plan(id)).toBeNull();
      expect(await engine.compiled(id)).toBeNull();
      expect(await engine.assignment(id, assignmentId)).toBeNull();
      expect(await engine.allowed(id, assignmentId, people.office)).toEqual([]);
      expect(await engine.history(id)).toEqual({ items: [], next: null });
      expect(await thrownBy(engine.verify(id))).toBe("unknown_plan");
      expect(await thrownBy(Array.fromAsync(engine.exportLedger(id)))).toBe("unknown_plan");
    }
    expect(await thrownBy(Array.fromAsync(engine.subscribe({ planId: "no-such-plan" })))).toBe(
      "unknown_plan",
    );
  });

  it("takes no filter, page or cursor that the database could not", async () => {
    const { engine, planId } = await sampleEngine(open);
    const all = (await engine.assignments({ planId })).items.length;
    const zeros = "0".repeat(36);
    for (const after of ["", "nonsense", `1_${zeros}_${zeros}`, `9999999999999999999_${planId}_${planId}`])
      expect((await engine.assignments({ planId }, { after })).items).toHaveLength(all);
    for (const limit of [Number.NaN, 1.5, "5" as unknown as number]) {
      expect(await fieldOf(engine.assignments({ planId }, { limit }))).toBe("limit");
      expect(await fieldOf(engine.history(planId, { limit }))).toBe("limit");
      expect(await fieldOf(engine.pendingEffects(limit))).toBe("limit");
    }
    expect((await engine.assignments({ planId }, { limit: 0 })).items).toHaveLength(1);
    expect((await engine.assignments({ planId }, { limit: 1e9 })).items).toHaveLength(all);
    expect(await fieldOf(engine.history(planId, { after: Number.NaN }))).toBe("after");
    const filters: [unknown, string][] = [
      [null, "filter"],
      [{ agency: "a\u0000b" }, "filter.agency"],
      [{ text: "\ud800" }, "filter.text"],
      [{ bucket: "late" }, "filter.bucket"],
      [{ agencies: ["police"] }, "filter.agencies"],
    ];
    for (const [filter, field] of filters)
      expect(await fieldOf(engine.assignments(filter as never))).toBe(field);
    expect(await fieldOf(engine.allowed(planId, zeros, {} as never))).toBe("actor.id");
    expect(await fieldOf(engine.markRelayed(["nonsense"]))).toBe("ids");
    expect(await fieldOf(engine.check({ text: 5 } as never))).toBe("plan.text");
    expect(await fieldOf(engine.check(samplePlan, [null] as never))).toBe("register[0]");
  });

  it("issues for whole requests only", async () => {
    const engine = engineOn(await open(), { sweepEvery: null, clock: { now: () => at("2017-01-23") } });
    const issue = { plan: samplePlan, register: sampleRegister, actor: people.office };
    expect(await fieldOf(engine.issue({ ...issue, actor: undefined } as never))).toBe("actor");
    expect(await fieldOf(engine.issue({ ...issue, requestId: "x".repeat(201) }))).toBe("requestId");
    expect(await fieldOf(engine.issue({ ...issue, source: "fax" as never }))).toBe("source");
    expect(await fieldOf(engine.issue({ ...issue, requestId: "a\u0000b" }))).toBe("actor");
    expect(await engine.plans()).toEqual([]);
  });

  it("will not have a clock of milliseconds", async () => {
    const engine = engineOn(await open(), { sweepEvery: null, clock: { now: () => Date.UTC(2017, 0, 23) } });
    const issue = engine.issue({ plan: samplePlan, register: sampleRegister, actor: people.office });
    expect(await fieldOf(issue)).toBe("clock.now()");
  });

  it("closes once, after what is under way, and then answers nothing", async () => {
    const { engine, planId, find, send } = await sampleEngine(open);
    const strategy = await find("strategy");
    const under = [
      send(strategy, "accept", people.policeHead).then(codeOf),
      engine.verify(planId).then((report) => report.intact),
      engine.plans().then((plans) => plans.length),
    ];
    const first = engine.close();
    const second = engine.close();
    expect(await Promise.all(under)).toEqual(["accepted", true, 1]);
    await Promise.all([first, second]);
    const closed: Promise<unknown>[] = [
      send(strategy, "progress", people.policeHead),
      engine.issue({ plan: samplePlan, actor: people.office }),
      engine.check(samplePlan),
      engine.plans(),
      engine.plan(planId),
      engine.assignments({}),
      engine.history(planId),
      engine.verify(planId),
      engine.sweep(),
      engine.now(),
      Array.fromAsync(engine.subscribe()),
      Array.fromAsync(engine.exportLedger(planId)),
    ];
    for (const work of closed) expect(await thrownBy(work)).toBe("engine_closed");
    expect(await thrownBy(engine.close())).toEqual({ value: undefined });
  });

  it("ends a feed when the engine closes", async () => {
    const { engine } = await sampleEngine(open);
    const feed = Array.fromAsync(engine.subscribe({ cursor: "now" }));
    await engine.close();
    expect(await feed).toEqual([]);
  });
});

it("refuses options that could mean nothing, or two databases at once", async () => {
  const opened = (options: unknown): Promise<Engine> => createEngine(options as never);
  const url = "postgresql://127.0.0.1:1/none";
  expect(await thrownBy(opened({ url, directory: "data" }))).toBe("database_options_invalid");
  expect(await thrownBy(opened({ url, kysely: {} }))).toBe("database_options_invalid");
  expect(await fieldOf(opened({ url: "" }))).toBe("url");
  expect(await fieldOf(opened({ directory: "" }))).toBe("directory");
  expect(await fieldOf(opened({ url, sweepEvery: 0 }))).toBe("sweepEvery");
  expect(await fieldOf(opened({ url, maxConnections: 0 }))).toBe("maxConnections");
  expect(await thrownBy(opened({ url }))).toBe("database_unreachable");
});
