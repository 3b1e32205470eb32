// The life of an assignment, on both databases: commands, refusals, retries, conflicts.

import { expect, it } from "vitest";
import { codeOf, sampleEngine, typesOf } from "../../../testing/sample-engine.ts";
import { at, people } from "../../../testing/sample-plan.ts";
import { eachDatabase } from "../../../testing/test-databases.ts";
import { EngineError } from "../../engine-error.ts";

const product = { paper: { number: "15/CL-CA", date: "2017-03-01", issuer: null, title: null } };
const decision = { number: "99/QĐ-UBND", date: "2017-02-10", issuer: null, title: null };

eachDatabase("an assignment", (open) => {
  it("takes an assignment through its life, with rework, and counts it where officials would", async () => {
    const { engine, planId, find, send, turnTo } = await sampleEngine(open);
    const strategy = await find("strategy");
    expect(codeOf(await send(strategy, "submit", people.policeHead, { products: product }))).toBe(
      "wrong_state",
    );
    expect(codeOf(await send(strategy, "accept", people.labourHead))).toBe("not_your_role");
    expect(codeOf(await send(strategy, "accept", people.policeClerk))).toBe("accepted");
    expect(codeOf(await send(strategy, "accept", people.policeClerk))).toBe("wrong_state");
    expect(
      codeOf(await send(strategy, "progress", people.policeOfficer, { percent: 40, note: "Đã có dự thảo" })),
    ).toBe("accepted");
    turnTo("2017-03-01");
    expect(codeOf(await send(strategy, "submit", people.policeHead))).toBe("product_required");
    expect(codeOf(await send(strategy, "submit", people.policeHead, { products: product }))).toBe("accepted");
    expect((await find("strategy")).bucket).toBe("awaiting_confirmation");
    expect(codeOf(await send(strategy, "confirm", people.policeHead))).toBe("not_your_role");
    expect(codeOf(await send(strategy, "rework", people.office, { reason: "ngắn" }))).toBe("reason_required");
    expect(codeOf(await send(strategy, "rework", people.office, { reason: "Thiếu phần kinh phí" }))).toBe(
      "accepted",
    );
    expect(await find("strategy")).toMatchObject({ stage: "in_progress", doneAt: null, bucket: "in_time" });
    turnTo("2017-03-20");
    expect(codeOf(await send(strategy, "submit", people.policeHead, { products: product }))).toBe("accepted");
    expect(codeOf(await send(strategy, "confirm", people.office))).toBe("accepted");

    const done = await find("strategy");
    expect(done).toMatchObject({
      stage: "completed",
      bucket: "done_on_time",
      doneAt: at("2017-03-20"),
      wakeAt: null,
    });
    expect(done.snapshot.context.reworks).toBe(1);
    expect(await typesOf(engine, planId, strategy.id)).toEqual([
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
      allowed: ["accept", "decline", "assign_within", "request_extension", "correct"],
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
    expect(codeOf(await send(strategy, "confirm", { ...both, agency: "office" }))).toBe("own_work");
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
    for (const other of changed) expect(codeOf(await engine.dispatch(other))).toBe("request_reused");
    expect((await typesOf(engine, planId, assignmentId)).filter((type) => type === "accept")).toHaveLength(1);
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
    expect(codeOf(late)).toBe("conflict");
  });

  it("disturbs no neighbour by a refused command in the same batch", async () => {
    const { find, send, engine, planId } = await sampleEngine(open);
    const [strategy, campaign, north] = await Promise.all([
      find("strategy"),
      find("campaign"),
      find("own-plan", "north"),
    ]);
    const outcomes = await Promise.all([
      send(strategy, "accept", people.policeHead),
      send(campaign, "accept", people.labourHead),
      send({ id: "0159d2ec-0400-7964-ad3c-d470bc7f6d61" }, "accept", people.labourHead),
      send(north, "accept", people.northHead),
    ]);
    expect(outcomes.map(codeOf)).toEqual(["accepted", "not_your_role", "unknown_assignment", "accepted"]);
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("keeps entered later apart from when it happened", async () => {
    const { find, send, engine, planId, turnTo } = await sampleEngine(open);
    const north = await find("own-plan", "north");
    await send(north, "accept", people.northHead);
    turnTo("2017-03-03");
    const data = { products: { number: { number: "7/KH", date: "2017-02-27", issuer: null, title: null } } };
    const submit = {
      target: "assignment",
      planId,
      assignmentId: north.id,
      type: "submit",
      actor: people.northHead,
      data,
    } as const;
    expect(codeOf(await engine.dispatch({ ...submit, effectiveAt: at("2017-03-10") }))).toBe("in_the_future");
    expect(codeOf(await engine.dispatch({ ...submit, effectiveAt: at("2017-02-01") }))).toBe(
      "entered_too_late",
    );
    expect(codeOf(await engine.dispatch({ ...submit, effectiveAt: at("2017-02-27") }))).toBe("accepted");
    await send(north, "confirm", people.office);
    expect(await find("own-plan", "north")).toMatchObject({
      bucket: "done_on_time",
      doneAt: at("2017-02-27"),
    });
    const { items } = await engine.history(planId, { assignmentId: north.id });
    const entry = items.find((item) => item.type === "submit");
    expect(entry).toMatchObject({ effectiveAt: at("2017-02-27"), recordedAt: at("2017-03-03") });
    // The deadline passed before it was entered: noticed then, not afterwards denied.
    expect(items.map((item) => item.type)).toEqual([
      "assignment_opened",
      "accept",
      "due_soon",
      "overdue",
      "submit",
      "confirm",
    ]);
  });

  it("waits for consent where the plan requires it, and records silence", async () => {
    const { engine, find, send, turnTo } = await sampleEngine(open);
    const approval = await find("approval");
    const consent = await find("approval", "labour", "coordinator");
    await send(approval, "accept", people.policeHead);
    expect(codeOf(await send(approval, "submit", people.policeHead))).toBe("coordinators_pending");
    turnTo("2017-03-12");
    await engine.sweep();
    expect(await find("approval", "labour", "coordinator")).toMatchObject({
      stage: "silent",
      category: "waiting",
    });
    // Silence is recorded, and agrees only where the plan says so.
    expect(codeOf(await send(approval, "submit", people.policeHead))).toBe("coordinators_pending");
    expect(codeOf(await send(consent, "answer", people.labourHead))).toBe("answer_required");
    expect(codeOf(await send(consent, "answer", people.labourHead, { answer: "differ" }))).toBe("accepted");
    expect(codeOf(await send(approval, "submit", people.policeHead))).toBe("accepted");
    expect((await find("approval")).dueAt).toBe(at("2017-03-31", "14:00"));
  });

  it("moves a due without overwriting the one given", async () => {
    const { engine, find, send, turnTo } = await sampleEngine(open);
    turnTo("2017-03-02");
    await engine.sweep();
    const south = await find("own-plan", "south");
    expect(south.bucket).toBe("overdue");
    const data = { reason: "Huyện thay lãnh đạo", document: decision, due: "2017-04-28" };
    expect(codeOf(await send(south, "adjust_due", people.office, data))).toBe("not_your_role");
    expect(codeOf(await send(south, "adjust_due", people.viceChair, { ...data, due: "2017-04-31" }))).toBe(
      "due_required",
    );
    expect(codeOf(await send(south, "adjust_due", people.viceChair, data))).toBe("accepted");
    const moved = await find("own-plan", "south");
    expect(moved).toMatchObject({ bucket: "in_time", dueOn: "2017-04-28", noticed: "nothing" });
    expect(moved.dueHistory.map((due) => [due.kind, due.date, due.document])).toEqual([
      ["given", "2017-02-28", null],
      ["adjusted", "2017-04-28", "99/QĐ-UBND"],
    ]);
  });

  it("refuses what could never be stored, with a place, storing nothing", async () => {
    const { engine, planId, find } = await sampleEngine(open);
    const { id: assignmentId } = await find("strategy");
    const accept = {
      target: "assignment",
      planId,
      assignmentId,
      type: "accept",
      actor: people.policeHead,
    } as const;
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
    expect(await typesOf(engine, planId, assignmentId)).toEqual(["assignment_opened"]);
  });
});
