// Files as evidence, on both databases: who attaches, who sees, what is kept once, erased for good, found when damaged.

import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, it, onTestFinished } from "vitest";
import { sampleEngine } from "../../../testing/sample-engine.ts";
import { office, pdf, png } from "../../../testing/sample-files.ts";
import { people } from "../../../testing/sample-plan.ts";
import { eachDatabase, type OpenTestDatabase } from "../../../testing/test-databases.ts";
import type { Actor } from "../../execute/command.ts";
import { engineOn } from "../create-engine.ts";
import type { AttachInput, Engine, EngineOptions } from "../engine.ts";

const reason = "Tệp có dữ liệu cá nhân";

async function sample(open: OpenTestDatabase, options: EngineOptions = {}) {
  const sampled = await sampleEngine(open, options);
  const { engine, planId, find } = sampled;
  const strategy = await find("strategy");
  const attach = (given: Partial<AttachInput> = {}) =>
    engine.attach({
      planId,
      assignmentId: strategy.id,
      name: "Báo cáo.pdf",
      bytes: pdf(),
      actor: people.policeOfficer,
      ...given,
    });
  return { ...sampled, strategy, attach };
}

type Attached = Awaited<ReturnType<Engine["attach"]>>;
const codeOf = (outcome: Attached): string => (outcome.accepted ? "accepted" : outcome.code);
function digestOf(outcome: Attached): string {
  if (!outcome.accepted) throw new Error(outcome.en);
  return outcome.digest;
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "kehoach-files-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
const filesIn = (folder: string, planId: string): string[] => {
  try {
    return readdirSync(join(folder, planId)).sort();
  } catch {
    return [];
  }
};
const contentOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

eachDatabase("a file", (open) => {
  for (const place of ["the database", "a folder"] as const) {
    const options = (): EngineOptions => (place === "a folder" ? { files: { folder: makeFolder() } } : {});

    it(`in ${place} comes back as it was, with its name and type`, async () => {
      const { engine, planId, strategy, attach } = await sample(open, options());
      const digest = digestOf(await attach({ product: "paper" }));
      const stream = async function* () {
        yield office("docx").subarray(0, 100);
        yield office("docx").subarray(100);
      };
      const other = digestOf(await attach({ name: "Phụ lục.docx", bytes: stream() }));
      expect(await engine.file(planId, digest, people.policeHead)).toEqual({
        name: "Báo cáo.pdf",
        type: "pdf",
        bytes: pdf(),
      });
      expect(await engine.file("sample", other, people.office)).toMatchObject({ bytes: office("docx") });
      const found = await engine.files(planId, strategy.id, people.policeHead);
      expect(found?.refusal).toBeNull();
      expect(found?.items).toMatchObject([
        { digest, name: "Báo cáo.pdf", type: "pdf", size: pdf().length, product: "paper", agency: "police" },
        { digest: other, name: "Phụ lục.docx", type: "docx", product: null, actor: "police-officer" },
      ]);
      const { items } = await engine.history(planId, { assignmentId: strategy.id });
      expect(items.at(-2)).toMatchObject({ type: "attach", files: [{ digest, name: "Báo cáo.pdf" }] });
      expect(await engine.verify(planId)).toMatchObject({ intact: true });
    });

    it(`in ${place} is stored once however often it is attached, and goes with its last erasure`, async () => {
      const given = options();
      const { engine, planId, find, attach } = await sample(open, given);
      const stored = async (): Promise<number> => {
        const { folder } = given.files ?? {};
        if (folder !== undefined) return filesIn(folder, planId).length;
        const { rows } = await sql<{
          n: number;
        }>`select count(*)::int as n from kehoach.evidence_content`.execute(engine.database.kysely);
        return rows[0]?.n ?? 0;
      };
      const first = digestOf(await attach());
      expect(codeOf(await attach())).toBe("changes_nothing");
      const second = digestOf(await attach({ product: "paper" }));
      const approval = await find("approval");
      const third = digestOf(await attach({ assignmentId: approval.id, name: "Tên khác.pdf" }));
      expect(new Set([first, second, third]).size).toBe(3);
      expect(await stored()).toBe(1);
      for (const [digest, left] of [
        [first, 1],
        [second, 1],
        [third, 0],
      ] as const) {
        expect(await engine.erase({ planId, digest, reason, actor: people.office })).toMatchObject({
          accepted: true,
        });
        expect(await stored()).toBe(left);
        expect(await engine.file(planId, digest, people.office)).toBeNull();
        expect(await engine.verify(planId)).toMatchObject({ intact: true });
      }
      expect(await engine.erase({ planId, digest: first, reason, actor: people.office })).toMatchObject({
        code: "changes_nothing",
      });
      const files = await engine.files(planId, approval.id, people.office);
      expect(files?.items).toMatchObject([{ digest: third, name: null, type: null, size: null }]);
      expect(codeOf(await attach())).toBe("accepted");
      expect(await engine.verify(planId)).toMatchObject({ intact: true });
    });
  }

  it("leaves nothing in the ledger by which an erased one could be recognised", async () => {
    const { engine, planId, attach } = await sample(open);
    const digest = digestOf(await attach({ name: "Đơn của Trần Thị B.pdf" }));
    await engine.erase({ planId, digest, reason, actor: people.office });
    const { kysely } = engine.database;
    const everything: string[] = [];
    for (const table of ["entry", "evidence_file", "evidence_content", "erasable_text", "assignment"]) {
      const { rows } = await sql<{ row: string }>`select row_to_json(t)::text as row
        from ${sql.table(`kehoach.${table}`)} t`.execute(kysely);
      everything.push(...rows.map(({ row }) => row));
    }
    const all = everything.join("\n");
    expect(all).toContain(digest);
    for (const trace of [contentOf(pdf()), "Trần Thị B", "%PDF", Buffer.from("%PDF").toString("hex")])
      expect(all).not.toContain(trace);
  });

  it("is taken from those who work on the assignment while it is open", async () => {
    const { engine, planId, strategy, attach, find, send, turnTo } = await sample(open);
    const asked = await find("strategy", "labour", "coordinator");
    const codes = async (target: { id: string }, actors: readonly Actor[]): Promise<string[]> => {
      const made: string[] = [];
      for (const actor of actors)
        made.push(
          codeOf(
            await attach({
              assignmentId: target.id,
              actor,
              bytes: pdf(`${actor.id} ${target.id} ${made.length}`),
            }),
          ),
        );
      return made;
    };
    const { policeHead, policeClerk, policeOfficer, labourHead, office: follows, issuer, admin } = people;
    expect(await codes(strategy, [policeHead, policeClerk, policeOfficer])).toEqual(
      Array(3).fill("accepted"),
    );
    expect(await codes(strategy, [labourHead, follows, issuer, admin, people.northHead])).toEqual(
      Array(5).fill("not_your_role"),
    );
    // The lead sends the draft, the coordinator its view.
    expect(await codes(asked, [policeOfficer, labourHead])).toEqual(["accepted", "accepted"]);
    expect(await codes(asked, [people.borderHead])).toEqual(["not_your_role"]);
    const [refused] = [await attach({ actor: labourHead })];
    expect(refused).toMatchObject({ code: "not_your_role", whoCould: ["head", "clerk", "officer"] });
    expect(await codes(await find("carry-out"), [labourHead])).toEqual(["waits_for_predecessor"]);

    turnTo("2017-02-03");
    await send(asked, "answer", labourHead, { answer: "agree" });
    expect(await codes(asked, [labourHead])).toEqual(["wrong_state"]);
    expect((await engine.files(planId, asked.id, labourHead))?.refusal).toMatchObject({
      code: "wrong_state",
    });
    await engine.dispatch({
      target: "plan",
      type: "withdraw",
      planId,
      actor: issuer,
      data: { reason, document: { number: "9/QĐ", date: "2017-02-03", issuer: null, title: null } },
    });
    expect(await codes(strategy, [policeHead])).toEqual(["plan_not_in_force"]);
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("is not taken for a task whose content is kept elsewhere, nor for what the plan does not have", async () => {
    const { engine, planId, attach } = await sample(open);
    const event = { task: "victim", occurrence: "vụ 1" };
    await engine.dispatch({
      target: "plan",
      type: "open_occurrence",
      planId,
      actor: people.office,
      data: event,
    });
    const { items } = await engine.assignments({ planId, task: "victim" });
    const secret = { assignmentId: items[0]?.id ?? "", actor: people.labourHead };
    let read = false;
    const stream = async function* () {
      read = true;
      yield pdf();
    };
    expect(codeOf(await attach({ ...secret, bytes: stream() }))).toBe("content_elsewhere");
    expect(read).toBe(false);
    expect(codeOf(await attach({ product: "papers" }))).toBe("unknown_product");
    expect(codeOf(await attach({ product: "__proto__" }))).toBe("unknown_product");
    expect(codeOf(await attach({ planId: "no-plan" }))).toBe("unknown_plan");
    expect(codeOf(await attach({ assignmentId: "no-uuid" }))).toBe("unknown_assignment");
    expect(codeOf(await attach({ assignmentId: planId }))).toBe("unknown_assignment");
    expect(
      (await engine.history(planId, { limit: 500 })).items.filter(({ type }) => type === "attach"),
    ).toEqual([]);
  });

  it("is refused by its name, size and content before anything is stored", async () => {
    const { engine, planId, attach } = await sample(open, { files: { limit: 1000 } });
    let sent = 0;
    const endless = async function* () {
      for (;;) {
        sent += 100;
        yield Buffer.alloc(100, "%PDF-");
      }
    };
    expect(codeOf(await attach({ bytes: endless() }))).toBe("file_too_large");
    expect(sent).toBeLessThan(1200);
    expect(await attach({ bytes: Buffer.alloc(1001) })).toMatchObject({
      code: "file_too_large",
      en: "The file is too large; at most 1000 byte.",
    });
    expect(codeOf(await attach({ name: "../x.pdf" }))).toBe("file_name_invalid");
    expect(codeOf(await attach({ name: "x.html" }))).toBe("file_type_not_taken");
    expect(codeOf(await attach({ name: "x.pdf", bytes: Buffer.from("<html>") }))).toBe(
      "file_content_differs",
    );
    expect(codeOf(await attach({ bytes: Buffer.alloc(0) }))).toBe("file_required");
    // Without a file there is nothing to attach, whatever the command's type.
    const { items } = await engine.assignments({ planId, task: "strategy", role: "lead" });
    const command = { target: "assignment", type: "attach", planId, actor: people.policeHead } as const;
    expect(await engine.dispatch({ ...command, assignmentId: items[0]?.id ?? "" })).toMatchObject({
      code: "file_required",
    });
    for (const wrong of [
      { bytes: "text" },
      { bytes: [1, 2] },
      { name: 7 },
      { actor: null },
      { requestId: "" },
      { product: 7 },
    ])
      await expect(attach(wrong as unknown as Partial<AttachInput>)).rejects.toMatchObject({
        code: "request_invalid",
      });
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from kehoach.evidence_content`.execute(engine.database.kysely);
    expect(rows[0]?.n).toBe(0);
  });

  it("is seen by lead, coordinators, monitors and the issuer's side only", async () => {
    const { engine, planId, strategy, attach } = await sample(open);
    const digest = digestOf(await attach());
    const sees = async (actor: Actor): Promise<boolean> => {
      const file = await engine.file(planId, digest, actor);
      const listed = await engine.files(planId, strategy.id, actor);
      expect(listed === null).toBe(file === null);
      const { items } = await engine.as(actor).history(planId, { assignmentId: strategy.id });
      const told = items.find(({ type }) => type === "attach");
      expect(told?.files.length ?? 0).toBe(file === null ? 0 : 1);
      return file !== null;
    };
    const { policeOfficer, labourHead, borderHead, office: follows, issuer, viceChair } = people;
    for (const actor of [policeOfficer, labourHead, borderHead, follows, issuer, viceChair])
      expect([actor.id, await sees(actor)]).toEqual([actor.id, true]);
    const auditor: Actor = { id: "auditor", name: "x", agency: "office", roles: ["auditor"] };
    const nobody: Actor = { id: "nobody", name: "x", agency: null, roles: ["head"] };
    for (const actor of [people.northHead, people.admin, auditor, nobody])
      expect([actor.id, await sees(actor)]).toEqual([actor.id, false]);
    expect(await engine.file(planId, "0".repeat(64), policeOfficer)).toBeNull();
    expect(await engine.file(planId, "x' or 1=1", policeOfficer)).toBeNull();
    expect(await engine.file("no-plan", digest, policeOfficer)).toBeNull();
    await expect(engine.file(planId, digest, {} as Actor)).rejects.toMatchObject({ code: "request_invalid" });
  });

  it("is attached once by a retry, also where it was erased or may no longer be attached", async () => {
    const { engine, planId, strategy, attach, send, turnTo } = await sample(open);
    const requestId = "one";
    const first = await attach({ requestId });
    expect(first).toMatchObject({ accepted: true, repeated: false });
    expect(await attach({ requestId })).toEqual({ ...first, repeated: true });
    expect(codeOf(await attach({ requestId, bytes: pdf("khác") }))).toBe("request_reused");
    expect(codeOf(await attach({ requestId, name: "Khác.pdf" }))).toBe("request_reused");
    expect(codeOf(await attach({ requestId, product: "paper" }))).toBe("request_reused");
    const command = { target: "assignment", type: "attach", planId, requestId, data: {} } as const;
    expect(
      await engine.dispatch({ ...command, assignmentId: strategy.id, actor: people.policeOfficer }),
    ).toMatchObject({ code: "request_reused" });
    await engine.erase({ planId, digest: digestOf(first), reason, actor: people.office });
    turnTo("2017-02-03");
    const document = { number: "9/QĐ", date: "2017-02-03", issuer: null, title: null };
    await send(strategy, "withdraw", people.issuer, { reason, document });
    expect(await attach({ requestId })).toEqual({ ...first, repeated: true });
    expect(codeOf(await attach())).toBe("wrong_state");
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("of the usual limit is taken whole, one byte more is not", { timeout: 60_000 }, async () => {
    const { engine, planId, attach } = await sample(open);
    const limit = 20 * 1024 * 1024;
    const large = Buffer.concat([pdf(), Buffer.alloc(limit - 2 * pdf().length, 7), pdf()]);
    expect(large.length).toBe(limit);
    const digest = digestOf(await attach({ bytes: large }));
    const file = await engine.file(planId, digest, people.policeHead);
    expect(file === null ? null : contentOf(file.bytes)).toBe(contentOf(large));
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
    expect(codeOf(await attach({ bytes: Buffer.concat([large, Buffer.alloc(1)]) }))).toBe("file_too_large");
  });

  it("damaged or gone from the folder is found by verification, and not handed out", async () => {
    const folder = makeFolder();
    const { engine, planId, attach } = await sample(open, { files: { folder } });
    const digest = digestOf(await attach());
    const place = join(folder, planId, contentOf(pdf()));
    writeFileSync(place, "damaged");
    expect((await engine.verify(planId)).fault).toMatchObject({ code: "changed_file" });
    await expect(engine.file(planId, digest, people.policeHead)).rejects.toMatchObject({
      code: "file_damaged",
    });
    rmSync(place);
    expect((await engine.verify(planId)).fault).toMatchObject({ code: "missing_file" });
    await expect(engine.file(planId, digest, people.policeHead)).rejects.toMatchObject({
      code: "file_damaged",
    });
    // The same file attached for something else puts it back where it was.
    expect(codeOf(await attach({ product: "paper" }))).toBe("accepted");
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("whose entry does not come about leaves an orphan in the folder that is swept, and nothing else", async () => {
    const folder = makeFolder();
    const { engine, planId, attach } = await sample(open, { files: { folder } });
    await attach();
    const { kysely } = engine.database;
    await sql`alter table kehoach.entry add constraint never check (type <> 'attach') not valid`.execute(
      kysely,
    );
    await sql`create function kehoach.late() returns trigger language plpgsql as
      $$ begin raise exception 'too late'; end $$`.execute(kysely);
    await sql`alter table kehoach.entry drop constraint never`.execute(kysely);
    await sql`create constraint trigger late after insert on kehoach.entry deferrable initially deferred
      for each row execute function kehoach.late()`.execute(kysely);
    await expect(attach({ name: "b.png", bytes: png() })).rejects.toMatchObject({ code: "database_failed" });
    expect(filesIn(folder, planId)).toHaveLength(2);
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
    await sql`drop trigger late on kehoach.entry`.execute(kysely);
    await engine.sweep();
    expect(filesIn(folder, planId)).toEqual([contentOf(pdf())]);
    expect(codeOf(await attach({ name: "b.png", bytes: png() }))).toBe("accepted");
  });

  it("in a folder is swept at the start, and what is not ours is left alone", async () => {
    const folder = makeFolder();
    const { planId, attach, engine } = await sample(open, { files: { folder } });
    await attach();
    await engine.sweep();
    const orphan = contentOf(png());
    const part = `.${orphan}.0123456789abcdef.part`;
    const foreign = "01234567-89ab-4def-8123-456789abcdef";
    for (const name of [orphan, part, "notes.txt"]) writeFileSync(join(folder, planId, name), png());
    mkdirSync(join(folder, foreign));
    writeFileSync(join(folder, foreign, orphan), png());
    writeFileSync(join(folder, "readme.txt"), "x");
    const { kysely, engine: kind } = engine.database;
    const nothing = async (): Promise<void> => {};
    const database = { kysely, engine: kind, announce: nothing, vacuum: nothing, close: nothing };
    const again = engineOn(database, { sweepEvery: null, files: { folder } });
    await again.sweep();
    expect(filesIn(folder, planId)).toEqual([contentOf(pdf()), "notes.txt"].sort());
    expect(filesIn(folder, foreign)).toEqual([orphan]);
    expect(await again.verify(planId)).toMatchObject({ intact: true });
    await again.close();
  });

  it("cannot be attached where the folder cannot be written, and then nothing is stored", async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, "file"), "x");
    const { engine, planId, attach } = await sample(open, { files: { folder: join(folder, "file") } });
    const { summary } = (await engine.plan(planId)) ?? {};
    await expect(attach()).rejects.toMatchObject({ code: "file_store_failed" });
    expect((await engine.plan(planId))?.summary.plan.seq).toBe(summary?.plan.seq);
  });
});
