#!/usr/bin/env node
// The command `kehoach`.

import { enableCompileCache } from "node:module";

// Before anything else is loaded: what was compiled once need not be again, which halves the time to an answer.
enableCompileCache();
const { run } = await import("./run.ts");
const { processSurroundings } = await import("./process-surroundings.ts");

process.exitCode = await run(process.argv.slice(2), processSurroundings());
