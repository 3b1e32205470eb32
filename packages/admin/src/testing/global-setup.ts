// Builds the pages once for all browser tests of a run.

import type { TestProject } from "vitest/node";
import { buildPages } from "./build-pages.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of the pages as built for this run. */
    builtPages: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const pages = await buildPages();
  project.provide("builtPages", pages.directory);
  return async () => pages[Symbol.asyncDispose]();
}
