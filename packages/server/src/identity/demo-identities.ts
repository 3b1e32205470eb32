// A demo's switchable identities: every position of the issuer's side and of every agency that plans name.

import type { Actor, ActorRole, Engine } from "@kehoach/engine";
import { serverWords } from "@kehoach/engine/words";
import type { Identity } from "../contract/index.ts";
import { agencyName, type PlanGround, type PlanReader } from "../read/plan-facts.ts";

/** Held within each agency. */
const agencyPositions = ["head", "clerk", "officer"] as const satisfies readonly ActorRole[];

export class DemoIdentities {
  readonly #engine: Engine;
  readonly #plans: PlanReader;
  /** The list, for the plans and versions named by the key. */
  #kept: { key: string; identities: ReadonlyMap<string, Identity> } = { key: "", identities: new Map() };

  constructor(engine: Engine, plans: PlanReader) {
    this.#engine = engine;
    this.#plans = plans;
  }

  /** In the order to offer them: the office that follows first, then the rest of the issuer's side, standing leads,
   *  and agencies in the order of their organisation. Empty while no plan is issued. */
  async list(): Promise<readonly Identity[]> {
    return [...(await this.#all()).values()];
  }

  /** Null: there is no such identity. */
  async actor(id: string): Promise<Actor | null> {
    const identity = (await this.#all()).get(id);
    return identity === undefined ? null : actorOf(identity);
  }

  /** Who acts before anybody chose; null while no plan is issued. */
  async first(): Promise<Actor | null> {
    const identity = (await this.list())[0];
    return identity === undefined ? null : actorOf(identity);
  }

  async #all(): Promise<ReadonlyMap<string, Identity>> {
    const summaries = await this.#engine.plans();
    const key = summaries.map(({ plan }) => `${plan.id}@${plan.version}`).join(" ");
    if (this.#kept.key === key) return this.#kept.identities;
    const identities = new Map<string, Identity>();
    for (const { plan } of summaries) {
      const facts = await this.#plans.ground(plan.id);
      if (facts === null) continue;
      for (const identity of identitiesOf(facts)) {
        if (!identities.has(identity.id)) identities.set(identity.id, identity);
      }
    }
    this.#kept = { key, identities };
    return identities;
  }
}

/** The identity as the engine's actor. */
function actorOf(identity: Identity): Actor {
  return { id: identity.id, name: identity.name, agency: identity.agency?.id ?? null, roles: identity.roles };
}

export function identitiesOf(facts: PlanGround): Identity[] {
  const { plan, organisation, named } = facts;
  const office = plan.office?.agency ?? plan.issuer;
  const standing = plan.standingLeads.map(({ agency }) => agency);
  const inOrder = organisation.asOf(plan.issued ?? plan.period.from).map(({ id }) => id);
  const known = new Set([...standing, ...inOrder, ...named]);
  return [
    identity(facts, "office", office),
    identity(facts, "issuer", plan.issuer),
    identity(facts, "vice_chair", plan.issuer),
    identity(facts, "auditor", null),
    identity(facts, "admin", null),
    ...[...known]
      .filter((agency) => named.has(agency) && agency !== plan.issuer)
      .flatMap((agency) => agencyPositions.map((role) => identity(facts, role, agency))),
  ];
}

function identity(facts: PlanGround, role: Exclude<ActorRole, "clock">, agencyId: string | null): Identity {
  const { vi, en } = serverWords;
  const title = { vi: vi.positions[role], en: en.positions[role] };
  const agency = agencyId === null ? null : agencyName(facts, agencyId);
  return {
    id: agencyId === null ? role : `${role}@${agencyId}`,
    name: agency === null ? title.vi : vi.at(title.vi, agency.name),
    title,
    agency,
    roles: [role],
  };
}
