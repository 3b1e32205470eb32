// Killed at any moment, an instance with a folder has every acknowledged file, and no entry without one.

import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { startLineProcess } from "../../../testing/line-process.ts";
import { seededRandom } from "../../../testing/random.ts";
import { sampleEngine } from "../../../testing/sample-engine.ts";
import { people } from "../../../testing/sample-plan.ts";
import { onDatabase, type TestDatabase } from "../../../testing/test-databases.ts";

onDatabase("postgresql", "a folder of files", (open) => {
  it("survives kill -9 between a file and its entry", { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "kehoach-files-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    let url = "";
    const opened = async <Tables>(): Promise<TestDatabase<Tables>> => {
      const database = await open<Tables>();
      url = database.url ?? "";
      return database;
    };
    const { engine, planId, find } = await sampleEngine(opened, {
      clock: { now: () => null },
      files: { folder },
    });
    const { id } = await find("strategy");
    const random = seededRandom(7);
    const acknowledged: string[] = [];
    for (let kills = 0; kills < 8; kills += 1) {
      const child = startLineProcess("file-attacher.ts", url, folder, planId, id);
      expect(await child.next()).toBe("ready");
      for (let files = random.below(4); files >= 0; files -= 1) acknowledged.push(await child.next());
      await new Promise((resolve) => setTimeout(resolve, random.below(25)));
      await child.kill();
    }
    // A killed process's last transaction may still be ending on the server; taking the lock waits for it.
    await engine.sweep();
    const found = await engine.files(planId, id, people.policeHead);
    const digests = (found?.items ?? []).map(({ digest }) => digest);
    expect(acknowledged.filter((digest) => !digests.includes(digest))).toEqual([]);
    expect(digests.length - acknowledged.length).toBeLessThanOrEqual(8);
    for (const digest of digests)
      expect((await engine.file(planId, digest, people.policeHead))?.bytes.length).toBeGreaterThan(200_000);
    expect(await engine.verify(planId)).toMatchObject({ intact: true });
    expect(readdirSync(join(folder, planId))).toHaveLength(digests.length);
  });
});
