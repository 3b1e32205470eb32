// A small file beside the data directory that keeps a demo's date from one run to the next.

import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Micros } from "@kehoach/engine";

export interface DemoState {
  now: Micros;
  /** False: the run that filled the demo did not finish. */
  seeded: boolean;
}

/** The path of the file for a data directory. */
export function demoStatePath(directory: string): string {
  return `${directory.replace(/[/\\]+$/, "")}.demo.json`;
}

/** Null: there is no such file, or it holds something else. */
export function readDemoState(path: string): DemoState | null {
  try {
    const state: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (typeof state !== "object" || state === null) return null;
    const now: unknown = Reflect.get(state, "now");
    if (!Number.isSafeInteger(now)) return null;
    return { now: Number(now), seeded: Reflect.get(state, "seeded") === true };
  } catch {
    return null;
  }
}

export function writeDemoState(path: string, state: DemoState): void {
  const whole = `${path}.new`;
  writeFileSync(whole, `${JSON.stringify(state)}\n`);
  renameSync(whole, path);
}
