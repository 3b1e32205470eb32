// One plan with everything reading it needs: its text, register, calendar and the agencies it names.

import { agenciesNamed, type Engine, type Plan, type PlanRegister, type PlanSummary } from "@kehoach/engine";
import { type Calendar, createCalendar } from "@kehoach/engine/calendar";
import { createOrganisation, type Organisation } from "@kehoach/engine/organisation";
import type { AgencyName, PartyBody } from "../contract/index.ts";

type Agency = PlanRegister["organisation"]["agencies"][number];

/** What does not change while a version of a plan stands. */
interface Standing {
  version: number;
  calendar: Calendar;
  organisation: Organisation<Agency>;
  named: ReadonlySet<string>;
}

export interface PlanFacts extends Standing {
  summary: PlanSummary;
  plan: Plan;
  sourceText: string;
}

/** Reads plans and keeps what their versions fix. */
export class PlanReader {
  readonly #engine: Engine;
  readonly #standing = new Map<string, Standing>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** `id` is a plan's id or document id; null: there is no such plan. */
  async load(id: string): Promise<PlanFacts | null> {
    const found = await this.#engine.plan(id);
    if (found === null || found.summary.plan.kind === "register") return null;
    return { ...found, ...(await this.#standingOf(found.summary, found.plan)) };
  }

  async #standingOf(summary: PlanSummary, plan: Plan): Promise<Standing> {
    const { id, version } = summary.plan;
    const kept = this.#standing.get(id);
    if (kept?.version === version) return kept;
    const register = await this.#engine.register(id);
    if (register === null) throw new Error(`Plan ${id} has lost its register documents.`);
    const organisation = createOrganisation(register.organisation);
    const on = plan.issued ?? plan.period.from;
    const standing: Standing = {
      version,
      calendar: createCalendar(register.calendar),
      organisation,
      named: agenciesNamed(plan, (group) => organisation.groupMembers(group, on).map((agency) => agency.id)),
    };
    this.#standing.set(id, standing);
    return standing;
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
