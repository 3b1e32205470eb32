// Reports of a period: every number traced to entries, frozen as issued, checked by agencies, cut to what one may read.

import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { type SampleEngine, sampleEngine } from "../../../testing/sample-engine.ts";
import { at, people, samplePlan, sampleRegister } from "../../../testing/sample-plan.ts";
import { eachDatabase, onDatabase } from "../../../testing/test-databases.ts";
import { bucketOf, buckets } from "../../execute/bucket.ts";
import { newPlanRow } from "../../execute/decide-issue.ts";
import { foldEntry, type PlanRows } from "../../execute/fold.ts";
import type { PeriodReport } from "../../execute/period-report.ts";
import { entriesOf, type NumberName, tracedIn } from "../../execute/trace-report.ts";
import { lineDigest } from "../../index.ts";
import { canonicalJson, digestText } from "../../ledger/index.ts";
import { entriesAfter } from "../../store/read-entries.ts";
import { engineOn } from "../create-engine.ts";

const paper = { paper: { number: "12/CL-CAT", date: "2017-02-20", issuer: null, title: null } };

/** February of the sample: one plan of a district done, one overdue, a strategy sent back once. */
async function february(sample: SampleEngine): Promise<void> {
  const { turnTo, find, send } = sample;
  turnTo("2017-02-20", "09:00");
  const north = await find("own-plan", "north");
  await send(north, "accept", people.northHead);
  await send(north, "submit", people.northHead, { products: { number: paper.paper } });
  const strategy = await find("strategy");
  await send(strategy, "accept", people.policeHead);
  await send(strategy, "submit", people.policeHead, { products: paper });
  turnTo("2017-02-21", "09:00");
  await send(north, "confirm", people.office);
  await send(strategy, "rework", people.office, {
    reason: "Thiếu số liệu của các huyện",
    cause: "subjective",
  });
  turnTo("2017-03-02", "09:00");
  await sample.engine.sweep();
}

/** Folds only the entries a list names. */
async function folded(
  sample: SampleEngine,
  report: PeriodReport,
  seqs: readonly number[],
): Promise<PlanRows> {
  const { planId, engine } = sample;
  const wanted = new Set(seqs);
  const rows: PlanRows = {
    plan: newPlanRow(planId, "sample", "plan"),
    assignments: new Map(),
    readings: new Map(),
  };
  const entries = await entriesAfter(engine.database.kysely, planId, {
    after: 0,
    assignmentId: null,
    limit: 5000,
  });
  for (const entry of entries) {
    if (wanted.has(entry.seq) && entry.seq <= (report.ledgers[0]?.seq ?? 0))
      foldEntry(rows, entry, JSON.parse(entry.data));
  }
  return rows;
}

const question = { plan: "sample", period: "2017-02" };

