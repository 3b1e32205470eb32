// What the figures were measured on: processor, memory, versions, and how fast this disk makes data durable.

import { closeSync, fdatasyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, cpus, loadavg, platform, release, tmpdir, totalmem } from "node:os";
import { join } from "node:path";

/** One line for people. `postgres` is the server's version as it tells it; null when none was used. */
export function describeMachine(postgres: string | null): string {
  const [processor] = cpus();
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return [
    `${availableParallelism()} × ${processor?.model.trim() ?? "unknown processor"}, ${gibibytes} GiB, ${platform()} ${release()}`,
    `Node ${process.versions.node}`,
    ...(postgres === null ? [] : [`PostgreSQL ${postgres}`]),
    `PGlite ${versionOf("@electric-sql/pglite")}`,
    `XState ${versionOf("xstate")}`,
    `8 KiB written and synced in ${syncTime().toFixed(2)} ms (median)`,
  ].join("; ");
}

/** Processes that wanted to run over the last minute: with more than there are cores, figures are too low. */
export function describeLoad(): string {
  return `load average ${loadavg()[0]?.toFixed(1) ?? "?"} on ${availableParallelism()} cores`;
}

function versionOf(name: string): string {
  const engine = new URL("../../../engine/package.json", import.meta.url);
  const entry = createRequire(engine).resolve(name);
  const root = entry.slice(0, entry.lastIndexOf(`node_modules/${name}/`) + `node_modules/${name}/`.length);
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
}

function syncTime(): number {
  const folder = mkdtempSync(join(tmpdir(), "kehoach-sync-"));
  const file = openSync(join(folder, "probe"), "w");
  const block = Buffer.alloc(8192, 1);
  const took = Array.from({ length: 101 }, (_, index) => {
    const began = performance.now();
    writeSync(file, block, 0, block.length, index * block.length);
    fdatasyncSync(file);
    return performance.now() - began;
  });
  closeSync(file);
  rmSync(folder, { recursive: true });
  return took.sort((a, b) => a - b)[50] ?? Number.NaN;
}
