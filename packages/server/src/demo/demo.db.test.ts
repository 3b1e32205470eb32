// The demo: filled the same each time, acted in by switchable people, its date only going forward and kept.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEngine, type HistoryEntry, type Page } from "@kehoach/engine";
import { dateOfInstant } from "@kehoach/engine/calendar";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AssignmentItem, Identity, PlanBody, TargetsBody } from "../contract/index.ts";
import { createServer } from "../create-server.ts";
import { plan42, register42 } from "../testing/test-instance.ts";
import { type Demo, openDemo } from "./open-demo.ts";

let folder = "";
let demo: Demo;
let app: FastifyInstance;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kehoach-demo-"));
  await open();
});

afterAll(async () => {
  await app.close();
  await demo.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<void> {
  demo = await openDemo({ plan: plan42, register: register42, engine: { directory: join(folder, "data") } });
  app = createServer({ engine: demo.engine, demo, adminDirectory: null });
}

async function get<Answer>(url: string, cookie?: string): Promise<Answer> {
  return (
    await app.inject({ url: `/api${url}`, headers: cookie === undefined ? {} : { cookie } })
  ).json<Answer>();
}

async function post(url: string, body: object, cookie?: string) {
  const headers = cookie === undefined ? {} : { cookie };
  const answer = await app.inject({ url: `/api${url}`, method: "POST", headers, body });
  return {
    status: answer.statusCode,
    body: answer.json(),
    cookie: String(answer.headers["set-cookie"] ?? ""),
  };
}

async function entriesOf(of: Demo): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  for (let next: string | null = "0"; next !== null; ) {
    const page: Page<HistoryEntry> = await of.engine.history("kh-42-2017", {
      after: Number(next),
      limit: 500,
    });
    entries.push(...page.items);
    next = page.next;
  }
  return entries;
}

async function story(of: Demo): Promise<string[]> {
  return (await entriesOf(of)).map((entry) =>
    [entry.type, entry.actor, entry.agency, entry.effectiveAt, entry.source].join(" "),
  );
}

describe("a new demo", () => {
  it("stands at its first date, marked as a demo throughout", async () => {
    expect(await get("/instance")).toMatchObject({ demo: true, virtual: true, today: "2017-02-01" });
    const items = await entriesOf(demo);
    // The clock's own entries say so; everything people did is marked.
    expect(items.filter(({ source }) => source !== "demo" && source !== "clock")).toEqual([]);
    expect(await demo.engine.verify("kh-42-2017")).toMatchObject({ intact: true });
  });

  it("shows agencies at work, each in its own state", async () => {
    const plan = await get<PlanBody>("/plans/kh-42-2017");
    const { items } = await get<{ items: AssignmentItem[] }>("/plans/kh-42-2017/assignments?limit=200");
    const categories = new Set(
      items.filter(({ role }) => role === "lead").map(({ stage }) => stage.category),
    );
    expect([...categories].sort()).toEqual(["active", "done", "todo", "waiting"]);
    expect(plan.counts.done_on_time).toBe(1);
    expect(plan.counts.awaiting_confirmation).toBeGreaterThan(0);
    expect(items.some(({ role, stage }) => role === "coordinator" && stage.category === "done")).toBe(true);
    const entries = await entriesOf(demo);
    const types = new Set(entries.map(({ type }) => type));
    for (const type of ["accept", "progress", "submit", "confirm", "rework", "answer", "remind"]) {
      expect([type, types.has(type)]).toEqual([type, true]);
    }
  });

  it("is the same demo each time", async () => {
    const again = await openDemo({ plan: plan42, register: register42 });
    const sorted = async (of: Demo) => (await story(of)).sort();
    expect(await sorted(again)).toEqual(await sorted(demo));
    await again.close();
  });
});

describe("people", () => {
  it("come from the plan: the issuer's side first, then each agency's three positions", async () => {
    const { items } = await get<{ items: Identity[] }>("/identities");
    expect(items.slice(0, 5).map(({ id }) => id)).toEqual([
      "office@van-phong-ubnd-tinh",
      "issuer@ubnd-tinh",
      "vice_chair@ubnd-tinh",
      "auditor",
      "admin",
    ]);
    const police = items.filter(({ agency }) => agency?.id === "cong-an-tinh");
    expect(police.map(({ roles }) => roles)).toEqual([["head"], ["clerk"], ["officer"]]);
    expect(police[0]?.name).toBe("Lãnh đạo · Công an tỉnh");
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it("can be switched, and act as whom they were switched to", async () => {
    expect(await get("/me")).toMatchObject({ actor: { id: "office@van-phong-ubnd-tinh" }, canSwitch: true });
    const chosen = await post("/me", { identity: "clerk@so-y-te" });
    expect(chosen.status).toBe(200);
    expect(chosen.cookie).toMatch(/^kehoach_demo=clerk%40so-y-te; Path=\/; HttpOnly; SameSite=Lax$/);
    const cookie = chosen.cookie.split(";", 1)[0] ?? "";
    expect(await get("/me", cookie)).toMatchObject({
      actor: { id: "clerk@so-y-te", agency: { id: "so-y-te" } },
    });
    const inbox = await get<{ items: AssignmentItem[] }>("/inbox", cookie);
    expect(new Set(inbox.items.map(({ agency }) => agency.id))).toEqual(new Set(["so-y-te"]));
  });

  it("are asked to confirm only what they may confirm", async () => {
    const waiting = async (identity: string) => {
      const { cookie } = await post("/me", { identity });
      const inbox = await get<{ toConfirm: AssignmentItem[] }>("/inbox", cookie.split(";", 1)[0]);
      return inbox.toConfirm.length;
    };
    expect(await waiting("office@van-phong-ubnd-tinh")).toBeGreaterThan(0);
    expect(await waiting("vice_chair@ubnd-tinh")).toBeGreaterThan(0);
    // Monitors follow and urge; to confirm is the office's.
    expect(await waiting("head@cong-an-tinh")).toBe(0);
  });

  it("must be among those offered", async () => {
    for (const identity of ["head@nowhere", "clock", "__proto__", "admin@so-y-te"]) {
      const { status, body } = await post("/me", { identity });
      expect([identity, status, body.code]).toEqual([identity, 404, "unknown_identity"]);
    }
    expect(await get("/me", "kehoach_demo=head%40nowhere")).toMatchObject({
      actor: { id: "office@van-phong-ubnd-tinh" },
    });
  });
});

describe("the demo's date", () => {
  it("does not move back, nor to what is no date, nor too far", async () => {
    for (const [to, status, code] of [
      ["2017-01-31", 409, "date_backwards"],
      ["2017-02-01", 409, "date_backwards"],
      ["2017-02-30", 400, "invalid_request"],
      ["2017/03/01", 400, "invalid_request"],
      ["2030-01-01", 422, "date_too_far"],
    ] as const) {
      const answer = await post("/demo/clock", { to });
      expect([to, answer.status, answer.body.code]).toEqual([to, status, code]);
    }
  });

  it("moves forward, and what falls due on the way is noticed on its day", async () => {
    const moved = await post("/demo/clock", { to: "2017-03-03" });
    expect([moved.status, moved.body.today]).toEqual([200, "2017-03-03"]);
    expect(moved.body.woken).toBeGreaterThan(0);
    const entries = await entriesOf(demo);
    // What was reported in time and sent back after the due is overdue from the due on, but only known by then.
    const reworked = new Map(
      entries.flatMap(({ type, assignmentId, seq }) => (type === "rework" ? [[assignmentId, seq]] : [])),
    );
    const overdue = entries.filter(
      ({ type, assignmentId, seq }) =>
        type === "overdue" && !(seq > (reworked.get(assignmentId) ?? Number.POSITIVE_INFINITY)),
    );
    expect(overdue.length).toBeGreaterThan(10);
    for (const entry of overdue) {
      expect(dateOfInstant(entry.effectiveAt)).toBe(dateOfInstant(entry.recordedAt));
    }
    expect((await get<PlanBody>("/plans/kh-42-2017")).counts.overdue).toBeGreaterThan(10);
  });

  it("finds agencies at work on every working day passed, some of them late", async () => {
    const seeded = await entriesOf(demo);
    const from = seeded.at(-1)?.seq ?? 0;
    expect((await post("/demo/clock", { to: "2017-05-10" })).status).toBe(200);
    const done = (await entriesOf(demo)).filter(({ seq, source }) => seq > from && source === "demo");
    const types = new Set(done.map(({ type }) => type));
    for (const type of ["accept", "progress", "submit", "confirm", "rework", "answer", "remind"]) {
      expect([type, types.has(type)]).toEqual([type, true]);
    }
    // Neither on weekends nor on the holidays of Giỗ Tổ (moved to Thursday 6 April), 30 April and 1 May.
    const days = new Set(done.map(({ effectiveAt }) => dateOfInstant(effectiveAt)));
    for (const day of ["2017-03-04", "2017-03-05", "2017-04-06", "2017-05-01", "2017-05-10"]) {
      expect([day, days.has(day)]).toEqual([day, false]);
    }
    const { items: targets } = await get<TargetsBody>("/plans/kh-42-2017/targets");
    const judged = targets.filter(({ judgement }) => judgement.value !== null);
    expect(judged.length).toBeGreaterThan(3);
    expect(judged.some(({ judgement }) => judgement.verdict === "met")).toBe(true);
    expect(targets.some(({ reported }) => reported.missing.length > 0)).toBe(true);
    expect(types.has("reading_reported")).toBe(true);
    const { counts } = await get<PlanBody>("/plans/kh-42-2017");
    for (const bucket of ["done_on_time", "done_late", "overdue", "in_time"] as const) {
      expect([bucket, counts[bucket] > 0]).toEqual([bucket, true]);
    }
    expect(await demo.engine.verify("kh-42-2017")).toMatchObject({ intact: true });
  });

  it("is kept from one run to the next", async () => {
    const before = await story(demo);
    await app.close();
    await demo.close();
    await open();
    expect(await get("/instance")).toMatchObject({ today: "2017-05-10" });
    expect(await story(demo)).toEqual(before);
  });
});

it("is not opened on a real instance's data", async () => {
  const directory = join(folder, "real");
  const engine = await createEngine({ directory, sweepEvery: null });
  const actor = { id: "vc", name: "PCT", agency: "ubnd-tinh", roles: ["vice_chair"] } as const;
  expect((await engine.issue({ plan: plan42, register: register42, actor })).issued).toBe(true);
  await engine.close();
  await expect(openDemo({ plan: plan42, register: register42, engine: { directory } })).rejects.toMatchObject(
    {
      code: "request_invalid",
    },
  );
});
