// One durable step through the engine: a report of progress on one of a thousand assignments in twenty plans.

import { randomUUID } from "node:crypto";
import type { AssignmentView, Engine } from "@kehoach/engine";
import { generatedPlan, generatedRegister, headOf, issuer } from "../../../engine/testing/generated-plan.ts";

const plans = 20;
const tasks = 50;

export interface EngineSteps {
  step(caller: number): Promise<void>;
  /** Entries and plans as the database has them, to hold against what was counted. */
  verify(): Promise<boolean>;
}

/** Issues the plans and starts every assignment. */
export async function engineSteps(engine: Engine): Promise<EngineSteps> {
  const rows: AssignmentView[] = [];
  const planIds: string[] = [];
  for (let index = 0; index < plans; index += 1) {
    const text = generatedPlan({ id: `bench-${index}`, tasks, kind: "relay" });
    const issued = await engine.issue({ plan: { text }, register: generatedRegister, actor: issuer });
    if (!issued.issued) throw new Error(`Not issued: ${JSON.stringify(issued)}`);
    planIds.push(issued.planId);
    const { items } = await engine.assignments({ planId: issued.planId }, { limit: 500 });
    rows.push(...items);
  }
  const send = async (
    row: AssignmentView,
    type: string,
    data: { percent: number } | undefined,
  ): Promise<void> => {
    const outcome = await engine.dispatch({
      target: "assignment",
      planId: row.planId,
      assignmentId: row.id,
      type,
      requestId: randomUUID(),
      actor: headOf(row.agencyId),
      data,
    });
    if (!outcome.accepted) throw new Error(outcome.en);
  };
  await Promise.all(rows.map((row) => send(row, "start", undefined)));
  let count = 0;
  return {
    step() {
      count += 1;
      // A prime stride: neighbours in time are neighbours in no plan.
      const row = rows[(count * 389) % rows.length];
      if (row === undefined) throw new Error("There are no assignments.");
      return send(row, "record", { percent: count % 101 });
    },
    async verify() {
      for (const planId of planIds) if (!(await engine.verify(planId)).intact) return false;
      return true;
    },
  };
}
