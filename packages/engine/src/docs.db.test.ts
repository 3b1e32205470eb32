// Types every command of docs/start.md and docs/targets.md, in their order, and holds the answers to what they show.

import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const commandLine = join(root, "packages/cli/src/main.ts");
const example = (name: string) =>
  readFileSync(join(root, "docs/examples", name), "utf8").replaceAll("\r\n", "\n");

interface Step {
  /** The file of the author at this point, saved before the commands. */
  save?: string;
  /** Under which name in `plans/`; without it trong-cay.yaml. */
  as?: string;
  commands: string;
  exit: 0 | 1;
  /** What the page shows; null: it shows nothing, since ids or names differ each time. */
  answer: string | null;
}

const steps: readonly Step[] = [
  { save: "start-1-draft.yaml", commands: "start-check.sh", exit: 1, answer: "start-1-check.txt" },
  { save: "start-2-mended.yaml", commands: "start-check.sh", exit: 0, answer: "start-2-check.txt" },
  { save: "start-3-settled.yaml", commands: "start-check.sh", exit: 0, answer: "start-3-check.txt" },
  { commands: "start-calendar.sh", exit: 0, answer: "start-calendar.txt" },
  { commands: "start-issue-demo.sh", exit: 0, answer: null },
  { commands: "start-do.sh", exit: 0, answer: "start-do.txt" },
  { commands: "start-confirm.sh", exit: 1, answer: "start-confirm.txt" },
  { commands: "start-history.sh", exit: 0, answer: null },
  { commands: "start-issue.sh", exit: 0, answer: null },
  { save: "targets.yaml", as: "mot-cua.yaml", commands: "targets-check.sh", exit: 0, answer: null },
  { commands: "targets-issue.sh", exit: 1, answer: "targets-issue.txt" },
  { commands: "targets-report.sh", exit: 0, answer: "targets-report.txt" },
  { commands: "targets-read.sh", exit: 0, answer: null },
];

describe("the first half hour, and targets", () => {
  let folder = "";

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "kehoach-docs-"));
    cpSync(join(root, "plans/register"), join(folder, "plans/register"), { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("goes as written", { timeout: 180_000 }, async () => {
    for (const { save, as = "trong-cay.yaml", commands, exit, answer } of steps) {
      if (save !== undefined) cpSync(join(root, "docs/examples", save), join(folder, "plans", as));
      let said = "";
      let code: number | null = 0;
      for (const line of example(commands).trim().split("\n")) {
        const ended = await type(line, folder);
        said += ended.said;
        code = ended.code;
        if (code !== 0) break;
      }
      expect(`${commands} ${code}\n${answer === null ? "" : said}`).toBe(
        `${commands} ${exit}\n${answer === null ? "" : example(answer)}`,
      );
    }
    expect(existsSync(join(folder, ".kehoach/data"))).toBe(true);
  });
});

/** Runs one line of the page as pnpm would, in an empty environment and away from the repository. */
async function type(line: string, folder: string): Promise<{ code: number | null; said: string }> {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
  expect(words.slice(0, 4)).toEqual(["npx", "-y", "pnpm@12", "kehoach"]);
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(KEHOACH_|DATABASE_URL$|LANG|LC_)/.test(name),
  );
  const child = spawn(process.execPath, [commandLine, ...words.slice(4)], {
    cwd: folder,
    env: Object.fromEntries(kept),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  return { code, said };
}
