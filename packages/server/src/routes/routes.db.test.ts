// Every route against every kind of person: what each may reach, and that foreign and unknown things look the same.

import type { InjectOptions } from "fastify";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { type RouteName, routes } from "../contract/index.ts";
import { routeAccess } from "../route-access.ts";
import { as, openTestInstance, type TestInstance } from "../testing/test-instance.ts";

let instance: TestInstance;
/** An assignment of plan 42's standing lead, and the only one of the other plan. */
let own = "";
let foreign = "";

beforeAll(async () => {
  instance = await openTestInstance();
  const { engine, plan, other, app } = instance;
  await app.ready();
  own = (await engine.assignments({ planId: plan, agency: "cong-an-tinh", role: "lead" })).items[0]?.id ?? "";
  foreign = (await engine.assignments({ planId: other })).items[0]?.id ?? "";
});

afterAll(() => instance.close());

const noReport = "0190a000-0000-7000-8000-000000000000";

interface Target {
  plan: string;
  assignment: string;
}

/** A well-formed request for each route; a route without a row here does not compile. */
const requests: Readonly<Record<RouteName, (target: Target) => InjectOptions>> = {
  instance: () => ({ url: "/api/instance" }),
  health: () => ({ url: "/api/health" }),
  openapi: () => ({ url: "/api/openapi.json" }),
  me: () => ({ url: "/api/me" }),
  identities: () => ({ url: "/api/identities" }),
  chooseMe: () => ({ url: "/api/me", method: "POST", body: { identity: "office" } }),
  moveClock: () => ({ url: "/api/demo/clock", method: "POST", body: { to: "2017-03-01" } }),
  plans: () => ({ url: "/api/plans" }),
  inbox: () => ({ url: "/api/inbox" }),
  events: () => ({ url: "/api/events" }),
  check: () => ({ url: "/api/check", method: "POST", body: { plan: { text: "kehoach: 1" } } }),
  sendCommand: ({ plan, assignment }) => ({
    url: "/api/commands",
    method: "POST",
    body: { requestId: "never-accepted", planId: plan, assignmentId: assignment, type: "no_such_command" },
  }),
  record: ({ plan, assignment }) => ({ url: `/api/plans/${plan}/assignments/${assignment}/record` }),
  recordDocx: ({ plan, assignment }) => ({
    url: `/api/plans/${plan}/assignments/${assignment}/record/docx`,
  }),
  assign: () => ({
    url: "/api/assign",
    method: "POST",
    body: {
      requestId: "never-given",
      content: "Việc",
      lead: "no-such-agency",
      document: { number: "1/UBND", date: "2017-01-23", issuer: null, title: null },
      decidedBy: { name: "A", position: "Chủ tịch", capacity: null },
    },
  }),
  issue: () => ({ url: "/api/issue", method: "POST", body: { plan: { text: "kehoach: 1" } } }),
  amend: ({ plan }) => ({ url: "/api/amend", method: "POST", body: { adopt: plan, preview: true } }),
  register: () => ({ url: "/api/register", method: "POST", body: { documents: [{ text: "kehoach: 1" }] } }),
  authorities: () => ({ url: "/api/authorities" }),
  versions: ({ plan }) => ({ url: `/api/plans/${plan}/versions` }),
  version: ({ plan }) => ({ url: `/api/plans/${plan}/versions/2` }),
  erase: ({ plan }) => ({
    url: `/api/plans/${plan}/erase`,
    method: "POST",
    body: { requestId: "never-erased", digest: "0".repeat(64), reason: "Có dữ liệu cá nhân" },
  }),
  plan: ({ plan }) => ({ url: `/api/plans/${plan}` }),
  assignments: ({ plan }) => ({ url: `/api/plans/${plan}/assignments` }),
  assignment: ({ plan, assignment }) => ({ url: `/api/plans/${plan}/assignments/${assignment}` }),
  commands: ({ plan, assignment }) => ({ url: `/api/plans/${plan}/assignments/${assignment}/commands` }),
  history: ({ plan, assignment }) => ({ url: `/api/plans/${plan}/assignments/${assignment}/history` }),
  reportForm: ({ plan, assignment }) => ({ url: `/api/plans/${plan}/assignments/${assignment}/form` }),
  formXlsx: ({ plan, assignment }) => ({ url: `/api/plans/${plan}/assignments/${assignment}/form/xlsx` }),
  readForm: ({ plan, assignment }) => ({
    url: `/api/plans/${plan}/assignments/${assignment}/form/read`,
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    payload: Buffer.from("no form"),
  }),
  readings: ({ plan }) => ({ url: `/api/plans/${plan}/readings?status=official` }),
  targets: ({ plan }) => ({ url: `/api/plans/${plan}/targets` }),
  target: ({ plan }) => ({ url: `/api/plans/${plan}/targets/truy-to` }),
  planCommands: ({ plan }) => ({ url: `/api/plans/${plan}/commands` }),
  planHistory: ({ plan }) => ({ url: `/api/plans/${plan}/history` }),
  attach: ({ plan, assignment }) => ({
    url: `/api/plans/${plan}/assignments/${assignment}/files`,
    method: "POST",
    headers: { "content-type": "application/octet-stream", "x-file-name": "never-taken.exe" },
    payload: Buffer.from("MZ"),
  }),
  files: ({ plan, assignment }) => ({ url: `/api/plans/${plan}/assignments/${assignment}/files` }),
  file: ({ plan }) => ({ url: `/api/plans/${plan}/files/${"0".repeat(64)}` }),
  lifecycle: ({ plan }) => ({ url: `/api/plans/${plan}/lifecycles/standard` }),
  source: ({ plan }) => ({ url: `/api/plans/${plan}/source` }),
  verifyLedger: ({ plan }) => ({ url: `/api/plans/${plan}/ledger/verify` }),
  anchors: () => ({ url: "/api/anchors" }),
  exportLedger: ({ plan }) => ({ url: `/api/plans/${plan}/ledger` }),
  figures: () => ({ url: "/api/figures?by=agency" }),
  sheet: () => ({ url: "/api/sheets/agencies" }),
  sheetXlsx: () => ({ url: "/api/sheets/tasks/xlsx" }),
  sheetDocx: () => ({ url: "/api/sheets/agencies/docx?lang=en" }),
  report: () => ({ url: "/api/report?period=2017-01" }),
  reportPages: () => ({ url: "/api/report/pages?period=2017-01&lang=en" }),
  reportDocx: () => ({ url: "/api/report/docx?period=2017-01" }),
  reportXlsx: () => ({ url: "/api/report/xlsx?period=2017-01&agency=cong-an-tinh" }),
  reports: () => ({ url: "/api/reports" }),
  issueReport: () => ({
    url: "/api/reports",
    method: "POST",
    body: { requestId: "never-issued", period: "2017-12" },
  }),
  checkReport: () => ({
    url: "/api/reports/check",
    method: "POST",
    body: { requestId: "never-checked", period: "2017-01", answer: "differ" },
  }),
  issuedReport: () => ({ url: `/api/reports/${noReport}` }),
  issuedReportPages: () => ({ url: `/api/reports/${noReport}/pages` }),
  issuedReportDocx: () => ({ url: `/api/reports/${noReport}/docx` }),
  issuedReportXlsx: () => ({ url: `/api/reports/${noReport}/xlsx` }),
  reminders: () => ({ url: "/api/reminders" }),
  reminder: () => ({ url: "/api/reminders/ubnd-tinh/cong-an-tinh" }),
  reminderDocx: () => ({ url: "/api/reminders/ubnd-tinh/cong-an-tinh/docx" }),
};

