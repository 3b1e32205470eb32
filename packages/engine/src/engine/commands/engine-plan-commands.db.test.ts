// Commands to a whole plan, and what they mean for its assignments, on both databases.

import { expect, it } from "vitest";
import { codeOf, sampleEngine, typesOf } from "../../../testing/sample-engine.ts";
import { at, people } from "../../../testing/sample-plan.ts";
import { eachDatabase } from "../../../testing/test-databases.ts";
import type { Actor, CommandData } from "../../execute/command.ts";
import type { CommandInput } from "../engine.ts";

const document = { number: "99/QĐ-UBND", date: "2017-02-10", issuer: null, title: null };
const reason = "Theo chỉ đạo mới của tỉnh";
const product = { paper: { number: "15/CL-CA", date: "2017-03-01", issuer: null, title: null } };

eachDatabase("a plan", (open) => {
  async function planEngine() {
    const sample = await sampleEngine(open);
    const { engine, planId } = sample;
    const command = (
      type: Extract<CommandInput, { target: "plan" }>["type"],
      data: CommandData = { reason, document },
      more: Partial<Extract<CommandInput, { target: "plan" }>> = {},
    ) => engine.dispatch({ target: "plan", planId, type, actor: people.viceChair as Actor, data, ...more });
    return { ...sample, command };
  }

  it("says what a command to it lacks, who could and in which state it is", async () => {
    const { command } = await planEngine();
    expect(codeOf(await command("suspend", {}))).toBe("reason_required");
    expect(codeOf(await command("suspend", { reason }))).toBe("document_required");
    expect(codeOf(await command("suspend", { reason, document }, { actor: people.policeHead }))).toBe(
      "not_your_role",
    );
    expect(codeOf(await command("resume"))).toBe("wrong_state");
    expect(codeOf(await command("suspend", undefined, { expected: 1 }))).toBe("conflict");
    expect(codeOf(await command("suspend"))).toBe("accepted");
    const refused = await command("open_occurrence", { task: "victim", occurrence: "1" });
    expect(codeOf(refused)).toBe("plan_not_in_force");
    expect(!refused.accepted && refused.en).toContain("Suspended");
  });

  it("lists its commands with the reason why one is blocked and who could", async () => {
    const { engine, planId, command } = await planEngine();
    const openTo = async (actor: Actor) =>
      (await engine.allowed(planId, null, actor))
        .filter((one) => one.refusal === null)
        .map((one) => one.type);
    expect(await openTo(people.viceChair)).toEqual(["open_occurrence", "suspend", "end", "withdraw"]);
    expect(await openTo(people.labourHead)).toEqual(["open_occurrence"]);
    expect(await openTo(people.policeHead)).toEqual([]);
    const tasksOf = async (actor: Actor) => (await engine.allowed(planId, null, actor))[0]?.tasks;
    expect(await tasksOf(people.labourHead)).toEqual(["victim"]);
    expect(await tasksOf(people.policeHead)).toEqual([]);
    const blocked = await engine.allowed(planId, null, people.policeHead);
    expect(blocked.map((one) => [one.type, one.refusal?.code])).toEqual([
      ["open_occurrence", "not_your_role"],
      ["suspend", "not_your_role"],
      ["resume", "wrong_state"],
      ["end", "not_your_role"],
      ["withdraw", "not_your_role"],
    ]);
    expect(blocked[1]).toMatchObject({
      to: "suspended",
      require: ["reason", "document"],
      refusal: { whoCould: ["issuer", "vice_chair"] },
    });
    await command("suspend");
    expect(await openTo(people.viceChair)).toEqual(["resume", "withdraw"]);
    expect(await command("end")).toMatchObject({ code: "wrong_state", allowed: ["resume", "withdraw"] });
  });

  it("opens an occurrence only of an event task", async () => {
    const { command } = await planEngine();
    for (const task of ["strategy", "no-such-task", "constructor"])
      expect(codeOf(await command("open_occurrence", { task, occurrence: "1" }))).toBe("not_an_event_task");
    expect(codeOf(await command("open_occurrence", { task: "victim", occurrence: " " }))).toBe(
      "not_an_event_task",
    );
  });

  it("takes no instant before its issue, and none in the future", async () => {
    const { engine, planId, command, turnTo } = await planEngine();
    turnTo("2017-01-24");
    const entered = (day: string, hour?: string) =>
      command("suspend", undefined, { effectiveAt: at(day, hour) });
    expect(codeOf(await entered("2017-01-19"))).toBe("entered_too_late");
    expect(codeOf(await entered("2017-01-25"))).toBe("in_the_future");
    expect(codeOf(await entered("2017-01-20", "00:00"))).toBe("accepted");
    const { items } = await engine.history(planId, { limit: 500 });
    expect(items.at(-1)).toMatchObject({ type: "suspend", effectiveAt: at("2017-01-20", "00:00") });
  });

  it("records who decided and signed, with position and capacity", async () => {
    const { engine, planId, command } = await planEngine();
    const signer = { name: "Nguyễn Văn A", position: "Chủ tịch", capacity: "TM." } as const;
    await command("suspend", undefined, { onBehalfOf: signer });
    const { items } = await engine.history(planId, { limit: 500 });
    expect(items.at(-1)?.onBehalfOf).toBe("Nguyễn Văn A");
    expect(JSON.parse(items.at(-1)?.data ?? "{}").facts.signedBy).toEqual(signer);
  });

  it("once ended opens nothing more, but what is open is finished and what waits is let go", async () => {
    const { engine, planId, command, find, send, turnTo } = await planEngine();
    turnTo("2017-02-05");
    // February had begun before the end was sent: its assignment opens first.
    expect(codeOf(await command("end"))).toBe("accepted");
    turnTo("2017-05-08");
    await engine.sweep();
    const { items } = await engine.assignments({ planId, task: "monthly" });
    expect(items.map((row) => row.occurrence)).toEqual(["2017-01", "2017-02"]);
    expect(codeOf(await command("open_occurrence", { task: "victim", occurrence: "1" }))).toBe(
      "plan_not_in_force",
    );
    const strategy = await find("strategy");
    expect(codeOf(await send(strategy, "accept", people.policeHead))).toBe("accepted");
    expect(codeOf(await send(strategy, "submit", people.policeHead, { products: product }))).toBe("accepted");
    expect(codeOf(await send(strategy, "confirm", people.office))).toBe("accepted");
    await engine.sweep();
    expect(await find("carry-out")).toMatchObject({ held: false, dueOn: "2017-05-22" });
    expect(codeOf(await command("resume"))).toBe("wrong_state");
    expect(codeOf(await command("withdraw"))).toBe("wrong_state");
    expect(await engine.sweep()).toBe(0);
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("withdraws a lead's open coordinations with its assignment, and lets go what waited", async () => {
    const { engine, planId, find, send, turnTo } = await planEngine();
    turnTo("2017-02-10");
    const [strategy, labour, border] = await Promise.all([
      find("strategy"),
      find("strategy", "labour", "coordinator"),
      find("strategy", "border", "coordinator"),
    ]);
    await send(labour, "answer", people.labourHead, { answer: "agree" });
    const outcome = await send(strategy, "withdraw", people.viceChair, { reason, document });
    expect(outcome.accepted && outcome.entries.map((entry) => [entry.assignmentId, entry.type])).toEqual([
      [strategy.id, "withdraw"],
      [border.id, "withdraw"],
    ]);
    // What the clock had to notice came first.
    expect((await typesOf(engine, planId, border.id)).slice(1)).toEqual([
      "due_soon",
      "pass_in_silence",
      "withdraw",
    ]);
    expect(await find("strategy", "border", "coordinator")).toMatchObject({
      stage: "withdrawn",
      category: "cancelled",
      wakeAt: null,
    });
    expect(await find("strategy", "labour", "coordinator")).toMatchObject({ stage: "answered" });
    await engine.sweep();
    expect((await find("carry-out")).held).toBe(false);
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("waits no longer for a consent its issuer has withdrawn; the lead cannot do so itself", async () => {
    const { find, send } = await planEngine();
    const approval = await find("approval");
    const consent = await find("approval", "labour", "coordinator");
    await send(approval, "accept", people.policeHead);
    expect(codeOf(await send(consent, "withdraw", people.policeHead, { reason }))).toBe("not_your_role");
    expect(codeOf(await send(approval, "submit", people.policeHead))).toBe("coordinators_pending");
    expect(codeOf(await send(consent, "withdraw", people.viceChair, { reason }))).toBe("accepted");
    expect(codeOf(await send(approval, "submit", people.policeHead))).toBe("accepted");
  });

  it("takes no new due that is the old one", async () => {
    const { find, send } = await planEngine();
    const approval = await find("approval");
    const adjust = (due: string, hour: string | null) =>
      send(approval, "adjust_due", people.viceChair, { reason, document, due, hour });
    expect(codeOf(await adjust("2017-03-31", "14:00"))).toBe("changes_nothing");
    expect(codeOf(await adjust("2017-03-31", "16:00"))).toBe("accepted");
    expect(codeOf(await adjust("2017-03-31", "16:00"))).toBe("changes_nothing");
  });

  it("moves every open due by the working days the plan was suspended", async () => {
    const { engine, planId, find, turnTo, command } = await planEngine();
    turnTo("2017-06-20");
    expect(codeOf(await command("suspend"))).toBe("accepted");
    turnTo("2017-07-10");
    await engine.sweep();
    expect((await find("strategy")).noticed).toBe("nothing");
    expect(codeOf(await command("resume"))).toBe("accepted");
    // 30 June and the 14 working days from 21 June to 10 July.
    const strategy = await find("strategy");
    expect(strategy).toMatchObject({ dueOn: "2017-07-20", noticed: "nothing", bucket: "in_time" });
    expect(strategy.dueHistory.map(({ kind, date }) => [kind, date])).toEqual([
      ["given", "2017-06-30"],
      ["shifted", "2017-07-20"],
    ]);
    turnTo("2017-07-21");
    await engine.sweep();
    expect((await find("strategy")).bucket).toBe("overdue");
    expect((await engine.verify(planId)).intact).toBe(true);
  });

  it("takes clock steps from the clock alone, whoever asks", async () => {
    const { engine, planId, find, send, turnTo, command } = await planEngine();
    turnTo("2017-08-01");
    const strategy = await find("strategy");
    expect(codeOf(await send(strategy, "clock", people.policeHead))).toBe("not_your_role");
    expect(codeOf(await command("clock", {}))).toBe("not_your_role");
    const clock: Actor = { id: "clock", name: "clock", agency: null, roles: ["clock"] };
    // What was due went before the refused commands, as the clock's own.
    expect(codeOf(await send(strategy, "clock", clock))).toBe("changes_nothing");
    const { items } = await engine.history(planId, { assignmentId: strategy.id });
    expect(items.slice(1).map((entry) => [entry.type, entry.actor])).toEqual([
      ["due_soon", "clock"],
      ["overdue", "clock"],
    ]);
    turnTo("2017-09-15");
    expect(codeOf(await send(strategy, "clock", clock))).toBe("accepted");
  });

  it("lets nobody confirm work before the day it was reported done", async () => {
    const { engine, planId, find, send, turnTo } = await planEngine();
    const strategy = await find("strategy");
    await send(strategy, "accept", people.policeHead);
    turnTo("2017-03-01");
    await send(strategy, "submit", people.policeHead, { products: product });
    turnTo("2017-03-03");
    const confirm = {
      target: "assignment",
      planId,
      assignmentId: strategy.id,
      type: "confirm",
      actor: people.office,
    } as const;
    expect(codeOf(await engine.dispatch({ ...confirm, effectiveAt: at("2017-02-28") }))).toBe(
      "entered_too_late",
    );
    expect(codeOf(await engine.dispatch({ ...confirm, effectiveAt: at("2017-03-01", "00:00") }))).toBe(
      "accepted",
    );
  });

  it("takes progress from the agency at work, not from whoever urges it", async () => {
    const { find, send } = await planEngine();
    const strategy = await find("strategy");
    await send(strategy, "accept", people.policeHead);
    await send(strategy, "progress", people.policeOfficer, { percent: 40 });
    expect(codeOf(await send(strategy, "progress", people.policeOfficer, { percent: 140 }))).toBe(
      "percent_out_of_range",
    );
    await send(strategy, "remind", people.office, { percent: 90, answer: "agree" });
    expect((await find("strategy")).snapshot.context).toMatchObject({ percent: 40, answer: null });
  });

  it("erases what is there, once, and nothing else", async () => {
    const { engine, planId, find, send } = await planEngine();
    const strategy = await find("strategy");
    const accepted = await send(strategy, "accept", people.policeHead, { note: "Tên của một người" });
    const digest = JSON.parse((accepted.accepted && accepted.entries[0]?.data) || "{}").texts.note;
    const erase = (which: string) => engine.erase({ planId, digest: which, actor: people.admin, reason });
    expect(codeOf(await erase("a".repeat(64)))).toBe("changes_nothing");
    expect(codeOf(await erase("nonsense"))).toBe("changes_nothing");
    expect(codeOf(await erase(digest))).toBe("accepted");
    expect(codeOf(await erase(digest))).toBe("changes_nothing");
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });
});
