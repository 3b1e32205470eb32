// A process that attaches one file after another and prints each digest once it is acknowledged, until it is killed.

import { createEngine } from "../src/engine/create-engine.ts";
import { pdf } from "./sample-files.ts";
import { people } from "./sample-plan.ts";

const [, , url = "", folder = "", planId = "", assignmentId = ""] = process.argv;
const engine = await createEngine({ url, files: { folder }, sweepEvery: null, maxConnections: 2 });
console.log("ready");
for (let turn = 0; ; turn += 1) {
  const bytes = Buffer.concat([pdf(`${process.pid} ${turn}`), Buffer.alloc(200_000, turn), pdf()]);
  const outcome = await engine.attach({
    planId,
    assignmentId,
    name: "a.pdf",
    bytes,
    actor: people.policeHead,
  });
  console.log(outcome.accepted ? outcome.digest : outcome.code);
}
