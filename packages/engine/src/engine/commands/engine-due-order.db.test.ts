// Due order: after any downtime a plan's ledger has the clock's steps in the order they were due, before anyone else's.

import { expect, it } from "vitest";
import { generatedPlan, generatedRegister, headOf, issuer } from "../../../testing/generated-plan.ts";
import { codeOf, sampleEngine } from "../../../testing/sample-engine.ts";
import { at, people } from "../../../testing/sample-plan.ts";
import { eachDatabase, onDatabase } from "../../../testing/test-databases.ts";
import { engineOn } from "../create-engine.ts";
import type { Engine, HistoryEntry } from "../engine.ts";

async function historyOf(engine: Engine, planId: string): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  for (let after: string | null = "0"; after !== null; ) {
    const page: Awaited<ReturnType<Engine["history"]>> = await engine.history(planId, { after, limit: 500 });
    entries.push(...page.items);
    after = page.next;
  }
  return entries;
}

/** The clock's entries that stand after one which was due later. */
function outOfOrder(entries: readonly HistoryEntry[]): HistoryEntry[] {
  const steps = entries.filter((entry) => entry.actor === "clock");
  return steps.filter((entry, index) => entry.effectiveAt < (steps[index - 1]?.effectiveAt ?? 0));
}

/** Two duties that come after all of a generated plan's: overdue one after the other's due soon. */
function inDecember(id: string): string {
  let day = 18;
  return generatedPlan({ id, tasks: 2, kind: "relay" }).replace(/due: 2017-[\d-]+/g, () => {
    day += 2;
    return `due: 2017-12-${day}`;
  });
}

eachDatabase("due order within a plan", (open) => {
  it("holds for a sweep after months of downtime, what opened meanwhile included", async () => {
    const { engine, planId, turnTo } = await sampleEngine(open);
    turnTo("2017-12-20");
    await engine.sweep();
    const entries = await historyOf(engine, planId);
    const types = new Set(entries.map((entry) => entry.type));
    for (const type of ["assignment_opened", "plan_woken", "due_soon", "overdue"])
      expect(types).toContain(type);
    expect(outOfOrder(entries)).toEqual([]);
    const { items } = await engine.assignments({ planId, task: "monthly" });
    const seqOf = (occurrence: string, type: string) => {
      const row = items.find((one) => one.occurrence === occurrence);
      return entries.find((entry) => entry.assignmentId === row?.id && entry.type === type)?.seq ?? 0;
    };
    expect(seqOf("2017-01", "overdue")).toBeGreaterThan(seqOf("2017-02", "assignment_opened"));
    expect(seqOf("2017-01", "overdue")).toBeLessThan(seqOf("2017-03", "assignment_opened"));
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("holds for a person who comes before the sweep: all that was due in the plan goes first", async () => {
    const { engine, planId, find, send, turnTo, now } = await sampleEngine(open);
    const strategy = await find("strategy");
    turnTo("2017-09-01");
    expect(codeOf(await send(strategy, "accept", people.policeHead))).toBe("accepted");
    const entries = await historyOf(engine, planId);
    expect(entries.at(-1)).toMatchObject({ type: "accept", recordedAt: now() });
    expect(outOfOrder(entries)).toEqual([]);
    expect(await engine.sweep()).toBe(0);
    expect((await find("campaign")).noticed).toBe("overdue");
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("holds when what is due is more than is read at once", async () => {
    let now = at("2017-01-12");
    const engine = engineOn(await open(), { sweepEvery: null, clock: { now: () => now } });
    const planIds: string[] = [];
    for (const id of ["written", "swept", "swept-with-it", "not-reached"]) {
      const plan = { text: id === "not-reached" ? inDecember(id) : generatedPlan({ id, tasks: 450 }) };
      const issued = await engine.issue({ plan, register: generatedRegister, actor: issuer });
      if (!issued.issued) throw new Error(JSON.stringify(issued));
      planIds.push(issued.planId);
    }
    const [written = "", swept = ""] = planIds;
    now = at("2018-01-12");
    const [target] = (await engine.assignments({ planId: written, role: "lead" })).items;
    const accepted = await engine.dispatch({
      target: "assignment",
      planId: written,
      assignmentId: target?.id ?? "",
      type: "accept",
      actor: headOf(target?.agencyId ?? ""),
    });
    expect(accepted.accepted).toBe(true);
    await engine.sweep();
    for (const planId of planIds) {
      const entries = await historyOf(engine, planId);
      const noticed = entries.filter(({ type }) => type === "due_soon" || type === "overdue");
      expect(noticed.length).toBeGreaterThanOrEqual(planId === planIds.at(-1) ? 4 : 900);
      expect(new Set(noticed.map(({ assignmentId, type }) => `${assignmentId} ${type}`)).size).toBe(
        noticed.length,
      );
      expect(outOfOrder(entries)).toEqual([]);
      expect(await engine.verify(planId)).toMatchObject({ intact: true });
    }
    expect((await historyOf(engine, written)).at(-1)?.type).toBe("accept");
    expect((await historyOf(engine, swept)).at(-1)?.actor).toBe("clock");
  });
});

onDatabase("postgresql", "a host's transaction", (open) => {
  it("sees what was due noticed before its own command, and takes both back together", async () => {
    const { engine, planId, find, turnTo } = await sampleEngine(open);
    const strategy = await find("strategy");
    turnTo("2017-09-01");
    const host = await engine.database.kysely.startTransaction().execute();
    const outcome = await engine.within(host).dispatch({
      target: "assignment",
      planId,
      assignmentId: strategy.id,
      type: "accept",
      actor: people.policeHead,
    });
    expect(outcome.accepted && outcome.entries[0]?.seq).toBeGreaterThan(20);
    await host.rollback().execute();
    expect((await find("strategy")).noticed).toBe("nothing");
    expect(await engine.sweep()).toBeGreaterThan(10);
    expect(outOfOrder(await historyOf(engine, planId))).toEqual([]);
  });
});
