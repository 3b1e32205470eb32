// What can be read of an engine, on both databases: lists, pages, the feed, erased texts.

import { expect, it } from "vitest";
import { codeOf, sampleEngine } from "../../../testing/sample-engine.ts";
import { people, samplePlan } from "../../../testing/sample-plan.ts";
import { eachDatabase } from "../../../testing/test-databases.ts";
import type { Engine } from "../engine.ts";

eachDatabase("reading", (open) => {
  it("erases a text for good, leaving the ledger intact", async () => {
    const { engine, planId, find, send } = await sampleEngine(open);
    const strategy = await find("strategy");
    await send(strategy, "accept", people.policeHead, { note: "Tên của một người" });
    const { items } = await engine.history(planId, { assignmentId: strategy.id });
    const digest = JSON.parse(items[1]?.data ?? "{}").texts.note;
    const erase = { planId, digest, reason: "Có dữ liệu cá nhân" };
    expect(codeOf(await engine.erase({ ...erase, actor: people.policeHead }))).toBe("not_your_role");
    expect(codeOf(await engine.erase({ ...erase, actor: people.admin }))).toBe("accepted");
    const after = await engine.history(planId, { assignmentId: strategy.id });
    expect(after.items[1]?.textBodies).toEqual({ note: null });
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("pages through a list without gaps or repeats, in due order", async () => {
    const { engine, planId } = await sampleEngine(open);
    const seen: string[] = [];
    const dues: (number | null)[] = [];
    let after: string | undefined;
    for (;;) {
      const page = await engine.assignments({ planId }, { after, limit: 3 });
      seen.push(...page.items.map((row) => row.id));
      dues.push(...page.items.map((row) => row.dueAt));
      if (page.next === null) break;
      after = page.next;
    }
    expect(new Set(seen).size).toBe(10);
    expect(seen).toHaveLength(10);
    const numbers = dues.map((due) => due ?? Number.POSITIVE_INFINITY);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });

  it("filters by agency, objective, role, state and text without accents", async () => {
    const { engine, planId } = await sampleEngine(open);
    const count = async (filter: Parameters<Engine["assignments"]>[0]) =>
      (await engine.assignments({ planId, ...filter }, { limit: 100 })).items.length;
    expect(await count({ agency: "police", role: "lead" })).toBe(4);
    expect(await count({ objective: "better" })).toBe(3);
    expect(await count({ text: "chien luoc" })).toBe(4);
    expect(await count({ bucket: "no_due_date" })).toBe(1);
    expect(await count({ agency: "nobody" })).toBe(0);
    expect(await count({ planId: "no-such-plan" })).toBe(0);
  });

  it("looks in all plans without mixing up ids that several plans have", async () => {
    const { engine } = await sampleEngine(open);
    const text = samplePlan.text
      .replace("id: sample\n", "id: second\n")
      .replace("    objective: better\n", "")
      .replace("Xây dựng chiến lược", "Việc khác");
    expect(await engine.issue({ plan: { text }, actor: people.office })).toMatchObject({ issued: true });
    const count = async (filter: Parameters<Engine["assignments"]>[0]) =>
      (await engine.assignments(filter, { limit: 100 })).items.length;
    expect(await count({ task: "strategy" })).toBe(6);
    expect(await count({ objective: "better" })).toBe(3);
    expect(await count({ text: "xay dung chien luoc" })).toBe(3);
    expect(await count({ text: "HUYEN bac" })).toBe(2);
    expect(await count({ text: "huyện bắc", planId: "second" })).toBe(1);
  });

  it("feeds committed entries after a cursor, then live", async () => {
    const { engine, planId, find, send } = await sampleEngine(open);
    const stop = new AbortController();
    const seen: string[] = [];
    let cursor = "";
    for await (const item of engine.subscribe({ planId, signal: stop.signal })) {
      seen.push(item.entry.type);
      cursor = item.cursor;
      if (seen.length === 11) stop.abort();
    }
    expect(seen).toHaveLength(11);
    const live: string[] = [];
    const following = (async () => {
      for await (const { entry } of engine.subscribe({ planId, cursor })) {
        live.push(entry.type);
        if (live.length === 2) break;
      }
    })();
    const strategy = await find("strategy");
    await send(strategy, "accept", people.policeHead);
    await send(strategy, "progress", people.policeHead, { percent: 10 });
    await following;
    expect(live).toEqual(["accept", "progress"]);
  });
});
