// A verifier written from docs/ledger-format.md alone agrees with ours, and an anchor finds what no chain can show.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type BusyLedger, busyLedger } from "../../testing/busy-ledger.ts";
import { disarm } from "../../testing/mutants.ts";
import { findPython } from "../../testing/python.ts";
import { seededRandom } from "../../testing/random.ts";
import { tamperedExport } from "../../testing/tampered-exports.ts";
import { onDatabase } from "../../testing/test-databases.ts";

const script = fileURLToPath(new URL("../../../../docs/verify-ledger.py", import.meta.url));
const python = findPython();
const folder = mkdtempSync(join(tmpdir(), "kehoach-export-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the script as it would be run by hand, once for each export, in one process: Python's start is what takes time. */
const runEach = `import io, runpy, sys
from contextlib import redirect_stdout
script, seq, hash, *files = sys.argv[1:]
for file in files:
    sys.argv, said = [script, file, seq, hash], io.StringIO()
    try:
        with redirect_stdout(said): runpy.run_path(script, run_name="__main__")
    except SystemExit as end: print(end.code, said.getvalue().strip())
`;

/** What the script says of each export, after its exit code. */
function runPython(
  exports: readonly (readonly string[])[],
  anchor: readonly [seq: string, hash: string],
): string[] {
  const files = exports.map((lines, index) => {
    const file = join(folder, `export-${index}.jsonl`);
    writeFileSync(file, lines.map((line) => `${line}\n`).join(""));
    return file;
  });
  const { stdout, stderr } = spawnSync(python ?? "", ["-c", runEach, script, ...anchor, ...files], {
    encoding: "utf8",
  });
  if (stderr !== "") throw new Error(stderr);
  return stdout.trim().split("\n");
}

onDatabase("pglite", "the exported ledger", (open) => {
  let busy: BusyLedger;
  let planId: string;
  let lines: string[];
  let anchor: [string, string];
  beforeAll(async () => {
    busy = await busyLedger(await open());
    planId = busy.planIds[0] ?? "";
    lines = [];
    for await (const line of busy.engine.exportLedger(planId)) lines.push(line);
    const last = JSON.parse(lines.at(-1) ?? "{}");
    anchor = [String(last.seq), last.hash];
  });

  it.skipIf(python === null)(
    "verifies by the documented format alone (skipped where there is no python3)",
    () => {
      expect(lines.length).toBeGreaterThan(20);
      expect(runPython([lines], anchor)).toEqual([`0 intact: ${lines.length} entries`]);
    },
  );

  it.skipIf(python === null)(
    "does not verify when changed in any of 50 ways (skipped where there is no python3)",
    () => {
      const random = seededRandom(50);
      const tampered = Array.from({ length: 50 }, () => tamperedExport(lines, random));
      const answers = runPython(
        tampered.map((one) => one.lines),
        anchor,
      );
      expect(answers).toHaveLength(50);
      expect(
        tampered.filter((_, index) => !answers[index]?.startsWith("1 broken")).map(({ what }) => what),
      ).toEqual([]);
    },
  );

  it("shows a tail cut along with the live rows only against an anchor", async () => {
    const { kysely } = busy.engine.database;
    const before = await busy.engine.verify(planId);
    expect(before).toMatchObject({ intact: true, entries: Number(anchor[0]), head: anchor[1] });
    await disarm(kysely);
    // The last two entries, an erasure and the plan's own, changed nothing but the plan row's seq and head.
    const { seq, hash, recordedAt } = JSON.parse(lines.at(-2) ?? "{}");
    const { texts } = JSON.parse(JSON.parse(lines.at(-1) ?? "{}").data);
    await kysely.deleteFrom("kehoach.entry").where("plan_id", "=", planId).where("seq", ">", seq).execute();
    await kysely.deleteFrom("kehoach.erasable_text").where("digest", "in", Object.values(texts)).execute();
    expect(await busy.engine.verify(planId)).toMatchObject({ intact: false, fault: { code: "cut_tail" } });
    const wound = { seq, head: hash, last_at: recordedAt };
    await kysely.updateTable("kehoach.plan").set(wound).where("plan_id", "=", planId).execute();
    expect(await busy.engine.verify(planId)).toMatchObject({
      intact: false,
      fault: { code: "missing_text" },
    });
    const { facts } = JSON.parse(JSON.parse(lines.at(-1) ?? "{}").data);
    const restored = { body: "Đã làm được một nửa" };
    await kysely
      .updateTable("kehoach.erasable_text")
      .set(restored)
      .where("digest", "=", facts.digest)
      .execute();
    // Now nothing inside the database tells; the anchor does.
    const after = await busy.engine.verify(planId);
    expect(after).toMatchObject({ intact: true, entries: seq });
    expect([String(after.entries), after.head]).not.toEqual(anchor);
  });
});
