// Anchors: who cuts a ledger's end and mends every row to match is found by what was kept elsewhere, and only by that.

import { sql } from "kysely";
import { expect, it } from "vitest";
import { disarm } from "../../../testing/mutants.ts";
import { sampleEngine } from "../../../testing/sample-engine.ts";
import { people } from "../../../testing/sample-plan.ts";
import { eachDatabase, type TestDatabase } from "../../../testing/test-databases.ts";
import { newPlanRow } from "../../execute/decide-issue.ts";
import { foldEntry, type PlanRows } from "../../execute/fold.ts";
import { planChanges, planChangeTypes } from "../../store/columns.ts";
import { entriesAfter } from "../../store/read-entries.ts";
import { recordOfAssignment, recordOfPlan } from "../../store/row-codec.ts";
import { engineOn } from "../create-engine.ts";
import type { Engine } from "../engine.ts";

/** As somebody would who may write everywhere: the last entries go, and all that knew of them is made to fit. */
async function cutTail(engine: Engine, planId: string, last: number): Promise<void> {
  const { kysely } = engine.database;
  const entries = await entriesAfter(kysely, planId, { after: 0, assignmentId: null, limit: 10_000 });
  const documentId = (await engine.plan(planId))?.summary.plan.documentId ?? "";
  const rows: PlanRows = {
    plan: newPlanRow(planId, documentId, "plan"),
    assignments: new Map(),
    readings: new Map(),
  };
  const gone: string[] = [];
  for (const entry of entries) {
    const data = JSON.parse(entry.data);
    if (entry.seq <= last) foldEntry(rows, entry, data);
    else gone.push(...Object.values<string>(data.texts ?? {}));
  }
  const plan = JSON.stringify([recordOfPlan(rows.plan)]);
  await sql`delete from kehoach.entry where plan_id = ${planId} and seq > ${last}`.execute(kysely);
  await sql`delete from kehoach.effect where plan_id = ${planId} and seq > ${last}`.execute(kysely);
  for (const digest of gone)
    await sql`delete from kehoach.erasable_text where plan_id = ${planId} and digest = ${digest}`.execute(
      kysely,
    );
  await sql`update kehoach.plan p set ${sql.raw(planChanges)}
    from json_to_recordset(${plan}::json) as u(${sql.raw(planChangeTypes)}) where p.plan_id = u.plan_id`.execute(
    kysely,
  );
  for (const row of rows.assignments.values()) {
    const { snapshot, stage, category, touched_at, seq, wake_at, noticed } = recordOfAssignment(row);
    await sql`update kehoach.assignment set snapshot = ${snapshot}, stage = ${stage}, category = ${category},
      touched_at = ${touched_at}, seq = ${seq}, wake_at = ${wake_at}, noticed = ${noticed}
      where plan_id = ${planId} and id = ${row.id}`.execute(kysely);
  }
}

eachDatabase("anchors", (open) => {
  it("find a cut tail whose rows were all mended, which nothing else does", async () => {
    const database: TestDatabase = await open();
    const { engine, planId, find, send } = await sampleEngine(async <T>() => database as TestDatabase<T>);
    const strategy = await find("strategy");
    await send(strategy, "accept", people.policeHead);
    const early = (await engine.anchors()).filter((anchor) => anchor.planId === planId);
    await send(strategy, "progress", people.policeHead, { percent: 40, note: "Đã làm được một phần" });
    const anchors = await engine.anchors();
    expect(anchors.map(({ documentId }) => documentId)).toEqual(["register", "sample"]);
    const [anchor] = anchors.filter((each) => each.planId === planId);
    if (anchor === undefined) throw new Error("There is no anchor.");
    expect(await engine.verify(planId)).toMatchObject({ entries: anchor.seq, head: anchor.head });
    expect(await engine.verify(planId, { anchor: anchors })).toMatchObject({ intact: true });

    await disarm(database.kysely);
    await cutTail(engine, planId, anchor.seq - 1);
    expect(await engine.verify(planId)).toMatchObject({ intact: true, entries: anchor.seq - 1 });
    expect(await engine.verify(planId, { anchor: early })).toMatchObject({ intact: true });
    const found = await engine.verify(planId, { anchor });
    expect(found).toMatchObject({ intact: false, fault: { seq: anchor.seq, code: "anchor_missing" } });
    expect(found.fault?.vi).toBeTruthy();

    // Something else is written in its place: the chain is whole again, and another.
    const later = engineOn(database, { sweepEvery: null, clock: { now: () => anchor.at + 1_000_000 } });
    const other = { target: "assignment", planId, assignmentId: strategy.id, type: "progress" } as const;
    const sent = await later.dispatch({ ...other, actor: people.policeHead, data: { percent: 90 } });
    expect(sent.accepted).toBe(true);
    expect(await later.verify(planId)).toMatchObject({ intact: true, entries: anchor.seq });
    expect(await later.verify(planId, { anchor })).toMatchObject({
      intact: false,
      fault: { seq: anchor.seq, code: "anchor_differs" },
    });
  });

  it("of other plans are passed over, and what is no anchor is misuse", async () => {
    const { engine, planId } = await sampleEngine(open);
    const [register] = await engine.anchors();
    expect(await engine.verify(planId, { anchor: register })).toMatchObject({ intact: true });
    expect(await engine.verify(register?.planId ?? "", { anchor: register })).toMatchObject({ intact: true });
    const nothing = { planId, seq: 0, head: "" };
    await expect(engine.verify(planId, { anchor: nothing })).rejects.toMatchObject({
      code: "request_invalid",
    });
  });
});
