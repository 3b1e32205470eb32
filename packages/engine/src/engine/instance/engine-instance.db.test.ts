// Moving a whole instance: from either database to either, all of it or nothing, and no damage gets in unseen.

import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type BusyLedger, busyLedger } from "../../../testing/busy-ledger.ts";
import { seededRandom } from "../../../testing/random.ts";
import { eachDatabase, onDatabase } from "../../../testing/test-databases.ts";
import { EngineError } from "../../engine-error.ts";
import { rowsOf } from "../../store/connection.ts";
import { hot } from "../../store/database/open-database.ts";
import { Seal, sealedLine } from "../../store/instance/sealed-lines.ts";
import { besideLedgers } from "../../store/instance/tables.ts";
import { engineOn } from "../create-engine.ts";
import type { Engine } from "../engine.ts";

const clock = { now: () => Date.UTC(2018, 0, 1) * 1000 };

async function exported(engine: Engine): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of engine.exportInstance()) lines.push(line);
  return lines;
}

/** In chunks that cut lines and characters anywhere. */
async function* chunksOf(lines: readonly string[], size = 7_001): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(lines.map((line) => `${line}\n`).join(""));
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

const membersOf = (line: string): Record<string, unknown> => {
  const { sum: _, ...members } = JSON.parse(line);
  return members;
};

/** The same lines with sums that fit, as somebody would make them who knows the format. */
function resealed(
  lines: readonly string[],
  change: (members: Record<string, unknown>) => object | null,
): string[] {
  const seal = new Seal();
  return lines.flatMap((line) => {
    const changed = change(membersOf(line));
    return changed === null ? [] : [sealedLine(seal, { ...changed })];
  });
}

async function faultOf(
  engine: Engine,
  lines: readonly string[],
): Promise<{ line: unknown; damage: unknown; error: EngineError }> {
  try {
    await engine.importInstance(chunksOf(lines));
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    expect(await engine.plans()).toEqual([]);
    return { line: error.details.line, damage: error.details.damage, error };
  }
  throw new Error("It was imported.");
}

let source: BusyLedger;
let lines: string[];
/** What the source shows of each plan, and its effects. */
let shown: unknown[];

async function shownBy(engine: Engine, planIds: readonly string[]): Promise<unknown[]> {
  const plans: unknown[] = [await engine.pendingEffects(5)];
  for (const planId of [...planIds].sort()) {
    const { items } = await engine.assignments({ planId }, { limit: 500 });
    const history = await engine.history(planId, { limit: 500 });
    plans.push(items.map(({ bucket: _, ...row }) => row));
    plans.push(history.items.map(({ textBodies, files }) => ({ textBodies, files })));
  }
  return plans;
}

onDatabase("pglite", "an instance to move", (open) => {
  beforeAll(async () => {
    source = await busyLedger(await open());
    lines = await exported(source.engine);
    shown = await shownBy(source.engine, source.planIds);
  });

  it("says what is in it before all else, and every line stands on the ones before", () => {
    const header = membersOf(lines[0] ?? "");
    expect(header).toMatchObject({ kind: "instance", format: 1 });
    expect(Object.keys(header.counts as object).sort()).toEqual(
      ["content", "document", "effect", "entry", "file", "plan", "report", "text", "version"].sort(),
    );
    let sum = "";
    for (const line of lines) {
      const bare = line.replace(/,"sum":"[0-9a-f]{64}"\}$/, "}");
      sum = createHash("sha256").update(`${sum}\n${bare}`).digest("hex");
      expect(line.endsWith(`,"sum":"${sum}"}`)).toBe(true);
    }
  });

  it("carries every table of the schema that entries do not make, with every column", async () => {
    const columns = await rowsOf(
      source.engine.database.kysely,
      hot<{ table_name: string; column_name: string }>(
        `select c.table_name, c.column_name from information_schema.columns c
         join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
         where c.table_schema = 'kehoach' and t.table_type = 'BASE TABLE' and c.column_name <> 'plan_id'
           and c.table_name not in ('migration', 'plan', 'assignment', 'reading', 'entry', 'evidence_content')`,
      ),
    );
    const stored = columns.map((each) => `${each.table_name}.${each.column_name}`).sort();
    const carried = besideLedgers.flatMap(({ table, columns }) =>
      columns.map(({ name }) => `${table}.${name}`),
    );
    expect(carried.sort()).toEqual(stored);
  });
});

