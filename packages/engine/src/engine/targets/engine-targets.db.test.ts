// Targets over what other documents report, what tasks complete and what many agencies give; who sees them; duties
// to report, counted.

import { beforeAll, describe, expect, it } from "vitest";
import { figuresPlan } from "../../../testing/figures-plan.ts";
import { at, people, sampleRegister } from "../../../testing/sample-plan.ts";
import { eachDatabase } from "../../../testing/test-databases.ts";
import type { Actor } from "../../execute/command.ts";
import type { ReadingInput } from "../../execute/reading.ts";
import { rationalText } from "../../measure/index.ts";
import { type Connection, rowsOf } from "../../store/connection.ts";
import { hot } from "../../store/database/open-database.ts";
import { sampleActor } from "../../testing/sample-actor.ts";
import { engineOn } from "../create-engine.ts";
import type { Engine, SourceText } from "../engine.ts";
import type { ReadAs } from "../reads/read-as.ts";
import type { TargetsQuestion } from "./targets-question.ts";

const head = (id: string, title: string): string => `kehoach: 1
kind: plan
id: ${id}
number: 51/KH-UBND
title: ${title}
issuer: committee
issued: 2017-01-20
signer: { name: Nguyễn Văn A, position: Chủ tịch, capacity: TM. }
period: 2017
office: { agency: office }
standing_leads: police
organisation: sample-organisation
calendar: sample-calendar
conventions: { before: strict, roll_forward: true, due_soon_days: 3, answer_days: 5, entered_late_days: 10, accept_days: by_hand }
report_every: month
`;

/** Takes its figures over from the other plan, and has each district reach a level by itself. */
const borrowing: SourceText = {
  file: "borrowing.yaml",
  text: `${head("borrowing", "Kế hoạch dùng số liệu của kế hoạch khác")}inputs:
  cases: { title: Vụ tiếp nhận, cumulative: true, from: { document: figures, input: received } }
  done: { title: Vụ đã xét xử, cumulative: true, from: { document: figures, input: tried } }
  gone: { title: Số liệu không có ở đâu, cumulative: true, from: { document: nowhere, input: received } }
  towns: { title: Xã đạt, each: districts, cumulative: false }
tasks:
  - { id: any, title: Việc, lead: police, due: 30/6/2017 }
targets:
  - { id: share, title: Ít nhất 90%, owner: police, type: ratio, numerator: done, denominator: cases, level: ít nhất 90 % }
  - { id: lost, title: Không có nguồn, owner: police, type: count, formula: gone, level: ít nhất 1 }
  - { id: each-district, title: Mỗi huyện ít nhất 2 xã, owner: labour, type: per_unit, each: districts, formula: towns, level: ít nhất 2 }
  - { id: districts, title: Ít nhất 1 huyện có từ 2 xã, owner: labour, type: count, formula: count(towns >= 2), level: ít nhất 1 }
  - { id: least, title: Huyện ít nhất cũng có 1 xã, owner: labour, type: count, formula: min(towns), level: ít nhất 2 }
`,
};

const communes = Array.from({ length: 700 }, (_, index) => `xa-${index + 1}`);
const manyAgencies: readonly SourceText[] = [
  {
    file: "communes.yaml",
    text: `kehoach: 1
kind: organisation
id: communes
title: Các xã
from: 2016-01-01
groups: [{ id: communes, name: Các xã }]
agencies:
  - { id: committee, name: UBND tỉnh, kind: committee }
${communes.map((id) => `  - { id: ${id}, name: ${id}, kind: commune, groups: communes }`).join("\n")}
`,
  },
];
const many: SourceText = {
  file: "many.yaml",
  text: `${head("many", "Nhiều xã")
    .replace("sample-organisation", "communes")
    .replace("office: { agency: office }\nstanding_leads: police\n", "")}inputs:
  cases: { title: Vụ, each: communes, cumulative: true }
  solved: { title: Đã xử lý, each: communes, cumulative: true, part_of: cases }
tasks:
  - { id: any, title: Việc, lead: committee, due: 30/6/2017 }
targets:
  - { id: share, title: Tỷ lệ, owner: committee, type: ratio, numerator: solved, denominator: cases, level: ít nhất 50 % }
`,
};

