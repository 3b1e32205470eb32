// Figures over HTTP: a duty's form is filled in, wrong values are refused with the reason, targets are judged by them.

import { sampleActor } from "@kehoach/engine/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {
  PlanHistoryItem,
  ReadFormBody,
  ReportFormBody,
  TargetDetailBody,
  TargetsBody,
} from "../contract/index.ts";
import { formSheet } from "../sheets/form-sheet.ts";
import { formXlsx } from "../sheets/form-xlsx.ts";
import { as, openTestInstance, register42, type TestInstance } from "../testing/test-instance.ts";

const plan = {
  file: "kh-77-2017.yaml",
  text: `kehoach: 1
kind: plan
id: kh-77-2017
number: 77/KH-UBND
title: Giải quyết án
issuer: ubnd-tinh
issued: 2017-01-05
signer: { name: Nguyễn Văn A, position: Phó Chủ tịch, capacity: KT. }
period: { from: 2017-01-01, to: 2017-12-31 }
office: { agency: van-phong-ubnd-tinh }
organisation: to-chuc-nghe-an-2017
calendar: lich-vn-2017
report_every: month
inputs:
  moi_huyen: { title: Số vụ ở huyện, each: cap-huyen, unit: vụ, cumulative: true }
  truy_to: { title: Số vụ đã truy tố, owner: vksnd-tinh, unit: vụ, cumulative: true, part_of: ket_luan }
  ket_luan: { title: Số vụ đã kết luận, owner: vksnd-tinh, unit: vụ, cumulative: true, jump: 50 }
targets:
  - id: truy-to
    title: Tỷ lệ án đã truy tố
    type: ratio
    direction: up
    owner: vksnd-tinh
    numerator: truy_to
    denominator: ket_luan
    level: over 95%
    small_n: 20
  - id: tung-huyen
    title: Mỗi huyện không quá hai vụ
    type: per_unit
    each: cap-huyen
    formula: moi_huyen
    level: at most 2
tasks:
  - id: bao-cao
    title: Báo cáo số liệu hằng tháng
    mode: recurring
    lead: vksnd-tinh
    report: true
    due: { every: month, offset: 5 }
`,
};

let instance: TestInstance;
let planId = "";
let duty = "";

beforeAll(async () => {
  instance = await openTestInstance();
  const { engine } = instance;
  const actor = sampleActor("ubnd-tinh", "vice_chair", { id: "vice-chair" });
  const outcome = await engine.issue({ plan, register: register42, actor });
  if (!outcome.issued) throw new Error(JSON.stringify(outcome));
  ({ planId } = outcome);
  const { items } = await engine.assignments({ planId, agency: "vksnd-tinh" });
  duty = items.find(({ occurrence }) => occurrence === "2017-01")?.id ?? "";
});

afterAll(() => instance.close());

const officer = as("officer", "vksnd-tinh");
const office = as("office", "van-phong-ubnd-tinh");

async function read<Answer>(url: string, headers = officer): Promise<Answer> {
  return (await instance.app.inject({ url: `/api${url}`, headers })).json<Answer>();
}

async function report(requestId: string, values: object, extra: object = {}, headers = officer) {
  const readings = Object.entries(values).map(([input, value]) => ({
    input,
    period: "2017-01",
    status: "official",
    value,
    ...extra,
  }));
  const body = { requestId, planId, type: "report", data: { readings } };
  const answer = await instance.app.inject({ url: "/api/commands", method: "POST", headers, body });
  return { status: answer.statusCode, code: answer.statusCode < 400 ? null : answer.json().code };
}

describe("before anything is reported", () => {
  it("says so, and not zero", async () => {
    const { items, date } = await read<TargetsBody>("/plans/kh-77-2017/targets", office);
    expect(date).toBe("2017-02-02");
    expect(items[0]).toMatchObject({
      id: "truy-to",
      owner: { id: "vksnd-tinh" },
      judgement: { verdict: "not_enough_data", reason: "not_reported", value: null },
      lastReadingAt: null,
      reported: { expected: 2, there: 0 },
    });
    expect(items[0]?.reported.missing[0]).toMatchObject({
      title: "Số vụ đã truy tố",
      agency: { id: "vksnd-tinh" },
      period: "2017-01",
    });
    expect(items[0]?.trajectory.every(({ value }) => value === null)).toBe(true);
  });

  it("asks for it in the duty's form", async () => {
    const form = await read<ReportFormBody>(`/plans/kh-77-2017/assignments/${duty}/form`);
    expect(form.period).toEqual({ id: "2017-01", from: "2017-01-01", to: "2017-01-31" });
    expect(form.lines.map(({ input, reading, required }) => [input.id, reading, required])).toEqual([
      ["truy_to", null, true],
      ["ket_luan", null, true],
    ]);
    expect((await read<{ reports: boolean }>(`/plans/kh-77-2017/assignments/${duty}`)).reports).toBe(true);
  });
});

