// The engine through its face, on both databases: issuing, the life of an assignment, refusals, retries, the clock.

import { expect, it } from "vitest";
import { sampleEngine } from "../testing/sample-engine.ts";
import { at, people, samplePlan, sampleRegister } from "../testing/sample-plan.ts";
import { eachDatabase, onDatabase } from "../testing/test-databases.ts";
import { engineOn } from "./create-engine.ts";
import type { Engine, Outcome } from "./engine.ts";
import { EngineError } from "./engine-error.ts";

const product = { paper: { number: "15/CL-CA", date: "2017-03-01", issuer: null, title: null } };
const decision = { number: "99/QĐ-UBND", date: "2017-02-10", issuer: null, title: null };

function code(outcome: Outcome): string {
  return outcome.accepted ? "accepted" : outcome.code;
}

async function types(engine: Engine, planId: string, assignmentId?: string): Promise<string[]> {
  const { items } = await engine.history(planId, { assignmentId, limit: 500 });
  return items.map((entry) => entry.type);
}

eachDatabase("the engine", (open) => {
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
    expect(!broken.issued && broken.problems.map((problem) => problem.code)).toContain("unknown_agency");
    expect(await engine.plans()).toEqual([]);
  });

  it("takes an assignment through its life, with rework, and counts it where officials would", async () => {
    const { engine, planId, find, send, turnTo } = await sampleEngine(open);
    const strategy = await find("strategy");
    expect(code(await send(strategy, "submit", people.policeHead, { products: product }))).toBe("wrong_state");
    expect(code(await send(strategy, "accept", people.labourHead))).toBe("not_your_role");
    expect(code(await send(strategy, "accept", people.policeClerk))).toBe("accepted");
    expect(code(await send(strategy, "accept", people.policeClerk))).toBe("wrong_state");
    expect(code(await send(strategy, "progress", people.policeOfficer, { percent: 40, note: "Đã có dự thảo" }))).toBe(
      "accepted",
    );
    turnTo("2017-03-01");
    expect(code(await send(strategy, "submit", people.policeHead))).toBe("product_required");
    expect(code(await send(strategy, "submit", people.policeHead, { products: product }))).toBe("accepted");
    expect((await find("strategy")).bucket).toBe("awaiting_confirmation");
    expect(code(await send(strategy, "confirm", people.policeHead))).toBe("not_your_role");
    expect(code(await send(strategy, "rework", people.office, { reason: "ngắn" }))).toBe("reason_required");
    expect(code(await send(strategy, "rework", people.office, { reason: "Thiếu phần kinh phí" }))).toBe("accepted");
    expect(await find("strategy")).toMatchObject({ stage: "in_progress", doneAt: null, bucket: "in_time" });
    turnTo("2017-03-20");
    expect(code(await send(strategy, "submit", people.policeHead, { products: product }))).toBe("accepted");
    expect(code(await send(strategy, "confirm", people.office))).toBe("accepted");

    const done = await find("strategy");
    expect(done).toMatchObject({ stage: "completed", bucket: "done_on_time", doneAt: at("2017-03-20"), wakeAt: null });
    expect(done.snapshot.context.reworks).toBe(1);
    expect(await types(engine, planId, strategy.id)).toEqual([
      "assignment_opened",
      "accept",
      "progress",
      "submit",
      "rework",
      "submit",
      "confirm",
    ]);
    const { items } = await engine.history(planId, { assignmentId: strategy.id });
    expect(items[2]?.textBodies).toEqual({ note: "Đã có dự thảo" });
    const [summary] = await engine.plans();
    expect(summary?.counts).toMatchObject({ done_on_time: 1 });
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("explains a refusal in both languages, with what is allowed and who could", async () => {
    const { find, send } = await sampleEngine(open);
    const refused = await send(await find("strategy"), "withdraw", people.policeHead);
    expect(refused).toMatchObject({
      accepted: false,
      code: "not_your_role",
      whoCould: ["issuer", "vice_chair"],
      allowed: ["accept"],
    });
    expect(!refused.accepted && refused.vi).toContain("Phó Chủ tịch");
    expect(!refused.accepted && refused.en).toContain("vice chair");
  });

  it("lists every command with the reason why it is blocked", async () => {
    const { engine, planId, find, send } = await sampleEngine(open);
    const strategy = await find("strategy");
    await send(strategy, "accept", people.policeHead);
    await send(strategy, "submit", people.policeHead, { products: product });
    const forOffice = await engine.allowed(planId, strategy.id, people.office);
    const open_ = forOffice.filter((command) => command.refusal === null).map((command) => command.type);
    expect(open_).toEqual(expect.arrayContaining(["confirm", "rework"]));
    expect(forOffice.find((command) => command.type === "accept")?.refusal?.code).toBe("wrong_state");
    const forHead = await engine.allowed(planId, strategy.id, people.policeHead);
    expect(forHead.find((command) => command.type === "confirm")?.refusal?.code).toBe("not_your_role");
    expect(forHead.some((command) => command.type === "clock")).toBe(false);
  });

  it("lets nobody confirm what he submitted himself", async () => {
    const { find, send } = await sampleEngine(open);
    const strategy = await find("strategy");
    const both = { ...people.policeHead, roles: ["head", "office"] as const };
    await send(strategy, "accept", both);
    await send(strategy, "submit", both, { products: product });
    expect(code(await send(strategy, "confirm", { ...both, agency: "office" }))).toBe("own_work");
  });

  it("returns the recorded result for a retry and refuses the id for anything else", async () => {
    const { engine, planId, find } = await sampleEngine(open);
    const { id: assignmentId } = await find("strategy");
    const accept = {
      target: "assignment",
      planId,
      assignmentId,
      type: "accept",
      actor: people.policeHead,
      requestId: "once",
      data: { note: "Đã nhận" },
    } as const;
    const [first, second] = await Promise.all([engine.dispatch(accept), engine.dispatch(accept)]);
    expect(first).toMatchObject({ accepted: true, repeated: false });
    expect(second).toMatchObject({ accepted: true, repeated: true });
    expect(first.accepted && second.accepted && second.entries).toEqual(first.accepted && first.entries);
    expect(await engine.dispatch(accept)).toMatchObject({ accepted: true, repeated: true });
    const changed = [
      { ...accept, type: "progress" },
      { ...accept, actor: people.policeClerk },
      { ...accept, data: { note: "Khác" } },
      { ...accept, data: {} },
    ];
    for (const other of changed) expect(code(await engine.dispatch(other))).toBe("request_reused");
    expect((await types(engine, planId, assignmentId)).filter((type) => type === "accept")).toHaveLength(1);
  });

  it("shows a conflict when someone else was faster", async () => {
    const { engine, planId, find, send } = await sampleEngine(open);
    const seen = await find("strategy");
    await send(seen, "accept", people.policeHead);
    const late = await engine.dispatch({
      target: "assignment",
      planId,
      assignmentId: seen.id,
      type: "progress",
      actor: people.policeOfficer,
      expected: seen.seq,
    });
    expect(code(late)).toBe("conflict");
  });

  it("disturbs no neighbour by a refused command in the same batch", async () => {
    const { find, send, engine, planId } = await sampleEngine(open);
    const [strategy, campaign, north] = await Promise.all([find("strategy"), find("campaign"), find("own-plan", "north")]);
    const outcomes = await Promise.all([
      send(strategy, "accept", people.policeHead),
      send(campaign, "accept", people.labourHead),
      send({ id: "0159d2ec-0400-7964-ad3c-d470bc7f6d61" }, "accept", people.labourHead),
      send(north, "accept", people.northHead),
    ]);
    expect(outcomes.map(code)).toEqual(["accepted", "not_your_role", "unknown_assignment", "accepted"]);
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("keeps entered later apart from when it happened", async () => {
    const { find, send, engine, planId, turnTo } = await sampleEngine(open);
    const north = await find("own-plan", "north");
    await send(north, "accept", people.northHead);
    turnTo("2017-03-03");
    const data = { products: { number: { number: "7/KH", date: "2017-02-27", issuer: null, title: null } } };
    const submit = { target: "assignment", planId, assignmentId: north.id, type: "submit", actor: people.northHead, data } as const;
    expect(code(await engine.dispatch({ ...submit, effectiveAt: at("2017-03-10") }))).toBe("in_the_future");
    expect(code(await engine.dispatch({ ...submit, effectiveAt: at("2017-02-01") }))).toBe("entered_too_late");
    expect(code(await engine.dispatch({ ...submit, effectiveAt: at("2017-02-27") }))).toBe("accepted");
    await send(north, "confirm", people.office);
    expect(await find("own-plan", "north")).toMatchObject({ bucket: "done_on_time", doneAt: at("2017-02-27") });
    const { items } = await engine.history(planId, { assignmentId: north.id });
    const entry = items.find((item) => item.type === "submit");
    expect(entry).toMatchObject({ effectiveAt: at("2017-02-27"), recordedAt: at("2017-03-03") });
    // The deadline passed before it was entered: noticed then, not afterwards denied.
    expect(items.map((item) => item.type)).toEqual(
      ["assignment_opened", "accept", "due_soon", "overdue", "submit", "confirm"],
    );
  });

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

  it("opens each month's assignment when the month begins, missed ones too", async () => {
    const { engine, planId, turnTo } = await sampleEngine(open);
    turnTo("2017-04-10");
    await engine.sweep();
    const { items } = await engine.assignments({ planId, task: "monthly" });
    expect(items.map((row) => [row.occurrence, row.openedAt, row.dueOn])).toEqual([
      ["2017-01", at("2017-01-20", "00:00"), "2017-02-03"],
      ["2017-02", at("2017-02-01", "00:00"), "2017-03-02"],
      ["2017-03", at("2017-03-01", "00:00"), "2017-04-04"],
      ["2017-04", at("2017-04-01", "00:00"), "2017-05-03"],
    ]);
  });

  it("holds what waits for another task, and releases it with a due counted from the completion", async () => {
    const { engine, find, send, turnTo } = await sampleEngine(open);
    const waiting = await find("carry-out");
    expect(waiting).toMatchObject({ held: true, dueOn: null, bucket: "no_due_date" });
    expect(code(await send(waiting, "accept", people.labourHead))).toBe("waits_for_predecessor");
    const strategy = await find("strategy");
    await send(strategy, "accept", people.policeHead);
    turnTo("2017-05-08");
    await send(strategy, "submit", people.policeHead, { products: product });
    await send(strategy, "confirm", people.office);
    await engine.sweep();
    expect(await find("carry-out")).toMatchObject({ held: false, dueOn: "2017-05-22" });
    expect(code(await send(waiting, "accept", people.labourHead))).toBe("accepted");
  });

  it("waits for consent where the plan requires it, and records silence", async () => {
    const { engine, find, send, turnTo } = await sampleEngine(open);
    const approval = await find("approval");
    const consent = await find("approval", "labour", "coordinator");
    await send(approval, "accept", people.policeHead);
    expect(code(await send(approval, "submit", people.policeHead))).toBe("coordinators_pending");
    turnTo("2017-03-12");
    await engine.sweep();
    expect(await find("approval", "labour", "coordinator")).toMatchObject({ stage: "silent", category: "waiting" });
    // Silence is recorded, and agrees only where the plan says so.
    expect(code(await send(approval, "submit", people.policeHead))).toBe("coordinators_pending");
    expect(code(await send(consent, "answer", people.labourHead))).toBe("answer_required");
    expect(code(await send(consent, "answer", people.labourHead, { answer: "differ" }))).toBe("accepted");
    expect(code(await send(approval, "submit", people.policeHead))).toBe("accepted");
    expect((await find("approval")).dueAt).toBe(at("2017-03-31", "14:00"));
  });

  it("moves a due without overwriting the one given", async () => {
    const { engine, find, send, turnTo } = await sampleEngine(open);
    turnTo("2017-03-02");
    await engine.sweep();
    const south = await find("own-plan", "south");
    expect(south.bucket).toBe("overdue");
    const data = { reason: "Huyện thay lãnh đạo", document: decision, due: "2017-04-28" };
    expect(code(await send(south, "adjust_due", people.office, data))).toBe("not_your_role");
    expect(code(await send(south, "adjust_due", people.viceChair, { ...data, due: "2017-04-31" }))).toBe("due_required");
    expect(code(await send(south, "adjust_due", people.viceChair, data))).toBe("accepted");
    const moved = await find("own-plan", "south");
    expect(moved).toMatchObject({ bucket: "in_time", dueOn: "2017-04-28", noticed: "nothing" });
    expect(moved.dueHistory.map((due) => [due.kind, due.date, due.document])).toEqual([
      ["given", "2017-02-28", null],
      ["adjusted", "2017-04-28", "99/QĐ-UBND"],
    ]);
  });

  it("opens an occurrence each time an event happens, once each", async () => {
    const { engine, planId } = await sampleEngine(open);
    const happened = (occurrence: string, actor = people.labourHead as typeof people.office) =>
      engine.dispatch({ target: "plan", planId, type: "open_occurrence", actor, data: { task: "victim", occurrence } });
    expect(code(await happened("2017-001"))).toBe("accepted");
    expect(code(await happened("2017-001"))).toBe("occurrence_exists");
    expect(code(await happened("2017-002", people.policeHead as never))).toBe("not_your_role");
    const { items } = await engine.assignments({ planId, task: "victim" });
    expect(items.map((row) => [row.occurrence, row.dueOn])).toEqual([["2017-001", "2017-02-02"]]);
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
    expect(code(await command("suspend"))).toBe("accepted");
    turnTo("2017-08-01");
    expect(await engine.sweep()).toBe(0);
    const strategy = await find("strategy");
    expect(strategy.bucket).toBe("suspended");
    expect(code(await send(strategy, "accept", people.policeHead))).toBe("plan_not_in_force");
    expect(code(await command("resume"))).toBe("accepted");
    expect(await engine.sweep()).toBeGreaterThan(0);
    expect(code(await send(strategy, "accept", people.policeHead))).toBe("accepted");
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("erases a text for good, leaving the ledger intact", async () => {
    const { engine, planId, find, send } = await sampleEngine(open);
    const strategy = await find("strategy");
    await send(strategy, "accept", people.policeHead, { note: "Tên của một người" });
    const { items } = await engine.history(planId, { assignmentId: strategy.id });
    const digest = JSON.parse(items[1]?.data ?? "{}").texts.note;
    const erase = { planId, digest, reason: "Có dữ liệu cá nhân" };
    expect(code(await engine.erase({ ...erase, actor: people.policeHead }))).toBe("not_your_role");
    expect(code(await engine.erase({ ...erase, actor: people.admin }))).toBe("accepted");
    const after = await engine.history(planId, { assignmentId: strategy.id });
    expect(after.items[1]?.textBodies).toEqual({ note: null });
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("pages through a list without gaps or repeats, in due order", async () => {
    const { engine, planId } = await sampleEngine(open);
    const seen: string[] = [];
    const dues: (number | null)[] = [];
    let after: string | undefined;
    for (;;) {
      const page = await engine.assignments({ planId }, { after, limit: 3 });
      seen.push(...page.items.map((row) => row.id));
      dues.push(...page.items.map((row) => row.dueAt));
      if (page.next === null) break;
      after = page.next;
    }
    expect(new Set(seen).size).toBe(10);
    expect(seen).toHaveLength(10);
    const numbers = dues.map((due) => due ?? Number.POSITIVE_INFINITY);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });

  it("filters by agency, objective, role, state and text without accents", async () => {
    const { engine, planId } = await sampleEngine(open);
    const count = async (filter: Parameters<Engine["assignments"]>[0]) =>
      (await engine.assignments({ planId, ...filter }, { limit: 100 })).items.length;
    expect(await count({ agency: "police", role: "lead" })).toBe(4);
    expect(await count({ objective: "better" })).toBe(3);
    expect(await count({ text: "chien luoc" })).toBe(4);
    expect(await count({ bucket: "no_due_date" })).toBe(1);
    expect(await count({ agency: "nobody" })).toBe(0);
    expect(await count({ planId: "no-such-plan" })).toBe(0);
  });

  it("feeds committed entries after a cursor, then live", async () => {
    const { engine, planId, find, send } = await sampleEngine(open);
    const stop = new AbortController();
    const seen: string[] = [];
    let cursor = "";
    for await (const item of engine.subscribe({ planId, signal: stop.signal })) {
      seen.push(item.entry.type);
      cursor = item.cursor;
      if (seen.length === 11) stop.abort();
    }
    expect(seen).toHaveLength(11);
    const live: string[] = [];
    const following = (async () => {
      for await (const { entry } of engine.subscribe({ planId, cursor })) {
        live.push(entry.type);
        if (live.length === 2) break;
      }
    })();
    const strategy = await find("strategy");
    await send(strategy, "accept", people.policeHead);
    await send(strategy, "progress", people.policeHead, { percent: 10 });
    await following;
    expect(live).toEqual(["accept", "progress"]);
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
    expect(code(outcome)).toBe("demo_data");
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
    expect(code(taken)).toBe("accepted");
  });

  it("refuses what could never be stored, with a place, storing nothing", async () => {
    const { engine, planId, find } = await sampleEngine(open);
    const { id: assignmentId } = await find("strategy");
    const accept = { target: "assignment", planId, assignmentId, type: "accept", actor: people.policeHead } as const;
    const hostile = [
      { ...accept, requestId: "" },
      { ...accept, requestId: "x".repeat(201) },
      { ...accept, data: { note: "a\u0000b" } },
      { ...accept, data: { note: "\ud800" } },
      { ...accept, data: { note: "x".repeat(20_001) } },
      { ...accept, effectiveAt: Number.NaN },
      { ...accept, actor: { ...people.policeHead, id: "" } },
    ];
    for (const command of hostile) {
      const error = await engine.dispatch(command).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(error instanceof EngineError && error.code).toBe("request_invalid");
    }
    expect(await types(engine, planId, assignmentId)).toEqual(["assignment_opened"]);
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
    const accept = { target: "assignment", planId, assignmentId: strategy.id, type: "accept", actor: people.policeHead } as const;
    const rolledBack = kysely.transaction().execute(async (transaction) => {
      expect(code(await engine.within(transaction as never).dispatch(accept))).toBe("accepted");
      throw new Error("the host changed its mind");
    });
    await expect(rolledBack).rejects.toThrow("changed its mind");
    expect((await find("strategy")).stage).toBe("assigned");
    await kysely.transaction().execute((transaction) => engine.within(transaction as never).dispatch(accept));
    expect((await find("strategy")).stage).toBe("in_progress");
    expect(code(await send(strategy, "accept", people.policeHead))).toBe("wrong_state");
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });
});

onDatabase("postgresql", "several nodes", (open) => {
  it("store a wake-up found by both once, and never break the chain", async () => {
    const first = await sampleEngine(open);
    const second = engineOn(
      { ...(first.engine.database as never), announce: async () => {}, vacuum: async () => {}, close: async () => {} },
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