eachDatabase("targets", (open) => {
  let engine: Engine;
  let connection: Connection;
  let now = at("2017-01-23");
  const ids = new Map<string, string>();

  beforeAll(async () => {
    const database = await open();
    connection = database.kysely as Connection;
    engine = engineOn(database, { sweepEvery: null, clock: { now: () => now } });
    for (const [plan, register] of [
      [borrowing, sampleRegister],
      [figuresPlan, sampleRegister],
      [many, manyAgencies],
    ] as const) {
      const issued = await engine.issue({ plan, register, actor: people.issuer });
      if (!issued.issued) throw new Error(JSON.stringify(issued));
      ids.set(issued.documentId, issued.planId);
    }
  });

  async function report(planId: string, actor: Actor, period: string, values: Record<string, string>) {
    const readings = Object.entries(values).map(
      ([input, value]): ReadingInput => ({ input, period, status: "official", value }),
    );
    const outcome = await engine.dispatch({
      target: "plan",
      planId,
      type: "report",
      actor,
      data: { readings },
    });
    if (!outcome.accepted) throw new Error(outcome.en);
  }

  async function standing(question: TargetsQuestion, reader: Pick<ReadAs, "targets"> = engine) {
    const views = await reader.targets(question);
    return Object.fromEntries(
      views.map(({ target, judgement: { verdict, value, reason } }) => [
        target.id,
        [verdict, value === null ? "–" : rationalText(value), reason]
          .filter((part) => part !== null)
          .join(" "),
      ]),
    );
  }

  it("read figures where they are reported, once for every plan", async () => {
    now = at("2017-02-01");
    await report("figures", people.policeHead, "2017-01", { received: "9", tried: "9" });
    const before = now;
    now = at("2017-02-02");
    await report("figures", people.borderHead, "2017-01", { received: "1", tried: "0" });
    await report("borrowing", people.northHead, "2017-01", { towns: "3" });
    expect(await standing({ planId: "borrowing" })).toEqual({
      share: "met 9/10",
      lost: "not_enough_data – not_reported",
      "each-district": "not_enough_data 1/2 not_reported",
      districts: "not_enough_data – not_reported",
      least: "not_enough_data – not_reported",
    });
    expect(await standing({ planId: "borrowing", asOf: before })).toMatchObject({
      share: "not_enough_data 1 not_reported",
    });
    await report("borrowing", sampleActor("south", "clerk"), "2017-01", { towns: "1" });
    expect(await standing({ planId: "borrowing" })).toMatchObject({
      "each-district": "not_met_yet 1/2",
      districts: "met 1",
      least: "not_met_yet 1",
    });
    const detail = await engine.target("borrowing", "share");
    expect(detail?.substituted.map(({ text, filled }) => `${text} = ${filled}`)).toEqual([
      "done = 9",
      "cases = 10",
    ]);
    expect(new Set(detail?.readings.map(({ planId }) => planId))).toEqual(new Set([ids.get("figures")]));
    const elsewhere = await engine.dispatch({
      target: "plan",
      planId: "borrowing",
      type: "report",
      actor: people.policeHead,
      data: { readings: [{ input: "cases", period: "2017-01", status: "official", value: "1" }] },
    });
    expect(elsewhere).toMatchObject({ accepted: false, code: "reported_elsewhere" });
  });

  it("take a milestone from the completion of its task", async () => {
    const planId = ids.get("figures") ?? "";
    const { items } = await engine.assignments({ planId, task: "strategy" });
    const assignmentId = items[0]?.id ?? "";
    const send = (type: string, actor: Actor) =>
      engine.dispatch({ target: "assignment", planId, assignmentId, type, actor });
    expect(await standing({ planId })).toMatchObject({ paper: "not_met_yet –" });
    for (const [type, actor] of [
      ["accept", people.policeHead],
      ["submit", people.policeHead],
    ] as const)
      expect(await send(type, actor)).toMatchObject({ accepted: true });
    now = at("2017-02-06");
    expect(await standing({ planId })).toMatchObject({ paper: "not_met_yet –" });
    expect(await send("confirm", people.office)).toMatchObject({ accepted: true });
    // 2 February 2017, the day it was handed in, is day 17,199.
    expect(await standing({ planId })).toMatchObject({ paper: "met 17199" });
    expect((await engine.target(planId, "paper"))?.tasks).toEqual(["strategy"]);
  });

  it("are read by whoever reads the plan, but for what only hidden tasks are about", async () => {
    const reader = engine.as(people.borderHead);
    const seen = await standing({ planId: "figures" }, reader);
    expect(Object.keys(seen)).toEqual(["rate", "rise", "reach", "none", "both", "paper"]);
    expect(Object.keys(await standing({ planId: "figures" }))).toContain("secret");
    expect(await reader.target("figures", "secret")).toBeNull();
    const stranger = engine.as(sampleActor("south", "head"));
    expect(await stranger.targets({ planId: "figures" })).toEqual([]);
    expect((await stranger.readings({ planId: "figures" })).items).toEqual([]);
    expect((await reader.readings({ planId: "figures", input: "received" })).items).toHaveLength(2);
  });

  it("count duties to report apart: on time, late, missing, sent back", async () => {
    now = at("2017-03-20");
    await engine.sweep();
    const { items } = await engine.assignments({ planId: "figures", task: "monthly" });
    const duty = items.find(({ agencyId, occurrence }) => agencyId === "border" && occurrence === "2017-01");
    const outcome = await engine.dispatch({
      target: "assignment",
      planId: "figures",
      assignmentId: duty?.id ?? "",
      type: "submit",
      actor: people.borderHead,
    });
    expect(outcome).toMatchObject({ accepted: true });
    const none = { duties: 1, onTime: 0, late: 0, missing: 0, open: 0, returned: 0 };
    expect((await engine.reportDuties({ planId: "figures" })).slice(0, 4)).toEqual([
      { ...none, agency: "border", period: "2017-01", late: 1 },
      { ...none, agency: "police", period: "2017-01", missing: 1 },
      { ...none, agency: "border", period: "2017-02", missing: 1 },
      { ...none, agency: "police", period: "2017-02", missing: 1 },
    ]);
    const all = async (only?: "tasks" | "reports") => {
      const { total } = await engine.figures({ plans: ["figures"], ...(only !== undefined && { only }) });
      const { assignments, requested } = total;
      return [assignments, requested].map((counts) => Object.values(counts).reduce((a, b) => a + b, 0));
    };
    const [every, tasks, reports] = [await all(), await all("tasks"), await all("reports")];
    expect(tasks).toEqual([2, 0]);
    expect(every).toEqual([(tasks[0] ?? 0) + (reports[0] ?? 0), reports[1]]);
  });

  describe("over 700 agencies and 12 periods", () => {
    it("are the sum that the database gives", async () => {
      const planId = ids.get("many") ?? "";
      await rowsOf(
        connection,
        hot(
          `insert into kehoach.reading
            (plan_id, input, agency, period, status, first_day, last_day, value, seq, recorded_at, effective_at, entered_by)
          select $1::uuid, input, 'xa-' || a, '2017-' || lpad(m::text, 2, '0'), 'official',
            make_date(2017, m, 1), (make_date(2017, m, 1) + interval '1 month' - interval '1 day')::date,
            case input when 'cases' then (a * m) % 17 else (a * m) % 17 / 2 end, 1, 0, 0, 'x'
          from generate_series(1, 700) a, generate_series(1, 12) m, unnest(array['cases', 'solved']) input`,
          [planId],
        ),
      );
      const [sums] = await rowsOf(
        connection,
        hot<{ cases: string; solved: string }>(
          `select sum(value::numeric) filter (where input = 'cases')::text as cases,
            sum(value::numeric) filter (where input = 'solved')::text as solved
          from kehoach.reading where plan_id = $1 and last_day <= '2017-09-30'`,
          [planId],
        ),
      );
      const [view] = await engine.targets({ planId, through: "2017-09-30" });
      const { numerator, denominator } = view?.judgement ?? {};
      expect([numerator, denominator].map((part) => part && rationalText(part))).toEqual([
        sums?.solved,
        sums?.cases,
      ]);
      expect(view?.reported).toEqual({ expected: 12_600, there: 12_600, missing: [] });
      // Rows that no entry gave are found.
      expect((await engine.verify(planId)).fault?.code).toBe("changed_reading");
    });
  });
});
