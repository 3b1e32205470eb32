// What the reading routes show of plan 42: counts, names in place of ids, clauses, orders, and no hidden texts.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AssignmentBody, AssignmentItem, PlanBody, PlanSource } from "../contract/index.ts";
import { as, openTestInstance, type TestInstance } from "../testing/test-instance.ts";

let instance: TestInstance;
const office = as("office", "van-phong-ubnd-tinh");

beforeAll(async () => {
  instance = await openTestInstance();
});

afterAll(() => instance.close());

async function get<Answer>(url: string, headers: Record<string, string> = office): Promise<Answer> {
  const answer = await instance.app.inject({ url: `/api${url}`, headers });
  expect([url, answer.statusCode, answer.statusCode === 200 ? "" : answer.body]).toEqual([url, 200, ""]);
  return answer.json<Answer>();
}

async function everyAssignment(query = ""): Promise<AssignmentItem[]> {
  const items: AssignmentItem[] = [];
  let after: string | null = null;
  do {
    const cursor: string = after === null ? "" : `&after=${encodeURIComponent(after)}`;
    const page: { items: AssignmentItem[]; next: string | null } = await get(
      `/plans/kh-42-2017/assignments?limit=37${cursor}${query}`,
    );
    items.push(...page.items);
    after = page.next;
  } while (after !== null);
  return items;
}

describe("a plan", () => {
  it("counts each lead assignment once, in one bucket, the requested ones among them", async () => {
    const plan = await get<PlanBody>("/plans/kh-42-2017");
    const leads = (await everyAssignment()).filter((item) => item.role === "lead");
    const sum = (counts: Record<string, number>) =>
      Object.values(counts).reduce((total, count) => total + count, 0);
    expect(sum(plan.counts)).toBe(leads.length);
    expect(sum(plan.requested)).toBeGreaterThan(0);
    expect(sum(plan.requested)).toBeLessThan(leads.length);
    for (const [bucket, count] of Object.entries(plan.counts)) {
      expect([bucket, leads.filter((item) => item.bucket === bucket).length]).toEqual([bucket, count]);
    }
    expect(plan.agencies.reduce((total, { counts }) => total + sum(counts), 0)).toBe(leads.length);
    expect(plan.tasks.reduce((total, { counts }) => total + sum(counts), 0)).toBe(leads.length);
    expect(plan.rates.map(({ id }) => id)).toEqual([
      "done_of_done_or_overdue",
      "done_of_due",
      "on_time_of_done",
    ]);
  });

  it("shows names, clauses and understandings", async () => {
    const plan = await get<PlanBody>("/plans/kh-42-2017");
    expect(plan.number).toBe("42/KH-UBND");
    expect(plan.office?.agency.name).toBe("Văn phòng Ủy ban nhân dân tỉnh");
    expect(plan.statements.map(({ id }) => id)).toContain("S25");
    const task = plan.tasks.find(({ source }) => source.includes("S22"));
    expect(task?.understood?.reading).toBeTruthy();
    expect(task?.leads[0]?.agency?.name).toBe("Sở Tư pháp");
    expect(plan.targets.find(({ id }) => id === "khoi-to-dieu-tra")?.type).toBe("delta");
  });

  it("gives its source text as it was issued", async () => {
    const { text } = await get<{ text: string }>("/plans/kh-42-2017/source");
    expect(text).toContain("mã: kh-42-2017");
  });

  it("gives a lifecycle in the order of work, with a diagram", async () => {
    const lifecycle = await get<{
      initial: string;
      states: { id: string }[];
      commands: unknown[];
      mermaid: string;
    }>("/plans/kh-42-2017/lifecycles/standard");
    expect(lifecycle.states[0]?.id).toBe(lifecycle.initial);
    expect(lifecycle.mermaid).toContain("stateDiagram-v2");
    expect(lifecycle.commands.length).toBeGreaterThan(4);
  });
});

