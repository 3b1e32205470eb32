// The long proof of the clock: ten thousand deadlines, four nodes with wrong clocks, killed at random and all at once.

import { seededRandom } from "../../../engine/testing/random.ts";
import { newPostgresDatabase } from "../kill/postgres-database.ts";
import type { ProofOptions, ProofResult } from "../proofs.ts";
import { duesBetween, minuteFrom, prepareDeadlines, sceneNow } from "./deadline-scene.ts";
import { type DeadlinesReport, deadlinesRun, describeDeadlines } from "./deadlines-run.ts";

const second = 1_000_000;
const minute = 60 * second;
const day = 1_440 * minute;
const plans = 25;
const deadlines = 10_000;

export async function proveDeadlines(options: ProofOptions): Promise<ProofResult[]> {
  return [await byTheDatabase(options), await byClocksThatDiffer(options)];
}

/** The engine as it runs in an office: the database's clock, hosts that are minutes off. A fifth is overdue before
 *  anything runs, most fall due in three minutes of the run, two of them while all nodes are down, the rest later. */
async function byTheDatabase({ seed, server, say }: ProofOptions): Promise<ProofResult> {
  const url = await newPostgresDatabase(server.url, "prove_deadlines");
  const now = sceneNow("database");
  const random = seededRandom(seed);
  const [first, next, last] = [minuteFrom(now, 3), minuteFrom(now, 4), minuteFrom(now, 5)];
  const dues = [
    ...duesBetween(now - 2 * day, now - minute, 2_000, random),
    ...duesBetween(now + 120 * minute, now + 240 * minute, 500, random),
  ];
  while (dues.length < deadlines) dues.push(random.pick([first, next, last]));
  const scene = await prepareDeadlines({ url, clock: "database" }, dues, plans);
  const report = await deadlinesRun(scene, {
    seed,
    skews: [-7 * minute, -90 * second, 4 * minute, 25 * minute],
    kills: 20,
    until: last + 60 * second,
    downtimes: [[next - 20 * second, last + 15 * second]],
    between: 1_000,
  });
  return result("deadlines by the database's clock, hosts minutes off", report, say);
}

/** Engines told another time each, days apart: by the ledger's own time no step is early even so. */
async function byClocksThatDiffer({ seed, server, say }: ProofOptions): Promise<ProofResult> {
  const url = await newPostgresDatabase(server.url, "prove_deadlines_skewed");
  const base = Date.UTC(2017, 0, 12) * 1000;
  const dues = duesBetween(base + 5 * day, base + 295 * day, deadlines, seededRandom(seed));
  const still = { base, startedAt: Date.now(), daysPerSecond: 0 };
  const prepared = await prepareDeadlines({ url, clock: still }, dues, plans);
  const scene = { ...prepared, clock: { base, startedAt: Date.now(), daysPerSecond: 5 } };
  const report = await deadlinesRun(scene, {
    seed,
    skews: [-2 * day, -day / 3, day / 2, 3 * day],
    kills: 20,
    until: base + 300 * day,
    downtimes: [[base + 100 * day, base + 160 * day]],
    between: 700,
  });
  return result("deadlines by clocks days apart", report, say);
}

function result(proof: string, report: DeadlinesReport, say: (line: string) => void): ProofResult {
  const figures = describeDeadlines(report, 4);
  say(`${proof}: ${figures}`);
  const whole = report.due + report.ahead === deadlines && report.byNodes > deadlines;
  return { proof, held: report.violations.size === 0 && whole, figures };
}
