// What a plan's `visibility` keeps from an agency is in no route: not the task, not its texts, not a count of it.

import { afterAll, beforeAll, expect, it } from "vitest";
import type { AssignmentItem, HistoryItem, PlanBody, PlanItem } from "../contract/index.ts";
import { as, openTestInstance, otherPlan, type TestInstance } from "../testing/test-instance.ts";

let instance: TestInstance;
let hidden: string;
const office = as("office", "van-phong-ubnd-tinh");
const holder = as("head", "so-tai-chinh");
const outsider = as("head", "so-y-te");
const title = "Rà soát tài sản mật";
const note = "Nội dung chỉ cơ quan liên quan được đọc";

beforeAll(async () => {
  instance = await openTestInstance();
  const text = `${otherPlan.text.replaceAll("kh-99-2017", "kh-98-2017")}
  - id: mat
    title: ${title}
    visibility: parties
    lead: so-tai-chinh
    due: 2017-06-30
  - id: chung
    title: Báo cáo chung
    lead: so-y-te
    due: 2017-06-30
`;
  const actor = { id: "vc", name: "PCT", agency: "ubnd-tinh", roles: ["vice_chair" as const] };
  const issued = await instance.engine.issue({ plan: { text }, actor });
  if (!issued.issued) throw new Error(JSON.stringify(issued));
  const { items } = await instance.engine.assignments({ planId: issued.planId, task: "mat" });
  hidden = items[0]?.id ?? "";
  const accepted = await post(holder, { type: "accept", assignmentId: hidden, data: { note } });
  expect(accepted.statusCode).toBe(200);
});

afterAll(() => instance.close());

const get = (url: string, headers: Record<string, string>) =>
  instance.app.inject({ url: `/api${url}`, headers });
const post = (headers: Record<string, string>, command: object) =>
  instance.app.inject({
    method: "POST",
    url: "/api/commands",
    headers,
    payload: { requestId: crypto.randomUUID(), planId: "kh-98-2017", ...command },
  });
const total = (counts: Record<string, number>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

it("hides the task, its assignments and every trace of them from an agency outside it", async () => {
  for (const url of [
    "/plans",
    "/plans/kh-98-2017",
    "/plans/kh-98-2017/assignments",
    "/plans/kh-98-2017/assignments?text=mat",
    "/plans/kh-98-2017/history",
    "/inbox",
  ]) {
    const answer = await get(url, outsider);
    expect([url, answer.statusCode]).toEqual([url, 200]);
    for (const secret of [title, note, hidden, '"mat"'])
      expect([url, secret, answer.body.includes(secret)]).toEqual([url, secret, false]);
  }
  for (const url of [
    `/assignments/${hidden}`,
    `/assignments/${hidden}/history`,
    `/assignments/${hidden}/commands`,
  ])
    expect((await get(`/plans/kh-98-2017${url}`, outsider)).statusCode).toBe(404);
  expect((await get("/plans/kh-98-2017/source", outsider)).statusCode).toBe(403);
  expect((await get("/plans/kh-98-2017/ledger.ndjson", outsider)).statusCode).not.toBe(200);
});

it("counts for an agency what it sees", async () => {
  const seen = (await get("/plans/kh-98-2017", outsider)).json<PlanBody>();
  const whole = (await get("/plans/kh-98-2017", office)).json<PlanBody>();
  expect([seen.tasks.length, whole.tasks.length]).toEqual([2, 3]);
  expect(total(seen.counts)).toBe(2);
  expect(total(whole.counts)).toBe(3);
  const { items } = (await get("/plans", outsider)).json<{ items: PlanItem[] }>();
  expect(items.map(({ counts }) => total(counts))).toContain(2);
});

it("answers a command to a hidden assignment like one to none", async () => {
  const none = await post(outsider, { type: "accept", assignmentId: "01890a5d-ac96-774b-bcce-b302099a8057" });
  const kept = await post(outsider, { type: "accept", assignmentId: hidden });
  expect([kept.statusCode, kept.json().code]).toEqual([none.statusCode, none.json().code]);
  expect(kept.statusCode).toBe(404);
});

it("shows all of it to those around the task", async () => {
  for (const headers of [holder, office]) {
    const list = (await get("/plans/kh-98-2017/assignments", headers)).json<{ items: AssignmentItem[] }>();
    expect(list.items.map((item) => item.id)).toContain(hidden);
    const history = await get(`/plans/kh-98-2017/assignments/${hidden}/history`, headers);
    expect(history.json<{ items: HistoryItem[] }>().items.at(-1)?.texts).toEqual({ note });
    expect((await get("/plans/kh-98-2017/source", headers)).statusCode).toBe(200);
  }
});
