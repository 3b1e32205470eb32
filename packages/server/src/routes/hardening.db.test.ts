// What a hostile or broken client gets: a clear answer of 4xx, never a stack, never somebody else's data.

import { connect } from "node:net";
import { afterAll, beforeAll, expect, it, test } from "vitest";
import { as, openTestInstance, type TestInstance } from "../testing/test-instance.ts";

let instance: TestInstance;
const office = as("office", "van-phong-ubnd-tinh");

beforeAll(async () => {
  instance = await openTestInstance({
    identify: async (request) => {
      const header = request.headers["x-actor"];
      if (header === "broken") throw new Error("password=hunter2 in /srv/secret.ts");
      return typeof header === "string" ? JSON.parse(header) : null;
    },
  });
});

afterAll(() => instance.close());

it("refuses bodies of 10 MB on every writing route", async () => {
  const text = "x".repeat(10 * 1024 * 1024);
  for (const [url, body] of [
    ["/api/commands", { requestId: text }],
    ["/api/check", { plan: { text } }],
    ["/api/me", { identity: text }],
  ] as const) {
    const answer = await instance.app.inject({ url, method: "POST", headers: office, body });
    expect([url, answer.statusCode, answer.json().code]).toEqual([url, 413, "body_too_large"]);
  }
});

it("takes a plan text up to the language's limit, and says what is wrong with it", async () => {
  const text = `kehoach: 1\n# ${"x".repeat(1_500_000)}\n`;
  const answer = await instance.app.inject({
    url: "/api/check",
    method: "POST",
    headers: office,
    body: { plan: { text } },
  });
  expect(answer.statusCode).toBe(200);
  expect(answer.json().ok).toBe(false);
  expect(answer.json().problems.length).toBeGreaterThan(0);
});

it("refuses what is not JSON", async () => {
  const post = (type: string, payload: string) =>
    instance.app.inject({
      url: "/api/commands",
      method: "POST",
      headers: { ...office, "content-type": type },
      payload,
    });
  for (const type of [
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "application/xml",
  ]) {
    const answer = await post(type, "a=1");
    expect([type, answer.statusCode, answer.json().code]).toEqual([type, 415, "unsupported_media"]);
  }
  for (const payload of [
    "{",
    "",
    "null",
    "[]",
    '"text"',
    '{"__proto__":{"x":1}}',
    '{"constructor":{"prototype":{}}}',
  ]) {
    const answer = await post("application/json", payload);
    expect([payload, answer.statusCode, answer.json().code]).toEqual([payload, 400, "invalid_request"]);
    expect(answer.body).not.toMatch(/ at .*\.(ts|js)/);
  }
});

it("refuses a NUL wherever text goes, which the database cannot keep", async () => {
  const base = { requestId: "r", planId: instance.plan, assignmentId: instance.plan, type: "accept" };
  for (const part of [
    { requestId: "a\u0000b" },
    { planId: "a\u0000b" },
    { data: { reason: "ten characters\u0000" } },
    { data: { document: { number: "1\u0000", date: "2017-01-01", issuer: null, title: null } } },
    { data: { occurrence: "\u0000", task: "t" } },
    { onBehalfOf: { name: "\u0000", position: null, capacity: null } },
  ]) {
    const body = { ...base, ...part };
    const answer = await instance.app.inject({ url: "/api/commands", method: "POST", headers: office, body });
    expect([part, answer.statusCode, answer.json().code]).toEqual([part, 400, "invalid_request"]);
  }
  for (const filter of ["agency", "task", "objective", "of", "text", "after"]) {
    const url = `/api/plans/kh-42-2017/assignments?${filter}=a%00b`;
    const answer = await instance.app.inject({ url, headers: office });
    expect([filter, answer.statusCode < 500]).toEqual([filter, true]);
  }
});

it("refuses writes that another site's page sends, before it looks at anything else", async () => {
  for (const url of ["/api/commands", "/api/check", "/api/me", "/api/demo/clock"]) {
    const answer = await instance.app.inject({
      url,
      method: "POST",
      headers: { ...office, origin: "https://evil.example", "sec-fetch-site": "cross-site" },
      body: {},
    });
    expect([url, answer.statusCode, answer.json().code]).toEqual([url, 403, "cross_site"]);
  }
});

it("never shows what went wrong inside", async () => {
  const answer = await instance.app.inject({ url: "/api/plans", headers: { "x-actor": "broken" } });
  expect([answer.statusCode, answer.json().code]).toEqual([500, "internal"]);
  expect(answer.body).not.toMatch(/hunter2|secret|Error|\.ts/);
  expect(Object.keys(answer.json()).sort()).toEqual(["code", "en", "vi"]);
});

it("answers unknown addresses and methods as not found", async () => {
  for (const [method, url] of [
    ["GET", "/api/nothing"],
    ["DELETE", "/api/plans"],
    ["PUT", "/api/me"],
    ["GET", "/api"],
    ["GET", "/"],
  ] as const) {
    const answer = await instance.app.inject({ method, url, headers: office });
    expect([method, url, answer.statusCode]).toEqual([method, url, 404]);
  }
});

it("keeps answers out of caches", async () => {
  for (const url of ["/api/plans", "/api/instance", "/api/plans/none"]) {
    const { headers } = await instance.app.inject({ url, headers: office });
    expect(headers["cache-control"]).toBe("no-store");
  }
});

test("a request that is no HTTP does not harm the server", async () => {
  await instance.app.listen({ port: 0, host: "127.0.0.1" });
  const bound = instance.app.server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  const said = await new Promise<string>((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.end("GET /\u0000 nonsense\r\n\r\n"));
    let text = "";
    socket.on("data", (data) => {
      text += data.toString();
    });
    socket.on("close", () => resolve(text));
    socket.on("error", reject);
  });
  expect(said).toContain("400");
  expect((await instance.app.inject({ url: "/api/health" })).json().ok).toBe(true);
});
