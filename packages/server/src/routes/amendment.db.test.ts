// Issuing, amending, versions and erasing over HTTP: for those who may, with what is wrong as data.

import { afterAll, beforeAll, expect, it } from "vitest";
import type {
  AmendAnswer,
  AssignAnswer,
  IssueAnswer,
  PlanBody,
  PlanHistoryItem,
  VersionItem,
} from "../contract/index.ts";
import { as, openTestInstance, otherPlan, type TestInstance } from "../testing/test-instance.ts";

let instance: TestInstance;
const office = as("office", "van-phong-ubnd-tinh");
const chair = as("vice_chair", "ubnd-tinh");
const finance = as("head", "so-tai-chinh");
const stranger = as("head", "cong-an-tinh");
const document = { number: "120/QĐ-UBND", date: "2017-02-01", issuer: null, title: null };
const later = otherPlan.text.replace("due: 2017-06-30", "due: 2017-07-31");
const more = `${later}  - id: bao-cao
    title: Báo cáo sử dụng tài sản
    lead: so-tai-chinh
    due: 2017-09-30
`;

beforeAll(async () => {
  instance = await openTestInstance();
});

afterAll(() => instance.close());

async function post<Answer>(url: string, body: object, headers: object): Promise<[number, Answer]> {
  const answer = await instance.app.inject({
    method: "POST",
    url: `/api/${url}`,
    body,
    headers: { ...headers },
  });
  return [answer.statusCode, answer.json()];
}
async function get<Answer>(url: string, headers: object): Promise<Answer> {
  return (await instance.app.inject({ url: `/api/${url}`, headers: { ...headers } })).json();
}

it("previews an amendment, then stores it once, and tells what is wrong", async () => {
  const amend = { plan: { text: more }, document };
  const [, preview] = await post<AmendAnswer>("amend", { ...amend, preview: true }, office);
  expect(preview).toMatchObject({
    amended: true,
    preview: true,
    version: 2,
    changes: {
      tasks: { added: ["bao-cao"], changed: [{ task: "kiem-ke", keys: ["due"] }] },
      dues: [{ task: "kiem-ke", from: "2017-06-30", to: "2017-07-31", kind: "adjusted" }],
      opened: [{ task: "bao-cao", agency: "so-tai-chinh" }],
    },
    names: {
      tasks: { "bao-cao": "Báo cáo sử dụng tài sản" },
      agencies: { "so-tai-chinh": { name: "Sở Tài chính" } },
    },
  });
  expect((await get<{ items: VersionItem[] }>("plans/kh-99-2017/versions", office)).items).toHaveLength(1);

  const [, stored] = await post<AmendAnswer>("amend", { ...amend, expected: 1 }, office);
  expect(stored).toMatchObject({ amended: true, preview: false, repeated: false, version: 2 });
  const [, again] = await post<AmendAnswer>("amend", { ...amend, expected: 1 }, office);
  expect(again).toMatchObject({ amended: true, repeated: true, version: 2 });
  const [, stale] = await post<AmendAnswer>(
    "amend",
    { plan: { text: later }, document, expected: 1 },
    office,
  );
  expect(stale).toMatchObject({ amended: false, refusal: { code: "conflict" } });

  const [, wrong] = await post<AmendAnswer>("amend", { ...amend, plan: { text: "kehoach: 1" } }, office);
  expect(wrong.problems.length).toBeGreaterThan(0);
  expect(wrong.refusal).toBeNull();
  const [, nothing] = await post<AmendAnswer>("amend", { adopt: "kh-99-2017", preview: true }, office);
  expect(nothing).toMatchObject({ amended: false, refusal: { code: "changes_nothing" } });
});

it("lets nobody amend who may not, and tells nobody of a plan he may not read", async () => {
  const amend = { plan: { text: later }, document, preview: true };
  const [, refused] = await post<AmendAnswer>("amend", amend, finance);
  expect(refused).toMatchObject({
    amended: false,
    changes: null,
    refusal: { code: "not_your_role", whoCould: ["issuer", "vice_chair", "office"] },
  });
  expect((await post("amend", amend, stranger))[0]).toBe(404);
  expect((await post("amend", { adopt: "kh-99-2017" }, stranger))[0]).toBe(404);
  expect(await get("plans/kh-99-2017/commands", finance)).toMatchObject({
    amend: { code: "not_your_role" },
    erase: { code: "not_your_role" },
  });
  expect(await get("plans/kh-99-2017/commands", office)).toMatchObject({ amend: null, erase: null });
  const large = { ...amend, plan: { text: "x".repeat(2_097_153) } };
  expect((await post("amend", large, office))[0]).toBe(400);
});

it("tells the versions of a plan and what moved with each", async () => {
  const { items } = await get<{ items: VersionItem[] }>("plans/kh-99-2017/versions", finance);
  expect(items).toMatchObject([
    { version: 2, document: { number: "120/QĐ-UBND" } },
    { version: 1, document: null },
  ]);
  expect(await get("plans/kh-99-2017/versions/2", finance)).toMatchObject({
    changes: {
      dues: [{ task: "kiem-ke", from: "2017-06-30", to: "2017-07-31" }],
      opened: [{ task: "bao-cao" }],
      kept: 1,
    },
  });
  expect(await get("plans/kh-99-2017/versions/1", finance)).toMatchObject({ code: "not_found" });
});

