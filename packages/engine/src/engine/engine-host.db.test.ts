// The engine in a host's program: the host's own Kysely with its own tables, plugins and type parsers, several nodes,
// and a server that goes away.

import { CamelCasePlugin, type Generated, Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { expect, it, onTestFinished } from "vitest";
import { startPostgres } from "../../testing/postgres-server.ts";
import { codeOf } from "../../testing/sample-engine.ts";
import { pdf, png } from "../../testing/sample-files.ts";
import { at, people, samplePlan, sampleRegister } from "../../testing/sample-plan.ts";
import { type OpenTestDatabase, onDatabase } from "../../testing/test-databases.ts";
import { createEngine } from "./create-engine.ts";
import type { Engine, EngineOptions } from "./engine.ts";

interface HostTables {
  letter: { id: Generated<number>; subjectLine: string; sentOn: Date };
}

const clock = { now: () => at("2017-01-23") };
const issue = { plan: samplePlan, register: sampleRegister, actor: people.office };

/** A pool that outlives its server quietly: the test's database is dropped, its server stopped, while connections are
 *  still closing, and an error nobody listens for ends the process. */
function poolOf(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** A host's Kysely as hosts make it: the driver's own parsers, and a plugin that renames columns. */
async function hostOf(open: OpenTestDatabase): Promise<{ host: Kysely<HostTables>; url: string }> {
  const { url } = await open({ empty: true });
  if (url === null) throw new Error("A host's database is on a server.");
  const host = new Kysely<HostTables>({
    dialect: new PostgresDialect({ pool: poolOf(url) }),
    plugins: [new CamelCasePlugin()],
  });
  onTestFinished(() => host.destroy());
  await host.schema
    .createTable("letter")
    .addColumn("id", "serial", (column) => column.primaryKey())
    .addColumn("subjectLine", "text")
    .addColumn("sentOn", "date")
    .execute();
  return { host, url };
}

async function engineFor(options: EngineOptions): Promise<Engine> {
  const engine = await createEngine({ sweepEvery: null, clock, ...options });
  onTestFinished(() => engine.close());
  return engine;
}

async function issued(engine: Engine): Promise<string> {
  const outcome = await engine.issue(issue);
  if (!outcome.issued) throw new Error(JSON.stringify(outcome));
  return outcome.planId;
}

onDatabase("postgresql", "a host's program", (open) => {
  it("keeps the host's rows and the ledger together, or neither", async () => {
    const { host } = await hostOf(open);
    const engine = await engineFor({ kysely: host });
    const planId = await issued(engine);
    const [strategy] = (await engine.assignments({ planId, task: "strategy", role: "lead" })).items;
    expect(strategy).toMatchObject({ dueOn: "2017-06-30", planVersion: 1, stage: "assigned" });
    const accept = {
      target: "assignment",
      planId: "sample",
      assignmentId: strategy?.id ?? "",
      type: "accept",
      actor: people.policeHead,
    } as const;
    const letter = { subjectLine: "Tiếp nhận", sentOn: new Date("2017-01-23") };

    const undone = host.transaction().execute(async (transaction) => {
      await transaction.insertInto("letter").values(letter).execute();
      expect(codeOf(await engine.within(transaction).dispatch(accept))).toBe("accepted");
      throw new Error("undo");
    });
    await expect(undone).rejects.toThrow("undo");
    expect(await host.selectFrom("letter").selectAll().execute()).toEqual([]);
    expect((await engine.assignment(planId, accept.assignmentId))?.stage).toBe("assigned");

    const later = Array.fromAsync(take(engine.subscribe({ planId, cursor: "now" }), 1));
    await host.transaction().execute(async (transaction) => {
      await transaction.insertInto("letter").values(letter).execute();
      expect(codeOf(await engine.within(transaction).dispatch(accept))).toBe("accepted");
      // A refusal inside the transaction stores nothing and undoes nothing.
      expect(codeOf(await engine.within(transaction).dispatch(accept))).toBe("wrong_state");
    });
    expect((await host.selectFrom("letter").select("subjectLine").execute())[0]?.subjectLine).toBe(
      "Tiếp nhận",
    );
    expect((await later).map(({ entry }) => entry.type)).toEqual(["accept"]);
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
    await engine.close();
    // The host's Kysely stays the host's.
    expect(await host.selectFrom("letter").selectAll().execute()).toHaveLength(1);
  });

  it("forgets a plan whose issue the host has undone", async () => {
    const { host } = await hostOf(open);
    const engine = await engineFor({ kysely: host });
    const suspend = { target: "plan", planId: "sample", type: "suspend", actor: people.viceChair } as const;
    const undone = host.transaction().execute(async (transaction) => {
      const within = engine.within(transaction);
      expect(await within.issue(issue)).toMatchObject({ issued: true });
      expect(codeOf(await within.dispatch(suspend))).toBe("reason_required");
      throw new Error("undo");
    });
    await expect(undone).rejects.toThrow("undo");
    expect(await engine.plans()).toEqual([]);
    expect(codeOf(await engine.dispatch(suspend))).toBe("unknown_plan");
    await host.transaction().execute(async (transaction) => engine.within(transaction).issue(issue));
    expect(codeOf(await engine.dispatch(suspend))).toBe("reason_required");
    expect(await engine.verify("sample")).toMatchObject({ intact: true });
  });

  it("amends and attaches in the host's transaction, and forgets both where the host undoes them", async () => {
    const { host } = await hostOf(open);
    const engine = await engineFor({ kysely: host });
    const planId = await issued(engine);
    const [strategy] = (await engine.assignments({ planId, task: "strategy", role: "lead" })).items;
    const assignmentId = strategy?.id ?? "";
    const document = { number: "9/QĐ-UBND", date: "2017-01-23", issuer: null, title: null };
    const titled = (title: string) => ({
      plan: { text: samplePlan.text.replace("title: Kế hoạch mẫu", `title: ${title}`) },
      document,
      actor: people.office,
    });
    const file = { planId, assignmentId, name: "ban-do.png", bytes: png(), actor: people.policeHead };
    const work = async (title: string, undo: boolean) => {
      await host.transaction().execute(async (transaction) => {
        const within = engine.within(transaction);
        expect(await within.amend(titled(title))).toMatchObject({ amended: true, version: 2 });
        expect(await engine.within(transaction).attach(file)).toMatchObject({ accepted: true });
        expect(await within.attach({ ...file, name: "ban-do.pdf", bytes: pdf() })).toMatchObject({
          accepted: true,
        });
        if (undo) throw new Error("undo");
      });
    };
    await expect(work("Bỏ đi", true)).rejects.toThrow("undo");
    expect((await engine.plan(planId))?.summary).toMatchObject({ title: "Kế hoạch mẫu" });
    await work("Kế hoạch sửa", false);
    expect((await engine.plan(planId))?.summary).toMatchObject({
      title: "Kế hoạch sửa",
      plan: { version: 2 },
    });
    expect((await engine.compiled(planId))?.plan.title).toBe("Kế hoạch sửa");
    expect((await engine.files(planId, assignmentId, people.policeHead))?.items).toHaveLength(2);
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("stores no register document of a plan it refuses, though the host commits", async () => {
    const { host } = await hostOf(open);
    const engine = await engineFor({ kysely: host });
    const refused = async (change: Partial<typeof issue>) => {
      const outcome = await host
        .transaction()
        .execute(async (transaction) => engine.within(transaction).issue({ ...issue, ...change }));
      return outcome.issued ? "issued" : outcome.refusal?.code;
    };
    expect(await refused({ actor: people.policeHead as never })).toBe("not_your_role");
    const future = {
      ...samplePlan,
      text: samplePlan.text.replace("issued: 2017-01-20", "issued: 2017-02-20"),
    };
    expect(await refused({ plan: future })).toBe("not_issuable");
    expect(await refused({ register: sampleRegister.slice(0, 1) })).toBe("register_document_missing");
    const reserved = { ...samplePlan, text: samplePlan.text.replace("id: sample\n", "id: register\n") };
    expect(await refused({ plan: reserved })).toBe("already_issued");
    expect((await engine.check(samplePlan)).missing).toEqual(["sample-organisation", "sample-calendar"]);

    const planId = await issued(engine);
    const other = { ...samplePlan, text: samplePlan.text.replace("id: sample", "id: other") };
    const [organisation, calendar] = sampleRegister;
    const changed = [
      { text: (calendar?.text ?? "").replace("from: 2016-12-01", "from: 2016-12-02") },
      { text: (organisation?.text ?? "").replace("Huyện Bắc", "Huyện Bắc mới") },
    ];
    expect(await refused({ plan: other, register: changed })).toBe("register_document_exists");
    expect(await engine.verify("register")).toMatchObject({ intact: true, entries: 2 });
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("joins only a transaction that sees what others have committed", async () => {
    const { host } = await hostOf(open);
    const engine = await engineFor({ kysely: host });
    expect(() => engine.within(host as never)).toThrow(expect.objectContaining({ code: "request_invalid" }));
    const snapshot = host
      .transaction()
      .setIsolationLevel("repeatable read")
      .execute(async (transaction) => engine.within(transaction).issue(issue));
    await expect(snapshot).rejects.toMatchObject({ code: "request_invalid" });
  });

  it("issues a plan once, whichever of two nodes is asked at once", async () => {
    const { host, url } = await hostOf(open);
    const [first, second] = await Promise.all([engineFor({ kysely: host }), engineFor({ url })]);
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        (index % 2 === 0 ? first : second).issue({ ...issue, requestId: `from-${index % 4}` }),
      ),
    );
    const made = outcomes.filter((outcome) => outcome.issued);
    // The two askings that carry the winning request id are one.
    expect(made).toHaveLength(2);
    expect(new Set(made.map((outcome) => outcome.planId)).size).toBe(1);
    for (const outcome of outcomes) if (!outcome.issued) expect(outcome.refusal?.code).toBe("already_issued");
    expect(await first.plans()).toHaveLength(1);
    expect(await second.verify("sample")).toMatchObject({ intact: true });
  });

  it("takes 500 commands to one assignment from two nodes, each once, and feeds them without a gap", async () => {
    const { host, url } = await hostOf(open);
    const [first, second] = await Promise.all([engineFor({ kysely: host }), engineFor({ url })]);
    const planId = await issued(first);
    const [strategy] = (await first.assignments({ planId, task: "strategy", role: "lead" })).items;
    const base = { target: "assignment", planId, assignmentId: strategy?.id ?? "" } as const;
    await first.dispatch({ ...base, type: "accept", actor: people.policeHead });

    const seen: number[] = [];
    const begin = await cursorNow(second, planId);
    let cursor = begin;
    const following = async (from: Engine, count: number) => {
      for await (const item of take(from.subscribe({ planId, cursor }), count)) {
        seen.push(item.entry.seq);
        cursor = item.cursor;
      }
    };
    const reading = following(second, 100);
    const outcomes = await Promise.all(
      Array.from({ length: 500 }, (_, index) =>
        // Each command is sent to both nodes under one id.
        [first, second].map((node) =>
          node.dispatch({
            ...base,
            type: "progress",
            actor: people.policeOfficer,
            requestId: `step-${index}`,
            data: { percent: index % 101 },
          }),
        ),
      ).flat(),
    );
    expect(outcomes.every((outcome) => outcome.accepted)).toBe(true);
    expect(outcomes.filter((outcome) => outcome.accepted && !outcome.repeated)).toHaveLength(500);
    await reading;
    // The reader goes on elsewhere, from where it was.
    await following(first, 400);
    const start = seen[0] ?? 0;
    expect(seen).toEqual(Array.from({ length: 500 }, (_, index) => start + index));
    expect(await second.verify(planId)).toMatchObject({ intact: true });
  });

  it("survives its server: a clear error while it is gone, and nothing lost or doubled after", async () => {
    const server = await startPostgres();
    onTestFinished(() => server.stop());
    const errors: unknown[] = [];
    const engine = await engineFor({ url: server.url, onError: (error) => errors.push(error) });
    const planId = await issued(engine);
    const [strategy] = (await engine.assignments({ planId, task: "strategy", role: "lead" })).items;
    const accept = {
      target: "assignment",
      planId,
      assignmentId: strategy?.id ?? "",
      type: "accept",
      actor: people.policeHead,
      requestId: "once",
    } as const;
    await server.stopImmediate();
    await expect(engine.dispatch(accept)).rejects.toMatchObject({ code: "database_failed" });
    await expect(engine.plans()).rejects.toMatchObject({ code: "database_failed" });
    await expect(engine.verify(planId)).rejects.toMatchObject({ code: "database_failed" });
    await expect(createEngine({ url: server.url })).rejects.toMatchObject({ code: "database_unreachable" });
    await server.restart();
    expect(await engine.dispatch(accept)).toMatchObject({ accepted: true, repeated: false });
    expect(await engine.dispatch(accept)).toMatchObject({ accepted: true, repeated: true });
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("refuses a host's server that may lose what it acknowledges", async () => {
    const server = await startPostgres({ settings: { synchronous_commit: "off" } });
    onTestFinished(() => server.stop());
    const host = new Kysely<HostTables>({
      dialect: new PostgresDialect({ pool: poolOf(server.url) }),
    });
    onTestFinished(() => host.destroy());
    await expect(createEngine({ kysely: host })).rejects.toMatchObject({ code: "database_not_durable" });
  });
});

async function* take<Item>(items: AsyncIterable<Item>, count: number): AsyncIterable<Item> {
  let taken = 0;
  for await (const item of items) {
    yield item;
    taken += 1;
    if (taken === count) return;
  }
}

/** The cursor after everything stored so far. */
async function cursorNow(engine: Engine, planId: string): Promise<string> {
  const { entries } = await engine.verify(planId);
  let cursor = "";
  for await (const item of take(engine.subscribe({ planId }), entries)) cursor = item.cursor;
  return cursor;
}
