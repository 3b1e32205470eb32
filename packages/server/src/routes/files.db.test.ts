// Files over HTTP: taken in as they stream, held to their limits, handed out only to be saved and only to who may see them.

import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { as, openTestInstance, type TestInstance } from "../testing/test-instance.ts";

const office = as("office", "van-phong-ubnd-tinh");
const police = as("officer", "cong-an-tinh");
const outsider = as("head", "so-tai-chinh");
const pdf = (about = ""): Buffer => Buffer.from(`%PDF-1.7\n% ${about}\n%%EOF\n`);

let instance: TestInstance;
let files = "";

beforeAll(async () => {
  instance = await openTestInstance({ maxUploads: 2 });
  const { engine, plan } = instance;
  const { items } = await engine.assignments({
    planId: plan,
    agency: "cong-an-tinh",
    role: "lead",
    open: true,
  });
  const free = items.find(({ held }) => !held);
  files = `/api/plans/${plan}/assignments/${free?.id}/files`;
});

afterAll(() => instance.close());

function send(payload: Buffer, headers: Record<string, string> = {}, url = files) {
  const octets = { "content-type": "application/octet-stream", "x-file-name": "a.pdf" };
  return instance.app.inject({ url, method: "POST", headers: { ...octets, ...police, ...headers }, payload });
}

it("takes a file in and hands it out as an attachment that runs nowhere", async () => {
  const name = 'Báo cáo "quý I" (bản 1)\'; x=.pdf';
  const taken = await send(pdf("một"), { "x-file-name": encodeURIComponent(name), "idempotency-key": "k1" });
  expect([taken.statusCode, taken.json()]).toMatchObject([200, { accepted: true, repeated: false }]);
  const again = await send(pdf("một"), { "x-file-name": encodeURIComponent(name), "idempotency-key": "k1" });
  expect(again.json()).toEqual({ ...taken.json(), repeated: true });
  const { digest } = taken.json();
  const url = `/api/plans/${instance.plan}/files/${digest}`;
  const got = await instance.app.inject({ url, headers: office });
  expect(got.statusCode).toBe(200);
  expect(got.rawPayload.equals(pdf("một"))).toBe(true);
  expect(got.headers).toMatchObject({
    "content-type": "application/pdf",
    "content-length": String(pdf("một").length),
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
    "cache-control": "no-store",
    "cross-origin-resource-policy": "same-origin",
  });
  const disposition = String(got.headers["content-disposition"]);
  expect(disposition).toMatch(
    /^attachment; filename="[A-Za-z0-9 ._-]+"; filename\*=UTF-8''[A-Za-z0-9%._~-]+$/,
  );
  expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? "")).toBe(name);
  expect((await instance.app.inject({ url, headers: outsider })).statusCode).toBe(404);
  expect((await instance.app.inject({ url })).statusCode).toBe(401);
  const other = `/api/plans/${instance.other}/files/${digest}`;
  expect((await instance.app.inject({ url: other, headers: office })).statusCode).toBe(404);
  const listed = await instance.app.inject({ url: files, headers: police });
  expect(listed.json()).toMatchObject({
    items: [{ digest, name, type: "pdf", product: null, agency: { id: "cong-an-tinh" } }],
    extensions: [".pdf", ".docx", ".xlsx", ".png", ".jpg", ".jpeg"],
    refusal: null,
  });
  const history = await instance.app.inject({ url: files.replace(/files$/, "history"), headers: police });
  expect(history.json().items.at(-1)).toMatchObject({
    type: "attach",
    label: { vi: "Đính kèm tệp" },
    files: [{ digest, name, size: pdf("một").length }],
  });
});

it("hides a file and its name from those who read the plan but not its evidence", async () => {
  const taken = await send(pdf("hai"), { "x-file-name": encodeURIComponent("Đơn của bà C.pdf") });
  const { digest } = taken.json();
  for (const reader of [as("auditor", null), as("admin", null)]) {
    for (const url of [
      `/api/plans/${instance.plan}/files/${digest}`,
      files,
      files.replace(/files$/, "history"),
      `/api/plans/${instance.plan}/history?limit=200`,
    ]) {
      const answer = await instance.app.inject({ url, headers: reader });
      expect(answer.body).not.toContain("bà C");
      if (url.includes("/files")) expect([url, answer.statusCode]).toEqual([url, 404]);
    }
  }
});

