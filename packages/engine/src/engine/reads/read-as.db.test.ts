// Reading as somebody: what the policy hides is in no list, count, history or stream, on both databases.

import { beforeEach, describe, expect, it } from "vitest";
import { at, people, samplePlan, sampleRegister } from "../../../testing/sample-plan.ts";
import { eachDatabase } from "../../../testing/test-databases.ts";
import type { Actor } from "../../execute/command.ts";
import type { HistoryKind } from "../../ledger/history-kind.ts";
import { engineOn } from "../create-engine.ts";
import type { Engine } from "../engine.ts";

const someone = (agency: string | null, ...roles: Actor["roles"]): Actor => ({
  id: `${roles[0]}@${agency}`,
  name: "X",
  agency,
  roles,
});
/** Of an agency the plan names, with no part in the narrowed task. */
const outsider = someone("north", "head");
const text = samplePlan.text
  .replace("  - id: strategy\n", "  - id: strategy\n    visibility: parties\n    source: S1\n")
  .replace("  - id: own-plan\n", "  - id: own-plan\n    visibility: issuer\n")
  .replace("objectives:\n", "statements:\n  - { id: S1, at: I, gist: Bí mật }\nobjectives:\n");

eachDatabase("reading as somebody", (open) => {
  let engine: Engine;
  let planId: string;
  beforeEach(async () => {
    engine = engineOn(await open(), { sweepEvery: null, clock: { now: () => at("2017-01-23") } });
    const issued = await engine.issue({
      plan: { text },
      register: sampleRegister,
      actor: people.office,
    });
    if (!issued.issued) throw new Error(JSON.stringify(issued));
    planId = issued.planId;
  });
  const idsOf = async (actor: Actor, task: string): Promise<string[]> =>
    (await engine.as(actor).assignments({ planId, task })).items.map((each) => each.agencyId).sort();

  it("shows a task of its parties to them alone, and an assignment of the issuer's to its holder", async () => {
    const all = (await engine.assignments({ planId, task: "strategy" })).items.map((each) => each.agencyId);
    expect(all.length).toBe(3);
    for (const actor of [people.office, someone("police", "officer"), someone("labour", "officer")])
      expect(await idsOf(actor, "strategy")).toHaveLength(3);
    expect(await idsOf(outsider, "strategy")).toEqual([]);
    expect(await idsOf(outsider, "own-plan")).toEqual(["north"]);
    expect(await idsOf(someone("police", "head"), "own-plan")).toEqual([]);
    expect((await idsOf(someone(null, "auditor"), "own-plan")).length).toBeGreaterThan(1);
    expect(await idsOf(someone(null, "admin"), "own-plan")).toEqual([]);
    // Over all plans as in one.
    const everywhere = await engine.as(outsider).assignments({}, { limit: 500 });
    expect(everywhere.items.some((each) => each.taskId === "strategy")).toBe(false);
    expect(everywhere.items.some((each) => each.taskId === "own-plan")).toBe(true);
  });

  it("tells a history from its newest entry on, narrowed by kind and agency, without what is hidden", async () => {
    const reader = engine.as(outsider);
    const all = (await reader.history(planId, { limit: 500 })).items.map(({ seq }) => seq);
    const newest = await reader.history(planId, { first: "newest", limit: 3 });
    expect(newest.items.map(({ seq }) => seq)).toEqual(all.toReversed().slice(0, 3));
    const next = await reader.history(planId, { first: "newest", limit: 500, after: newest.next });
    expect(next.items.map(({ seq }) => seq)).toEqual(all.toReversed().slice(3));
    const kinds = async (kind: HistoryKind) =>
      (await reader.history(planId, { kind, limit: 500 })).items.map(({ type }) => type);
    expect(await kinds("version")).toEqual(["plan_issued"]);
    expect(new Set(await kinds("assignments"))).toEqual(new Set(["assignment_opened"]));
    expect(await kinds("clock")).toEqual([]);
    const own = await reader.history(planId, { agency: "north", limit: 500 });
    const ids = own.items.map(({ assignmentId }) => assignmentId ?? "");
    const held = (await reader.assignments({ planId, ids })).items;
    expect(held.length).toBeGreaterThan(0);
    expect(held.length).toBe(new Set(ids).size);
    expect(new Set(held.map(({ agencyId }) => agencyId))).toEqual(new Set(["north"]));
    expect(await engine.allowedOnText(planId, outsider)).toMatchObject({
      amend: { code: "not_your_role" },
      erase: { code: "not_your_role" },
    });
    expect(await engine.allowedOnText(planId, people.office)).toEqual({ amend: null, erase: null });
  });

  it("leaves what is hidden out of the plan, its statements and its counts", async () => {
    const seen = await engine.as(outsider).plan("sample");
    expect(seen?.plan.tasks.map(({ id }) => id)).not.toContain("strategy");
    expect(seen?.plan.tasks.map(({ id }) => id)).toContain("own-plan");
    expect(seen?.plan.statements).toEqual([]);
    expect(seen?.sourceText).toBeNull();
    const sum = (counts: Readonly<Record<string, number>> | undefined) =>
      Object.values(counts ?? {}).reduce((total, count) => total + count, 0);
    const listed = (await engine.as(outsider).assignments({ planId, role: "lead" }, { limit: 500 })).items;
    const [summary] = await engine.as(outsider).plans();
    expect(sum(summary?.counts) + sum(summary?.requested)).toBe(listed.length);
    const whole = await engine.as(people.office).plan("sample");
    expect(whole?.sourceText).toBe(text);
    expect(sum(whole?.summary.counts)).toBeGreaterThan(sum(summary?.counts));
  });

  it("gives no plan to those it does not name", async () => {
    const stranger = engine.as(someone("elsewhere", "head"));
    expect(await stranger.plans()).toEqual([]);
    expect(await stranger.plan(planId)).toBeNull();
    expect((await stranger.assignments({})).items).toEqual([]);
    expect((await stranger.history(planId)).items).toEqual([]);
    expect(await stranger.exportLedger(planId)).toBeNull();
    expect(await engine.as(someone(null, "auditor")).exportLedger(planId)).not.toBeNull();
  });

  it("lets an agency in that a plan does not name, once something was reassigned to it", async () => {
    const district = someone("south", "head");
    const bare = text
      .replace("id: sample\n", "id: bare\n")
      .replace("lead: { each: districts }", "lead: north");
    const issued = await engine.issue({ plan: { text: bare }, actor: people.office });
    if (!issued.issued) throw new Error(JSON.stringify(issued));
    expect(await engine.as(district).plan("bare")).toBeNull();
    const { items } = await engine.assignments({ planId: issued.planId, task: "own-plan" });
    const outcome = await engine.dispatch({
      target: "assignment",
      planId: issued.planId,
      assignmentId: items[0]?.id ?? "",
      type: "reassign",
      actor: people.office,
      data: { agency: "south", reason: "Đúng địa bàn huyện Nam" },
    });
    expect(outcome).toMatchObject({ accepted: true });
    const seen = await engine.as(district).plan("bare");
    expect(seen?.plan.tasks.map(({ id }) => id)).toContain("own-plan");
    expect(seen?.plan.tasks.map(({ id }) => id)).not.toContain("strategy");
    const held = await engine.as(district).assignments({ task: "own-plan" }, { limit: 500 });
    expect(held.items.filter((each) => each.planId === issued.planId).map((each) => each.agencyId)).toEqual([
      "south",
    ]);
  });

  describe("texts", () => {
    const note = "Tên của một người";
    beforeEach(async () => {
      const of = async (task: string, agency: string) => {
        const { items } = await engine.assignments({ planId, task, agency, role: "lead" });
        return items[0]?.id ?? "";
      };
      const send = (assignmentId: string, actor: Actor) =>
        engine.dispatch({
          target: "assignment",
          planId,
          assignmentId,
          type: "accept",
          actor,
          data: { note },
        });
      expect((await send(await of("strategy", "police"), people.policeHead)).accepted).toBe(true);
      expect((await send(await of("campaign", "police"), people.policeHead)).accepted).toBe(true);
    });

    it("are withheld with the evidence from whoever only reads the plan", async () => {
      const history = await engine.as(outsider).history(planId, { limit: 500 });
      const accepted = history.items.filter((entry) => entry.type === "accept");
      // The one about the hidden assignment is not there at all.
      expect(accepted.map((entry) => [entry.withheld, entry.data, entry.textBodies])).toEqual([
        [true, null, { note: null }],
      ]);
      expect(JSON.stringify(history)).not.toContain(note);
      const own = await engine.as(people.policeHead).history(planId, { limit: 500 });
      const bodies = own.items.filter((entry) => entry.type === "accept").map((entry) => entry.textBodies);
      expect(bodies).toEqual([{ note }, { note }]);
      const hidden =
        (await engine.assignments({ planId, task: "strategy", role: "lead" })).items[0]?.id ?? "";
      expect(await engine.as(outsider).assignment(planId, hidden)).toBeNull();
      expect((await engine.as(outsider).history(planId, { assignmentId: hidden })).items).toEqual([]);
      expect(await engine.as(people.policeHead).assignment(planId, hidden)).toMatchObject({
        textsVisible: true,
      });
    });

    it("and hidden entries are in no stream", async () => {
      const seenBy = async (actor: Actor): Promise<string[]> => {
        const types: string[] = [];
        const stop = new AbortController();
        for await (const { entry } of engine.as(actor).subscribe({ planId, signal: stop.signal })) {
          expect(entry).not.toHaveProperty("data");
          if (entry.type === "accept") types.push(entry.assignmentId ?? "");
          if (entry.seq === (await engine.plan(planId))?.summary.plan.seq) stop.abort();
        }
        return types;
      };
      expect(await seenBy(people.office)).toHaveLength(2);
      expect(await seenBy(outsider)).toHaveLength(1);
    });
  });
});