eachDatabase("a period's report", (open) => {
  it("counts as the figures do, and every number traces to entries that fold to it", async () => {
    const sample = await sampleEngine(open);
    const { engine, planId } = sample;
    await february(sample);
    const view = await engine.periodReport(question);
    const report = view?.report;
    if (report === undefined) throw new Error("There is no report.");
    expect(report.scope).toEqual({
      plan: { id: planId, documentId: "sample", title: "Kế hoạch mẫu" },
      agency: null,
    });
    expect(report.period).toEqual({ regime: null, id: "2017-02", from: "2017-02-01", to: "2017-02-28" });
    expect(report.ongoing).toMatchObject([
      { planId, task: "awareness", title: "Tuyên truyền thường xuyên", agency: "labour" },
    ]);
    const anchor = (await engine.anchors()).find((one) => one.planId === planId);
    expect(report.ledgers).toMatchObject([
      { planId, seq: anchor?.seq, head: anchor?.head, state: "in_force" },
    ]);

    const figures = await engine.figures({ plans: ["sample"], by: "agency" });
    expect(report.figures.total).toEqual(figures.total);
    expect(
      report.figures.lines.map(({ agency: key, name: title, ...line }) => ({
        planId: null,
        key,
        title,
        ...line,
      })),
    ).toEqual(figures.lines);
    expect(figures.total.assignments).toMatchObject({ done_on_time: 1 });
    expect(figures.total.assignments.overdue).toBeGreaterThan(0);

    const state = await folded(sample, report, report.ledgers[0]?.entries ?? []);
    for (const agency of [null, ...report.figures.lines.map((line) => line.agency)]) {
      const line =
        agency === null ? report.figures.total : report.figures.lines.find((one) => one.agency === agency);
      for (const of of ["assignments", "requested", "coordinations", "undated", "stale"] as const)
        for (const bucket of buckets) {
          const rows = tracedIn(report, agency, { of, bucket });
          expect([agency, of, bucket, rows.length]).toEqual([agency, of, bucket, line?.[of][bucket]]);
          const [{ seqs = [] } = {}] = entriesOf(rows);
          const { assignments } = await folded(sample, report, seqs);
          const found = [...assignments.values()].map((row) => bucketOf(row, state.plan.state, report.at));
          expect([agency, of, found]).toEqual([agency, of, rows.map(() => bucket)]);
        }
      for (const bucket of buckets) {
        const tasks = new Set(tracedIn(report, agency, { of: "tasks", bucket }).map(({ taskId }) => taskId));
        expect([bucket, tasks.size]).toEqual([bucket, line?.tasks[bucket]]);
      }
      for (const { id, numerator, denominator } of line?.rates ?? []) {
        const count = (part: "numerator" | "denominator"): number =>
          tracedIn(report, agency, { of: "rate", id, part } satisfies NumberName).length;
        expect([id, count("numerator"), count("denominator")]).toEqual([id, numerator, denominator]);
      }
      expect(tracedIn(report, agency, { of: "returns" })).toHaveLength(line?.returns.assignments ?? -1);
    }
    expect(report.figures.total.returns).toEqual({ assignments: 1, times: 1, objective: 0, subjective: 1 });
  });

  it("stays as it was issued; a later one of the period has the next number, and tells the changes since", async () => {
    const sample = await sampleEngine(open);
    const { engine, planId, turnTo, find, send } = sample;
    await february(sample);
    const early = await engine.issueReport({ plan: "sample", period: "2017-03", actor: people.office });
    expect(early).toMatchObject({ issued: false, code: "period_not_over" });
    const notHis = await engine.issueReport({ ...question, actor: people.policeHead });
    expect(notHis).toMatchObject({ issued: false, code: "not_your_role" });
    const first = await engine.issueReport({ ...question, actor: people.office, requestId: "february" });
    if (!first.issued) throw new Error(first.code);
    expect(first.frozen).toMatchObject({
      number: 1,
      plan: planId,
      agency: null,
      period: "2017-02",
      latest: 1,
    });
    const frozen = await engine.issuedReport(first.frozen.id);
    expect(frozen?.report.changes).toBeNull();
    expect(digestText(canonicalJson(frozen?.report))).toBe(first.frozen.digest);

    turnTo("2017-03-03", "09:00");
    const south = await find("own-plan", "south");
    const north = { ...people.northHead, id: "south-head", agency: "south" };
    await send(south, "accept", north);
    await send(south, "submit", north, { products: { number: paper.paper } });
    await send(south, "confirm", people.office);
    expect(await engine.issueReport({ ...question, actor: people.office, requestId: "february" })).toEqual({
      ...first,
      repeated: true,
    });
    expect(
      await engine.issueReport({
        plan: "sample",
        period: "2017-01",
        actor: people.office,
        requestId: "february",
      }),
    ).toMatchObject({ issued: false, code: "request_reused" });
    const second = await engine.issueReport({ ...question, actor: people.viceChair });
    expect(second).toMatchObject({ issued: true, frozen: { number: 2 } });
    const still = await engine.issuedReport(first.frozen.id);
    expect(still).toEqual({ ...frozen, frozen: { ...first.frozen, latest: 2 } });

    turnTo("2017-04-03", "09:00");
    await engine.sweep();
    const march = await engine.periodReport({ plan: "sample", period: "2017-03" });
    expect(march?.report.changes).toMatchObject({
      since: { planId, period: "2017-02", number: 2 },
      figures: { done_late: 0 },
      done: [],
    });
    expect(march?.report.changes?.overdue.length).toBeGreaterThan(0);
    const since = march?.report.changes?.figures?.overdue ?? 0;
    const seconds = second.issued ? await engine.issuedReport(second.frozen.id) : null;
    expect(since).toBe(
      (march?.report.figures.total.assignments.overdue ?? 0) -
        (seconds?.report.figures.total.assignments.overdue ?? 0),
    );
    expect((await engine.reports({ plan: "sample" })).map(({ period, number }) => [period, number])).toEqual([
      ["2017-02", 2],
      ["2017-02", 1],
    ]);
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
    expect(await engine.issuedReport("0")).toBeNull();
  });

  it("lists what agencies say of their lines, in the ledger of its scope", async () => {
    const sample = await sampleEngine(open);
    const { engine, planId, find, send, turnTo } = sample;
    await february(sample);
    const check = { ...question, answer: "agree" } as const;
    const codeOf = async (input: Parameters<typeof engine.checkReport>[0]): Promise<string> => {
      const outcome = await engine.checkReport(input);
      return outcome.accepted ? "accepted" : outcome.code;
    };
    expect(await codeOf({ ...check, actor: people.policeOfficer })).toBe("not_your_role");
    expect(await codeOf({ ...check, actor: people.policeHead, agency: "labour" })).toBe("not_your_role");
    expect(await codeOf({ ...check, actor: people.policeHead, answer: "differ" })).toBe("reason_required");
    const nobody = { ...people.northHead, agency: "nobody" };
    expect(await codeOf({ ...check, actor: nobody })).toBe("not_in_report");
    const draft = await engine.periodReport(question);
    const line = draft?.report.figures.lines.find(({ agency }) => agency === "police");
    if (line === undefined) throw new Error("The police has no line.");
    expect(await codeOf({ ...check, actor: people.policeHead, line: "0".repeat(64) })).toBe("conflict");
    expect(await codeOf({ ...check, actor: people.policeClerk, line: lineDigest(line) })).toBe("accepted");
    const reason = "Một nhiệm vụ đã gửi kết quả ngày 27/02";
    const differs = {
      ...check,
      actor: people.northHead,
      answer: "differ",
      reason,
      requestId: "north-1",
    } as const;
    expect(await engine.checkReport(differs)).toMatchObject({ accepted: true, repeated: false });
    expect(await engine.checkReport(differs)).toMatchObject({ accepted: true, repeated: true });
    expect(await codeOf({ ...differs, reason: "Lý do khác hẳn lần trước" })).toBe("request_reused");

    const view = await engine.periodReport(question);
    const checks = view?.report.checks ?? [];
    expect(checks.map(({ agency, answer, holds }) => [agency, answer, holds]).sort()).toEqual([
      ["north", "differ", true],
      ["police", "agree", true],
    ]);
    const digest = checks.find(({ agency }) => agency === "north")?.reason ?? "";
    expect(view?.texts[digest]).toBe(reason);
    expect((await engine.as(people.policeHead).periodReport(question))?.texts[digest]).toBeNull();
    expect((await engine.as(people.northHead).periodReport(question))?.texts[digest]).toBe(reason);
    expect((await engine.as(people.office).periodReport(question))?.texts[digest]).toBe(reason);

    // The line moves on; what was said of it stays, and shows that it was said of other numbers.
    turnTo("2017-03-03", "09:00");
    await send(await find("approval"), "accept", people.policeHead);
    const issued = await engine.issueReport({ ...question, actor: people.issuer });
    const frozen = issued.issued ? await engine.issuedReport(issued.frozen.id) : null;
    expect(frozen?.report.checks).toHaveLength(2);
    const erased = await engine.erase({
      planId,
      digest,
      actor: people.office,
      reason: "Có tên người bị hại",
    });
    expect(erased.accepted).toBe(true);
    expect((await engine.issuedReport(frozen?.frozen.id ?? ""))?.texts[digest]).toBeNull();
    expect(await engine.verify(planId)).toMatchObject({ intact: true });

    // The province's is kept in the register's ledger.
    const province = { period: "2017-02", answer: "agree", actor: people.policeHead } as const;
    expect(await codeOf(province)).toBe("accepted");
    const whole = await engine.issueReport({ period: "2017-02", actor: people.office });
    expect(whole).toMatchObject({ issued: true, frozen: { plan: null, agency: null, number: 1 } });
    const register = (await engine.anchors()).find(({ documentId }) => documentId === "register");
    expect(await engine.verify(register?.planId ?? "")).toMatchObject({ intact: true });
    const read = whole.issued ? await engine.issuedReport(whole.frozen.id) : null;
    expect(read?.report.checks.map(({ agency }) => agency)).toEqual(["police"]);
    const own = await engine.issueReport({ agency: "police", period: "2017-02", actor: people.policeHead });
    const ownReport = own.issued ? await engine.issuedReport(own.frozen.id) : null;
    expect(ownReport?.report.figures.lines.map(({ agency }) => agency)).toEqual(["police"]);
    expect(ownReport?.report.scope.agency).toEqual({ id: "police", name: "Công an tỉnh" });
    expect(
      await engine.issueReport({ agency: "police", period: "2017-02", actor: people.office }),
    ).toMatchObject({
      code: "not_your_role",
    });
  });
});

