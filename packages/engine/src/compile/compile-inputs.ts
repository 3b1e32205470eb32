// The plan's inputs with who reports them and for which periods.

import { type CalendarPeriod, periodsBetween } from "../calendar/index.ts";
import type { Plan } from "../language/plan.ts";
import type { RegimeDocument } from "../language/regime-document.ts";
import type { TargetInput } from "../language/target-input.ts";
import type { CompiledInput } from "./compiled-plan.ts";

export function compileInputs(
  plan: Plan,
  members: (group: string) => readonly string[],
  regime: RegimeDocument | null,
): ReadonlyMap<string, CompiledInput> {
  const compiled = new Map<string, CompiledInput>();
  const occasions = occasionsOf(plan);
  for (const input of plan.inputs) {
    const rule =
      input.regime !== null && input.regime === regime?.id
        ? (regime.periods.find(({ unit }) => unit === input.every) ?? null)
        : null;
    const periods =
      occasions.get(input.id) ??
      periodsBetween(input.every, plan.period.from, plan.period.to, rule ?? undefined);
    compiled.set(input.id, { input, agencies: reportersOf(input, members), rule, periods });
  }
  return compiled;
}

/** Periods of the inputs that tasks ask for by name on occasions of their own: once, or in each window. Once means as of
 *  the day of issue. */
function occasionsOf(plan: Plan): ReadonlyMap<string, readonly CalendarPeriod[]> {
  const day = plan.issued ?? plan.period.from;
  const found = new Map<string, CalendarPeriod[]>();
  const regular = new Set<string>();
  for (const { report, mode, windows } of plan.tasks) {
    for (const id of report?.inputs ?? []) {
      const own: readonly CalendarPeriod[] =
        mode === "one_off" ? [{ id: "once", from: day, to: day }] : mode === "window" ? windows : [];
      if (own.length === 0) regular.add(id);
      else found.set(id, [...(found.get(id) ?? []), ...own]);
    }
  }
  for (const id of regular) found.delete(id);
  return found;
}

/** Agencies and groups as the agencies they are, in order. */
export function reportersOf(
  named: Pick<TargetInput, "agencies" | "groups" | "except">,
  members: (group: string) => readonly string[],
): string[] {
  const all = new Set([...named.agencies, ...named.groups.flatMap(members)]);
  for (const agency of named.except) all.delete(agency);
  return [...all];
}
