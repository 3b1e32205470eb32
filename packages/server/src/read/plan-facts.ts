// One plan with everything reading it needs: its text, register, calendar and the agencies it names.

import { type Actor, agenciesIn, type Engine, type Plan, type PlanSummary, type Task } from "@kehoach/engine";
import type { CompiledPlan } from "@kehoach/engine/compile";
import type { AgencyName, PartyBody } from "../contract/index.ts";

/** What a plan's version fixes. */
export interface PlanGround {
  plan: Plan;
  /** Tasks that an amendment took out. */
  retired: CompiledPlan["retired"];
  calendar: CompiledPlan["calendar"];
  organisation: CompiledPlan["organisation"];
  /** What agencies report, groups resolved. */
  inputs: CompiledPlan["inputs"];
  /** Every agency the plan names, groups resolved. */
  named: ReadonlySet<string>;
}

/** A plan as one reader has it: without the tasks he does not see. */
export interface PlanFacts extends PlanGround {
  summary: PlanSummary;
  /** Null: it tells tasks the reader does not see. */
  sourceText: string | null;
}

export class PlanReader {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** `id` is a plan's id or document id; null: there is none that the actor may read. */
  async load(id: string, actor: Actor): Promise<PlanFacts | null> {
    const [found, ground] = await Promise.all([this.#engine.as(actor).plan(id), this.ground(id)]);
    return found === null || ground === null ? null : { ...ground, ...found };
  }

  /** What the plan is, whoever reads; without counts and source text, so that it costs next to nothing for a plan
   *  read before. */
  async ground(id: string): Promise<PlanGround | null> {
    const compiled = await this.#engine.compiled(id);
    return compiled === null ? null : groundOf(compiled);
  }

  /** The ground, for naming what the actor sees, and whether there are tasks he does not; null: he may not read the
   *  plan. */
  async groundFor(id: string, actor: Actor): Promise<(PlanGround & { narrowed: boolean }) | null> {
    const [compiled, sight] = await Promise.all([
      this.#engine.compiled(id),
      this.#engine.as(actor).sight(id),
    ]);
    if (compiled === null || sight === null) return null;
    return { ...groundOf(compiled), narrowed: sight.narrowed.size > 0 };
  }
}

function groundOf(compiled: CompiledPlan): PlanGround {
  const { plan, retired, calendar, organisation, inputs } = compiled;
  return { plan, retired, calendar, organisation, inputs, named: agenciesIn(compiled).named };
}

/** A task of the plan, or one it had before it was amended. */
export function taskOf({ plan, retired }: PlanGround, id: string): Task | undefined {
  return plan.tasks.find((task) => task.id === id) ?? retired.get(id);
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