const names = Object.keys(routes) as RouteName[];
const planRoutes = names.filter((name) => routeAccess[name] === "plan");
/** The stream never ends, so it has tests of its own. */
const askable = names.filter((name) => name !== "events");

const people = {
  nobody: {},
  office: as("office", "van-phong-ubnd-tinh"),
  chair: as("issuer", "ubnd-tinh"),
  leadHead: as("head", "cong-an-tinh"),
  coordinator: as("officer", "bdbp-tinh"),
  outsider: as("head", "no-such-agency"),
  withoutAgency: as("officer", null),
  auditor: as("auditor", null),
  admin: as("admin", null),
} as const;
type Person = keyof typeof people;

const readsOwn: readonly Person[] = ["office", "chair", "leadHead", "coordinator", "auditor", "admin"];
const readsForeign: readonly Person[] = ["office", "chair", "auditor", "admin"];
const seesEvidence: readonly Person[] = ["office", "chair", "leadHead", "coordinator"];
const takesLedger: readonly Person[] = ["office", "chair", "auditor"];
const drawsUp: readonly Person[] = ["office", "chair"];
const mayErase: readonly Person[] = ["office", "chair", "admin"];

async function ask(name: RouteName, person: Person, target: Target) {
  const request = requests[name](target);
  const headers = { ...request.headers, ...people[person] };
  const answer = await instance.app.inject({ ...request, headers });
  return {
    status: answer.statusCode,
    code: answer.statusCode < 400 ? null : answer.json().code,
    body: answer.body,
  };
}

