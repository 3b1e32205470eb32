// An assignment through its life over HTTP: who may do what, retries, conflicts, and who reads the texts after.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AllowedCommandBody, AssignmentBody, HistoryItem } from "../contract/index.ts";
import { as, openTestInstance, type TestInstance } from "../testing/test-instance.ts";

let instance: TestInstance;
let assignment = "";

const head = as("head", "so-tu-phap");
const clerk = as("clerk", "so-tu-phap");
const officer = as("officer", "so-tu-phap");
const office = as("office", "van-phong-ubnd-tinh");
const chair = as("issuer", "ubnd-tinh");
const stranger = as("head", "so-y-te");
const product = { number: "12/BC-STP", date: "2017-02-02", issuer: "Sở Tư pháp", title: null };

beforeAll(async () => {
  instance = await openTestInstance();
  const found = await instance.engine.assignments({
    planId: instance.plan,
    task: "lap-ke-hoach",
    agency: "so-tu-phap",
  });
  assignment = found.items[0]?.id ?? "";
});

afterAll(() => instance.close());

let sent = 0;

async function send(type: string, headers: Record<string, string>, more: object = {}) {
  sent += 1;
  const answer = await instance.app.inject({
    url: "/api/commands",
    method: "POST",
    headers,
    body: { requestId: `test-${sent}`, planId: instance.plan, assignmentId: assignment, type, ...more },
  });
  return { status: answer.statusCode, body: answer.json() };
}

async function read<Answer>(path: string, headers: Record<string, string>): Promise<Answer> {
  const url = `/api/plans/${instance.plan}/assignments/${assignment}${path}`;
  return (await instance.app.inject({ url, headers })).json<Answer>();
}