it("tells the history of a plan from its newest entry on, with what each is about", async () => {
  const history = (query: string): Promise<{ items: PlanHistoryItem[]; next: string | null }> =>
    get(`plans/kh-99-2017/history?first=newest&${query}`, office);
  const whole = await history("limit=2");
  expect(whole.items.map(({ type }) => type)).toEqual(["assignment_opened", "amended"]);
  expect(whole.items[0]?.about).toMatchObject({
    task: "Báo cáo sử dụng tài sản",
    agency: { id: "so-tai-chinh" },
    role: "lead",
  });
  const versions = await history("kind=version");
  expect(versions.items.map(({ type, about }) => [type, about])).toEqual([
    ["plan_amended", null],
    ["plan_issued", null],
  ]);
  expect((await history("agency=cong-an-tinh")).items).toEqual([]);
});

it("issues a plan with a document of the register, and tells what is wrong with another", async () => {
  const calendar = `kehoach: 1
kind: calendar
id: lich-rieng
title: Lịch riêng
from: 2017-01-01
`;
  const text = otherPlan.text.replaceAll("kh-99-2017", "kh-98-2017").replace("99/KH-UBND", "98/KH-UBND");
  const [, refused] = await post<IssueAnswer>("issue", { plan: { text } }, finance);
  expect(refused).toMatchObject({ issued: false, refusal: { code: "not_your_role" } });
  const [, wrong] = await post<IssueAnswer>(
    "issue",
    { plan: { text: text.replace("lead: so-tai-chinh", "lead: so-khong-co"), file: "a.yaml" } },
    chair,
  );
  expect(wrong.problems[0]?.place).toMatchObject({ file: "a.yaml", line: expect.any(Number) });
  const [, lacking] = await post<IssueAnswer>(
    "issue",
    { plan: { text: text.replace("lich-vn-2017", "lich-rieng") } },
    chair,
  );
  expect(lacking).toMatchObject({ issued: false, refusal: { code: "register_document_missing" } });
  const [status, issued] = await post<IssueAnswer>("issue", { plan: { text } }, chair);
  expect([status, issued]).toMatchObject([200, { issued: true, documentId: "kh-98-2017", assignments: 1 }]);
  expect(
    (await post<IssueAnswer>("issue", { plan: { text }, register: [{ text: calendar }] }, chair))[0],
  ).toBe(200);
});

it("tells of a duty given twice where it is followed", async () => {
  const [, given] = await post<AssignAnswer>(
    "assign",
    {
      requestId: "a1",
      content: "Kiểm kê tài sản công",
      lead: "so-tai-chinh",
      document: { number: "7/UBND", date: "2017-02-01", issuer: null, title: null },
      decidedBy: { name: "A", position: "Phó Chủ tịch", capacity: "KT." },
      sameAs: { planId: "kh-99-2017", taskId: "kiem-ke" },
      like: "kh-99-2017",
    },
    chair,
  );
  const plan = await get<PlanBody>(`plans/${given.documentId}`, office);
  expect(plan.tasks).toMatchObject([{ sameAs: { document: "kh-99-2017", task: "kiem-ke" } }]);
});

it("erases a text for those who may, once", async () => {
  const { engine } = instance;
  const [view] = (await engine.assignments({ planId: "kh-99-2017", agency: "so-tai-chinh" })).items;
  const actor = { id: "head", name: "head", agency: "so-tai-chinh", roles: ["head" as const] };
  const sent = await engine.dispatch({
    target: "assignment",
    planId: view?.planId ?? "",
    assignmentId: view?.id ?? "",
    type: "accept",
    actor,
    data: { note: "Có tên người dân" },
  });
  if (!sent.accepted) throw new Error(sent.en);
  const [digest = ""] = Object.values(
    JSON.parse(sent.entries[0]?.data ?? "{}").texts as Record<string, string>,
  );
  const erase = { requestId: "e1", digest, reason: "Có dữ liệu cá nhân" };
  expect((await post("plans/kh-99-2017/erase", erase, finance))[0]).toBe(403);
  expect((await post("plans/kh-99-2017/erase", erase, stranger))[0]).toBe(404);
  expect(await post("plans/kh-99-2017/erase", erase, office)).toMatchObject([200, { accepted: true }]);
  const other = { ...erase, requestId: "e2" };
  expect(await post("plans/kh-99-2017/erase", other, office)).toMatchObject([
    409,
    { code: "changes_nothing" },
  ]);
  const { items } = await get<{ items: PlanHistoryItem[] }>(
    `plans/kh-99-2017/assignments/${view?.id}/history`,
    office,
  );
  expect(items.at(-1)?.texts).toEqual({ note: null });
  expect(await engine.verify("kh-99-2017")).toMatchObject({ intact: true });
});