it.each([
  [
    "a page named .pdf",
    Buffer.from("<html><script>alert(1)</script>"),
    { "x-file-name": "a.pdf" },
    422,
    "file_content_differs",
  ],
  ["a page", Buffer.from("<html>"), { "x-file-name": "a.html" }, 415, "file_type_not_taken"],
  ["a path", pdf(), { "x-file-name": "..%2F..%2Fa.pdf" }, 422, "file_name_invalid"],
  ["a name that is no UTF-8", pdf(), { "x-file-name": "%E0%A4%A.pdf" }, 400, "invalid_request"],
  ["no name", pdf(), { "x-file-name": "" }, 400, "invalid_request"],
  ["nothing", Buffer.alloc(0), {}, 422, "file_required"],
  ["too much", Buffer.alloc(20 * 1024 * 1024 + 1), {}, 413, "file_too_large"],
  ["JSON", Buffer.from("{}"), { "content-type": "application/json" }, 415, "unsupported_media"],
  ["a form", pdf(), { "content-type": "multipart/form-data; boundary=x" }, 415, "unsupported_media"],
  ["a form's text", pdf(), { "content-type": "text/plain" }, 415, "unsupported_media"],
  ["from another site", pdf(), { "sec-fetch-site": "cross-site" }, 403, "cross_site"],
  ["from somebody else's page", pdf(), { origin: "https://evil.example" }, 403, "cross_site"],
  ["from a stranger to the assignment", pdf(), office, 403, "not_your_role"],
] as const)("refuses %s", async (_what, payload, headers, status, code) => {
  const answer = await send(payload, headers);
  expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  expect(answer.json().vi).toMatch(/\p{L}/u);
});

it("refuses an unknown product, and files where a document would be asked for", async () => {
  expect((await send(pdf("x"), {}, `${files}?product=nope`)).json().code).toBe("unknown_product");
  expect((await send(pdf("x"), {}, `${files}?name=x`)).json().code).toBe("invalid_request");
  const command = {
    requestId: "attach-by-command",
    planId: instance.plan,
    assignmentId: files.split("/")[5],
    type: "attach",
  };
  const answer = await instance.app.inject({
    url: "/api/commands",
    method: "POST",
    headers: police,
    body: command,
  });
  expect(answer.json().code).toBe("file_required");
});

/** What a socket is answered that begins to send, and goes on for as long as it is let. */
function begin(bytes: Buffer, headers: Record<string, string>) {
  const bound = instance.app.server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  const sending = httpRequest({
    port,
    host: "127.0.0.1",
    path: files,
    method: "POST",
    headers: { "content-type": "application/octet-stream", "x-file-name": "a.pdf", ...police, ...headers },
  });
  const answered = new Promise<{ status: number; code: string }>((resolve, reject) => {
    sending.on("error", reject);
    sending.on("response", (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, code: JSON.parse(text).code }));
    });
  });
  sending.write(bytes);
  return { sending, answered };
}

it("answers an upload that is too large or not allowed before it has come to its end", async () => {
  if (!instance.app.server.listening) await instance.app.listen({ port: 0, host: "127.0.0.1" });
  const large = begin(Buffer.alloc(21 * 1024 * 1024), {});
  expect(await large.answered).toEqual({ status: 413, code: "file_too_large" });
  large.sending.destroy();
  const stranger = begin(pdf(), office);
  expect(await stranger.answered).toEqual({ status: 403, code: "not_your_role" });
  stranger.sending.destroy();
});

it("takes only so many at once, and lets go of those that break off", async () => {
  if (!instance.app.server.listening) await instance.app.listen({ port: 0, host: "127.0.0.1" });
  const slow = ["a", "b", "c"].map((about) => begin(pdf(about), {}));
  expect(await Promise.race(slow.map(({ answered }) => answered))).toEqual({
    status: 503,
    code: "too_many_uploads",
  });
  for (const { answered } of slow) answered.catch(() => {});
  for (const { sending } of slow) sending.destroy();
  for (let turn = 0; ; turn += 1) {
    const answer = await send(pdf(`again ${turn}`));
    if (answer.statusCode === 200) break;
    expect([turn < 200, answer.json().code]).toEqual([true, "too_many_uploads"]);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { items } = (await instance.app.inject({ url: files, headers: police })).json();
  expect(items.map((item: { size: number }) => item.size)).not.toContain(pdf("a").length);
});
