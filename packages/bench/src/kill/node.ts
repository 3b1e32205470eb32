// A process that runs an engine under load and reports what it sends and what is acknowledged, until it is killed.

import { writeSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { type AssignmentView, type Engine, EngineError, type EngineOptions } from "@kehoach/engine";
import { seededRandom } from "../../../engine/testing/random.ts";
import { withoutLocks } from "./break-postgres.ts";
import { nextCommand, stageAfter } from "./load.ts";
import { openEngine, type Scene, virtualNow } from "./scene.ts";

export interface NodeTask extends Scene {
  /** Different for every process of a run: request ids begin with it. */
  name: string;
  /** This node works on every `nodes`-th assignment, beginning with its own. */
  index: number;
  nodes: number;
  callers: number;
  seed: number;
}

/** A line of the report. Written before the command is sent, and after it was answered. */
export type Said =
  | { ready: true }
  | { sent: ReturnType<typeof nextCommand> }
  | { acknowledged: string; entries: (readonly [seq: number, hash: string])[] }
  | { refused: string; code: string }
  | { failed: string; at: number; message: string }
  | { trouble: string; at: number };

/** The pipe takes the line before this returns: an acknowledgement must not wait in a buffer that dies with us. */
function say(said: Said): void {
  const line = Buffer.from(`${JSON.stringify(said)}\n`);
  for (let written = 0; written < line.length; ) {
    try {
      written += writeSync(1, line, written);
    } catch (error) {
      // The pipe is full: the parent is reading.
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
    }
  }
}

async function carry(engine: Engine, task: NodeTask, caller: number, own: AssignmentView[]): Promise<never> {
  const random = seededRandom(task.seed + caller);
  const stages = new Map(own.map((row) => [row.id, row.stage]));
  for (let count = 0; ; count += 1) {
    const row = random.pick(own);
    const stage = stages.get(row.id) ?? row.stage;
    const requestId = `${task.name}:${caller}:${count}`;
    const command = nextCommand({ ...row, stage }, requestId, virtualNow(task.clock), random);
    say({ sent: command });
    try {
      const outcome = await engine.dispatch(command);
      if (outcome.accepted) {
        say({ acknowledged: requestId, entries: outcome.entries.map((entry) => [entry.seq, entry.hash]) });
        stages.set(row.id, stageAfter(command.type, stage));
      } else {
        say({ refused: requestId, code: outcome.code });
        const now = await engine.assignment(row.planId, row.id);
        if (now !== null) stages.set(row.id, now.stage);
      }
    } catch (error) {
      say({
        failed: requestId,
        at: Date.now(),
        message: error instanceof Error ? error.message : String(error),
      });
      await pause(100);
    }
  }
}

/** The server may just be recovering from a crash: then once more, for ten seconds at most. */
async function openAgain(task: NodeTask, options: EngineOptions): Promise<Engine> {
  const patience = AbortSignal.timeout(10_000);
  for (;;) {
    try {
      return await openEngine(task, options);
    } catch (error) {
      const unreachable = error instanceof EngineError && error.code === "database_unreachable";
      if (!unreachable || patience.aborted) throw error;
      await pause(100);
    }
  }
}

async function main(task: NodeTask): Promise<void> {
  // The parent's end closes when it dies, however it dies.
  process.stdin.on("end", () => process.exit(1)).resume();
  if (task.fault !== null) withoutLocks();
  const onError = (error: unknown) => say({ trouble: String(error), at: Date.now() });
  const engine = await openAgain(task, { sweepEvery: 100, onError });
  const rows: AssignmentView[] = [];
  for (const planId of task.planIds) {
    const { items } = await engine.assignments({ planId }, { limit: 500 });
    rows.push(...[...items].sort((a, b) => (a.id < b.id ? -1 : 1)));
  }
  const mine = rows.filter((_, index) => index % task.nodes === task.index);
  const callers = Math.min(task.callers, mine.length);
  say({ ready: true });
  await Promise.all(
    Array.from({ length: callers }, (_, caller) =>
      carry(
        engine,
        task,
        caller,
        mine.filter((_, index) => index % callers === caller),
      ),
    ),
  );
}

await main(JSON.parse(process.argv[2] ?? "{}"));
