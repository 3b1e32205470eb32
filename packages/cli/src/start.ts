// The command `pnpm start`.

import { enableCompileCache } from "node:module";

enableCompileCache();
const { startDemo } = await import("./start/start-demo.ts");
const { processSurroundings } = await import("./process-surroundings.ts");

process.exitCode = await startDemo(process.argv.slice(2), processSurroundings());
