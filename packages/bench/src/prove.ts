// `pnpm prove`: runs the proofs long and says whether they held. --only kill|deadlines|replay|tamper|figures|fuzz, --seed n, --fault no-lock.

import { parseArgs } from "node:util";
import { startPostgres } from "../../engine/testing/postgres-server.ts";
import { proveDeadlines } from "./deadlines/prove-deadlines.ts";
import { type Fault, faults } from "./kill/scene.ts";
import {
  type ProofName,
  type ProofResult,
  proofNames,
  proveFault,
  proveFigures,
  proveFuzz,
  proveKill,
  proveReplay,
  proveTamper,
} from "./proofs.ts";
import { describeLoad, describeMachine } from "./report/machine.ts";
import { writeSection } from "./report/write-section.ts";

const { values } = parseArgs({
  options: { only: { type: "string" }, seed: { type: "string" }, fault: { type: "string" } },
});
const only = oneOf(proofNames, values.only, "only");
const fault: Fault | null = oneOf(faults, values.fault, "fault");
const seed = Number(values.seed ?? 20_170_730);
if (!Number.isSafeInteger(seed)) misuse("--seed takes a whole number");

const say = (line: string): void => console.log(line);
say(`seed ${seed}; ${describeLoad()}`);
const server = await startPostgres();
const results: ProofResult[] = [];
const began = performance.now();
try {
  if (fault !== null) {
    // Asked for by name, a broken engine is judged like a sound one: its violations are the answer.
    const { proof, held, figures } = await proveFault(fault, { seed, server, say });
    results.push({ proof, held: !held, figures });
  } else {
    const run: Record<ProofName, () => Promise<ProofResult[]>> = {
      kill: () => proveKill({ seed, server, say }),
      deadlines: () => proveDeadlines({ seed, server, say }),
      replay: () => proveReplay({ seed, server, say }),
      tamper: () => proveTamper({ seed, server, say }),
      figures: () => proveFigures({ seed, server, say }),
      fuzz: () => proveFuzz({ seed, say }),
    };
    for (const name of only === null ? proofNames : [only]) results.push(...(await run[name]()));
  }
} finally {
  await server.stop();
}

const minutes = ((performance.now() - began) / 60_000).toFixed(1);
const broken = results.filter((result) => !result.held);
say(`${results.length - broken.length} of ${results.length} held, ${minutes} minutes, seed ${seed}`);
for (const { proof } of broken) say(`NOT HELD: ${proof}`);
if (only === null && fault === null && broken.length === 0) {
  const rows = results.map(({ proof, figures }) => `| ${proof} | ${figures.replaceAll("\n", "<br>")} |`);
  writeSection(
    "proofs",
    `\`npx -y pnpm@12 prove --seed ${seed}\`, ${minutes} minutes, ${describeLoad()}. ${describeMachine(null)}.\n\n` +
      `| proof | figures |\n|---|---|\n${rows.join("\n")}`,
  );
}
process.exitCode = broken.length === 0 ? 0 : 1;

function oneOf<Value extends string>(
  list: readonly Value[],
  given: string | undefined,
  option: string,
): Value | null {
  if (given === undefined) return null;
  const found = list.find((value) => value === given);
  return found ?? misuse(`--${option} takes one of: ${list.join(", ")}`);
}

function misuse(message: string): never {
  console.error(message);
  process.exit(2);
}
