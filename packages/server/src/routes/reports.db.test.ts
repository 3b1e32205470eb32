// Reports over HTTP: the live one, checking one's line, issuing, frozen files; each as its reader may have it.

import { afterAll, beforeAll, expect, it } from "vitest";
import type { IssuedReportBody, LiveReportBody } from "../contract/index.ts";
import { readZip } from "../testing/read-zip.ts";
import { as, openTestInstance, type TestInstance } from "../testing/test-instance.ts";

let instance: TestInstance;
const office = as("office", "van-phong-ubnd-tinh");
const police = as("head", "cong-an-tinh");
const outsider = as("head", "no-such-agency");

beforeAll(async () => {
  instance = await openTestInstance();
  instance.clock.moveTo(Date.UTC(2017, 2, 1, 3) * 1000);
  await instance.engine.sweep();
});

afterAll(() => instance.close());

async function get(url: string, headers: Record<string, string> = office) {
  const answer = await instance.app.inject({ url: `/api${url}`, headers });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    bytes: answer.rawPayload,
    json: () => answer.json(),
  };
}

async function post(url: string, body: object, headers: Record<string, string> = office) {
  const answer = await instance.app.inject({ method: "POST", url: `/api${url}`, headers, body });
  return { status: answer.statusCode, json: () => answer.json() };
}

const february = "plan=kh-42-2017&period=2017-02&regime=calendar";
const asked = { plan: "kh-42-2017", period: "2017-02", regime: "calendar" };

it("shows the report as it stands, and who may do what with it", async () => {
  const { report, allowed }: LiveReportBody = (await get(`/report?${february}`)).json();
  expect(report.period).toMatchObject({ regime: null, from: "2017-02-01", to: "2017-02-28" });
  expect(report.ledgers).toMatchObject([
    { documentId: "kh-42-2017", head: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
  expect(report.figures.total.rates[0]).toMatchObject({
    id: "done_of_done_or_overdue",
    label: { vi: expect.any(String) },
  });
  expect(report.assignments.length).toBeGreaterThan(50);
  expect(report.targets.length).toBeGreaterThan(3);
  expect(allowed).toMatchObject({ issue: null, check: { code: "not_your_role" } });
  const own: LiveReportBody = (await get(`/report?${february}`, police)).json();
  expect(own.allowed).toMatchObject({ issue: { code: "not_your_role" }, check: null });
  const byRegime: LiveReportBody = (await get("/report?plan=kh-42-2017&period=2017-02")).json();
  expect(byRegime.report.period).toEqual({
    regime: "che-do-nghe-an-2017",
    id: "2017-02",
    from: "2017-01-15",
    to: "2017-02-14",
  });
  for (const [query, status] of [
    ["period=2017-13", 400],
    ["period=2017-02&asOf=2017-02-30", 400],
    ["period=2017-02&regime=none", 400],
    ["", 400],
    ["plan=nothing&period=2017-02", 404],
  ] as const)
    expect([query, (await get(`/report?${query}`)).status]).toEqual([query, status]);
  expect((await get(`/report?${february}`, outsider)).status).toBe(404);
});

it("freezes it with what agencies said of their lines, as document, spreadsheet and pages", async () => {
  const live: LiveReportBody = (await get(`/report?${february}`, police)).json();
  const line = live.report.figures.lines.find(({ agency }) => agency === "cong-an-tinh")?.digest;
  const reason = "=1+1 Một nhiệm vụ đã gửi kết quả ngày 27/02";
  const check = { ...asked, requestId: "check-1", answer: "differ", reason, line };
  expect((await post("/reports/check", { ...check, line: "0".repeat(64) }, police)).status).toBe(409);
  expect((await post("/reports/check", check, outsider)).status).toBe(404);
  expect((await post("/reports/check", check, police)).json()).toMatchObject({ repeated: false });
  expect((await post("/reports/check", check, police)).json()).toMatchObject({ repeated: true });
  const issue = { ...asked, requestId: "issue-1" };
  expect((await post("/reports", issue, police)).status).toBe(403);
  expect((await post("/reports", issue, outsider)).status).toBe(404);
  expect((await post("/reports", { ...issue, period: "2017-03" })).json()).toMatchObject({
    code: "period_not_over",
  });
  const { frozen } = (await post("/reports", issue)).json();
  expect(frozen).toMatchObject({ number: 1, latest: 1, period: "2017-02", agency: null });
  const read: IssuedReportBody = (await get(`/reports/${frozen.id}`)).json();
  expect(read.frozen).toEqual(frozen);
  expect(read.report.checks).toMatchObject([
    { agency: "cong-an-tinh", answer: "differ", reason, holds: true },
  ]);
  expect((await get("/reports?plan=kh-42-2017")).json().items).toEqual([frozen]);
  expect((await get("/reports?plan=kh-42-2017", outsider)).status).toBe(404);
  expect((await get(`/reports/${frozen.id}`, outsider)).status).toBe(404);
  const health: IssuedReportBody = (await get(`/reports/${frozen.id}`, as("head", "so-y-te"))).json();
  expect(health.report.checks).toMatchObject([{ reason: null }]);

  const docx = await get(`/reports/${frozen.id}/docx`);
  expect(docx.headers["content-disposition"]).toBe(
    'attachment; filename="bao-cao-ky-kh-42-2017-2017-02.docx"',
  );
  const text = readZip(docx.bytes).get("word/document.xml") ?? "";
  for (const word of ["Bản chốt lần 1", reason, "VĂN PHÒNG", read.report.ledgers[0]?.head ?? ""])
    expect(text).toContain(word);
  const xlsx = readZip((await get(`/reports/${frozen.id}/xlsx`)).bytes);
  expect(xlsx.get("xl/sharedStrings.xml")).toContain(reason);
  expect([...xlsx.values()].join("")).not.toMatch(/<f[ >/]/);
  const { pages } = (await get(`/report/pages?${february}&lang=en`)).json();
  expect(pages.map(({ landscape }: { landscape: boolean }) => landscape).slice(0, 2)).toEqual([false, true]);
  expect(readZip((await get(`/report/xlsx?${february}`)).bytes).size).toBeGreaterThan(5);
});