eachDatabase("importing an instance", (open) => {
  const empty = async (): Promise<Engine> => engineOn(await open(), { sweepEvery: null, clock });

  it("gives the same ledgers, rows, texts and files, erased ones erased, and exports the same again", async () => {
    const engine = await empty();
    const heads = await engine.importInstance(chunksOf(lines));
    expect(heads.map(({ planId }) => planId).sort()).toEqual([...source.planIds].sort());
    const bare = (all: readonly string[]) => all.slice(1).map((line) => JSON.stringify(membersOf(line)));
    expect(bare(await exported(engine))).toEqual(bare(lines));
    for (const { planId, head } of heads) {
      expect(await engine.verify(planId)).toMatchObject({ intact: true, head });
    }
    const erased = lines
      .map(membersOf)
      .filter(
        ({ kind, body, content }) =>
          (kind === "text" && body === null) || (kind === "file" && content === null),
      );
    expect(erased).toHaveLength(2);
    expect(await shownBy(engine, source.planIds)).toEqual(shown);
  });

  it("goes on working", async () => {
    const engine = await empty();
    await engine.importInstance(chunksOf(lines));
    const [planId = ""] = source.planIds;
    await engine.sweep();
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
  });

  it("takes data only where there are none", async () => {
    const engine = await empty();
    await engine.importInstance(chunksOf(lines));
    await expect(engine.importInstance(chunksOf(lines))).rejects.toMatchObject({
      code: "instance_not_empty",
    });
  });

  it("refuses another format, and a demo's data in a real instance", async () => {
    const engine = await empty();
    const newer = resealed(lines, (members) =>
      members.kind === "instance" ? { ...members, format: 2, more: 1 } : members,
    );
    await expect(engine.importInstance(chunksOf(newer))).rejects.toMatchObject({
      code: "instance_file_other_format",
    });
    await expect(engine.importInstance(chunksOf([]))).rejects.toMatchObject({
      code: "instance_file_damaged",
    });
    expect(await engine.plans()).toEqual([]);
  });

  describe("finds a file", () => {
    it("changed, shortened, reordered or lengthened anywhere, and says the line", async () => {
      const engine = await empty();
      const at = Math.floor(lines.length / 2);
      const swapped = [...lines];
      [swapped[at], swapped[at + 1]] = [swapped[at + 1] ?? "", swapped[at] ?? ""];
      const flipped = lines.with(
        at,
        (lines[at] ?? "").replace(/[0-9a-e]/, (digit) => String.fromCharCode(digit.charCodeAt(0) + 1)),
      );
      const cases: [string, readonly string[], number, string][] = [
        ["a byte", flipped, at + 1, "changed"],
        ["no sum", lines.with(at, JSON.stringify(membersOf(lines[at] ?? ""))), at + 1, "changed"],
        ["swapped", swapped, at + 1, "changed"],
        ["left out", lines.toSpliced(at, 1), at + 1, "changed"],
        ["twice", lines.toSpliced(at, 0, lines[at] ?? ""), at + 2, "changed"],
        ["no JSON", lines.with(at, "{"), at + 1, "notJson"],
        ["cut", lines.slice(0, at), at + 1, "cutShort"],
        ["cut before its end", lines.slice(0, -1), lines.length, "cutShort"],
        ["longer", [...lines, lines.at(-1) ?? ""], lines.length + 1, "changed"],
        ["no header", lines.slice(1), 1, "changed"],
        ["something else", ["Kính gửi"], 1, "noHeader"],
      ];
      for (const [name, damagedLines, line, damage] of cases) {
        const found = await faultOf(engine, damagedLines);
        expect([name, found.line, found.damage]).toEqual([name, line, damage]);
        expect(found.error.vi).toContain(`dòng ${line}`);
        expect(found.error.message).toContain(`line ${line}`);
      }
      const latin = async function* () {
        yield new Uint8Array([0x7b, 0xff, 0x0a]);
      };
      await expect(engine.importInstance(latin())).rejects.toMatchObject({
        details: { line: 1, damage: "notText" },
      });
    });

    it("with any one byte changed", async () => {
      const engine = await empty();
      const whole = new TextEncoder().encode(lines.map((line) => `${line}\n`).join(""));
      const random = seededRandom(7);
      for (let round = 0; round < 40; round += 1) {
        const at = random.below(whole.length);
        const changed = whole.slice();
        changed[at] = (whole[at] ?? 0) ^ (1 << random.below(8));
        const chunks = async function* () {
          yield changed;
        };
        const imported = engine.importInstance(chunks()).then(
          () => `byte ${at}`,
          (error: EngineError) => error.code,
        );
        expect(["instance_file_damaged", "instance_file_other_format"]).toContain(await imported);
      }
      expect(await engine.plans()).toEqual([]);
    });

    it("forged with sums that fit, by what the ledgers vouch for", async () => {
      const engine = await empty();
      const lineOf = (holds: (members: Record<string, unknown>) => boolean): number =>
        lines.findIndex((line) => holds(membersOf(line)));
      const forged = (index: number, change: object | null): string[] => {
        let line = -1;
        return resealed(lines, (members) => {
          line += 1;
          return line === index ? (change === null ? null : { ...members, ...change }) : members;
        });
      };
      const [entry, text, file, content, version, document, plan, effect] = [
        lineOf(({ kind, seq }) => kind === "entry" && seq === 3),
        lineOf(({ kind, body }) => kind === "text" && body !== null),
        lineOf(({ kind, content }) => kind === "file" && content !== null),
        lineOf(({ kind }) => kind === "content"),
        lineOf(({ kind }) => kind === "version"),
        lineOf(({ kind }) => kind === "document"),
        lineOf(({ kind, ofKind }) => kind === "plan" && ofKind === "plan"),
        lineOf(({ kind }) => kind === "effect"),
      ];
      const cases: [string, string[], unknown][] = [
        ["an entry's actor", forged(entry, { actor: "người khác" }), "wrong_hash"],
        ["an entry gone", forged(entry, null), "gap"],
        ["a text", forged(text, { body: "khác" }), "changed_text"],
        [
          "a text brought back",
          forged(
            lineOf(({ kind, body }) => kind === "text" && body === null),
            { body: "x" },
          ),
          "changed_text",
        ],
        ["a file's name", forged(file, { name: "khac.pdf" }), "changed_file"],
        ["a content", forged(content, { bytes: "AAAA" }), "file"],
        ["a version", forged(version, { sourceText: "kehoach: 1" }), "changed_version"],
        ["a document", forged(document, { document: "{}" }), "changed_document"],
        ["a plan's id", forged(plan, { documentId: "khac" }), "changed_plan_row"],
        ["a kind", forged(effect, { kind: "loi" }), "kind"],
        ["a member more", forged(effect, { more: 1 }), "shape"],
        ["a member of another type", forged(effect, { seq: "1" }), "shape"],
        ["an effect gone", forged(effect, null), "counts"],
        ["an effect twice", forged(effect, membersOf(lines[effect + 1] ?? "")), "refused"],
        [
          "a head",
          forged(0, {
            heads: (membersOf(lines[0] ?? "").heads as object[]).map((head) => ({ ...head, seq: 1 })),
          }),
          "head",
        ],
      ];
      for (const [name, damagedLines, damage] of cases) {
        const found = await faultOf(engine, damagedLines);
        expect([name, found.damage]).toEqual([name, damage]);
      }
      expect((await faultOf(engine, forged(entry, { actor: "x" }))).line).toBe(entry + 1);
      // Nothing of all that has stayed.
      expect((await engine.importInstance(chunksOf(lines))).length).toBe(source.planIds.length);
    });
  });
});
