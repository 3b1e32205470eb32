// Tasks given outside a plan: a letter, a conclusion, a duty that a plan gives already.

import { expect, it } from "vitest";
import { codeOf, sampleEngine } from "../../../testing/sample-engine.ts";
import { people } from "../../../testing/sample-plan.ts";
import { eachDatabase } from "../../../testing/test-databases.ts";
import { EngineError } from "../../engine-error.ts";
import type { AssignInput } from "./assign-input.ts";

const letter: AssignInput = {
  content: "Báo cáo kết quả rà soát điểm nóng",
  lead: "police",
  coordinators: ["labour"],
  due: "10/2/2017",
  product: "Báo cáo",
  document: { number: "15/UBND-NC", date: "2017-01-23", issuer: "UBND tỉnh", title: "V/v rà soát" },
  decidedBy: { name: "Trần Văn B", position: "Phó Chủ tịch", capacity: "KT." },
  actor: people.office,
};

eachDatabase("a task outside a plan", (open) => {
  it("is given in one call and lives like any other", async () => {
    const { engine, turnTo } = await sampleEngine(open);
    const given = await engine.assign(letter);
    if (!given.assigned) throw new Error(JSON.stringify(given));
    expect(given.assignments).toBe(2);
    const { items } = await engine.assignments({ planId: given.planId });
    expect(items.map((row) => [row.role, row.agencyId, row.stage])).toEqual([
      ["coordinator", "labour", "asked"],
      ["lead", "police", "assigned"],
    ]);
    const lead = items.find((row) => row.role === "lead");
    expect(lead).toMatchObject({ dueOn: "2017-02-10", bucket: "in_time" });
    const whole = await engine.plan(given.planId);
    expect(whole?.plan).toMatchObject({
      kind: "letter",
      number: "15/UBND-NC",
      issuer: "committee",
      signer: { name: "Trần Văn B", capacity: "KT." },
      calendar: "sample-calendar",
    });
    turnTo("2017-02-01");
    const send = (type: string, data?: object) =>
      engine.dispatch({
        target: "assignment",
        planId: given.planId,
        assignmentId: lead?.id ?? "",
        type,
        actor: people.policeHead,
        data,
      });
    expect(codeOf(await send("accept"))).toBe("accepted");
    expect(codeOf(await send("submit"))).toBe("product_required");
    expect((await engine.verify(given.planId)).intact).toBe(true);
  });

  it("is given once, however often the same request is sent", async () => {
    const { engine } = await sampleEngine(open);
    const first = await engine.assign({ ...letter, requestId: "letter-15" });
    const again = await engine.assign({ ...letter, requestId: "letter-15" });
    expect(again).toMatchObject({ assigned: true });
    expect(again.assigned && again.planId).toBe(first.assigned && first.planId);
    expect(await engine.plans()).toHaveLength(2);
    const other = await engine.assign({ ...letter, requestId: "letter-15", content: "Việc khác" });
    expect(other.assigned === false && other.refusal?.code).toBe("already_issued");
  });

  it("is asked of many at once, as a flash report with its figures", async () => {
    const { engine, turnTo } = await sampleEngine(open);
    const given = await engine.assign({
      ...letter,
      content: "Báo cáo nhanh tình hình ngập lụt",
      lead: ["police", "districts"],
      except: ["south"],
      coordinators: [],
      due: "24/1/2017 10:00",
      report: {
        inputs: [
          { title: "Số nhà bị ngập", unit: "nhà" },
          { title: "Thiệt hại", kind: "amount" },
        ],
      },
    });
    if (!given.assigned) throw new Error(JSON.stringify(given));
    const { items } = await engine.assignments({ planId: given.planId });
    expect(items.map((row) => [row.agencyId, row.lifecycle, row.occurrence]).sort()).toEqual([
      ["north", "report", "once"],
      ["police", "report", "once"],
    ]);
    expect(items.map((row) => row.dueAt)).toEqual([1485226800000000, 1485226800000000]);
    const { inputs } = (await engine.compiled(given.planId)) ?? {};
    expect([...(inputs ?? [])].map(([id, { agencies, periods }]) => [id, agencies, periods])).toEqual([
      ["so_lieu_1", ["police", "north"], [{ id: "once", from: "2017-01-23", to: "2017-01-23" }]],
      ["so_lieu_2", ["police", "north"], [{ id: "once", from: "2017-01-23", to: "2017-01-23" }]],
    ]);
    turnTo("2017-01-24");
    const send = (type: string) =>
      engine.dispatch({
        target: "assignment",
        planId: given.planId,
        assignmentId: items.find((row) => row.agencyId === "police")?.id ?? "",
        type,
        actor: people.policeHead,
      });
    expect(codeOf(await send("accept"))).toBe("accepted");
    expect(codeOf(await send("submit"))).toBe("figures_required");
    const once = { period: "once", status: "official" } as const;
    const readings = [
      { ...once, input: "so_lieu_1", value: "12" },
      { ...once, input: "so_lieu_2", value: "3.5" },
    ];
    const command = { target: "plan", planId: given.planId, type: "report", data: { readings } } as const;
    expect(codeOf(await engine.dispatch({ ...command, actor: people.policeHead }))).toBe("accepted");
    const duty = items.find((row) => row.agencyId === "police")?.id ?? "";
    const form = await engine.reportForm(given.planId, duty);
    expect(
      form?.lines.map(({ input, reading, required }) => [input.title, reading?.value, required]),
    ).toEqual([
      ["Số nhà bị ngập", "12", true],
      ["Thiệt hại", "3.5", true],
    ]);
    // What is still missing is the letter's product.
    expect(codeOf(await send("submit"))).toBe("product_required");
  });

  it("is linked and counted once where a plan gives it already", async () => {
    const { engine, planId } = await sampleEngine(open);
    const before = await engine.assignments({});
    const given = await engine.assign({ ...letter, sameAs: { planId, taskId: "strategy" } });
    if (!given.assigned) throw new Error(JSON.stringify(given));
    expect(given.assignments).toBe(0);
    expect((await engine.assignments({})).items).toHaveLength(before.items.length);
    expect((await engine.plan(given.planId))?.plan.tasks[0]?.sameAs).toEqual({
      document: "sample",
      task: "strategy",
    });
    const unknown = await engine.assign({ ...letter, sameAs: { planId, taskId: "nothing" } });
    expect(unknown.assigned === false && unknown.refusal?.code).toBe("unknown_task");
  });

  it("stores nothing for a problem, a refusal or a wrong shape", async () => {
    const { engine } = await sampleEngine(open);
    const nobody = await engine.assign({ ...letter, lead: "no-such-agency" });
    expect(nobody.assigned === false && nobody.problems.map((problem) => problem.code)).toEqual([
      "agency_unknown",
    ]);
    const never = await engine.assign({ ...letter, due: "31/6/2017" });
    expect(never.assigned === false && never.problems.length).toBe(1);
    const stranger = await engine.assign({ ...letter, actor: people.northHead });
    expect(stranger.assigned === false && stranger.refusal?.code).toBe("not_your_role");
    await expect(engine.assign({ ...letter, lead: 5 as unknown as string })).rejects.toThrow(EngineError);
    expect(await engine.plans()).toHaveLength(1);
  });
});
