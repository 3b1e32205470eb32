// Runs a measurement in a new process and takes its one line of answer.

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { CheckTimes, ColdTask, MemoryUse, StartTimes } from "./cold-run.ts";

const run = promisify(execFile);
const script = fileURLToPath(new URL("./cold-run.ts", import.meta.url));

interface Answers {
  check: CheckTimes;
  start: StartTimes;
  memory: MemoryUse;
}

/** Rejects when the process fails or takes longer than two minutes. */
export async function runCold<Task extends ColdTask>(task: Task): Promise<Answers[Task["measure"]]> {
  const parameters = ["--expose-gc", script, JSON.stringify(task)];
  const { stdout } = await run(process.execPath, parameters, { timeout: 120_000 });
  return JSON.parse(stdout);
}