describe("an assignment's life", () => {
  it("tells each person what is open to him, and why the rest is not", async () => {
    const { items } = await read<{ items: AllowedCommandBody[] }>("/commands", clerk);
    const accept = items.find(({ type }) => type === "accept");
    expect(accept?.refusal).toBeNull();
    expect(accept?.to?.label.vi).toBe("Đang thực hiện");
    expect(items.find(({ type }) => type === "submit")?.refusal?.code).toBe("wrong_state");
    const others = await read<{ items: AllowedCommandBody[] }>("/commands", stranger);
    const refusal = others.items.find(({ type }) => type === "accept")?.refusal;
    expect(refusal?.code).toBe("not_your_role");
    expect(refusal?.whoCould).toContain("clerk");
  });

  it("refuses people of other agencies, with who could", async () => {
    const { status, body } = await send("accept", stranger);
    expect([status, body.code]).toEqual([403, "not_your_role"]);
    expect(body.whoCould).toContain("clerk");
  });

  it("is taken up once, however often the request comes", async () => {
    const body = { requestId: "accept-once" };
    const first = await send("accept", clerk, body);
    expect([first.status, first.body.repeated]).toEqual([200, false]);
    const again = await send("accept", clerk, body);
    expect([again.status, again.body.repeated, again.body.seq]).toEqual([200, true, first.body.seq]);
    const other = await send("progress", clerk, { ...body, data: { percent: 10 } });
    expect([other.status, other.body.code]).toEqual([422, "request_reused"]);
    const late = await send("accept", clerk);
    expect([late.status, late.body.code]).toEqual([409, "wrong_state"]);
  });

  it("reports progress, and makes a second sender's stale view a conflict", async () => {
    const { seq } = await read<AssignmentBody>("", officer);
    const note = "Đã lấy ý kiến các phòng <script>alert(1)</script>";
    const first = await send("progress", officer, { data: { percent: 40, note }, expected: seq });
    expect(first.status).toBe(200);
    const second = await send("progress", officer, { data: { percent: 50 }, expected: seq });
    expect([second.status, second.body.code]).toEqual([409, "conflict"]);
    const wild = await send("progress", officer, { data: { percent: 140 } });
    expect([wild.status, wild.body.code]).toEqual([422, "percent_out_of_range"]);
  });

  it("is submitted with its product, and not without", async () => {
    const without = await send("submit", head);
    expect([without.status, without.body.code]).toEqual([422, "product_required"]);
    expect(without.body.vi).toContain("kế hoạch của cơ quan");
    const done = await send("submit", head, { data: { products: { "ke-hoach-cua-don-vi": product } } });
    expect(done.status).toBe(200);
    const inbox = (await instance.app.inject({ url: "/api/inbox", headers: office })).json();
    expect(inbox.toConfirm.map(({ id }: { id: string }) => id)).toEqual([assignment]);
  });

  it("is sent back with a reason, submitted again and confirmed by somebody else", async () => {
    const short = await send("rework", office, { data: { reason: "thiếu" } });
    expect([short.status, short.body.code]).toEqual([422, "reason_required"]);
    expect((await send("rework", office, { data: { reason: "Chưa nêu phân công từng việc." } })).status).toBe(
      200,
    );
    expect(
      (await send("submit", head, { data: { products: { "ke-hoach-cua-don-vi": product } } })).status,
    ).toBe(200);
    expect((await send("confirm", head)).status).toBe(403);
    expect((await send("confirm", office)).status).toBe(200);
    const body = await read<AssignmentBody>("", head);
    expect([body.bucket, body.reworks, body.stage.category]).toEqual(["done_on_time", 1, "done"]);
    expect(body.products[0]?.document).toEqual(product);
    expect(body.visited.length).toBeGreaterThanOrEqual(4);
  });

  it("shows texts and evidence to lead, monitors and issuer, and to nobody else", async () => {
    const shown = async (headers: Record<string, string>) => {
      const { items } = await read<{ items: HistoryItem[] }>("/history", headers);
      const body = await read<AssignmentBody>("", headers);
      return {
        texts: items.flatMap((item) => Object.values(item.texts)),
        hidden: items.some((item) => item.textsHidden),
        data: items.every((item) => item.data !== null),
        document: body.products[0]?.document ?? null,
        visible: body.textsVisible,
      };
    };
    for (const person of [officer, office, chair, as("officer", "so-ldtbxh"), as("head", "cong-an-tinh")]) {
      const { texts, hidden, data, document, visible } = await shown(person);
      expect([texts.length, hidden, data, visible]).toEqual([2, false, true, true]);
      expect(document).toEqual(product);
    }
    for (const person of [stranger, as("auditor", null), as("admin", null)]) {
      expect(await shown(person)).toEqual({
        texts: [],
        hidden: true,
        data: false,
        document: null,
        visible: false,
      });
    }
  });

  it("leaves a ledger that verifies and can be taken away by those who may", async () => {
    const url = `/api/plans/${instance.plan}/ledger`;
    const report = (await instance.app.inject({ url: `${url}/verify`, headers: stranger })).json();
    expect(report).toMatchObject({ intact: true, fault: null });
    const exported = await instance.app.inject({ url, headers: as("auditor", null) });
    expect(exported.headers["content-type"]).toContain("application/x-ndjson");
    expect(exported.headers["content-disposition"]).toContain("kh-42-2017.ndjson");
    const lines = exported.body
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(report.entries);
    expect(lines.at(-1).hash).toBe(report.head);
    expect(exported.body).not.toContain("Chưa nêu phân công");
  });
});