onDatabase("pglite", "a period's report", (open) => {
  it("gives an agency its own part where a plan is not everybody's", async () => {
    const database = await open();
    const engine = engineOn(database, { sweepEvery: null, clock: { now: () => at("2017-03-02") } });
    const plan = {
      ...samplePlan,
      text: samplePlan.text.replace("period: 2017\n", "period: 2017\nvisibility: parties\n"),
    };
    await engine.issue({ plan, register: sampleRegister, actor: people.office });
    const issued = await engine.issueReport({ ...question, actor: people.office });
    if (!issued.issued) throw new Error(issued.code);
    const { id } = issued.frozen;
    const whole = await engine.as(people.office).issuedReport(id);
    expect(whole?.whole).toBe(true);
    expect(whole?.report.figures.lines.length).toBeGreaterThan(2);
    const part = await engine.as(people.northHead).issuedReport(id);
    expect(part?.whole).toBe(false);
    expect(part?.report.figures.lines.map(({ agency }) => agency)).toEqual(["north"]);
    expect(new Set(part?.report.assignments.map(({ agency }) => agency))).toEqual(new Set(["north"]));
    expect(JSON.stringify(part)).not.toContain("Xây dựng chiến lược");
    const stranger = { ...people.northHead, agency: "elsewhere" };
    expect(await engine.as(stranger).issuedReport(id)).toBeNull();
    expect(await engine.as(stranger).periodReport(question)).toBeNull();
    expect(await engine.as(stranger).reports({})).toEqual([]);
    const live = await engine.as(people.northHead).periodReport(question);
    expect(live?.report.figures.lines.map(({ agency }) => agency)).toEqual(["north", "south"]);
  });

  it("names its period by the calendar or a regime, and refuses what is none", async () => {
    const { engine } = await sampleEngine(open);
    const asked = (period: string, more = {}) => engine.periodReport({ plan: "sample", period, ...more });
    const window = async (period: string) => {
      const { from, to } = (await asked(period))?.report.period ?? {};
      return [from, to];
    };
    expect(await window("2017-Q1")).toEqual(["2017-01-01", "2017-03-31"]);
    expect(await window("2017-H2")).toEqual(["2017-07-01", "2017-12-31"]);
    expect(await window("2017-9M")).toEqual(["2017-01-01", "2017-09-30"]);
    expect(await window("2017-W01")).toEqual(["2017-01-02", "2017-01-08"]);
    expect(await window("2016-02")).toEqual(["2016-02-01", "2016-02-29"]);
    for (const period of ["2017-13", "2017-Q5", "", "' or 1=1 --", "9999"])
      await expect(asked(period)).rejects.toMatchObject({ code: "request_invalid" });
    await expect(asked("2017-01", { regime: "none" })).rejects.toMatchObject({ code: "request_invalid" });
    await expect(asked("2017-01", { asOf: "2030-01-01" })).rejects.toMatchObject({ code: "request_invalid" });
    expect(await engine.periodReport({ plan: "no-such-plan", period: "2017-01" })).toBeNull();
    // As recorded before anything was.
    expect((await asked("2017-01", { asOf: at("2016-06-01") }))?.report.ledgers).toEqual([]);
  });

  it("moves with its instance, and cannot be changed without it being seen", async () => {
    const sample = await sampleEngine(open);
    const { engine, planId } = sample;
    await february(sample);
    const issued = await engine.issueReport({ ...question, actor: people.office });
    if (!issued.issued) throw new Error(issued.code);
    const lines: string[] = [];
    for await (const line of engine.exportInstance()) lines.push(`${line}\n`);
    const other = engineOn(await open(), { sweepEvery: null });
    await other.importInstance(
      (async function* () {
        yield* lines;
      })(),
    );
    expect(await other.issuedReport(issued.frozen.id)).toEqual(await engine.issuedReport(issued.frozen.id));
    const { kysely } = engine.database;
    const run = (statement: string) => sql.raw(statement).execute(kysely);
    for (const statement of [
      "update kehoach.report set number = 9",
      "delete from kehoach.report",
      "truncate kehoach.report",
    ])
      await expect(run(statement)).rejects.toMatchObject({ code: "23001" });
    await run("alter table kehoach.report disable trigger all");
    await run(`update kehoach.report set body = replace(body, '"done_on_time":1', '"done_on_time":9')`);
    expect((await engine.verify(planId)).fault?.code).toBe("changed_report");
    await run("delete from kehoach.report");
    expect((await engine.verify(planId)).fault).toMatchObject({
      code: "changed_report",
      seq: issued.frozen.seq,
    });
  });
});

describe("tracing", () => {
  it("knows no row for a number of nobody", () => {
    expect(tracedIn({ assignments: [] }, null, { of: "ageing", band: "1_30" })).toEqual([]);
    expect(entriesOf([])).toEqual([]);
  });
});
