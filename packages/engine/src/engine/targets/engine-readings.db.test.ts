// Reporting figures and reading targets by them, on both databases.

import { beforeAll, describe, expect, it } from "vitest";
import { figuresPlan } from "../../../testing/figures-plan.ts";
import { codeOf } from "../../../testing/sample-engine.ts";
import { at, people, sampleRegister } from "../../../testing/sample-plan.ts";
import { eachDatabase } from "../../../testing/test-databases.ts";
import type { Actor, CommandData } from "../../execute/command.ts";
import type { ReadingInput } from "../../execute/reading.ts";
import type { CommandInput, TargetView } from "../../index.ts";
import { rationalText } from "../../measure/index.ts";
import { sampleActor } from "../../testing/sample-actor.ts";
import { engineOn } from "../create-engine.ts";
import type { Engine, Outcome } from "../engine.ts";

const reason = "Đối chiếu lại với hồ sơ";
const document = { number: "99/QĐ-UBND", date: "2017-02-10", issuer: null, title: null };
const { policeHead, borderHead, labourHead, office } = people;

eachDatabase("figures", (open) => {
  let engine: Engine;
  let planId: string;
  let now = at("2017-01-23");
  const turnTo = (date: string): void => {
    now = Math.max(now, at(date));
  };

  beforeAll(async () => {
    engine = engineOn(await open(), { sweepEvery: null, clock: { now: () => now } });
    const issued = await engine.issue({ plan: figuresPlan, register: sampleRegister, actor: office });
    if (!issued.issued) throw new Error(JSON.stringify(issued));
    planId = issued.planId;
  });

  function report(
    actor: Actor,
    readings: readonly ReadingInput[],
    more: Partial<Extract<CommandInput, { target: "plan" }>> = {},
  ): Promise<Outcome> {
    const { data, ...rest } = more;
    const command = { target: "plan", planId, type: "report", actor, ...rest } as const;
    return engine.dispatch({ ...command, data: { readings, ...data } });
  }
  const official = (input: string, period: string, value: string | null): ReadingInput => ({
    input,
    period,
    status: "official",
    value,
  });
  const estimate = (input: string, period: string, value: string): ReadingInput => ({
    ...official(input, period, value),
    status: "estimate",
  });
  const target = async (id: string, through?: string): Promise<TargetView> => {
    const all = await engine.targets({ planId, ...(through !== undefined && { through }) });
    const found = all.find((one) => one.target.id === id);
    if (found === undefined) throw new Error(`No target ${id}.`);
    return found;
  };
  const standing = async (id: string, through?: string) => {
    const { judgement } = await target(id, through);
    const { verdict, value, reason: why } = judgement;
    return [verdict, value === null ? null : rationalText(value), why];
  };

  it("takes each value by an entry, and says how a target stands by them", async () => {
    turnTo("2017-02-01");
    const first = await report(policeHead, [
      official("received", "2017-01", "20"),
      official("tried", "2017-01", "19"),
    ]);
    expect(first.accepted && first.entries.map((entry) => entry.type)).toEqual([
      "reading_reported",
      "reading_reported",
    ]);
    expect(await standing("rate")).toEqual(["not_enough_data", "19/20", "not_reported"]);
    expect((await target("rate")).reported).toMatchObject({
      expected: 4,
      there: 2,
      missing: [
        { input: "tried", agency: "border", period: "2017-01" },
        { input: "received", agency: "border", period: "2017-01" },
      ],
    });
    // Half of what belongs together gives no rate.
    await report(borderHead, [official("received", "2017-01", "0")]);
    expect(await standing("rate")).toEqual(["not_enough_data", null, "not_reported"]);
    await report(borderHead, [official("tried", "2017-01", "0")]);
    // 19/20 is 95 %, and the plan says over 95 %.
    expect(await standing("rate")).toEqual(["not_met_yet", "19/20", null]);
    expect((await target("rate")).judgement.oneCase).toMatchObject({ verdict: "met" });
  });

  describe("refuses", () => {
    const sent = async (actor: Actor, reading: ReadingInput, more = {}) =>
      codeOf(await report(actor, [reading], more));

    it("who does not report the figure, and what is none", async () => {
      turnTo("2017-02-02");
      const value = official("escapes", "2017-01", "0");
      expect(codeOf(await report(policeHead, []))).toBe("readings_required");
      expect(await sent(policeHead, { ...value, input: "nothing" })).toBe("unknown_input");
      expect(await sent(policeHead, { ...value, period: "2017-Q1" })).toBe("unknown_period");
      expect(await sent(policeHead, { ...value, period: "2018-01" })).toBe("unknown_period");
      expect(await sent(labourHead, value)).toBe("not_its_reporter");
      expect(await sent(labourHead, { ...value, agency: "police" })).toBe("not_your_role");
      expect(await sent(office, { ...value, agency: "police" })).toBe("decided_by_required");
      const clerk = sampleActor("police", "auditor");
      expect(await sent(clerk, value)).toBe("not_your_role");
      const byTask = (await engine.compiled(planId))?.inputs.values() ?? [];
      const completed = [...byTask].find(({ input }) => input.task !== null)?.input.id ?? "";
      expect(await sent(policeHead, official(completed, "2017", "2017-02-01"))).toBe("reported_elsewhere");
    });

    it("a period that is not over or has not begun", async () => {
      expect(await sent(policeHead, official("escapes", "2017-02", "0"))).toBe("official_too_early");
      expect(await sent(policeHead, estimate("escapes", "2017-03", "0"))).toBe("period_not_begun");
    });

    it("values that cannot be, and asks about those that surprise", async () => {
      const of = (value: string) => sent(policeHead, official("escapes", "2017-01", value));
      for (const value of ["-1", "2.5", "nhiều", "", "1e3"]) expect(await of(value)).toBe("value_impossible");
      const hours = (value: string) => sent(labourHead, { ...estimate("hours", "2017-Q1", value) });
      expect(await hours("-0.5")).toBe("value_impossible");
      const beyond = await report(policeHead, [
        estimate("received", "2017-02", "10"),
        estimate("tried", "2017-02", "11"),
      ]);
      expect(codeOf(beyond)).toBe("part_over_whole");
      expect(!beyond.accepted && beyond.en).toContain("Vụ đã xét xử 11 > Vụ tiếp nhận 10");
      const leap = estimate("tried", "2017-02", "29");
      expect(await sent(policeHead, leap)).toBe("confirmation_required");
      expect(await sent(policeHead, { ...leap, confirmed: true })).toBe("accepted");
    });

    it("a correction without a reason, the same again, and an estimate after the official figure", async () => {
      expect(await sent(policeHead, official("tried", "2017-01", "19"))).toBe("changes_nothing");
      expect(await sent(policeHead, official("tried", "2017-01", "18"))).toBe("reason_required");
      expect(await sent(policeHead, estimate("tried", "2017-01", "18"))).toBe("official_stands");
      expect(await sent(policeHead, official("escapes", "2017-01", null))).toBe("reason_required");
    });
  });

  it("replaces what stood when a reason is given, and keeps what stood in the ledger", async () => {
    const before = now;
    turnTo("2017-02-03");
    const corrected = await report(policeHead, [official("tried", "2017-01", "20")], {
      data: { reason, note: "Một vụ xử ngày 30/01" },
    });
    expect(codeOf(corrected)).toBe("accepted");
    expect(await standing("rate", "2017-01-31")).toEqual(["met", "1", null]);
    const earlier = await engine.targets({ planId, asOf: before });
    expect(earlier.find(({ target: { id } }) => id === "rate")?.judgement.verdict).toBe("not_met_yet");
    const { items } = await engine.history(planId, { first: "newest", limit: 1 });
    expect(items[0]?.textBodies).toEqual({ reason, note: "Một vụ xử ngày 30/01" });
    expect(JSON.parse(items[0]?.data ?? "{}")).toMatchObject({
      facts: { replaces: "19" },
      reading: { input: "tried", agency: "police", period: "2017-01", value: "20" },
    });
    const { items: rows } = await engine.readings({ planId, input: "tried", agency: "police" });
    expect(rows.map(({ period, status, value }) => [period, status, value])).toEqual([
      ["2017-01", "official", "20"],
      ["2017-02", "estimate", "29"],
    ]);
  });

  it("is taken from the office in the agency's name", async () => {
    const value = { ...official("escapes", "2017-01", "0"), agency: "police" };
    const onBehalfOf = { name: "Nguyễn Văn B", position: "Giám đốc Công an tỉnh", capacity: null };
    expect(codeOf(await report(office, [value], { onBehalfOf }))).toBe("accepted");
    expect(await standing("none")).toEqual(["met", "0", null]);
  });

  it("holds a duty to report back until its figures are there", async () => {
    const { items } = await engine.assignments({ planId, task: "monthly", agency: "border" });
    const duty = items.find(({ occurrence }) => occurrence === "2017-01");
    if (duty === undefined) throw new Error("no duty");
    const form = await engine.reportForm(planId, duty.id);
    expect(form).toMatchObject({ agency: "border", period: { id: "2017-01", to: "2017-01-31" } });
    expect(
      form?.lines.map(({ input, reading, runningTotal }) => [input.id, reading?.value, runningTotal]),
    ).toEqual([
      ["received", "0", "0"],
      ["tried", "0", "0"],
    ]);
    const submit = (assignmentId: string, actor: Actor, data: CommandData = {}) =>
      engine.dispatch({ target: "assignment", planId, assignmentId, type: "submit", actor, data });
    const narrative = { results: "Đã xét xử hết", next: "Chuyển sang án điểm" };
    expect(codeOf(await submit(duty.id, borderHead, { narrative }))).toBe("accepted");
    const told = await engine.history(planId, { assignmentId: duty.id, first: "newest", limit: 1 });
    expect(told.items[0]?.textBodies).toEqual(narrative);
    await engine.sweep();
    turnTo("2017-03-01");
    await engine.sweep();
    const next = (await engine.assignments({ planId, task: "monthly", agency: "police" })).items.find(
      ({ occurrence }) => occurrence === "2017-02",
    );
    if (next === undefined) throw new Error("no duty");
    const refused = await submit(next.id, policeHead);
    expect(codeOf(refused)).toBe("figures_required");
    expect(!refused.accepted && refused.en).toContain("Vụ tiếp nhận; Vụ bỏ trốn");
    const month = [official("received", "2017-02", "30"), official("escapes", "2017-02", null)];
    await report(policeHead, month, { data: { reason } });
    expect(codeOf(await submit(next.id, policeHead))).toBe("accepted");
  });

  it("records a request once, and sees in one batch what was reported before in it", async () => {
    const hours = (value: string) => [estimate("hours", "2017-Q1", value)];
    const first = await report(labourHead, hours("10.50"), { requestId: "hours-1" });
    expect(first).toMatchObject({ accepted: true, repeated: false });
    expect(await report(labourHead, hours("10.50"), { requestId: "hours-1" })).toMatchObject({
      repeated: true,
    });
    expect(codeOf(await report(labourHead, hours("11"), { requestId: "hours-1" }))).toBe("request_reused");
    const together = await Promise.all(["12", "12.0", "13"].map((value) => report(labourHead, hours(value))));
    // The first of them replaces what stood, which needs a reason; without one all say the same.
    expect(together.map(codeOf)).toEqual(["reason_required", "reason_required", "reason_required"]);
    const reasoned = await Promise.all(
      ["12", "12.0", "13"].map((value) => report(labourHead, hours(value), { data: { reason } })),
    );
    expect(reasoned.map(codeOf)).toEqual(["accepted", "changes_nothing", "accepted"]);
    const { items } = await engine.readings({ planId, input: "hours" });
    expect(items.map(({ value }) => value)).toEqual(["13"]);
  });

  it("takes no more than 200 values at once, nor what has another shape", async () => {
    const value = estimate("hours", "2017-Q1", "1");
    await expect(report(labourHead, Array(201).fill(value))).rejects.toMatchObject({
      code: "request_invalid",
    });
    for (const odd of [
      { ...value, value: 1 },
      { ...value, status: "final" },
      { ...value, more: 1 },
    ])
      await expect(report(labourHead, [odd as ReadingInput])).rejects.toMatchObject({
        code: "request_invalid",
      });
  });

  it("takes a deputy's word for an absent head, and nothing for a plan that stands still", async () => {
    const deputy: Actor = {
      ...sampleActor("labour", "auditor", { id: "deputy" }),
      standsInFor: {
        ...labourHead,
        agency: "labour",
        document: { number: "3/GUQ", date: "2017-02-01", issuer: null, title: null },
        from: "2017-02-01",
        to: "2017-12-31",
      },
    };
    const village = official("villages", "2017-02", "4");
    expect(codeOf(await report(deputy, [village]))).toBe("accepted");
    expect(await standing("reach")).toEqual(["not_met_yet", "4", null]);
    const suspend = { target: "plan", planId, actor: people.viceChair, data: { reason, document } } as const;
    expect(codeOf(await engine.dispatch({ ...suspend, type: "suspend" }))).toBe("accepted");
    expect(codeOf(await report(labourHead, [official("villages", "2017-01", "3")]))).toBe(
      "plan_not_in_force",
    );
    expect(codeOf(await engine.dispatch({ ...suspend, type: "resume" }))).toBe("accepted");
  });

  it("keeps what was reported through pages of readings and a replay", async () => {
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
    const all: string[] = [];
    for (let after: string | null = null; ; ) {
      const page: Awaited<ReturnType<Engine["readings"]>> = await engine.readings(
        { planId },
        { after, limit: 3 },
      );
      all.push(
        ...page.items.map(({ input, agency, period, status }) => [input, agency, period, status].join(" ")),
      );
      after = page.next;
      if (after === null) break;
    }
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength((await engine.readings({ planId })).items.length);
    expect(all.length).toBeGreaterThan(8);
    expect((await engine.readings({ planId, asOf: at("2017-02-01") })).items).toHaveLength(4);
  });
});
