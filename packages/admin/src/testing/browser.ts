// A real Chromium for tests: the system's, or the one inside an npm package where the system has none.

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Whatever asks for another host finds none.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

/** Opens a headless browser with a fresh profile. KEHOACH_BROWSER names another executable, or "packaged" for the one
 *  from npm. */
export async function openBrowser(): Promise<Browser> {
  const wanted = process.env.KEHOACH_BROWSER;
  const found =
    wanted !== undefined && wanted !== "packaged" ? wanted : usualPlaces.find((place) => existsSync(place));
  if (found !== undefined && wanted !== "packaged") {
    return chromium.launch({ executablePath: found, headless: true, args: quiet });
  }
  const { executablePath, libraries } = await packagedChromium();
  const path = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return chromium.launch({
    executablePath,
    headless: true,
    args: [...quiet, "--disable-dev-shm-usage"],
    env: { ...stringsOf(process.env), LD_LIBRARY_PATH: path },
  });
}

/** Unpacks the packaged browser and the libraries it needs beside itself on a machine without a desktop. */
async function packagedChromium(): Promise<{ executablePath: string; libraries: string }> {
  const { default: packaged, inflate } = await import("@sparticuz/chromium");
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  await inflate(join(dirname(entry), "..", "bin", "al2023.tar.br"));
  return { executablePath: await packaged.executablePath(), libraries: join(tmpdir(), "al2023", "lib") };
}

function stringsOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
