// Figures, sheets and reminders over HTTP: the same numbers in every form, and only of what a person may read.

import { endOfDay } from "@kehoach/engine/calendar";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { FiguresBody, SheetBody } from "../contract/index.ts";
import { readZip } from "../testing/read-zip.ts";
import { as, openTestInstance, type TestInstance } from "../testing/test-instance.ts";

let instance: TestInstance;
const office = as("office", "van-phong-ubnd-tinh");
const police = as("head", "cong-an-tinh");
const outsider = as("head", "no-such-agency");

beforeAll(async () => {
  instance = await openTestInstance();
  const { engine, clock, plan } = instance;
  clock.moveTo(endOfDay("2017-03-10", "08:00"));
  const { items } = await engine.assignments({ planId: plan, agency: "cong-an-tinh", bucket: "overdue" });
  for (const assignment of items.slice(0, 1)) {
    const about = { target: "assignment", planId: plan, assignmentId: assignment.id } as const;
    const actor = { id: "p", name: "p", agency: "cong-an-tinh", roles: ["head" as const] };
    if (assignment.stage === "assigned") await engine.dispatch({ ...about, type: "accept", actor });
    const outcome = await engine.dispatch({
      ...about,
      type: "report_obstacle",
      actor,
      data: { reason: "=Chờ ý kiến của Bộ Công an" },
    });
    expect(outcome).toMatchObject({ accepted: true });
  }
  clock.moveTo(endOfDay("2017-09-15", "08:00"));
});

afterAll(() => instance.close());

async function get(url: string, headers = office) {
  const answer = await instance.app.inject({ url: `/api${url}`, headers });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    bytes: answer.rawPayload,
    json: () => answer.json(),
  };
}

it("gives figures by agency that add up, and says why a question cannot be answered", async () => {
  const figures: FiguresBody = (await get("/figures?plan=kh-42-2017&by=agency")).json();
  expect(figures.date).toBe("2017-09-15");
  for (const bucket of ["overdue", "in_time", "done_on_time"] as const) {
    const sum = figures.lines.reduce((all, line) => all + line.assignments[bucket], 0);
    expect([bucket, sum]).toEqual([bucket, figures.total.assignments[bucket]]);
  }
  const { ageing, assignments } = figures.total;
  expect(ageing["1_30"] + ageing["31_60"] + ageing["61_90"] + ageing.over_90).toBe(assignments.overdue);
  expect(figures.total.rates.map(({ id }) => id)).toEqual([
    "done_of_done_or_overdue",
    "done_of_due",
    "on_time_of_done",
  ]);
  const then: FiguresBody = (await get("/figures?plan=kh-42-2017&asOf=2017-02-05")).json();
  expect(then.total.assignments.overdue).toBe(0);
  expect((await get("/figures?asOf=2017-02-30")).status).toBe(400);
  expect((await get("/figures?asOf=2017-09-16")).status).toBe(400);
  expect((await get("/sheets/tasks?asOf=2017-02-05")).status).toBe(400);
});

it("counts nothing a person may not read", async () => {
  const both: FiguresBody = (await get("/figures?by=plan")).json();
  expect(both.lines).toHaveLength(2);
  const own: FiguresBody = (await get("/figures?by=plan", police)).json();
  expect(own.lines.map(({ planId }) => planId)).toEqual([instance.plan]);
  const none: FiguresBody = (await get("/figures?by=plan", outsider)).json();
  expect(none.lines).toEqual([]);
  for (const url of ["/figures", "/sheets/agencies", "/sheets/tasks", "/reminders"])
    expect([url, (await get(`${url}?plan=kh-42-2017`, outsider)).status]).toEqual([url, 404]);
  expect((await get("/reminders/ubnd-tinh/cong-an-tinh/docx", outsider)).status).toBe(404);
});

it("draws up both sheets on screen, as a spreadsheet and as a document, with the same content", async () => {
  const figures: FiguresBody = (await get("/figures?plan=kh-42-2017&by=agency")).json();
  const agencies: SheetBody = (await get("/sheets/agencies?plan=kh-42-2017")).json();
  const total = agencies.rows.find(({ kind }) => kind === "total");
  const counts = (total?.cells.slice(2, 10) ?? []).map(Number);
  expect(counts.slice(1).reduce((sum, count) => sum + count, 0)).toBe(counts[0]);
  expect(counts[5]).toBe(figures.total.assignments.overdue);
  const tasks: SheetBody = (await get("/sheets/tasks?plan=kh-42-2017")).json();
  const first = tasks.rows.find(({ cells }) => cells.includes("=Chờ ý kiến của Bộ Công an"));
  expect(first?.cells.slice(2, 4)).toEqual(["Kế hoạch 42/KH-UBND ngày 20/01/2017", "Công an tỉnh"]);
  const overdue = figures.total.assignments.overdue + figures.total.requested.overdue;
  expect(tasks.rows.filter(({ kind }) => kind === "row")).toHaveLength(overdue);
  for (const [sheet, word] of [
    ["agencies", "Công an tỉnh"],
    ["tasks", "=Chờ ý kiến của Bộ Công an"],
  ]) {
    const xlsx = await get(`/sheets/${sheet}/xlsx?plan=kh-42-2017`);
    expect(xlsx.headers["content-type"]).toBe(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    );
    expect(xlsx.headers["content-disposition"]).toMatch(/^attachment; filename="[a-z-]+\.xlsx"$/);
    expect(readZip(xlsx.bytes).get("xl/sharedStrings.xml")).toContain(word);
    const docx = await get(`/sheets/${sheet}/docx?plan=kh-42-2017&lang=en`);
    expect(readZip(docx.bytes).get("word/document.xml")).toContain(word);
  }
});

it("shows causes only to those who may read what was written", async () => {
  const seenBy = async (headers: typeof office): Promise<boolean> => {
    const sheet: SheetBody = (await get("/sheets/tasks?plan=kh-42-2017", headers)).json();
    expect(sheet.rows.length).toBeGreaterThan(1);
    return sheet.rows.some(({ cells }) => cells.includes("=Chờ ý kiến của Bộ Công an"));
  };
  expect(await seenBy(office)).toBe(true);
  expect(await seenBy(police)).toBe(true);
  expect(await seenBy(as("head", "so-y-te"))).toBe(false);
  expect(await seenBy(as("auditor", null))).toBe(false);
});

it("drafts a reminder to each agency with overdue work", async () => {
  const { items } = (await get("/reminders?plan=kh-42-2017")).json();
  expect(items[0].agency.id).toBe("cong-an-tinh");
  const letter = await get(`/reminders/ubnd-tinh/cong-an-tinh/docx`);
  expect(letter.headers["content-disposition"]).toBe('attachment; filename="don-doc-cong-an-tinh.docx"');
  const text = readZip(letter.bytes).get("word/document.xml") ?? "";
  expect(text).toContain("Kính gửi: Công an tỉnh");
  expect(text.match(/Kế hoạch 42\/KH-UBND/g)).toHaveLength(items[0].overdue);
});
