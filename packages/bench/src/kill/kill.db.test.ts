// Engines killed under load lose nothing and store nothing twice; the long form is `pnpm prove --only kill`.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, inject, it } from "vitest";
import { administer } from "../../../engine/testing/administer.ts";
import type {} from "../../../engine/testing/global-setup.ts";
import { testTemplate } from "../../../engine/testing/test-databases.ts";
import { describeRun, type KillReport, killRun } from "./kill-run.ts";
import { newPostgresDatabase } from "./postgres-database.ts";

const folder = mkdtempSync(join(tmpdir(), "kehoach-kill-"));
const made: string[] = [];
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  for (const name of made) await administer(inject("databases").url, `drop database ${name} with (force)`);
});

async function newDatabase(name: string): Promise<string> {
  made.push(name);
  return newPostgresDatabase(inject("databases").url, name);
}

function expectSound(report: KillReport): void {
  expect([...report.violations], describeRun(report)).toEqual([]);
  expect(report.kills).toBeGreaterThanOrEqual(3);
  expect(report.wakeUps).toBeGreaterThan(0);
}

describe("an engine killed under load", { timeout: 180_000 }, () => {
  it("keeps what it acknowledged, once, in a PGlite directory", async () => {
    const target = {
      engine: "pglite",
      directory: join(folder, "data"),
      template: await testTemplate(),
    } as const;
    expectSound(await killRun(target, { seed: 11, kills: 3, between: 100 }));
  });

  it("keeps what it acknowledged, once, as two nodes on one PostgreSQL", async () => {
    const target = {
      engine: "postgresql",
      url: await newDatabase("kehoach_kill"),
      server: null,
      stops: 0,
    } as const;
    expectSound(await killRun(target, { seed: 12, kills: 4, between: 200 }));
  });

  it("is seen to fail when the plan row is not locked", async () => {
    const url = await newDatabase("kehoach_kill_no_lock");
    const target = { engine: "postgresql", url, server: null, stops: 0 } as const;
    const report = await killRun(target, { seed: 13, kills: 1, between: 200, fault: "no-lock" });
    expect([...report.violations.keys()]).toContain("a command failed");
  });
});
