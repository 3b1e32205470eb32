// What a duty to report asks for: the inputs its agency reports for its period.

import type { CompiledInput, CompiledPlan } from "../compile/index.ts";
import { yearOf } from "./input-period.ts";
import type { AssignmentRow } from "./rows.ts";

export interface DutyInput extends CompiledInput {
  /** Must be there before the report is handed in. A year's figure of what is reported more often may be. */
  required: boolean;
}

/** Empty for an assignment that is no such duty. */
export function dutyInputs(
  compiled: CompiledPlan,
  { taskId, agencyId, occurrence }: Pick<AssignmentRow, "taskId" | "agencyId" | "occurrence">,
): DutyInput[] {
  const report = compiled.tasks.get(taskId)?.task.report ?? null;
  if (report === null) return [];
  const named = report.inputs ?? [...compiled.inputs.keys()];
  return named.flatMap((id) => {
    const one = compiled.inputs.get(id);
    if (one === undefined || one.input.from !== null || one.input.task !== null) return [];
    if (!one.agencies.includes(agencyId)) return [];
    const required = one.periods.some((period) => period.id === occurrence);
    const ofYear = one.periods.some((period) => yearOf(period.id) === occurrence);
    return required || ofYear ? [{ ...one, required }] : [];
  });
}