describe("what a command may not carry", () => {
  it("does not take an actor, a source or anything else from the body", async () => {
    const actor = { id: "x", name: "x", agency: "ubnd-tinh", roles: ["issuer"] };
    for (const more of [{ actor }, { source: "clock" }, { target: "plan" }, { data: { secret: 1 } }]) {
      const { status, body } = await send("withdraw", stranger, more);
      expect([status, body.code]).toEqual([400, "invalid_request"]);
    }
  });

  it("does not let people send the clock's commands", async () => {
    const clock = await send("clock", office);
    expect(clock.status).toBeGreaterThanOrEqual(400);
    const toPlan = await send("clock", office, { assignmentId: undefined });
    expect([toPlan.status, toPlan.body.code]).toEqual([404, "not_found"]);
  });

  it("is not taken from the future or from long ago", async () => {
    const now = await instance.engine.now();
    const future = await send("remind", office, {
      effectiveAt: now + 1_000_000,
      data: { note: "x".repeat(20) },
    });
    expect(future.status).toBeGreaterThanOrEqual(400);
  });
});

it("suspends and resumes a plan as a whole", async () => {
  const data = { reason: "Chờ chỉ đạo mới của cấp trên", document: { ...product, number: "5/QĐ" } };
  const toPlan = (type: string, headers: Record<string, string>) =>
    send(type, headers, { assignmentId: undefined, data });
  const openTo = async (headers: Record<string, string>) => {
    const url = `/api/plans/${instance.plan}/commands`;
    return (await instance.app.inject({ url, headers })).json<{ items: AllowedCommandBody[]; seq: number }>();
  };
  const before = await openTo(chair);
  expect(before.items.find(({ type }) => type === "suspend")).toMatchObject({
    to: { id: "suspended", label: { vi: "Tạm dừng" } },
    require: ["reason", "document"],
    refusal: null,
  });
  expect(before.items.find(({ type }) => type === "resume")?.refusal?.code).toBe("wrong_state");
  expect(before.seq).toBe((await instance.engine.plan(instance.plan))?.summary.plan.seq);
  const refused = (await openTo(head)).items.find(({ type }) => type === "suspend")?.refusal;
  expect([refused?.code, refused?.whoCould]).toEqual(["not_your_role", ["issuer", "vice_chair"]]);
  expect((await toPlan("suspend", head)).status).toBe(403);
  expect((await toPlan("suspend", chair)).status).toBe(200);
  expect((await toPlan("suspend", chair)).body.code).toBe("wrong_state");
  expect((await toPlan("resume", chair)).status).toBe(200);
});

it("keeps beside who typed a command who signed it, and when it happened beside when it was typed", async () => {
  const found = await instance.engine.assignments({
    planId: instance.plan,
    task: "lap-ke-hoach",
    agency: "so-tai-chinh",
  });
  const { id = "", openedAt = 0 } = found.items[0] ?? {};
  const onBehalfOf = { name: "Trần Văn B", position: "Giám đốc", capacity: "TM." };
  const sentLate = { assignmentId: id, onBehalfOf, effectiveAt: openedAt };
  expect((await send("accept", as("clerk", "so-tai-chinh"), sentLate)).status).toBe(200);
  const url = `/api/plans/${instance.plan}/assignments/${id}/history`;
  const { items } = (await instance.app.inject({ url, headers: stranger })).json<{ items: HistoryItem[] }>();
  const entry = items.find(({ type }) => type === "accept");
  expect(entry).toMatchObject({
    actor: "clerk@so-tai-chinh",
    onBehalfOf: "Trần Văn B",
    signedBy: onBehalfOf,
    effectiveAt: openedAt,
  });
});

it("records where a command came in", async () => {
  const found = await instance.engine.assignments({
    planId: instance.plan,
    task: "lap-ke-hoach",
    agency: "so-y-te",
  });
  const { id = "" } = found.items[0] ?? {};
  const browser = { ...as("clerk", "so-y-te"), "sec-fetch-site": "same-origin" };
  expect((await send("accept", browser, { assignmentId: id })).status).toBe(200);
  expect(
    (await send("progress", as("officer", "so-y-te"), { assignmentId: id, data: { percent: 5 } })).status,
  ).toBe(200);
  const { items } = await instance.engine.history(instance.plan, { assignmentId: id });
  expect(items.slice(-2).map(({ source }) => source)).toEqual(["ui", "api"]);
});
