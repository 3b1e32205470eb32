// Feeds mutated plans to the reader in a thread of its own and notices throws, wrong answers and hangs.

import { Worker } from "node:worker_threads";
import type { FuzzAnswer, FuzzTask } from "./fuzz-worker.ts";

export interface FuzzReport {
  texts: number;
  plans: number;
  /** Milliseconds of the slowest answer, and of the one that 999 of 1,000 are not above. */
  slowest: number;
  p999: number;
  /** What went wrong, by round of the seed. */
  faults: string[];
}

/** An answer takes two seconds at most; on a machine that others use as well, the thread may be kept waiting longer. */
const longest = 2_000;
const silence = 30_000;

export function fuzzPlans(task: FuzzTask): Promise<FuzzReport> {
  const report: FuzzReport = { texts: 0, plans: 0, slowest: 0, p999: 0, faults: [] };
  const took: number[] = [];
  const worker = new Worker(new URL("./fuzz-worker.ts", import.meta.url), { workerData: task });
  return new Promise((resolve, reject) => {
    const hung = (): void => {
      report.faults.push(`round ${report.texts} of seed ${task.seed}: no answer within ${silence / 1000} s`);
      void worker.terminate();
    };
    let watchdog = setTimeout(hung, silence);
    worker.on("message", ({ round, answer, fault, milliseconds }: FuzzAnswer) => {
      clearTimeout(watchdog);
      watchdog = setTimeout(hung, silence);
      report.texts += 1;
      took.push(milliseconds);
      if (answer === "plan") report.plans += 1;
      if (fault !== null) report.faults.push(`round ${round} of seed ${task.seed}: ${fault}`);
      if (milliseconds > longest) {
        report.faults.push(`round ${round} of seed ${task.seed}: ${milliseconds.toFixed(0)} ms`);
      }
    });
    worker.on("error", reject);
    worker.on("exit", () => {
      clearTimeout(watchdog);
      took.sort((a, b) => a - b);
      report.slowest = took.at(-1) ?? 0;
      report.p999 = took[Math.floor(took.length * 0.999)] ?? 0;
      resolve(report);
    });
  });
}
