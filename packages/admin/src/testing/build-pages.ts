// Builds the pages from the sources at hand into a folder of their own, as the server would serve them.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const admin = fileURLToPath(new URL("../../", import.meta.url));

export interface BuiltPages extends AsyncDisposable {
  directory: string;
}

/** Throws with Vite's own words when the build fails. */
export async function buildPages(): Promise<BuiltPages> {
  const directory = await mkdtemp(join(tmpdir(), "kehoach-pages-"));
  const vite = join(dirname(createRequire(import.meta.url).resolve("vite/package.json")), "bin/vite.js");
  const child = spawn(
    process.execPath,
    [vite, "build", "--outDir", directory, "--emptyOutDir", "--logLevel", "warn"],
    // A test's NODE_ENV would build React's development half.
    { cwd: admin, env: { ...process.env, NODE_ENV: "production" }, stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on("error", reject).on("close", resolve),
  );
  if (code !== 0) throw new Error(said.trim() || `vite build ended with ${code}`);
  return { directory, [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }) };
}
