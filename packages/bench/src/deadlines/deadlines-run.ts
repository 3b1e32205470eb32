// A run over deadlines: nodes with wrong clocks sweep one database, are killed at random, all at once too; then all is checked.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Micros } from "@kehoach/engine";
import { seededRandom } from "../../../engine/testing/random.ts";
import { checkDeadlines, type DeadlineCheck } from "./check-deadlines.ts";
import type { NodeTask } from "./deadline-node.ts";
import { type DeadlineScene, sceneEngine, sceneNow } from "./deadline-scene.ts";

const script = fileURLToPath(new URL("./deadline-node.ts", import.meta.url));

/** Milliseconds after which a run ends in any case. */
const patience = 600_000;

export interface DeadlinesOptions {
  seed: number;
  /** Microseconds each node's clock is ahead; as many nodes as there are. */
  skews: readonly Micros[];
  /** Kills at least, besides those of a downtime. */
  kills: number;
  /** Instants by the scene's clock: until when at least the nodes run, and when all of them are down. */
  until: Micros;
  downtimes: readonly (readonly [from: Micros, to: Micros])[];
  /** Milliseconds between two kills: a random number up to twice this. */
  between: number;
  /** Let the nodes take their host's clock for the engine's: a fault that must be found. */
  ownClock?: boolean;
}

export interface DeadlinesReport extends DeadlineCheck {
  kills: number;
  seconds: number;
  /** Wake-ups taken while nodes were there; the rest was left to the check's own sweep. */
  byNodes: number;
  /** Nodes that ended by themselves. */
  ended: number;
}

/** Violations are reported, not thrown. */
export async function deadlinesRun(
  scene: DeadlineScene,
  options: DeadlinesOptions,
): Promise<DeadlinesReport> {
  const { skews, until, downtimes, between, ownClock = false } = options;
  const random = seededRandom(options.seed);
  const started = performance.now();
  const began = sceneNow(scene.clock);
  const running: (SweepingNode | null)[] = skews.map(() => null);
  const enough = performance.now() + patience;
  const isDown = (at: Micros) => downtimes.some(([from, to]) => at >= from && at < to);
  let kills = 0;
  let singly = 0;
  let ended = 0;
  const kill = async (index: number): Promise<void> => {
    const node = running[index];
    running[index] = null;
    if (node === null || node === undefined) return;
    if (node.child.exitCode !== null) ended += 1;
    else {
      kills += 1;
      node.child.kill("SIGKILL");
      if (node.child.signalCode === null) await once(node.child, "exit");
    }
  };
  try {
    for (;;) {
      const now = sceneNow(scene.clock);
      if ((now >= until && singly >= options.kills) || performance.now() > enough) break;
      const down = isDown(now);
      for (const [index, skew] of skews.entries()) {
        if (down) await kill(index);
        else running[index] ??= startNode({ ...scene, skew, ownClock });
      }
      if (down) {
        await pause(50);
        continue;
      }
      // Now and then one dies while it is still opening the database.
      if (!random.chance(0.2)) await Promise.all(running.map((node) => node?.ready));
      await pause(random.next() * 2 * between);
      await kill(random.below(skews.length));
      singly += 1;
    }
  } finally {
    await Promise.all(running.map((_, index) => kill(index)));
  }
  const ends = sceneNow(scene.clock);
  await using engine = await sceneEngine(scene, 0);
  const { count } = await engine.database.kysely
    .selectFrom("kehoach.entry")
    .select(({ fn }) => fn.countAll().as("count"))
    .where("plan_id", "in", scene.planIds)
    .where("actor", "=", "clock")
    .executeTakeFirstOrThrow();
  const check = await checkDeadlines(
    engine,
    scene.planIds,
    (at) => scene.clock === "database" && at >= began && at < ends && !isDown(at),
  );
  if (ended > 0) check.violations.set("a node ended by itself", { count: ended, example: "" });
  return { ...check, kills, ended, byNodes: Number(count), seconds: (performance.now() - started) / 1000 };
}

interface SweepingNode {
  child: ChildProcess;
  /** Resolves when it has opened its engine, and when it ends without. */
  ready: Promise<unknown>;
}

function startNode(task: NodeTask): SweepingNode {
  const child = spawn(process.execPath, [script, JSON.stringify(task)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin?.on("error", () => {});
  return { child, ready: Promise.race([once(child.stdout ?? child, "data"), once(child, "exit")]) };
}

/** One line of figures, one for each kind of violation. */
export function describeDeadlines(report: DeadlinesReport, nodes: number): string {
  const { due, ahead, wakeUps, byNodes, kills, seconds, lateness, violations } = report;
  const at = (share: number) => ((lateness[Math.floor(lateness.length * share)] ?? 0) / 1000).toFixed(1);
  const late =
    lateness.length === 0
      ? ""
      : `; of ${lateness.length} that fell due while nodes were there half were recorded within ${at(0.5)} s, 99 % within ${at(0.99)} s`;
  const figures =
    `${due + ahead} deadlines (${due} due, ${ahead} still to come), ${nodes} nodes, ${kills} kills in ` +
    `${seconds.toFixed(0)} s: ${wakeUps} wake-ups, ${wakeUps - byNodes} of them left to the sweep after the last kill${late}`;
  const wrong = [...violations].map(([what, { count, example }]) => `  ${count} × ${what}, e.g. ${example}`);
  return [figures, ...wrong].join("\n");
}
