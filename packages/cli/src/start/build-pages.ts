// Builds the admin pages when the built ones are missing or older than their sources.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const workspace = fileURLToPath(new URL("../../../../", import.meta.url));
const pages = join(workspace, "packages/server/public");
const stamp = join(pages, ".built-from");

/** What the pages are built from: a change in any of it makes them stale. */
const sources = [
  "packages/admin/index.html",
  "packages/admin/package.json",
  "packages/admin/vite.config.ts",
  "packages/admin/public",
  "packages/admin/src",
  "packages/engine/src/words",
  "packages/engine/src/calendar",
  "packages/server/src/contract",
  "pnpm-lock.yaml",
];

/** "fresh": nothing had to be done. `onBuild` is called just before a build begins. Throws when the build fails. */
export async function buildPages(onBuild: () => void = () => {}): Promise<"fresh" | "built"> {
  const digest = digestOf(sources);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return "fresh";
  onBuild();
  await runVite();
  writeFileSync(stamp, digest);
  return "built";
}

function digestOf(paths: readonly string[]): string {
  const hash = createHash("sha256");
  const add = (path: string) => {
    const place = join(workspace, path);
    if (!existsSync(place)) return;
    let names: string[] | null = null;
    try {
      names = readdirSync(place).sort();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOTDIR") throw error;
    }
    if (names !== null) {
      for (const name of names) add(`${path}/${name}`);
      return;
    }
    if (/\.test\.tsx?$/.test(path)) return;
    const content = readFileSync(place);
    hash.update(`${path}\n${content.length}\n`).update(content);
  };
  for (const path of paths) add(path);
  return hash.digest("hex");
}

async function runVite(): Promise<void> {
  const admin = join(workspace, "packages/admin");
  const manifest = createRequire(join(admin, "package.json")).resolve("vite/package.json");
  const { bin } = JSON.parse(readFileSync(manifest, "utf8")) as { bin: { vite: string } };
  const child = spawn(process.execPath, [join(dirname(manifest), bin.vite), "build", "--logLevel", "warn"], {
    cwd: admin,
    env: { ...process.env, NODE_ENV: "production" },
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
  if (code !== 0) throw new Error(said.trim() || `vite build ended with ${code}`);
}
