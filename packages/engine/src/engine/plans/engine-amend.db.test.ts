// Amending a plan in force, on both databases: what passes into the new version, what ends, what is opened.

import { expect, it } from "vitest";
import {
  amending,
  amendingDocument as document,
  reason,
  resultOf,
  textWith,
  told,
  withoutMonthly,
} from "../../../testing/amending.ts";
import { codeOf, typesOf } from "../../../testing/sample-engine.ts";
import { at, people, samplePlan } from "../../../testing/sample-plan.ts";
import { eachDatabase } from "../../../testing/test-databases.ts";

eachDatabase("amending", (open) => {
  it("makes a new version: open assignments pass into it with their ids, done ones keep theirs", async () => {
    const { engine, planId, find, send, amend } = await amending(open);
    const north = await find("own-plan", "north");
    const products = { number: { number: "5/KH-UBND", date: "2017-02-20", issuer: null, title: null } };
    for (const [type, actor] of [
      ["accept", people.northHead],
      ["submit", people.northHead],
      ["confirm", people.office],
    ] as const) {
      await send(north, type, actor, { products });
    }
    const before = await find("strategy");
    const outcome = await amend(textWith(["title: Kế hoạch mẫu", "title: Kế hoạch mẫu (sửa đổi)"]));
    expect(outcome).toMatchObject({
      amended: true,
      planId,
      version: 2,
      repeated: false,
      changes: { keys: ["title"], tasks: { added: [], removed: [], changed: [] }, dues: [], kept: 11 },
    });
    expect(await find("strategy")).toMatchObject({ id: before.id, planVersion: 2, dueOn: "2017-06-30" });
    expect(await find("own-plan", "north")).toMatchObject({ planVersion: 1, category: "done" });
    expect((await engine.plan(planId))?.summary).toMatchObject({
      title: "Kế hoạch mẫu (sửa đổi)",
      plan: { version: 2 },
    });
    expect((await engine.compiled(planId, 1))?.plan.title).toBe("Kế hoạch mẫu");
    expect(await engine.compiled(planId, 3)).toBeNull();
    expect((await typesOf(engine, planId, before.id)).at(-1)).toBe("amended");
    expect(await engine.verify(planId)).toMatchObject({ intact: true, fault: null });
  });

  it("moves a due that is stated anew, and none that an extension moved and the text leaves alone", async () => {
    const { engine, planId, find, send, amend } = await amending(open);
    const extended = await find("own-plan", "south");
    const longer = { reason, document: { ...document, number: "7/UBND" }, due: "2017-04-28" };
    expect(codeOf(await send(extended, "adjust_due", people.viceChair, longer))).toBe("accepted");
    const outcome = await amend(
      textWith(["due: 30/6/2017", "due: 31/7/2017"], ["title: Báo cáo tháng", "title: Báo cáo hằng tháng"]),
    );
    expect(outcome.amended && outcome.changes.dues).toMatchObject([
      { task: "strategy", agency: "police", from: "2017-06-30", to: "2017-07-31", kind: "adjusted" },
    ]);
    const strategy = await find("strategy");
    expect(strategy).toMatchObject({ dueOn: "2017-07-31", noticed: "nothing" });
    expect(strategy.wakeAt).toBe(strategy.soonAt);
    expect(strategy.dueHistory.map(told)).toEqual([
      ["given", "2017-06-30", null, null],
      ["adjusted", "2017-07-31", "99/QĐ-UBND", null],
    ]);
    expect(await find("own-plan", "south")).toMatchObject({ dueOn: "2017-04-28", planVersion: 2 });
    // The text now states what it left alone before: that holds, extension or not.
    await amend(textWith(["due: 30/6/2017", "due: 31/7/2017"], ["due: 28/2/2017", "due: 31/3/2017"]));
    expect((await find("own-plan", "south")).dueHistory.map(told).at(-1)).toEqual([
      "adjusted",
      "2017-03-31",
      "99/QĐ-UBND",
      null,
    ]);
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("withdraws what the plan no longer has, and opens what is new when its time has come", async () => {
    const { engine, planId, find, turnTo, amend } = await amending(open);
    const monthly = (await engine.assignments({ planId, task: "monthly" })).items;
    const added = `  - id: weekly
    title: Báo cáo tuần
    mode: recurring
    lead: labour
    due: { every: quarter, offset: 2, unit: working_days }
  - id: extra
    title: Việc mới
    lead: north
    coordinators: [south]
    due: { count: 10, unit: working_days, event: opening }
`;
    const text = textWith(withoutMonthly, ["  - id: awareness", `${added}  - id: awareness`]);
    const outcome = await amend(text);
    expect(outcome).toMatchObject({
      amended: true,
      changes: {
        tasks: { added: ["weekly", "extra"], removed: ["monthly"], changed: [] },
        opened: [
          { task: "weekly", agency: "labour", occurrence: "2017-Q1" },
          { task: "extra", agency: "north", role: "lead" },
          { task: "extra", agency: "south", role: "coordinator" },
        ],
      },
    });
    expect(monthly.length).toBeGreaterThan(1);
    expect(outcome.amended && outcome.changes.withdrawn.map(({ id }) => id).sort()).toEqual(
      monthly.map(({ id }) => id).sort(),
    );
    for (const { id } of monthly) {
      expect(await engine.assignment(planId, id)).toMatchObject({ category: "cancelled", planVersion: 1 });
      expect((await typesOf(engine, planId, id)).at(-1)).toBe("withdraw");
    }
    // Counted from the day of the amending document, with the calendar's version beside it.
    const extra = await find("extra", "north");
    expect(extra).toMatchObject({ planVersion: 2, dueOn: "2017-03-15", openedAt: at("2017-03-01", "00:00") });
    expect(told(extra.dueHistory[0])).toEqual(["computed", "2017-03-15", null, "2016-12-01"]);
    turnTo("2017-07-03");
    await engine.sweep();
    const weeks = (await engine.assignments({ planId, task: "weekly" })).items;
    expect(weeks.map(({ occurrence }) => occurrence).sort()).toEqual(["2017-Q1", "2017-Q2", "2017-Q3"]);
    expect((await engine.assignments({ planId, task: "monthly", open: true })).items).toEqual([]);
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("retires task ids: one that is used again must mean the same", async () => {
    const { engine, planId, amend } = await amending(open);
    expect(resultOf(await amend(textWith(withoutMonthly)))).toBe("amended");
    const other = textWith(["title: Báo cáo tháng", "title: Việc khác hẳn"]);
    expect(resultOf(await amend(other))).toBe("task_id_retired");
    // Word for word it is the same duty again, from now on.
    expect(await amend(samplePlan.text)).toMatchObject({ amended: true, version: 3 });
    const open2 = (await engine.assignments({ planId, task: "monthly", open: true })).items;
    expect(open2.map(({ occurrence, generation }) => [occurrence, generation])).toEqual([["2017-03", 2]]);
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("hands work on where the text names another lead or coordinator", async () => {
    const { engine, planId, find, amend } = await amending(open);
    const [police, labour, border] = [
      await find("strategy", "police"),
      await find("strategy", "labour", "coordinator"),
      await find("strategy", "border", "coordinator"),
    ];
    const outcome = await amend(
      textWith([
        "    lead: police\n    coordinators: [labour, { agency: border, duty: contribute }]",
        "    lead: north\n    coordinators: [labour]",
      ]),
    );
    expect(resultOf(outcome)).toBe("amended");
    for (const { id } of [police, labour, border]) {
      expect(await engine.assignment(planId, id)).toMatchObject({ category: "cancelled", planVersion: 1 });
    }
    const north = await find("strategy", "north");
    expect(north).toMatchObject({ generation: 2, previous: police.id, dueOn: "2017-06-30", planVersion: 2 });
    expect((await engine.assignments({ planId, of: north.id })).items.map((row) => row.agencyId)).toEqual([
      "labour",
    ]);
    // Back again: the third generation, not the first once more.
    expect(resultOf(await amend(samplePlan.text))).toBe("amended");
    const { items } = await engine.assignments({ planId, task: "strategy", role: "lead", open: true });
    expect(items).toMatchObject([{ agencyId: "police", generation: 3, previous: north.id }]);
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("asks a further coordinator beside a lead that is kept, and lets go one no longer named", async () => {
    const { engine, planId, find, amend } = await amending(open);
    const lead = await find("strategy", "police");
    const text = textWith([
      "[labour, { agency: border, duty: contribute }]",
      "[labour, { agency: north, due: 15/4/2017 }]",
    ]);
    expect(await amend(text)).toMatchObject({
      changes: {
        opened: [{ agency: "north", role: "coordinator" }],
        withdrawn: [{ agency: "border", role: "coordinator" }],
      },
    });
    const { items } = await engine.assignments({ planId, of: lead.id, open: true });
    expect(items.map(({ agencyId, dueOn }) => [agencyId, dueOn]).sort()).toEqual([
      ["labour", expect.any(String)],
      ["north", "2017-04-15"],
    ]);
  });

  it("opens nothing again that was withdrawn on purpose, nor a done one under another lead", async () => {
    const { engine, planId, find, send, amend } = await amending(open);
    const south = await find("own-plan", "south");
    expect(codeOf(await send(south, "withdraw", people.issuer, { reason, document }))).toBe("accepted");
    const strategy = await find("strategy");
    const products = { paper: document };
    await send(strategy, "accept", people.policeHead);
    await send(strategy, "submit", people.policeHead, { products });
    expect(codeOf(await send(strategy, "confirm", people.office))).toBe("accepted");
    const text = textWith(
      ["title: Xây dựng kế hoạch của đơn vị", "title: Kế hoạch của đơn vị"],
      ["    lead: police\n    coordinators: [labour, {", "    lead: north\n    coordinators: [labour, {"],
    );
    expect(await amend(text)).toMatchObject({ amended: true, changes: { opened: [] } });
    const { items } = await engine.assignments({ planId, task: "own-plan", open: true });
    expect(items.map((row) => row.agencyId)).toEqual(["north"]);
    // What is done is still reopened by the rules and under the name it was done under.
    expect(codeOf(await send(strategy, "reopen", people.issuer, { reason }))).toBe("accepted");
    expect(await find("strategy", "police")).toMatchObject({ stage: "in_progress", planVersion: 1 });
    // Open again, it passes with the next amendment: its agency is no longer named.
    expect(await amend(text.replace("Kế hoạch mẫu", "Kế hoạch mới"))).toMatchObject({
      changes: {
        // What its coordinators were asked for had ended with the work.
        withdrawn: [{ task: "strategy", agency: "police", role: "lead" }],
      },
    });
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("takes nothing back that a command has handed over, while the text leaves the lead alone", async () => {
    const { engine, planId, find, send, amend } = await amending(open);
    const over = { reason, document, agency: "north" };
    expect(codeOf(await send(await find("strategy"), "reassign", people.issuer, over))).toBe("accepted");
    const north = await find("strategy", "north");
    expect(await amend(textWith(["title: Kế hoạch mẫu", "title: Khác"]))).toMatchObject({
      changes: { opened: [], withdrawn: [] },
    });
    expect(await find("strategy", "north")).toMatchObject({ id: north.id, planVersion: 2 });
    // The text catches up with what was done; then it names another.
    const named = (agency: string) =>
      textWith([
        "    lead: police\n    coordinators: [labour, {",
        `    lead: ${agency}\n    coordinators: [labour, {`,
      ]);
    expect(await amend(named("north"))).toMatchObject({ changes: { opened: [], withdrawn: [] } });
    expect(resultOf(await amend(named("south")))).toBe("amended");
    const { items } = await engine.assignments({ planId, task: "strategy", role: "lead", open: true });
    expect(items).toMatchObject([{ agencyId: "south", generation: 3, previous: north.id }]);
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("takes what a task waits for from the new text", async () => {
    const { engine, planId, find, amend } = await amending(open);
    expect(await find("carry-out")).toMatchObject({ held: true, dueOn: null });
    const text = textWith(
      ["    after: strategy\n", ""],
      ["due: { count: 10, unit: working_days, completed: strategy }", "due: 30/9/2017"],
      ["    title: Đợt cao điểm tháng 7\n", "    title: Đợt cao điểm tháng 7\n    after: strategy\n"],
    );
    expect(resultOf(await amend(text))).toBe("amended");
    expect(await find("campaign")).toMatchObject({ held: true });
    await engine.sweep();
    const free = await find("carry-out");
    expect(free).toMatchObject({ held: false, dueOn: "2017-09-30" });
    expect(free.dueHistory.map(told)).toEqual([["adjusted", "2017-09-30", "99/QĐ-UBND", null]]);
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("is refused where an assignment stands in a state the new lifecycle lacks, storing nothing", async () => {
    const { engine, planId, find, send, amend } = await amending(open);
    const approval = await find("approval");
    const own = (state: string) =>
      textWith([
        "lifecycles:\n",
        `lifecycles:
  short:
    label: { vi: Ngắn, en: Short }
    initial: ${state}
    states:
      ${state}: { label: { vi: Mới, en: New }, category: todo }
      completed: { label: { vi: Xong, en: Done }, category: done }
    commands:
      finish: { label: { vi: Xong, en: Finish }, from: ${state}, to: completed, who: [head], stamps_completion: true }
`,
      ]).replace("lifecycle: consented", "lifecycle: short");
    const before = await engine.verify(planId);
    const outcome = await amend(own("fresh"));
    expect(resultOf(outcome)).toBe("state_not_in_lifecycle");
    expect(!outcome.amended && outcome.refusal?.en).toContain("approval");
    expect(await engine.verify(planId)).toEqual(before);
    expect(await find("approval")).toMatchObject({ lifecycle: "consented", planVersion: 1 });
    // With a state of that name it passes.
    const stage = approval.stage;
    expect(resultOf(await amend(own(stage)))).toBe("amended");
    // What has no way to be withdrawn cannot be left out either.
    const without = own(stage).replace(/ {2}- id: approval\n(?: {4}.*\n)+/, "");
    expect(without).not.toContain("id: approval");
    expect(resultOf(await amend(without))).toBe("not_withdrawable");
    expect(await find("approval")).toMatchObject({ lifecycle: "short", stage, category: "todo" });
    expect(codeOf(await send(approval, "finish", people.policeHead))).toBe("accepted");
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
    // Its lifecycle lets nobody withdraw it: while open, its task cannot be taken out.
  });

  it("is refused for the wrong person, plan, day, document or text, storing nothing", async () => {
    const { engine, planId, amend } = await amending(open);
    const before = await engine.verify(planId);
    const other = textWith(["title: Kế hoạch mẫu", "title: Khác"]);
    const results = {
      head: resultOf(await amend(other, { actor: people.policeHead })),
      same: resultOf(await amend(`${samplePlan.text}\n# only a comment\n`)),
      otherPlan: resultOf(await amend(textWith(["id: sample\n", "id: other\n"]))),
      issuer: resultOf(await amend(textWith(["issuer: committee", "issuer: police"]))),
      unnumbered: resultOf(await amend(textWith(["number: 42/KH-UBND\n", ""]))),
      noDocument: resultOf(await amend(other, { document: { ...document, number: " " } })),
      tomorrow: resultOf(await amend(other, { document: { ...document, date: "2017-03-03" } })),
      tooEarly: resultOf(await amend(other, { effectiveAt: at("2017-01-19") })),
      seenBefore: resultOf(await amend(other, { expected: 2 })),
      problems: resultOf(await amend(textWith(["lead: police", "lead: polise"]))),
      unreadable: resultOf(await amend("kehoach: 1\nkind: [")),
    };
    expect(results).toEqual({
      head: "not_your_role",
      same: "changes_nothing",
      otherPlan: "unknown_plan",
      issuer: "issuer_changed",
      unnumbered: "not_issuable",
      noDocument: "document_required",
      tomorrow: "in_the_future",
      tooEarly: "entered_too_late",
      seenBefore: "conflict",
      problems: "agency_unknown",
      unreadable: expect.stringMatching(/./),
    });
    expect(await engine.verify(planId)).toEqual(before);
    await expect(amend(other, { actor: { id: "" } as never })).rejects.toMatchObject({
      code: "request_invalid",
    });
    const outcome = await engine.dispatch({
      target: "plan",
      planId,
      type: "suspend",
      actor: people.issuer,
      data: { reason, document },
    });
    expect(codeOf(outcome)).toBe("accepted");
    expect(resultOf(await amend(other))).toBe("plan_not_in_force");
  });

  it("gives a retry the recorded result, and refuses the same request with another body", async () => {
    const { engine, planId, amend } = await amending(open);
    const text = textWith(["due: 30/6/2017", "due: 31/7/2017"], withoutMonthly);
    const first = await amend(text, { reason });
    const { entries } = await engine.verify(planId);
    const again = await amend(text, { reason });
    expect(again).toEqual({ ...first, repeated: true, questions: [] });
    expect(resultOf(await amend(text, { reason: `${reason} khác` }))).toBe("request_reused");
    const requestId = again.amended ? "mine" : "";
    expect(
      resultOf(await amend(samplePlan.text, { requestId, document: { ...document, number: "100" } })),
    ).toBe("amended");
    expect(resultOf(await amend(text, { requestId }))).toBe("request_reused");
    expect((await engine.verify(planId)).entries).toBeGreaterThan(entries);
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("previews without storing anything", async () => {
    const { engine, planId, amend } = await amending(open);
    const before = await engine.verify(planId);
    const text = textWith(["due: 30/6/2017", "due: 31/7/2017"], withoutMonthly);
    const preview = await amend(text, { preview: true });
    expect(preview).toMatchObject({ amended: true, preview: true, version: 2 });
    expect(await engine.verify(planId)).toEqual(before);
    const stored = await amend(text);
    expect(stored.amended && stored.changes).toEqual(preview.amended && preview.changes);
  });

  it("goes on beside commands to the same plan, in one order or the other", async () => {
    const { engine, planId, find, send, amend } = await amending(open);
    const rows = [await find("strategy"), await find("campaign"), await find("approval")];
    const [outcome, ...sent] = await Promise.all([
      amend(textWith(["due: 30/6/2017", "due: 31/7/2017"])),
      ...rows.map((row) => send(row, "accept", people.policeHead)),
      amend(textWith(["due: 30/6/2017", "due: 31/8/2017"]), { requestId: "second" }),
    ]);
    expect(resultOf(outcome)).toBe("amended");
    expect(sent.slice(0, 3).map((one) => codeOf(one as never))).toEqual(["accepted", "accepted", "accepted"]);
    expect(await find("strategy")).toMatchObject({ planVersion: 3, stage: "in_progress" });
    expect((await engine.plan(planId))?.summary.plan.version).toBe(3);
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });
});
