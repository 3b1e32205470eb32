// Deadlines on several nodes with wrong clocks, killed at random; the long form is `pnpm prove --only deadlines`.

import { afterAll, describe, expect, inject, it } from "vitest";
import { administer } from "../../../engine/testing/administer.ts";
import type {} from "../../../engine/testing/global-setup.ts";
import { seededRandom } from "../../../engine/testing/random.ts";
import { newPostgresDatabase } from "../kill/postgres-database.ts";
import { duesBetween, minuteFrom, prepareDeadlines, sceneNow } from "./deadline-scene.ts";
import { type DeadlinesReport, deadlinesRun, describeDeadlines } from "./deadlines-run.ts";

const minute = 60_000_000;
const day = 1_440 * minute;
const made: string[] = [];
afterAll(async () => {
  for (const name of made) await administer(inject("databases").url, `drop database ${name} with (force)`);
});

async function newDatabase(name: string): Promise<string> {
  made.push(name);
  return newPostgresDatabase(inject("databases").url, name);
}

function expectSound(report: DeadlinesReport): void {
  expect([...report.violations], describeDeadlines(report, 2)).toEqual([]);
  expect(report.byNodes).toBeGreaterThan(0);
  expect(report.kills).toBeGreaterThanOrEqual(3);
}

describe("deadlines on two nodes", { timeout: 180_000 }, () => {
  it("go by the database's clock, whatever the hosts' clocks say", async () => {
    const url = await newDatabase("kehoach_deadlines");
    const now = sceneNow("database");
    const random = seededRandom(21);
    const dues = [
      ...duesBetween(now - 2 * day, now - minute, 150, random),
      ...duesBetween(now + 10 * minute, now + 12 * minute, 150, random),
    ];
    const scene = await prepareDeadlines({ url, clock: "database" }, dues, 3);
    const report = await deadlinesRun(scene, {
      seed: 21,
      skews: [-15 * minute, 15 * minute],
      kills: 3,
      until: now,
      downtimes: [],
      between: 300,
    });
    expectSound(report);
    expect([report.due, report.ahead]).toEqual([150, 150]);
  });

  it("are each noticed once and in order by clocks that differ, also after all were down", async () => {
    const url = await newDatabase("kehoach_deadlines_skewed");
    const base = Date.UTC(2017, 2, 1) * 1000;
    const dues = duesBetween(base + 2 * day, base + 58 * day, 300, seededRandom(22));
    const prepared = await prepareDeadlines(
      { url, clock: { base, startedAt: Date.now(), daysPerSecond: 0 } },
      dues,
      3,
    );
    const scene = { ...prepared, clock: { base, startedAt: Date.now(), daysPerSecond: 8 } };
    const report = await deadlinesRun(scene, {
      seed: 22,
      skews: [-day, day / 2],
      kills: 3,
      until: base + 62 * day,
      downtimes: [[base + 20 * day, base + 35 * day]],
      between: 500,
    });
    expectSound(report);
    expect(report.due).toBe(300);
  });

  it("are seen to be noticed early by a node that takes its host's clock", async () => {
    const url = await newDatabase("kehoach_deadlines_early");
    const dues = Array.from({ length: 20 }, () => minuteFrom(sceneNow("database"), 10));
    const scene = await prepareDeadlines({ url, clock: "database" }, dues, 1);
    const report = await deadlinesRun(scene, {
      seed: 23,
      skews: [15 * minute],
      kills: 2,
      until: 0,
      downtimes: [],
      between: 500,
      ownClock: true,
    });
    expect([...report.violations.keys()]).toContain("a step is taken before its time has come");
  });
});
