// Engine against bare driver, on the same server in the same run: interleaved repetitions, medians, ratios.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEngine, type EngineOptions } from "@kehoach/engine";
import { openDirectory } from "../../../engine/src/store/database/open-pglite.ts";
import { administer } from "../../../engine/testing/administer.ts";
import type { PostgresServer } from "../../../engine/testing/postgres-server.ts";
import { seededRandom } from "../../../engine/testing/random.ts";
import { newPostgresDatabase } from "../kill/postgres-database.ts";
import { type Spread, spreadOf } from "../median.ts";
import { type BareSteps, barePglite, barePostgres, prepareBarePostgres } from "./bare-steps.ts";
import { type EngineSteps, engineSteps } from "./engine-steps.ts";
import { runCallers } from "./run-callers.ts";

export interface ThroughputRow {
  store: string;
  callers: number;
  engine: Spread;
  /** Milliseconds of a step through the engine, medians of the repetitions. */
  p50: number;
  p99: number;
  bare: Spread;
  /** Connections of the bare driver: of those tried, the number that did best. */
  connections: number;
  /** Engine ÷ bare, of the medians. */
  ratio: number;
}

export interface ThroughputOptions {
  repetitions: number;
  seconds: number;
  callers: readonly number[];
  say: (line: string) => void;
}

/** One that steps, under a name. */
interface Contender {
  name: string;
  connections: number;
  step: (caller: number, count: number) => Promise<void>;
}

/** The clock stands still in January 2017, so that nothing falls due while it is measured. */
const still: EngineOptions = { sweepEvery: null, clock: { now: () => Date.UTC(2017, 0, 20) * 1000 } };

export async function onPostgres(
  server: PostgresServer,
  options: ThroughputOptions,
): Promise<ThroughputRow[]> {
  const engineUrl = await newPostgresDatabase(server.url, "bench_engine");
  const bareUrl = await newPostgresDatabase(server.url, "bench_bare");
  await using engine = await createEngine({ url: engineUrl, ...still });
  const steps = await engineSteps(engine);
  await prepareBarePostgres(bareUrl);
  for (const url of [engineUrl, bareUrl]) await administer(url, "vacuum analyze");
  const pools = new Map([1, 4, 8, 16, 32].map((size) => [size, barePostgres(bareUrl, size)]));
  const bareFor = (callers: number): Contender[] =>
    [...pools].flatMap(([connections, pool]) =>
      connections <= callers && (callers === 1 || connections > 1)
        ? [{ name: "bare", connections, step: pool.step }]
        : [],
    );
  const rows = await compare("PostgreSQL", steps, bareFor, options);
  const [first] = pools.values();
  await expectWhole(steps, first);
  for (const pool of pools.values()) await pool.close();
  return rows;
}

export async function onPglite(options: ThroughputOptions): Promise<ThroughputRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "kehoach-bench-"));
  try {
    await using engine = await createEngine({ directory: join(folder, "engine"), ...still });
    const steps = await engineSteps(engine);
    const { pglite } = await openDirectory(join(folder, "bare"), {});
    const bare = await barePglite(pglite);
    const bareFor = (): Contender[] => [{ name: "bare", connections: 1, step: bare.step }];
    const rows = await compare("PGlite, durable", steps, bareFor, options);
    await expectWhole(steps, bare);
    await bare.close();
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(
  store: string,
  steps: EngineSteps,
  bareFor: (callers: number) => Contender[],
  { repetitions, seconds, callers: counts, say }: ThroughputOptions,
): Promise<ThroughputRow[]> {
  const random = seededRandom(repetitions);
  const rows: ThroughputRow[] = [];
  for (const callers of counts) {
    const contenders: Contender[] = [
      { name: "engine", connections: 0, step: steps.step },
      ...bareFor(callers),
    ];
    const measured = new Map<Contender, { perSecond: number[]; p50: number[]; p99: number[] }>();
    for (let repetition = 0; repetition < repetitions; repetition += 1) {
      const order = [...contenders].sort(() => random.next() - 0.5);
      for (const contender of order) {
        const { perSecond, p50, p99 } = await runCallers({ callers, warmUp: 0.4, seconds }, contender.step);
        const known = measured.get(contender) ?? { perSecond: [], p50: [], p99: [] };
        known.perSecond.push(perSecond);
        known.p50.push(p50);
        known.p99.push(p99);
        measured.set(contender, known);
      }
    }
    const results = [...measured].map(([contender, figures]) => ({
      ...contender,
      perSecond: spreadOf(figures.perSecond),
      p50: spreadOf(figures.p50).median,
      p99: spreadOf(figures.p99).median,
    }));
    const engine = results.find(({ name }) => name === "engine");
    const bare = results
      .filter(({ name }) => name === "bare")
      .sort((a, b) => b.perSecond.median - a.perSecond.median)[0];
    if (engine === undefined || bare === undefined) throw new Error("A contender is missing.");
    const row: ThroughputRow = {
      store,
      callers,
      engine: engine.perSecond,
      p50: engine.p50,
      p99: engine.p99,
      bare: bare.perSecond,
      connections: bare.connections,
      ratio: engine.perSecond.median / bare.perSecond.median,
    };
    say(
      `${store}, ${callers} callers: engine ${row.engine.median.toFixed(0)}/s, bare ${row.bare.median.toFixed(0)}/s ` +
        `(${row.connections} connections), ratio ${row.ratio.toFixed(2)}`,
    );
    rows.push(row);
  }
  return rows;
}

/** Figures of work that was not stored would be worth nothing. */
async function expectWhole(steps: EngineSteps, bare: BareSteps | undefined): Promise<void> {
  if (!(await steps.verify())) throw new Error("A ledger does not verify after the measurement.");
  if (!(await bare?.verify())) throw new Error("The bare steps do not add up.");
}
