// Gives one task outside a plan: the document that gives it becomes a plan of one task, issued like any other.

import { refuse } from "../../execute/refuse.ts";
import type { Plan } from "../../language/plan.ts";
import { throwIf } from "../commands/complete-command.ts";
import type { Engine } from "../engine.ts";
import type { AssignInput, AssignOutcome } from "./assign-input.ts";
import { assignFault } from "./assign-shape.ts";
import { taskDocumentId, taskText } from "./task-text.ts";

type Given = Pick<Engine, "issue" | "plan" | "plans" | "compiled">;

/** No amendment, no file: each document keeps its own number and day, and everything that holds for a plan holds for
 *  it. Throws EngineError `request_invalid`. */
export async function assignTask(
  engine: Given,
  input: AssignInput,
  newRequestId: () => string,
): Promise<AssignOutcome> {
  throwIf(assignFault(input));
  const like = await planLike(engine, input.like);
  if (like === null) return refused("unknown_plan");
  const requestId = input.requestId ?? newRequestId();
  const same = await sameAs(engine, input);
  if (same === undefined) return refused("unknown_task", input.sameAs?.taskId);
  const text = taskText(input, taskDocumentId(input, requestId), like, same);
  const { actor, source, decidedBy } = input;
  const outcome = await engine.issue({
    plan: { text, file: "nhiệm vụ" },
    actor,
    requestId,
    source,
    onBehalfOf: decidedBy,
  });
  if (!outcome.issued) return { assigned: false, problems: outcome.problems, refusal: outcome.refusal };
  const { planId, documentId, assignments, questions } = outcome;
  return { assigned: true, planId, documentId, assignments, questions };
}

function refused(code: "unknown_plan" | "unknown_task", detail?: string): AssignOutcome {
  return { assigned: false, problems: [], refusal: refuse(code, detail === undefined ? {} : { detail }) };
}

/** The plan to take after; null: there is none. Left out, the one issued last that is not itself a task given so. */
async function planLike(engine: Given, id: string | undefined): Promise<Plan | null> {
  if (id !== undefined) return (await engine.plan(id))?.plan ?? null;
  let last: Plan | null = null;
  for (const { plan: row } of await engine.plans()) {
    const compiled = await engine.compiled(row.id);
    if (compiled === null) continue;
    const { plan } = compiled;
    if (last === null || (plan.issued ?? "") > (last.issued ?? "")) last = plan;
  }
  return last;
}

/** The other document's and task's ids; null: none is named; undefined: there is no such task. */
async function sameAs(
  engine: Given,
  { sameAs: named }: AssignInput,
): Promise<{ document: string; task: string } | null | undefined> {
  if (named === undefined) return null;
  const other = await engine.plan(named.planId);
  const task = other?.plan.tasks.find(({ id }) => id === named.taskId);
  if (other === null || task === undefined) return undefined;
  // A duty that is itself another's is followed there.
  return task.sameAs ?? { document: other.plan.id, task: task.id };
}
