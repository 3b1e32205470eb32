// The clock, on both databases: each step once, at its own instant, also after downtime.

import { sql } from "kysely";
import { expect, it } from "vitest";
import { codeOf, sampleEngine } from "../../../testing/sample-engine.ts";
import { at, people } from "../../../testing/sample-plan.ts";
import { eachDatabase, onDatabase } from "../../../testing/test-databases.ts";
import { engineOn } from "../create-engine.ts";
import type { HostKysely } from "../engine.ts";

const product = { paper: { number: "15/CL-CA", date: "2017-03-01", issuer: null, title: null } };
const decision = { number: "99/QĐ-UBND", date: "2017-02-10", issuer: null, title: null };

eachDatabase("the clock", (open) => {
  it("notices due soon and overdue once, also after downtime, each at its own instant", async () => {
    const { engine, planId, find, turnTo } = await sampleEngine(open);
    turnTo("2017-06-27");
    await engine.sweep();
    const strategy = await find("strategy");
    expect(strategy).toMatchObject({ noticed: "due_soon", bucket: "due_soon" });
    turnTo("2017-09-01");
    await engine.sweep();
    await engine.sweep();
    const { items } = await engine.history(planId, { assignmentId: strategy.id });
    const noticed = items.slice(1).map((entry) => [entry.type, entry.effectiveAt, entry.actor]);
    expect(noticed).toEqual([
      ["due_soon", at("2017-06-27", "00:00"), "clock"],
      ["overdue", at("2017-07-01", "00:00"), "clock"],
    ]);
    expect(await find("strategy")).toMatchObject({ noticed: "overdue", bucket: "overdue", wakeAt: null });
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("notices again when a due was moved away and back", async () => {
    const { engine, find, send, turnTo } = await sampleEngine(open);
    turnTo("2017-06-27");
    await engine.sweep();
    const strategy = await find("strategy");
    const move = (due: string) =>
      send(strategy, "adjust_due", people.viceChair, {
        due,
        reason: "Theo chỉ đạo mới của tỉnh",
        document: decision,
      });
    expect(codeOf(await move("2017-08-31"))).toBe("accepted");
    expect(codeOf(await move("2017-06-30"))).toBe("accepted");
    expect((await find("strategy")).noticed).toBe("nothing");
    expect(await engine.sweep()).toBe(1);
    expect((await find("strategy")).noticed).toBe("due_soon");
  });

  it("opens each month's assignment when the month begins, missed ones too", async () => {
    const { engine, planId, turnTo } = await sampleEngine(open);
    turnTo("2017-04-10");
    await engine.sweep();
    const { items } = await engine.assignments({ planId, task: "monthly" });
    expect(items.map((row) => [row.occurrence, row.openedAt, row.dueOn])).toEqual([
      ["2017-01", at("2017-01-20", "00:00"), "2017-02-03"],
      ["2017-02", at("2017-02-01", "00:00"), "2017-03-02"],
      ["2017-03", at("2017-03-01", "00:00"), "2017-04-04"],
      ["2017-04", at("2017-04-01", "00:00"), "2017-05-02"],
    ]);
  });

  it("holds what waits for another task, and releases it with a due counted from the completion", async () => {
    const { engine, find, send, turnTo } = await sampleEngine(open);
    const waiting = await find("carry-out");
    expect(waiting).toMatchObject({ held: true, dueOn: null, bucket: "no_due_date" });
    expect(codeOf(await send(waiting, "accept", people.labourHead))).toBe("waits_for_predecessor");
    const strategy = await find("strategy");
    await send(strategy, "accept", people.policeHead);
    turnTo("2017-05-08");
    await send(strategy, "submit", people.policeHead, { products: product });
    await send(strategy, "confirm", people.office);
    await engine.sweep();
    expect(await find("carry-out")).toMatchObject({ held: false, dueOn: "2017-05-22" });
    expect(codeOf(await send(waiting, "accept", people.labourHead))).toBe("accepted");
  });

  it("opens an occurrence each time an event happens, once each", async () => {
    const { engine, planId } = await sampleEngine(open);
    const happened = (occurrence: string, actor = people.labourHead as typeof people.office) =>
      engine.dispatch({
        target: "plan",
        planId,
        type: "open_occurrence",
        actor,
        data: { task: "victim", occurrence },
      });
    expect(codeOf(await happened("2017-001"))).toBe("accepted");
    expect(codeOf(await happened("2017-001"))).toBe("occurrence_exists");
    expect(codeOf(await happened("2017-002", people.policeHead as never))).toBe("not_your_role");
    const { items } = await engine.assignments({ planId, task: "victim" });
    expect(items.map((row) => [row.occurrence, row.dueOn])).toEqual([["2017-001", "2017-02-02"]]);
  });

  it("wakes all others where one cannot be woken, and says so", async () => {
    const { engine, planId, find, turnTo } = await sampleEngine(open);
    const damaged = await find("strategy", "border", "coordinator");
    await sql`update kehoach.assignment set snapshot = '{"context":{},"value":{"extension":"none","main":"nowhere"}}'
      where id = ${damaged.id}`.execute(engine.database.kysely);
    turnTo("2017-12-01");
    await expect(engine.sweep()).rejects.toThrow("nowhere");
    expect((await find("campaign")).noticed).toBe("overdue");
    // Opened by this sweep, and woken by it too.
    const { items } = await engine.assignments({ planId, task: "monthly", bucket: "overdue" });
    expect(items).toHaveLength(10);
    expect(await engine.verify(planId)).toMatchObject({ intact: false, fault: { code: "changed_row" } });
  });

  it("never records below what is recorded, though its clock goes back", async () => {
    let micros = at("2017-01-23");
    const { engine, planId, find, send } = await sampleEngine(open, { clock: { now: () => micros } });
    const strategy = await find("strategy");
    const latest = at("2017-02-10");
    micros = latest;
    await send(strategy, "accept", people.policeHead);
    micros = at("2017-01-23");
    expect(codeOf(await send(strategy, "progress", people.policeHead))).toBe("accepted");
    const { items } = await engine.history(planId, { assignmentId: strategy.id });
    expect(items.at(-1)).toMatchObject({ type: "progress", recordedAt: latest, effectiveAt: latest });
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("stops a suspended plan and its clock, and goes on where it was", async () => {
    const { engine, planId, find, send, turnTo } = await sampleEngine(open);
    const command = (type: "suspend" | "resume") =>
      engine.dispatch({
        target: "plan",
        planId,
        type,
        actor: people.viceChair,
        data: { reason: "Theo chỉ đạo mới của tỉnh", document: decision },
      });
    expect(codeOf(await command("suspend"))).toBe("accepted");
    turnTo("2017-08-01");
    expect(await engine.sweep()).toBe(0);
    const strategy = await find("strategy");
    expect(strategy.bucket).toBe("suspended");
    expect(codeOf(await send(strategy, "accept", people.policeHead))).toBe("plan_not_in_force");
    expect(codeOf(await command("resume"))).toBe("accepted");
    expect(await engine.sweep()).toBeGreaterThan(0);
    expect(codeOf(await send(strategy, "accept", people.policeHead))).toBe("accepted");
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });
});

onDatabase("postgresql", "several nodes", (open) => {
  it("store a wake-up found by both once, and never break the chain", async () => {
    const first = await sampleEngine(open);
    const second = engineOn(
      {
        engine: "postgresql",
        kysely: first.engine.database.kysely as HostKysely,
        announce: async () => {},
        vacuum: async () => {},
        close: async () => {},
      },
      { sweepEvery: null, clock: { now: first.now } },
    );
    first.turnTo("2017-12-01");
    await Promise.all([first.engine.sweep(), second.sweep(), first.engine.sweep(), second.sweep()]);
    const { items } = await first.engine.history(first.planId, { limit: 500 });
    const noticed = items
      .filter((entry) => entry.type === "overdue" || entry.type === "due_soon")
      .map((entry) => `${entry.assignmentId} ${entry.type}`);
    expect(noticed.length).toBeGreaterThan(10);
    expect(new Set(noticed).size).toBe(noticed.length);
    expect(await first.engine.verify(first.planId)).toMatchObject({ intact: true });
  });
});