describe("the form as a sheet", () => {
  const url = `/plans/kh-77-2017/assignments`;

  async function bringBack(payload: Uint8Array) {
    const headers = { ...officer, "content-type": "application/octet-stream" };
    const path = `/api${url}/${duty}/form/read`;
    const answer = await instance.app.inject({
      url: path,
      method: "POST",
      headers,
      payload: Buffer.from(payload),
    });
    return answer.json<ReadFormBody>();
  }

  it("goes out, and comes back with what differs and what is wrong, storing nothing", async () => {
    const { rawPayload, headers } = await instance.app.inject({
      url: `/api${url}/${duty}/form/xlsx`,
      headers: officer,
    });
    expect(headers["content-disposition"]).toContain("form-2017-01.xlsx");
    expect(await bringBack(rawPayload)).toEqual({ changes: [], faults: [] });
    const form = await read<ReportFormBody>(`${url}/${duty}/form`);
    const sheet = formSheet(form, "77/KH-UBND", "vi");
    const filled = sheet.rows.map((row, index) => ({
      ...row,
      value: ["19", "1.5"][index] ?? null,
      status: "official" as const,
    }));
    expect(await bringBack(await formXlsx({ ...sheet, rows: filled }, "vi"))).toMatchObject({
      changes: [{ input: "truy_to", cell: "G7", before: null, after: { value: "19", status: "official" } }],
      faults: [{ sheet: "Số liệu", cell: "G8", code: "not_whole" }],
    });
    expect((await read<ReportFormBody>(`${url}/${duty}/form`)).lines[0]?.reading).toBeNull();
  });

  it("is refused where it is no form, or too large for one", async () => {
    expect((await bringBack(Buffer.from("no form"))).faults).toMatchObject([{ sheet: null, code: "broken" }]);
    expect((await bringBack(new Uint8Array(1_100_000))).faults).toMatchObject([{ code: "size" }]);
  });
});

describe("figures", () => {
  it("are refused with the reason where they cannot be, or are not the sender's to give", async () => {
    expect(await report("part", { truy_to: "20", ket_luan: "19" })).toEqual({
      status: 422,
      code: "part_over_whole",
    });
    expect(await report("negative", { truy_to: "-1" })).toMatchObject({ code: "value_impossible" });
    expect(await report("early", { truy_to: "1" }, { period: "2017-02" })).toMatchObject({
      code: "official_too_early",
    });
    expect(await report("foreign", { truy_to: "1" }, {}, as("officer", "cong-an-tinh"))).toMatchObject({
      status: 404,
    });
  });

  it("judge the target once they are there, with the explanation in both languages", async () => {
    expect(await report("right", { truy_to: "19", ket_luan: "20" })).toEqual({ status: 200, code: null });
    const target = await read<TargetDetailBody>("/plans/kh-77-2017/targets/truy-to", office);
    expect(target.judgement).toMatchObject({
      verdict: "not_met_yet",
      value: "19/20",
      numerator: "19",
      denominator: "20",
      bound: { operator: ">", value: "95", percent: true },
      oneCase: { part: "numerator", by: 1, verdict: "met" },
    });
    expect(target.said.vi).toContain("19/20 = 95 %");
    expect(target.said.en).toContain("over 95 %");
    expect(target.outlook).toMatchObject({
      possibility: "possible",
      periodsLeft: 11,
      forecast: { value: "19/20", method: "same_rate", reaches: false },
    });
    expect(target.reported).toEqual({ expected: 2, there: 2, missing: [] });
    expect(target.readings.map(({ input, value, status }) => [input, value, status]).sort()).toEqual([
      ["ket_luan", "20", "official"],
      ["truy_to", "19", "official"],
    ]);
    expect(target.substituted).toContainEqual({ key: "numerator", text: "truy_to", filled: "19" });
  });

  it("of a group stand with each agency of it", async () => {
    const target = await read<TargetDetailBody>("/plans/kh-77-2017/targets/tung-huyen", office);
    expect(target.inputs[0]?.agencies).toHaveLength(21);
    expect(target.judgement.units).toMatchObject({ reached: 0, of: 21 });
    expect(target.reported.missing).toHaveLength(21);
  });

  it("are told in the plan's history, with what they replace", async () => {
    const { items } = await read<{ items: PlanHistoryItem[] }>(
      "/plans/kh-77-2017/history?kind=plan&first=newest&limit=5",
      office,
    );
    expect(items.map(({ reading }) => [reading?.input.title, reading?.value]).slice(0, 2)).toEqual([
      ["Số vụ đã kết luận", "20"],
      ["Số vụ đã truy tố", "19"],
    ]);
    expect(items[0]?.reading).toMatchObject({ period: "2017-01", status: "official", replaces: null });
  });

  it("are listed page by page, narrowed by what is asked", async () => {
    const of = (query: string) =>
      read<{ items: { input: string }[]; next: string | null }>(
        `/plans/kh-77-2017/readings?${query}`,
        office,
      );
    const first = await of("limit=1");
    expect(first.items.map(({ input }) => input)).toEqual(["ket_luan"]);
    const second = await of(`limit=1&after=${encodeURIComponent(first.next ?? "")}`);
    expect(second.items.map(({ input }) => input)).toEqual(["truy_to"]);
    expect((await of("status=estimate")).items).toEqual([]);
    expect((await of("input=truy_to&period=2017-01&agency=vksnd-tinh")).items).toHaveLength(1);
  });

  it("stand in the form afterwards, and not where nothing was recorded yet", async () => {
    const form = await read<ReportFormBody>(`/plans/kh-77-2017/assignments/${duty}/form`);
    expect(form.lines[0]).toMatchObject({ reading: { value: "19" }, runningTotal: "19" });
    const { items } = await read<TargetsBody>("/plans/kh-77-2017/targets?asOf=2017-02-01", office);
    expect(items).toEqual([]);
    const wrong = await instance.app.inject({
      url: "/api/plans/kh-77-2017/targets?asOf=2017-02-31",
      headers: office,
    });
    expect(wrong.statusCode).toBe(400);
  });
});
