// Issues plan 42, lets one agency report on its assignment and prints what happened, with nothing but the engine.

import { readFileSync } from "node:fs";
import { type Actor, createEngine } from "@kehoach/engine";

const text = (file: string) => ({
  file,
  text: readFileSync(new URL(`../../plans/${file}`, import.meta.url), "utf8"),
});
// Microseconds. Without a clock the engine takes the database's; this plan belongs to 2017.
const now = Date.UTC(2017, 1, 1, 1) * 1000;
const issuer: Actor = { id: "minh", name: "Trần Văn Minh", agency: "ubnd-tinh", roles: ["vice_chair"] };
const clerk: Actor = { id: "hoa", name: "Lê Thị Hoa", agency: "cong-an-tinh", roles: ["clerk"] };

// No options for the data: a database in memory, gone at the end.
await using engine = await createEngine({ clock: { now: () => now } });

const issued = await engine.issue({
  plan: text("kh-42-2017.yaml"),
  register: [
    text("register/to-chuc-nghe-an-2017.yaml"),
    text("register/calendar-vn-2017.yaml"),
    text("register/che-do-nghe-an-2017.yaml"),
  ],
  actor: issuer,
});
if (!issued.issued) throw new Error(issued.refusal?.en ?? issued.problems[0]?.en);
console.log(`${issued.documentId}: ${issued.assignments} assignments`);

const { planId } = issued;
const { items } = await engine.assignments({ planId, agency: clerk.agency ?? "", role: "lead", open: true });
const assignment = items.find((item) => !item.held);
if (assignment === undefined) throw new Error("The agency has nothing to report on.");

const outcome = await engine.dispatch({
  target: "assignment",
  planId,
  assignmentId: assignment.id,
  type: "progress",
  actor: clerk,
  data: { percent: 20 },
});
if (!outcome.accepted) throw new Error(outcome.en);

const history = await engine.history(planId, { assignmentId: assignment.id });
for (const { seq, type, actor, hash } of history.items) console.log(seq, type, actor, hash.slice(0, 12));
