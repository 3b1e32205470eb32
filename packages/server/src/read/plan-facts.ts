// One plan with everything reading it needs: its text, register, calendar and the agencies it names.

import { agenciesNamed, type Engine, type Plan, type PlanSummary } from "@kehoach/engine";
import type { CompiledPlan } from "@kehoach/engine/compile";
import type { AgencyName, PartyBody } from "../contract/index.ts";

export interface PlanFacts {
  summary: PlanSummary;
  plan: Plan;
  sourceText: string;
  calendar: CompiledPlan["calendar"];
  organisation: CompiledPlan["organisation"];
  /** Every agency the plan names, groups resolved. */
  named: ReadonlySet<string>;
}

/** Reads plans, and keeps for each the agencies its version names. */
export class PlanReader {
  readonly #engine: Engine;
  readonly #named = new Map<string, { version: number; named: ReadonlySet<string> }>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** `id` is a plan's id or document id; null: there is no such plan. */
  async load(id: string): Promise<PlanFacts | null> {
    const [found, compiled] = await Promise.all([this.#engine.plan(id), this.#engine.compiled(id)]);
    if (found === null || compiled === null) return null;
    const { calendar, organisation } = compiled;
    return { ...found, calendar, organisation, named: this.#namedBy(found.summary, compiled) };
  }

  #namedBy(
    { plan: { id, version } }: PlanSummary,
    { plan, organisation }: CompiledPlan,
  ): ReadonlySet<string> {
    const kept = this.#named.get(id);
    if (kept?.version === version) return kept.named;
    const on = plan.issued ?? plan.period.from;
    const named = agenciesNamed(plan, (group) =>
      organisation.groupMembers(group, on).map((agency) => agency.id),
    );
    this.#named.set(id, { version, named });
    return named;
  }
}

/** How pages name an agency; its id where the organisation does not know it. */
export function agencyName(facts: PlanFacts, id: string): AgencyName {
  const agency = facts.organisation.agency(id);
  return { id, name: agency?.name ?? id, short: agency?.abbreviation ?? agency?.name ?? id };
}

export function party(
  facts: PlanFacts,
  named: { agency: string | null; group?: string | null; duty: string | null },
): PartyBody {
  const group = named.group ?? null;
  return {
    agency: named.agency === null ? null : agencyName(facts, named.agency),
    group: group === null ? null : { id: group, name: facts.organisation.groupName(group) ?? group },
    duty: named.duty,
  };
}
