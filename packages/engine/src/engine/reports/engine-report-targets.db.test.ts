// Targets in a period's report: verdicts as readers have them, traced to readings, gaps by name, narratives, frozen.

import { expect, it } from "vitest";
import { figuresPlan } from "../../../testing/figures-plan.ts";
import { at, people, sampleRegister } from "../../../testing/sample-plan.ts";
import { eachDatabase } from "../../../testing/test-databases.ts";
import { newPlanRow } from "../../execute/decide-issue.ts";
import { foldEntry, type PlanRows } from "../../execute/fold.ts";
import type { CommandInput } from "../../index.ts";
import { engineOn } from "../create-engine.ts";

eachDatabase("a period's report with targets", (open) => {
  it("takes in targets with their readings, gaps by name and what agencies wrote", async () => {
    let now = at("2017-01-23");
    const engine = engineOn(await open(), { sweepEvery: null, clock: { now: () => now } });
    const issued = await engine.issue({ plan: figuresPlan, register: sampleRegister, actor: people.office });
    if (!issued.issued) throw new Error("not issued");
    const { planId } = issued;
    const send = async (input: CommandInput): Promise<void> => {
      const outcome = await engine.dispatch(input);
      if (!outcome.accepted) throw new Error(outcome.en);
    };
    now = at("2017-02-01");
    await engine.sweep();
    const january = (input: string, value: string) =>
      ({ input, period: "2017-01", status: "official", value }) as const;
    const readings = [january("received", "20"), january("tried", "19"), january("escapes", "0")];
    await send({ target: "plan", type: "report", planId, actor: people.policeHead, data: { readings } });
    const { items } = await engine.assignments({ planId, task: "monthly" });
    const duty = items.find((row) => row.occurrence === "2017-01" && row.agencyId === "police");
    const results = "Xét xử 19 vụ; một vụ hoãn vì bị cáo ốm";
    await send({
      target: "assignment",
      type: "submit",
      planId,
      assignmentId: duty?.id ?? "",
      actor: people.policeHead,
      data: { narrative: { results, next: "Xét xử vụ còn lại" } },
    });
    now = at("2017-02-10");
    await engine.sweep();
    const asked = { plan: "figures", period: "2017-01" };
    // Reported, and not accepted yet: known by name, and not counted.
    const before = (await engine.periodReport(asked))?.report;
    expect(before?.targets.find(({ id }) => id === "rate")).toMatchObject({
      value: null,
      verdict: "not_enough_data",
      reported: { expected: 4, there: 0 },
    });
    expect(before?.readings).toEqual([]);
    const awaited = before?.gaps.readings.filter(({ awaiting }) => awaiting).map(({ input }) => input);
    expect(awaited?.sort()).toEqual(["escapes", "received", "tried"]);
    const judgedByAll = await engine.target(planId, "rate", { through: "2017-01-31" });
    expect(judgedByAll?.reported.there).toBe(2);
    await send({
      target: "assignment",
      type: "confirm",
      planId,
      assignmentId: duty?.id ?? "",
      actor: people.office,
    });
    const view = await engine.periodReport(asked);
    const report = view?.report;
    if (view === null || report === undefined) throw new Error("There is no report.");

    // Every target as its own reader has it, and its entries are those of the readings behind it.
    const views = await engine.targets({ planId, through: "2017-01-31" });
    expect(report.targets.map(({ id, verdict }) => [id, verdict])).toEqual(
      views.map(({ target, judgement }) => [target.id, judgement.verdict]),
    );
    const rate = report.targets.find(({ id }) => id === "rate");
    expect(rate).toMatchObject({
      value: "19/20",
      numerator: "19",
      denominator: "20",
      verdict: "not_enough_data",
      level: { vi: "trên 95 %", en: "over 95 %" },
      reported: { expected: 4, there: 2 },
    });
    expect(rate?.explanation.vi).toContain("19/20");
    const [behind] = rate?.entries ?? [];
    const { items: entries } = await engine.history(planId, { limit: 500 });
    const given = entries.filter(({ seq }) => behind?.seqs.includes(seq));
    expect(given.map(({ type }) => type)).toEqual(["reading_reported", "reading_reported"]);
    const rows: PlanRows = {
      plan: newPlanRow(planId, "figures", "plan"),
      assignments: new Map(),
      readings: new Map(),
    };
    for (const entry of given) foldEntry(rows, entry, JSON.parse(entry.data));
    expect([...rows.readings.values()].map(({ value }) => value).sort()).toEqual(["19", "20"]);
    expect(
      report.readings.map(({ input, value, seq }) => [input, value, behind?.seqs.includes(seq)]).sort(),
    ).toEqual([
      ["escapes", "0", false],
      ["received", "20", true],
      ["tried", "19", true],
    ]);
    const paper = report.targets.find(({ id }) => id === "paper");
    const strategy = report.assignments.find(({ taskId }) => taskId === "strategy");
    expect(paper?.entries).toEqual([{ planId, seqs: strategy?.entries }]);

    // Who has not reported which figure, and whose report is missing; not reported is nothing, not zero.
    const named = report.gaps.readings.map(({ name, title, period }) => [name, title, period]);
    expect(named).toContainEqual(["Bộ đội Biên phòng", "Vụ đã xét xử", "2017-01"]);
    expect(named).toContainEqual(["Sở Lao động", "Xã đạt chuẩn", "2017-01"]);
    expect(named.some(([name]) => name === "Công an tỉnh")).toBe(false);
    expect(report.gaps.duties).toMatchObject([
      { name: "Bộ đội Biên phòng", occurrence: "2017-01", what: "missing" },
    ]);
    expect(report.narratives.map(({ agency, part, digest }) => [agency, part, view.texts[digest]])).toEqual([
      ["police", "results", results],
      ["police", "next", "Xét xử vụ còn lại"],
    ]);
    // What was written is for its circle.
    const unread = await engine.as(people.northHead).periodReport(asked);
    expect(unread === null || Object.values(unread.texts).every((text) => text === null)).toBe(true);
    const own = await engine.periodReport({ ...asked, agency: "border" });
    expect(own?.report.gaps.readings.every(({ agency }) => agency === "border")).toBe(true);
    expect(own?.report.narratives).toEqual([]);

    // Frozen, it stays when a reading comes late or is corrected.
    const first = await engine.issueReport({ ...asked, actor: people.office });
    if (!first.issued) throw new Error(first.en);
    const late = [january("received", "10"), january("tried", "10")];
    await send({
      target: "plan",
      type: "report",
      planId,
      actor: people.borderHead,
      data: { readings: late },
    });
    const frozen = await engine.issuedReport(first.frozen.id);
    expect(frozen?.report.targets).toEqual(report.targets);
    const owed = items.find((row) => row.occurrence === "2017-01" && row.agencyId === "border")?.id ?? "";
    const handedIn = { target: "assignment", planId, assignmentId: owed } as const;
    await send({ ...handedIn, type: "submit", actor: people.borderHead });
    await send({ ...handedIn, type: "confirm", actor: people.office });
    const newer = await engine.periodReport(asked);
    expect(newer?.report.targets.find(({ id }) => id === "rate")).toMatchObject({ value: "29/30" });
    now = at("2017-03-02");
    const february = await engine.periodReport({ ...asked, period: "2017-02" });
    const narrowed = await engine.as(people.policeHead).periodReport({ ...asked, period: "2017-02" });
    expect(narrowed?.report.changes?.verdicts).not.toContainEqual(
      expect.objectContaining({ target: "secret" }),
    );
    expect(february?.report.changes?.since).toMatchObject({ period: "2017-01", number: 1 });
    expect(
      (await engine.as(people.policeHead).issuedReport(first.frozen.id))?.report.targets.length,
    ).toBeGreaterThan(4);
    expect(JSON.stringify(await engine.as(people.policeHead).periodReport(asked))).not.toContain(
      "Chỉ tiêu kín",
    );
  });
});
