// The proofs in their long forms: each runs, says what it found in figures, and throws nothing.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { openDatabase } from "../../engine/src/store/database/open-database.ts";
import { busyLedger } from "../../engine/testing/busy-ledger.ts";
import type { PostgresServer } from "../../engine/testing/postgres-server.ts";
import { prepareTemplate } from "../../engine/testing/prepare-template.ts";
import { replayModel } from "../../engine/testing/replay-model.ts";
import { sequences } from "../../engine/testing/replay-steps.ts";
import {
  nationalReport2017,
  nationalReportAugust2016,
  reportedLedger,
} from "../../engine/testing/reported-ledger.ts";
import { tamperWith } from "../../engine/testing/tamper.ts";
import { fuzzPlans } from "./fuzz/fuzz-plans.ts";
import { describeRun, type KillReport, killRun } from "./kill/kill-run.ts";
import { newPostgresDatabase } from "./kill/postgres-database.ts";
import { type Fault, faults } from "./kill/scene.ts";

export interface ProofResult {
  proof: string;
  held: boolean;
  figures: string;
}

export const proofNames = ["kill", "deadlines", "replay", "tamper", "figures", "fuzz"] as const;
export type ProofName = (typeof proofNames)[number];

export interface ProofOptions {
  seed: number;
  server: PostgresServer;
  /** Told as soon as something is known. */
  say: (line: string) => void;
}

export async function proveKill({ seed, server, say }: ProofOptions): Promise<ProofResult[]> {
  const folder = mkdtempSync(join(tmpdir(), "kehoach-prove-"));
  const results: ProofResult[] = [];
  try {
    const pglite = await killRun({ engine: "pglite", directory: join(folder, "data") }, { seed, kills: 30 });
    results.push(soundRun("killed under load, PGlite", pglite, say));
    const url = await newPostgresDatabase(server.url, "prove_kill");
    const postgres = await killRun({ engine: "postgresql", url, server, stops: 6 }, { seed, kills: 40 });
    results.push(soundRun("killed under load, PostgreSQL with two nodes", postgres, say));
    for (const fault of faults) results.push(await proveFault(fault, { seed, server, say }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return results;
}

function soundRun(proof: string, report: KillReport, say: (line: string) => void): ProofResult {
  const figures = describeRun(report);
  say(`${proof}: ${figures}`);
  return { proof, held: report.violations.size === 0, figures };
}

/** The same harness on a broken engine: it holds when violations were found. */
export async function proveFault(fault: Fault, { seed, server, say }: ProofOptions): Promise<ProofResult> {
  const url = await newPostgresDatabase(server.url, "prove_fault");
  const report = await killRun(
    { engine: "postgresql", url, server: null, stops: 0 },
    { seed, kills: 3, fault },
  );
  const proof = `the same harness, broken on purpose (${fault})`;
  const figures = describeRun(report);
  say(`${proof}, must find violations: ${figures}`);
  return { proof, held: report.violations.size > 0, figures };
}

export async function proveReplay({ seed, server, say }: ProofOptions): Promise<ProofResult[]> {
  const results: ProofResult[] = [];
  for (const engine of ["PGlite", "PostgreSQL"] as const) {
    const url = engine === "PGlite" ? undefined : await newPostgresDatabase(server.url, "prove_replay");
    await using database = await openDatabase({ url, prepare: prepareTemplate });
    const model = replayModel(database);
    const property = fc.asyncProperty(sequences, (sequence) => model.play(sequence));
    const run = await fc.check(property, { seed, numRuns: 1_000 });
    const { sequences: count, steps, accepted, refused, entries } = model.counts;
    const figures =
      `${count} sequences, ${steps} steps, ${accepted} commands accepted, ${refused} refused, ${entries} entries` +
      (run.failed ? `\n${fc.defaultReportMessage(run)}` : "");
    const proof = `replay equals the live rows after every step, ${engine}`;
    say(`${proof}: ${figures}`);
    results.push({ proof, held: !run.failed, figures });
  }
  return results;
}

export async function proveTamper({ seed, server, say }: ProofOptions): Promise<ProofResult[]> {
  const url = await newPostgresDatabase(server.url, "prove_tamper");
  const database = await openDatabase({ url, prepare: prepareTemplate });
  const busy = await busyLedger(database);
  await using _ = busy.engine;
  const { mutants, missed, untried, kinds } = await tamperWith(busy, { seed, mutants: 10_000 });
  const list = Object.entries(kinds).map(([kind, count]) => `${count} ${kind}`);
  const figures = [
    `${mutants} mutants (${list.join(", ")}), ${missed.length} not noticed`,
    ...missed.slice(0, 20),
  ].join("\n  ");
  const proof = "every change to stored rows is noticed";
  say(`${proof}: ${figures}`);
  return [{ proof, held: missed.length === 0 && untried.length === 0 && mutants >= 10_000, figures }];
}

/** The counts and rates that two published reports give, from ledgers built to their numbers. */
export async function proveFigures({ server, say }: ProofOptions): Promise<ProofResult[]> {
  const wanted = [
    {
      report: nationalReport2017,
      date: "2017-12-31",
      rate: [16_051, 16_274, 9863],
      counts: [14_068, 1_983, 5_640, 223],
    },
    {
      report: nationalReportAugust2016,
      date: "2016-08-31",
      rate: [2_501, 2_723, 9185],
      counts: [2_140, 401, 120, 222],
    },
  ] as const;
  const results: ProofResult[] = [];
  for (const { report, date, rate, counts } of wanted) {
    const url = await newPostgresDatabase(server.url, "prove_figures");
    await using database = await openDatabase({ url, prepare: prepareTemplate });
    const { engine, turnTo } = await reportedLedger(database, report);
    turnTo(date);
    const began = performance.now();
    const { total } = await engine.figures();
    const milliseconds = Math.round(performance.now() - began);
    const { done_on_time, done_late, in_time, overdue } = total.assignments;
    const found = [done_on_time, done_late, in_time, overdue];
    const held = total.rates.some(
      (each) => `${[each.numerator, each.denominator, each.basisPoints]}` === `${rate}`,
    );
    const figures = `${found.join(" + ")} assignments, ${rate[0]}/${rate[1]}, counted in ${milliseconds} ms`;
    const proof = `a ledger built to the numbers of report ${report.id} gives its figures`;
    say(`${proof}: ${figures}`);
    results.push({ proof, held: held && `${found}` === `${counts}`, figures });
    await engine.close();
  }
  return results;
}

export async function proveFuzz({ seed, say }: Omit<ProofOptions, "server">): Promise<ProofResult[]> {
  const { texts, plans, slowest, p999, faults: found } = await fuzzPlans({ seed, count: 20_000 });
  const figures = [
    `${texts} mutated plans, ${plans} still plans, slowest ${slowest.toFixed(0)} ms, 99.9 % within ${p999.toFixed(0)} ms`,
    ...found.slice(0, 10),
  ].join("\n  ");
  const proof = "every plan text gets a plan or placed problems";
  say(`${proof}: ${figures}`);
  return [{ proof, held: found.length === 0 && texts === 20_000, figures }];
}
