// The form of a duty to report: its figures with what is there, what there was before, and the running totals.

import type { CompiledPlan } from "../../compile/index.ts";
import { agencyFigure } from "../../execute/agency-figure.ts";
import { type DutyInput, dutyInputs } from "../../execute/duty-inputs.ts";
import { inputPeriod } from "../../execute/input-period.ts";
import type { ReadingRow } from "../../execute/reading.ts";
import type { AssignmentRow } from "../../execute/rows.ts";
import type { ReportForm, ReportFormLine } from "../../execute/target-view.ts";
import { rationalText } from "../../measure/index.ts";

/** Null: it is no duty to report figures of a period. */
export function reportForm(
  compiled: CompiledPlan,
  duty: AssignmentRow,
  readings: readonly ReadingRow[],
): ReportForm | null {
  const inputs = dutyInputs(compiled, duty);
  const period = periodOf(inputs, duty.occurrence, compiled.plan.period);
  if (period === null) return null;
  const own = Map.groupBy(
    readings.filter(({ agency }) => agency === duty.agencyId),
    ({ input }) => input,
  );
  return {
    planId: duty.planId,
    assignmentId: duty.id,
    agency: duty.agencyId,
    period,
    lines: inputs.map((one) => lineOf(one, own.get(one.input.id) ?? [], period)),
  };
}

function periodOf(
  [first]: readonly DutyInput[],
  id: string,
  span: { from: string; to: string },
): ReportForm["period"] | null {
  const found = first === undefined ? null : inputPeriod(first, id, span);
  return found === null ? null : { id, from: found.from, to: found.to };
}

function lineOf(
  { input, periods, required }: DutyInput,
  rows: readonly ReadingRow[],
  { id, from, to }: ReportForm["period"],
): ReportFormLine {
  const before = required ? periods.findLast((period) => period.to < from) : undefined;
  const sofar = periods.filter((period) => period.to <= to);
  const sum = input.cumulative
    ? agencyFigure(input, rows, sofar, { through: sofar.at(-1)?.to ?? "", estimates: true })
    : null;
  return {
    input,
    reading: standing(rows, id),
    last: before === undefined ? null : standing(rows, before.id),
    runningTotal: sum === null || sum.missing !== null || sum.value === null ? null : rationalText(sum.value),
    required,
  };
}

/** An official reading stands before an estimate. */
function standing(rows: readonly ReadingRow[], period: string): ReadingRow | null {
  const of = rows.filter((row) => row.period === period);
  return of.find(({ status }) => status === "official") ?? of[0] ?? null;
}
