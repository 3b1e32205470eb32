// Figures from a ledger: published counts reproduced, as recorded at past dates, apart for those only requested.

import { expect, it } from "vitest";
import { provincialReport2022, reportedLedger } from "../../../testing/reported-ledger.ts";
import { sampleEngine } from "../../../testing/sample-engine.ts";
import { at, people, samplePlan, sampleRegister } from "../../../testing/sample-plan.ts";
import { eachDatabase } from "../../../testing/test-databases.ts";
import { type CommandData, totalOf } from "../../index.ts";
import { engineOn } from "../create-engine.ts";

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

eachDatabase("figures", (open) => {
  it("give Bình Định's report of 30/5/2022 from a ledger built to its numbers", {
    timeout: 60_000,
  }, async () => {
    const { engine, planId, turnTo } = await reportedLedger(await open(), provincialReport2022);
    turnTo("2022-05-30");
    const { total } = await engine.figures({ staleDays: 90 });
    const { assignments, undated, ageing, stale } = total;
    expect(totalOf(assignments)).toBe(1_387);
    expect([totalOf(assignments) - totalOf(undated), totalOf(undated)]).toEqual([756, 631]);
    expect(assignments.done_on_time + assignments.done_late).toBe(1_160);
    expect(assignments.done_on_time).toBe(1_014);
    expect(assignments).toMatchObject({ in_time: 88, no_due_date: 123, overdue: 16 });
    expect(ageing["31_60"] + ageing["61_90"] + ageing.over_90).toBe(7);
    expect(stale.no_due_date).toBe(21);
    expect(total.rates.find(({ id }) => id === "on_time_of_done")).toEqual({
      id: "on_time_of_done",
      numerator: 1_014,
      denominator: 1_160,
      basisPoints: 8741,
    });

    // The same through every way of drawing it up.
    const byAgency = await engine.figures({ by: "agency" });
    expect(byAgency.lines).toHaveLength(40);
    expect(byAgency.lines.reduce((all, line) => all + totalOf(line.assignments), 0)).toBe(1_387);
    const byField = await engine.figures({ plans: ["province-2022"], by: "field" });
    expect(byField.lines.map((line) => line.key)).toEqual(["field-1", "field-2", "field-3"]);
    const field = await engine.figures({ field: "field-2" });
    expect(field.total).toEqual({
      ...byField.lines[1],
      key: undefined,
      planId: undefined,
      title: undefined,
      isRequested: undefined,
    });
    const byPlan = await engine.figures({ by: "plan" });
    expect(byPlan.lines).toMatchObject([{ planId, key: planId, title: "Reported province-2022" }]);

    // As recorded on 19/4, nothing of what was sent on the 20th and 25th counts: 508 were done by then.
    const then = await engine.figures({ asOf: "2022-04-19" });
    expect(then.total.assignments).toMatchObject({
      done_on_time: 508,
      done_late: 0,
      overdue: 146 + 7,
      in_time: 506 + 88 + 9,
    });
    expect(then.total.ageing).toEqual({ "1_30": 153, "31_60": 0, "61_90": 0, over_90: 0 });
    // Due on 15/4: the whole of that day it is in time, from the next on overdue.
    expect((await engine.figures({ asOf: "2022-04-15" })).total.assignments.overdue).toBe(146);
    expect((await engine.figures({ asOf: "2022-04-16" })).total.assignments.overdue).toBe(153);
    expect(sum((await engine.figures({ asOf: "2022-01-03" })).total.assignments)).toBe(0);
    expect((await engine.figures({ asOf: "2022-05-30" })).total).toEqual((await engine.figures()).total);
    await expect(engine.figures({ asOf: "2022-05-31" })).rejects.toMatchObject({ code: "request_invalid" });
    await expect(engine.figures({ asOf: "31/5/2022" })).rejects.toMatchObject({ code: "request_invalid" });
  });

  it("count tasks apart from assignments, and coordinations in no rate", async () => {
    const { engine, planId, find, send, turnTo } = await sampleEngine(open);
    turnTo("2017-03-10");
    const strategy = await find("strategy");
    await send(strategy, "accept", people.policeHead);
    const { total } = await engine.figures({ plans: [planId] });
    const rows = (await engine.assignments({ planId, role: "lead" }, { limit: 500 })).items;
    expect(sum(total.assignments)).toBe(rows.length);
    expect(sum(total.tasks)).toBe(new Set(rows.map((row) => row.taskId)).size);
    expect(sum(total.tasks)).toBeLessThan(sum(total.assignments));
    expect(sum(total.coordinations)).toBe(3);
    const [summary] = await engine.plans();
    expect(summary?.counts).toEqual(total.assignments);
    const tasks = await engine.figures({ plans: [planId], by: "task" });
    expect(tasks.lines.find(({ key }) => key === "own-plan")?.assignments.overdue).toBeGreaterThan(1);
    expect(tasks.lines.find(({ key }) => key === "own-plan")?.tasks).toMatchObject({ overdue: 1 });
    const objective = await engine.figures({ objective: "better", by: "objective" });
    expect(objective.lines.map(({ key }) => key)).toEqual(["better"]);
    const agencies = await engine.figures({ by: "agency" });
    const border = agencies.lines.at(-1);
    expect(border).toMatchObject({ key: "border", title: "Bộ đội Biên phòng", isRequested: true });
    expect(sum(border?.coordinations ?? {})).toBe(1);
    expect(
      (await engine.figures({ plans: ["nobody"] })).total.rates.every((rate) => rate.basisPoints === null),
    ).toBe(true);
  });

  it("count returns with their causes, where one was recorded", async () => {
    const { engine, planId, find, send, turnTo } = await sampleEngine(open);
    turnTo("2017-02-01");
    const campaign = await find("campaign");
    const because = { reason: "Số liệu chưa khớp với báo cáo" };
    const causes: CommandData[] = [
      because,
      { ...because, cause: "subjective" },
      { ...because, cause: "objective", causeConfirmedBy: "Sở Lao động" },
      { ...because, cause: "objective", causeConfirmedBy: "Sở Lao động" },
    ];
    await send(campaign, "accept", people.policeHead);
    for (const cause of causes) {
      expect(await send(campaign, "submit", people.policeHead)).toMatchObject({ accepted: true });
      expect(await send(campaign, "rework", people.office, cause)).toMatchObject({ accepted: true });
      turnTo("2017-02-02");
    }
    const { total, lines } = await engine.figures({ plans: [planId], by: "agency" });
    const returned = { assignments: 1, times: 4, objective: 2, subjective: 1 };
    expect(total.returns).toEqual(returned);
    expect(lines.find(({ key }) => key === "police")?.returns).toEqual(returned);
    // On the first day one return was recorded, and it had no cause.
    const then = await engine.figures({ plans: [planId], asOf: "2017-02-01" });
    expect(then.total.returns).toEqual({ assignments: 1, times: 1, objective: 0, subjective: 0 });
  });

  it("count for a reader what he sees, by SQL now and by replay then", async () => {
    let now = at("2017-01-23");
    const engine = engineOn(await open(), { sweepEvery: null, clock: { now: () => now } });
    const text = samplePlan.text
      .replace("  - id: strategy\n", "  - id: strategy\n    visibility: parties\n")
      .replace("  - id: own-plan\n", "  - id: own-plan\n    visibility: issuer\n");
    const issued = await engine.issue({ plan: { text }, register: sampleRegister, actor: people.office });
    if (!issued.issued) throw new Error(JSON.stringify(issued));
    const { planId } = issued;
    const readers = [people.northHead, people.policeHead, people.labourHead, people.office];
    const before = await Promise.all(readers.map((reader) => engine.as(reader).figures({ by: "task" })));
    const tasks = before.map(({ lines }) => lines.map(({ key }) => key));
    expect(tasks[0]).not.toContain("strategy");
    expect(tasks[0]).toContain("own-plan");
    expect(tasks[1]).not.toContain("own-plan");
    expect(sum(before[3]?.total.assignments ?? {})).toBeGreaterThan(sum(before[0]?.total.assignments ?? {}));
    now = at("2017-02-10");
    const outcome = await engine.dispatch({
      target: "plan",
      planId,
      type: "suspend",
      actor: people.issuer,
      data: {
        reason: "Theo chỉ đạo mới của tỉnh",
        document: { number: "9/QĐ", date: "2017-02-10", issuer: null, title: null },
      },
    });
    expect(outcome).toMatchObject({ accepted: true });
    for (const [index, reader] of readers.entries()) {
      const then = await engine.as(reader).figures({ by: "task", asOf: at("2017-01-23") });
      expect(then).toEqual(before[index]);
      const { total } = await engine.as(reader).figures();
      expect(total.assignments.suspended).toBe(sum(total.assignments));
    }
  });
});
