// A demo of plan 42 behind the pages as built for this run, with a browser to visit it.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openDemo, serve } from "@kehoach/server";
import type { Browser } from "playwright-core";
import { inject } from "vitest";
import { openBrowser } from "./browser.ts";

export interface DemoSite extends AsyncDisposable {
  browser: Browser;
  /** Without a trailing slash, with the prefix. */
  address: string;
}

/** Document id of the demo's plan. */
export const plan = "kh-42-2017";

/** `prefix`: where a host would mount the pages. */
export async function openDemoSite(prefix = ""): Promise<DemoSite> {
  const open = new AsyncDisposableStack();
  const demo = open.use(
    await openDemo({
      plan: { text: text("kh-42-2017.yaml"), file: "kh-42-2017.yaml" },
      register: [
        { text: text("register/to-chuc-nghe-an-2017.yaml") },
        { text: text("register/calendar-vn-2017.yaml") },
        { text: text("register/che-do-nghe-an-2017.yaml") },
        { text: text("register/uy-quyen-nghe-an-2017.yaml") },
      ],
    }),
  );
  const serving = open.use(
    await serve({ engine: demo.engine, demo, port: 0, prefix, adminDirectory: inject("builtPages") }),
  );
  const browser = await openBrowser();
  open.defer(() => browser.close());
  return { browser, address: serving.address, [Symbol.asyncDispose]: () => open.disposeAsync() };
}

function text(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../../../plans/${name}`, import.meta.url)), "utf8");
}
