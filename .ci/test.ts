// The test command: types, style, pages, tests and the example in order, ending with one line of counts.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildPages } from "../packages/cli/src/start/build-pages.ts";

interface Step {
  name: string;
  run(): Promise<void>;
}

interface Counts {
  passed: number;
  failed: number;
}

const root = fileURLToPath(new URL("../", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "kehoach-test-"));
const report = join(scratch, "vitest.json");
const counts: Counts = { passed: 0, failed: 0 };

const steps: readonly Step[] = [
  { name: "node: 22.12 or newer", run: checkNode },
  {
    name: "types: tsc -b",
    run: () =>
      tool(
        "typescript",
        "tsc",
        ["-b", ".", "packages/engine/testing", "packages/cli/testing", ".ci", "docs", "examples/embed"],
        3,
      ),
  },
  { name: "style: biome check", run: () => tool("@biomejs/biome", "biome", ["check", "."], 2) },
  { name: "pages: vite build", run: async () => void (await buildPages()) },
  { name: "tests: vitest (pure, database, browser)", run: runTests },
  { name: "example: examples/embed", run: () => node(["examples/embed/main.ts"], 1) },
];

const started = performance.now();
let fault: string | null = null;
for (const [index, step] of steps.entries()) {
  const from = performance.now();
  console.log(`\n[${index + 1}/${steps.length}] ${step.name}`);
  try {
    await step.run();
    console.log(`[${index + 1}/${steps.length}] ${step.name}: ok, ${seconds(from)}`);
  } catch (error) {
    fault = `${step.name}: FAILED, ${seconds(from)}: ${error instanceof Error ? error.message : String(error)}`;
    console.error(`[${index + 1}/${steps.length}] ${fault}`);
    break;
  }
}
rmSync(scratch, { recursive: true, force: true });

// A step that fails without a failed test of its own still counts as one.
if (fault !== null && counts.failed === 0) counts.failed = 1;
console.log(`\n${seconds(started)} in all${fault === null ? "" : `; stopped at ${fault}`}`);
console.log(`tests: ${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = fault === null ? 0 : 1;

async function checkNode(): Promise<void> {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 22 || (major === 22 && minor < 12)) {
    throw new Error(`this is Node ${process.versions.node}; run it as: npx -y pnpm@12 test`);
  }
}

async function runTests(): Promise<void> {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const ended = await tool("vitest", "vitest", ["run", ...reporters], 15).then(
    () => null,
    (error: Error) => error,
  );
  try {
    const summary = JSON.parse(readFileSync(report, "utf8")) as {
      numPassedTests: number;
      numFailedTests: number;
    };
    counts.passed = summary.numPassedTests;
    counts.failed = summary.numFailedTests;
  } catch {
    if (ended === null) throw new Error("vitest left no report");
  }
  if (ended !== null) throw ended;
  if (counts.passed === 0) throw new Error("no test ran");
}

/** Runs a tool of the workspace by its own entry, so that no shell and no PATH is needed. */
async function tool(
  name: string,
  bin: string,
  parameters: readonly string[],
  minutes: number,
): Promise<void> {
  const manifest = createRequire(join(root, "package.json")).resolve(`${name}/package.json`);
  const entry = (JSON.parse(readFileSync(manifest, "utf8")) as { bin: string | Record<string, string> }).bin;
  const file = typeof entry === "string" ? entry : entry[bin];
  if (file === undefined) throw new Error(`${name} has no ${bin}`);
  await node([join(dirname(manifest), file), ...parameters], minutes);
}

async function node(parameters: readonly string[], minutes: number): Promise<void> {
  const child = spawn(process.execPath, parameters, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  const limit = setTimeout(() => child.kill("SIGKILL"), minutes * 60_000);
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.on("error", reject).on("close", (...how) => resolve(how));
  }).finally(() => clearTimeout(limit));
  if (signal === "SIGKILL") throw new Error(`ended after ${minutes} minutes`);
  if (code !== 0) throw new Error(`exit ${code ?? signal}`);
}

function seconds(from: number): string {
  return `${((performance.now() - from) / 1000).toFixed(1)} s`;
}