/** What the table and the reading policy say a person gets. */
function expected(name: RouteName, person: Person, readers: readonly Person[]): [number, string | null] {
  const access = routeAccess[name];
  if (access === "open") return [200, null];
  if (access === "demo") return [404, "not_found"];
  if (person === "nobody") return [401, "not_signed_in"];
  if (name === "sendCommand") return [404, readers.includes(person) ? "unknown_command" : "not_found"];
  if (name === "amend") return readers.includes(person) ? [200, null] : [404, "not_found"];
  if (name.startsWith("issuedReport")) return [404, "not_found"];
  // The year is not over, and nobody disputes a line without a reason.
  if (name === "issueReport")
    return drawsUp.includes(person) ? [409, "period_not_over"] : [403, "not_your_role"];
  if (name === "checkReport") {
    if (person === "leadHead") return [422, "reason_required"];
    return person === "outsider" ? [404, "not_in_report"] : [403, "not_your_role"];
  }
  // Nothing is overdue yet.
  if (name === "reminder" || name === "reminderDocx") return [404, "not_found"];
  if (access === "signed_in") return [200, null];
  if (!readers.includes(person)) return [404, "not_found"];
  // There is one version only, and nothing to erase.
  if (name === "version") return [404, "not_found"];
  if (name === "erase") return mayErase.includes(person) ? [409, "changes_nothing"] : [403, "not_your_role"];
  // No duty to report is asked about, and the other plan states no targets.
  if (name === "reportForm" || name === "formXlsx" || name === "readForm") return [404, "not_found"];
  if (name === "target") return readers === readsForeign ? [404, "not_found"] : [200, null];
  if (name === "attach") return [415, "file_type_not_taken"];
  if (name === "file" || (name === "files" && !seesEvidence.includes(person))) return [404, "not_found"];
  if (name === "exportLedger" && !takesLedger.includes(person)) return [403, "not_allowed"];
  return [200, null];
}

test("every route the server has stands in the contract, and so in the authorisation table", async () => {
  const found: string[] = [];
  const { app } = instance;
  for (const line of app.printRoutes({ commonPrefix: false }).split("\n"))
    if (line.includes("(")) found.push(line);
  for (const route of Object.values(routes)) {
    expect([route.path, app.hasRoute({ method: route.method, url: `/api${route.path}` })]).toEqual([
      route.path,
      true,
    ]);
  }
  const methods = found.flatMap((line) => (/\(([A-Z, ]+)\)/.exec(line)?.[1] ?? "").split(", "));
  // Fastify answers HEAD beside each GET; nothing else may be there.
  expect(methods.filter((method) => method === "GET" || method === "POST")).toHaveLength(names.length);
  expect(methods.filter((method) => !["GET", "POST", "HEAD", "OPTIONS"].includes(method))).toEqual([]);
});