describe("assignments", () => {
  it("page without gaps or repeats, by due date", async () => {
    const items = await everyAssignment();
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    const dues = items.map(({ dueAt }) => dueAt ?? Number.MAX_SAFE_INTEGER);
    expect(dues).toEqual([...dues].sort((a, b) => a - b));
  });

  it("filter by agency, role, task and bucket", async () => {
    const all = await everyAssignment();
    const police = await everyAssignment("&agency=cong-an-tinh&role=lead");
    expect(police).toEqual(all.filter((item) => item.agency.id === "cong-an-tinh" && item.role === "lead"));
    const plans = await everyAssignment("&task=lap-ke-hoach");
    expect(plans.length).toBeGreaterThan(20);
    expect(new Set(plans.map((item) => item.agency.id)).size).toBe(plans.length);
    expect(await everyAssignment("&bucket=withdrawn")).toEqual([]);
    expect((await everyAssignment("&text=chien%20luoc")).length).toBeGreaterThan(0);
  });

  it("count working days to the due date by the plan's calendar", async () => {
    const [item] = await everyAssignment("&task=lap-ke-hoach");
    // 2 to 28 February 2017: eighteen working days after the 2nd.
    expect([item?.dueOn, item?.workingDaysLeft]).toEqual(["2017-02-28", 18]);
  });

  it("refuse what is no filter", async () => {
    for (const query of [
      "bucket=late",
      "open=yes",
      "limit=0",
      "limit=abc",
      "unknown=1",
      `text=${"x".repeat(201)}`,
    ]) {
      const answer = await instance.app.inject({
        url: `/api/plans/kh-42-2017/assignments?${query}`,
        headers: office,
      });
      expect([query, answer.statusCode, answer.json().code]).toEqual([query, 400, "invalid_request"]);
    }
  });

  it("are shown in full with task, clauses, coordinations and products", async () => {
    const [item] = await everyAssignment("&task=xay-dung-chien-luoc&role=lead");
    const body = await get<AssignmentBody>(`/plans/kh-42-2017/assignments/${item?.id}`);
    expect(body.statements.map(({ id }) => id)).toEqual(["S17"]);
    expect(body.taskBody.assumption).toBeTruthy();
    expect(body.coordinations.map(({ agency }) => agency.id).sort()).toEqual([
      "hoi-lhpn-tinh",
      "so-tai-chinh",
      "so-tttt",
    ]);
    expect(body.products).toEqual([
      expect.objectContaining({ id: "chien-luoc", required: true, document: null }),
    ]);
    expect(body.dueHistory).toEqual([expect.objectContaining({ kind: "given", date: "2017-03-31" })]);
    expect(body.monitors.map(({ agency }) => agency?.id).sort()).toEqual(["cong-an-tinh", "so-ldtbxh"]);
    expect(body.visited).toEqual([body.stage.id]);
    const [asked] = body.coordinations;
    const coordination = await get<AssignmentBody>(`/plans/kh-42-2017/assignments/${asked?.id}`);
    expect(coordination.lead?.id).toBe(item?.id);
    expect(coordination.coordinations).toHaveLength(2);
  });
});

it("gives the plan's text with the lines its tasks begin on", async () => {
  const source = await get<PlanSource>("/plans/kh-42-2017/source");
  const lines = source.text.split("\n");
  const plan = await get<PlanBody>("/plans/kh-42-2017");
  expect(source.tasks.map(({ task }) => task).sort()).toEqual(plan.tasks.map(({ id }) => id).sort());
  for (const { task, line } of source.tasks) expect(lines[line - 1]).toContain(task);
});

it("knows what waits for whom", async () => {
  const inbox = await get<{
    items: AssignmentItem[];
    toConfirm: AssignmentItem[];
    toDecide: AssignmentItem[];
  }>("/inbox", as("head", "so-tu-phap"));
  expect(inbox.items.length).toBeGreaterThan(0);
  expect(new Set(inbox.items.map(({ agency }) => agency.id))).toEqual(new Set(["so-tu-phap"]));
  expect([inbox.toConfirm, inbox.toDecide]).toEqual([[], []]);
});

it("puts before whoever decides what waits for him: work handed back, extensions asked for, results", async () => {
  type Inbox = { items: AssignmentItem[]; toConfirm: AssignmentItem[]; toDecide: AssignmentItem[] };
  const { items } = await get<Inbox>("/inbox", as("head", "so-y-te"));
  const leads = items.filter((item) => item.role === "lead" && item.task.id === "lap-ke-hoach");
  const [assignment] = leads;
  if (assignment === undefined) throw new Error("Sở Y tế leads nothing here.");
  const send = async (type: string, headers: Record<string, string>, data: object) => {
    const body = { requestId: type, planId: assignment.planId, assignmentId: assignment.id, type, data };
    const answer = await instance.app.inject({ url: "/api/commands", method: "POST", headers, body });
    expect([type, answer.statusCode, answer.body.slice(0, 200)]).toEqual([type, 200, expect.any(String)]);
  };
  const reason = "Chưa có hướng dẫn của cơ quan cấp trên";
  const waits = async (headers = office) => {
    const { toConfirm, toDecide } = await get<Inbox>("/inbox", headers);
    const mine = (found: AssignmentItem[]) => found.filter(({ id }) => id === assignment.id).length;
    return [mine(toConfirm), mine(toDecide)];
  };
  const head = as("head", "so-y-te");
  if (assignment.stage.id === "assigned") await send("accept", head, {});
  expect(await waits()).toEqual([0, 0]);

  await send("request_extension", head, { reason, due: "2017-03-15" });
  expect(await waits()).toEqual([0, 1]);
  await send("refuse_extension", as("vice_chair", "ubnd-tinh"), { reason });
  expect(await waits()).toEqual([0, 0]);

  await send("decline", head, { reason });
  expect(await waits()).toEqual([0, 1]);
  expect(await waits(as("vice_chair", "ubnd-tinh"))).toEqual([0, 1]);
  expect(await waits(head)).toEqual([0, 0]);
  await send("insist", office, { reason });
  expect(await waits()).toEqual([0, 0]);

  await send("report_obstacle", head, { reason });
  expect(await waits()).toEqual([0, 1]);
  await send("direct", office, { reason });

  const product = { number: "9/KH", date: "2017-02-02", issuer: null, title: null };
  const products = Object.fromEntries(
    (await get<AssignmentBody>(`/plans/kh-42-2017/assignments/${assignment.id}`)).products.map(({ id }) => [
      id,
      product,
    ]),
  );
  await send("submit", head, { products });
  expect(await waits()).toEqual([1, 0]);
});

it("describes itself", async () => {
  const document = await get<{ openapi: string; paths: object }>("/openapi.json", {});
  expect(document.openapi).toBe("3.1.0");
  const about = await get<Record<string, unknown>>("/instance", {});
  expect(about).toMatchObject({ demo: false, virtual: false, today: "2017-02-02", language: "vi" });
});
