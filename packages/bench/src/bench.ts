// `pnpm bench`: measures throughput, checking, start-up and memory, and writes the tables of docs/benchmarks.md.
// --only throughput|check|start|memory, --quick (short, nothing is written).

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { type PostgresServer, startPostgres } from "../../engine/testing/postgres-server.ts";
import type { MemoryUse } from "./cold/cold-run.ts";
import { runCold } from "./cold/run-cold.ts";
import { newPostgresDatabase } from "./kill/postgres-database.ts";
import { type Spread, shown, spreadOf } from "./median.ts";
import { describeLoad, describeMachine } from "./report/machine.ts";
import { writeSection } from "./report/write-section.ts";
import {
  onPglite,
  onPostgres,
  type ThroughputOptions,
  type ThroughputRow,
} from "./throughput/measure-throughput.ts";

const { values } = parseArgs({ options: { only: { type: "string" }, quick: { type: "boolean" } } });
const quick = values.quick ?? false;
const repetitions = quick ? 1 : 7;
const wanted = (part: string): boolean => values.only === undefined || values.only === part;
const say = (line: string): void => console.log(line);

const before = describeLoad();
say(before);
const folder = mkdtempSync(join(tmpdir(), "kehoach-bench-"));
const server = await startPostgres();
const parts: string[] = [];
try {
  const machine = describeMachine(await versionOf(server));
  if (wanted("throughput")) parts.push(await throughput(server));
  if (wanted("check")) parts.push(await checking());
  if (wanted("start")) parts.push(await starting(server));
  if (wanted("memory")) parts.push(await memory(server));
  const head = `\`npx -y pnpm@12 bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine}. Before: ${before}; after: ${describeLoad()}.`;
  const text = [head, ...parts].join("\n\n");
  say(`\n${text}`);
  if (!quick && values.only === undefined) writeSection("measurements", text);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function versionOf({ url }: PostgresServer): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>("show server_version");
  await client.end();
  return rows[0]?.server_version ?? "of unknown version";
}

async function throughput(on: PostgresServer): Promise<string> {
  const options: ThroughputOptions = { repetitions, seconds: quick ? 1 : 2, callers: [1, 8, 64, 256], say };
  const rows = [...(await onPostgres(on, options)), ...(await onPglite(options))];
  const line = (row: ThroughputRow): string =>
    `| ${row.store} | ${row.callers} | ${shown(row.engine)} | ${shown(row.bare)} | ${row.connections} ` +
    `| **${row.ratio.toFixed(2)}** | ${row.p50.toFixed(1)} / ${row.p99.toFixed(1)} |`;
  return [
    "### Durable commands per second",
    "",
    `Median (least–most) of ${repetitions} repetitions of ${options.seconds} s, interleaved.`,
    "",
    "| store | callers | engine | bare driver | its connections | ratio | engine ms, p50 / p99 |",
    "|---|--:|--:|--:|--:|--:|--:|",
    ...rows.map(line),
  ].join("\n");
}

async function checking(): Promise<string> {
  const lines: string[] = [];
  for (const tasks of [10, 100, 1_000, 5_000]) {
    const runs = await repeat(() => runCold({ measure: "check", tasks }));
    const [cold, warm] = [spreadOf(runs.map((run) => run.cold)), spreadOf(runs.map((run) => run.warm))];
    lines.push(
      `| ${tasks} | ${((runs[0]?.bytes ?? 0) / 1024).toFixed(0)} | ${shown(cold)} | ${shown(warm)} |`,
    );
    say(`check, ${tasks} tasks: ${shown(cold)} ms cold, ${shown(warm)} ms warm`);
  }
  return [
    "### Checking and compiling a plan",
    "",
    `Text to compiled plan, with its organisation and calendar, in milliseconds. Cold: the first in a new process. Warm: the middle one of up to 30 more. Medians of ${repetitions} processes.`,
    "",
    "| tasks | text, KiB | cold, ms | warm, ms |",
    "|--:|--:|--:|--:|",
    ...lines,
  ].join("\n");
}

async function starting(on: PostgresServer): Promise<string> {
  const lines: string[] = [];
  const measure = async (
    name: string,
    place: (run: number) => Promise<{ url: string } | { directory: string }>,
  ) => {
    const open: number[] = [];
    const whole: number[] = [];
    for (let run = 0; run < repetitions; run += 1) {
      const times = await runCold({ measure: "start", place: await place(run) });
      open.push(times.open);
      whole.push(times.process);
    }
    const [opened, first]: [Spread, Spread] = [spreadOf(open), spreadOf(whole)];
    lines.push(`| ${name} | ${shown(opened)} | ${shown(first)} |`);
    say(`start, ${name}: ${shown(opened)} ms, ${shown(first)} ms from the start of the process`);
  };
  await measure("PGlite, new directory", async (run) => ({ directory: join(folder, `new-${run}`) }));
  await measure("PGlite, existing directory", async () => ({ directory: join(folder, "new-0") }));
  await measure("PostgreSQL, empty database", async (run) => ({
    url: await newPostgresDatabase(on.url, `bench_start_${run}`),
  }));
  const existing = new URL(on.url);
  existing.pathname = "/bench_start_0";
  await measure("PostgreSQL, existing tables", async () => ({ url: existing.href }));
  return [
    "### Start-up",
    "",
    "Milliseconds until the engine is open, and from the start of the process to the first answer.",
    "",
    "| data | open | process |",
    "|---|--:|--:|",
    ...lines,
  ].join("\n");
}

async function memory(on: PostgresServer): Promise<string> {
  const lines: string[] = [];
  const runs = quick ? 1 : 3;
  const measure = async (
    name: string,
    place: (run: number) => Promise<{ url: string } | { directory: string }>,
  ) => {
    const found: MemoryUse[] = [];
    for (let run = 0; run < runs; run += 1) {
      found.push(await runCold({ measure: "memory", place: await place(run), tasks: 5_000 }));
    }
    const spread = (of: (use: (typeof found)[number]) => number): string => shown(spreadOf(found.map(of)));
    const [empty, loaded, peak] = [
      spread((use) => use.empty),
      spread((use) => use.loaded),
      spread((use) => use.peak),
    ];
    lines.push(
      `| ${name} | ${empty} | ${loaded} | ${peak} | ${spread((use) => use.issue)} | ${found[0]?.assignments} |`,
    );
    say(`memory, ${name}: ${empty} → ${loaded} MiB, at most ${peak}`);
  };
  await measure("PostgreSQL", async (run) => ({
    url: await newPostgresDatabase(on.url, `bench_memory_${run}`),
  }));
  await measure("PGlite directory", async (run) => ({ directory: join(folder, `memory-${run}`) }));
  return [
    "### Memory",
    "",
    `Resident memory of the process in MiB, with an empty engine open, and with a plan of 5,000 tasks issued and compiled; the highest point on the way (while issuing); and how long issuing took. Medians of ${runs}.`,
    "",
    "| store | empty | with the plan | highest | issuing, ms | assignments |",
    "|---|--:|--:|--:|--:|--:|",
    ...lines,
  ].join("\n");
}

async function repeat<Result>(measure: () => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let run = 0; run < repetitions; run += 1) results.push(await measure());
  return results;
}
