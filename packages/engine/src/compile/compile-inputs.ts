// The plan's inputs with who reports them and for which periods.

import { periodsBetween } from "../calendar/index.ts";
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
  for (const input of plan.inputs) {
    const rule =
      input.regime !== null && input.regime === regime?.id
        ? (regime.periods.find(({ unit }) => unit === input.every) ?? null)
        : null;
    const periods = periodsBetween(input.every, plan.period.from, plan.period.to, rule ?? undefined);
    compiled.set(input.id, { input, agencies: reportersOf(input, members), rule, periods });
  }
  return compiled;
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
