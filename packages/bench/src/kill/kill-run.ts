// A run of kills: nodes under load on one database are killed at random instants and started again, then all is checked.

import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { PostgresServer } from "../../../engine/testing/postgres-server.ts";
import { seededRandom } from "../../../engine/testing/random.ts";
import { checkStored, type StoredCheck, type Violations } from "./check-stored.ts";
import { type Fault, openEngine, prepareScene, type Scene } from "./scene.ts";
import { startNode, Testimony, type WitnessedNode } from "./witness.ts";

export interface KillOptions {
  seed: number;
  /** Kills of engine processes, at least. */
  kills: number;
  fault?: Fault;
  /** Acknowledgements waited for before each kill: a random number up to twice this. Default 300. */
  between?: number;
  callers?: number;
}

export type KillTarget =
  | { engine: "pglite"; directory: string; template?: Blob }
  /** Two nodes at once. With `stops`, the server itself is stopped as by a crash this often. */
  | { engine: "postgresql"; url: string; server: PostgresServer | null; stops: number };

export interface KillReport extends Omit<StoredCheck, "violations"> {
  kills: number;
  stops: number;
  seconds: number;
  sent: number;
  acknowledged: number;
  refused: number;
  violations: Violations;
}

/** Milliseconds after a server is back within which a command may still fail for its absence. */
const aftermath = 3_000;

/** Violations are reported, not thrown. */
export async function killRun(target: KillTarget, options: KillOptions): Promise<KillReport> {
  const started = performance.now();
  const random = seededRandom(options.seed);
  const place = target.engine === "pglite" ? { directory: target.directory } : { url: target.url };
  const template = target.engine === "pglite" ? target.template : undefined;
  const scene: Scene = { ...(await prepareScene(place, 4, 16, template)), fault: options.fault ?? null };
  if (options.fault === "no-lock-no-key") await dropKeys(target);
  const nodes = target.engine === "pglite" ? 1 : 2;
  const stops = target.engine === "pglite" ? 0 : target.stops;
  const testimony = new Testimony();
  const outages: { from: number; to: number }[] = [];
  const between = options.between ?? 300;
  const running: (WitnessedNode | null)[] = Array.from({ length: nodes }, () => null);
  let lives = 0;
  let kills = 0;
  let stopped = 0;

  const start = (index: number): WitnessedNode => {
    lives += 1;
    const name = `n${index}-${lives}`;
    const callers = options.callers ?? 24;
    const seed = options.seed * 1000 + lives;
    return startNode({ ...scene, name, index, nodes, callers, seed }, testimony);
  };

  try {
    while (kills < options.kills) {
      for (const [index, node] of running.entries())
        if (node === null || node.gone) running[index] = start(index);
      if (random.chance(0.15)) {
        // Now and then one dies while it is still opening the database.
        await pause(random.next() * 400);
      } else {
        await Promise.all(running.map((node) => node?.ready));
        await untilHeard(testimony, random.below(2 * between));
        // Somewhere within the life of a batch.
        await pause(random.next() * 25);
      }
      if (target.engine === "postgresql" && target.server !== null && stopped < stops && random.chance(0.3)) {
        stopped += 1;
        const from = Date.now();
        await target.server.stopImmediate();
        await target.server.restart();
        outages.push({ from, to: Date.now() + aftermath });
        continue;
      }
      const victims = running.flatMap((_, index) => (random.chance(0.6) ? [index] : []));
      if (victims.length === 0) victims.push(random.below(nodes));
      await Promise.all(victims.map((index) => running[index]?.kill()));
      for (const index of victims) running[index] = null;
      kills += victims.length;
    }
  } finally {
    await Promise.all(running.map((node) => node?.kill()));
  }

  await using engine = await openEngine(scene);
  const check = await checkStored(engine, scene.planIds, testimony);
  for (const { at, message } of testimony.failed) {
    if (outages.some(({ from, to }) => at >= from && at <= to)) continue;
    const known = check.violations.get("a command failed");
    check.violations.set("a command failed", {
      count: (known?.count ?? 0) + 1,
      example: known?.example ?? message,
    });
  }
  const acknowledged = testimony.acknowledged.size;
  // A run in which hardly anything was stored proves nothing.
  if (acknowledged < (between / 3) * options.kills || acknowledged < testimony.refused.size) {
    const example = `${acknowledged} of ${testimony.sent} sent`;
    check.violations.set("hardly anything was acknowledged", { count: 1, example });
  }
  return {
    ...check,
    kills,
    stops: stopped,
    seconds: (performance.now() - started) / 1000,
    sent: testimony.sent,
    acknowledged,
    refused: testimony.refused.size,
  };
}

/** Waits for so many more acknowledgements, for ten seconds at most: under a fault there may be none. */
async function untilHeard(testimony: Testimony, more: number): Promise<void> {
  const enough = testimony.acknowledged.size + more;
  const patience = AbortSignal.timeout(10_000);
  while (testimony.acknowledged.size < enough && !patience.aborted) await pause(2);
}

async function dropKeys(target: KillTarget): Promise<void> {
  if (target.engine !== "postgresql") throw new Error("Faults are for PostgreSQL.");
  const client = new pg.Client({ connectionString: target.url });
  await client.connect();
  await client.query(`alter table kehoach.entry drop constraint entry_pkey,
    drop constraint entry_plan_id_request_id_part_key`);
  await client.end();
}

/** One line of figures, one for each kind of violation. */
export function describeRun(report: KillReport): string {
  const { kills, stops, seconds, sent, acknowledged, refused, storedUnanswered, lostUnanswered } = report;
  const figures =
    `${kills} kills${stops > 0 ? `, ${stops} crashes of the server` : ""} in ${seconds.toFixed(1)} s: ${sent} sent, ` +
    `${acknowledged} acknowledged, ${refused} refused, ${storedUnanswered + lostUnanswered} unanswered ` +
    `(${storedUnanswered} of them stored), ${report.entries} entries, ${report.wakeUps} wake-ups`;
  const wrong = [...report.violations].map(
    ([what, { count, example }]) => `  ${count} × ${what}, e.g. ${example}`,
  );
  return [figures, ...wrong].join("\n");
}
