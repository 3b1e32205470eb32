// A process that runs an engine and lets it sweep, its host's clock put off on purpose, until it is killed.

import { setTimeout as pause } from "node:timers/promises";
import { EngineError } from "@kehoach/engine";
import type { DeadlineScene } from "./deadline-scene.ts";

export interface NodeTask extends DeadlineScene {
  /** Microseconds its host's clock is ahead, and its fast clock where the scene has one. */
  skew: number;
  /** Take the host's clock for the engine's, which must be found out. */
  ownClock: boolean;
}

const task: NodeTask = JSON.parse(process.argv[2] ?? "{}");
// The parent's end closes when it dies, however it dies.
process.stdin.on("end", () => process.exit(1)).resume();

const { sceneEngine } = await import("./deadline-scene.ts");
if (task.clock === "database") {
  const { now } = Date;
  Date.now = () => now() + task.skew / 1000;
}
const host = task.ownClock ? { clock: { now: () => Math.round(Date.now() * 1000) } } : {};
for (;;) {
  try {
    await sceneEngine(task, task.skew, { sweepEvery: 50, ...host });
    break;
  } catch (error) {
    // The server may just be busy with many that start at once.
    if (!(error instanceof EngineError) || error.code !== "database_unreachable") throw error;
    await pause(100);
  }
}
console.log("ready");
// The engine's own timer does not hold a process.
setInterval(() => {}, 60_000);