describe.each(Object.keys(people) as Person[])("%s", (person) => {
  it.each(askable)("asks %s of a plan", async (name) => {
    const { status, code } = await ask(name, person, { plan: instance.plan, assignment: own });
    expect([status, code]).toEqual(expected(name, person, readsOwn));
  });

  it.each(planRoutes)("asks %s of a plan by its document id", async (name) => {
    const { status, code } = await ask(name, person, { plan: "kh-42-2017", assignment: own });
    expect([status, code]).toEqual(expected(name, person, readsOwn));
  });

  it.each([...planRoutes, "sendCommand" as const, "amend" as const])(
    "asks %s of a plan of others",
    async (name) => {
      const { status, code } = await ask(name, person, { plan: instance.other, assignment: foreign });
      expect([status, code]).toEqual(expected(name, person, readsForeign));
    },
  );
});

it("answers a plan of others exactly like one that does not exist", async () => {
  const nowhere = { plan: "0190a000-0000-7000-8000-000000000000", assignment: foreign };
  for (const name of [...planRoutes, "sendCommand" as const, "amend" as const]) {
    const theirs = await ask(name, "leadHead", { plan: instance.other, assignment: foreign });
    const none = await ask(name, "leadHead", nowhere);
    expect([name, theirs]).toEqual([name, none]);
  }
});

it("does not find an assignment through another plan", async () => {
  for (const name of ["assignment", "commands", "history", "files"] as const) {
    const { status, code } = await ask(name, "office", { plan: instance.plan, assignment: foreign });
    expect([name, status, code]).toEqual([name, 404, "not_found"]);
  }
  const sent = await ask("sendCommand", "office", { plan: instance.plan, assignment: foreign });
  expect([sent.status, sent.code]).toEqual([404, "unknown_assignment"]);
});

it("takes hostile ids for what they are: nothing", async () => {
  const hostile = ["..%2f..%2fetc", "%00", "a'--", "__proto__", "constructor", "%E0%A4%A", "x".repeat(101)];
  for (const id of hostile) {
    for (const url of [
      `/api/plans/${id}`,
      `/api/plans/${instance.plan}/assignments/${id}`,
      `/api/plans/${instance.plan}/lifecycles/${id}`,
    ]) {
      const answer = await instance.app.inject({ url, headers: people.office });
      expect([url, answer.statusCode === 404 || answer.statusCode === 400]).toEqual([url, true]);
      expect(answer.json()).toMatchObject({ vi: expect.any(String), en: expect.any(String) });
    }
  }
});

it("lists only plans a person may read", async () => {
  const listed = async (person: Person) => {
    const answer = await instance.app.inject({ url: "/api/plans", headers: people[person] });
    return answer.json().items.map((item: { documentId: string }) => item.documentId);
  };
  expect(await listed("office")).toEqual(["kh-42-2017", "kh-99-2017"]);
  expect(await listed("coordinator")).toEqual(["kh-42-2017"]);
  expect(await listed("outsider")).toEqual([]);
});

test("without any identity provider it says that nobody can sign in", async () => {
  const bare = await openTestInstance({ identify: undefined });
  const answer = await bare.app.inject({ url: "/api/plans", headers: people.office });
  expect([answer.statusCode, answer.json().code]).toEqual([401, "no_identity_provider"]);
  expect((await bare.app.inject({ url: "/api/me" })).json()).toEqual({
    actor: null,
    canSwitch: false,
    authorities: [],
  });
  await bare.close();
});
