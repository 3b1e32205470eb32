// One plan with everything reading it needs: its text, register, calendar and the agencies it names.

import { agenciesNamed, type Engine, type Plan, type PlanSummary } from "@kehoach/engine";
import type { CompiledPlan } from "@kehoach/engine/compile";
import type { AgencyName, PartyBody } from "../contract/index.ts";

/** What a plan's version fixes. */
export interface PlanGround {
  plan: Plan;
  calendar: CompiledPlan["calendar"];
  organisation: CompiledPlan["organisation"];
  /** Every agency the plan names, groups resolved. */
  named: ReadonlySet<string>;
}

export interface PlanFacts extends PlanGround {
  summary: PlanSummary;
  sourceText: string;
}

/** Reads plans, and keeps for each the agencies its version names. */
export class PlanReader {
  readonly #engine: Engine;
  readonly #named = new WeakMap<Plan, ReadonlySet<string>>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** `id` is a plan's id or document id; null: there is no such plan. */
  async load(id: string): Promise<PlanFacts | null> {
    const [found, ground] = await Promise.all([this.#engine.plan(id), this.ground(id)]);
    return found === null || ground === null ? null : { ...found, ...ground };
  }

  /** Without counts and source text, so that it costs next to nothing for a plan read before. */
  async ground(id: string): Promise<PlanGround | null> {
    const compiled = await this.#engine.compiled(id);
    if (compiled === null) return null;
    const { plan, calendar, organisation } = compiled;
    return { plan, calendar, organisation, named: this.#namedBy(compiled) };
  }

  #namedBy({ plan, organisation }: CompiledPlan): ReadonlySet<string> {
    const kept = this.#named.get(plan);
    if (kept !== undefined) return kept;
    const on = plan.issued ?? plan.period.from;
    const members = (group: string): string[] =>
      organisation.groupMembers(group, on).map((agency) => agency.id);
    const named = agenciesNamed(plan, members);
    this.#named.set(plan, named);
    return named;
  }
}

/** How pages name an agency; its id where the organisation does not know it. */
export function agencyName(facts: PlanGround, id: string): AgencyName {
  const agency = facts.organisation.agency(id);
  return { id, name: agency?.name ?? id, short: agency?.abbreviation ?? agency?.name ?? id };
}

export function party(
  facts: PlanGround,
  named: { agency: string | null; group?: string | null; duty: string | null },
): PartyBody {
  const group = named.group ?? null;
  return {
    agency: named.agency === null ? null : agencyName(facts, named.agency),
    group: group === null ? null : { id: group, name: facts.organisation.groupName(group) ?? group },
    duty: named.duty,
  };
}
