// What a duty to report asks for: the inputs its agency reports for its period.

import type { CompiledInput, CompiledPlan } from "../compile/index.ts";
import type { AssignmentRow } from "./rows.ts";

/** Empty for an assignment that is no such duty. */
export function dutyInputs(
  compiled: CompiledPlan,
  { taskId, agencyId, occurrence }: Pick<AssignmentRow, "taskId" | "agencyId" | "occurrence">,
): CompiledInput[] {
  const report = compiled.tasks.get(taskId)?.task.report ?? null;
  if (report === null) return [];
  const named = report.inputs ?? [...compiled.inputs.keys()];
  return named.flatMap((id) => {
    const one = compiled.inputs.get(id);
    if (one === undefined || one.input.from !== null || one.input.task !== null) return [];
    const isOfPeriod = one.periods.some((period) => period.id === occurrence);
    return isOfPeriod && one.agencies.includes(agencyId) ? [one] : [];
  });
}
