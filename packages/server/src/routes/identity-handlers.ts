// Handlers about who is acting.

import type { Actor } from "@kehoach/engine";
import { serverWords } from "@kehoach/engine/words";
import type { Identity } from "../contract/index.ts";
import { identityCookie } from "../identity/cookie.ts";
import { RequestTrouble } from "../trouble.ts";
import type { World } from "../world.ts";
import type { Handlers } from "./handler.ts";
import { authoritiesOf } from "./register-handlers.ts";

export function identityHandlers(world: World): Handlers<"identities" | "me" | "chooseMe"> {
  const { identities } = world;
  return {
    async identities() {
      return { items: [...((await identities?.list()) ?? [])] };
    },
    async me({ request }) {
      const actor = await world.identify(request);
      const canSwitch = identities !== null;
      if (actor === null) return { actor: null, canSwitch, authorities: [] };
      return {
        actor: await describe(world, actor),
        canSwitch,
        authorities: await authoritiesOf(world, actor),
      };
    },
    async chooseMe({ body, reply }) {
      const actor = (await identities?.actor(body.identity)) ?? null;
      if (actor === null) throw new RequestTrouble("unknown_identity", body.identity);
      reply.header("set-cookie", identityCookie(actor.id, world.prefix));
      return {
        actor: await describe(world, actor),
        canSwitch: true,
        authorities: await authoritiesOf(world, actor),
      };
    },
  };
}

/** The actor as pages show him; a host's actor is named by the first of his positions. */
async function describe(world: World, actor: Actor): Promise<Identity> {
  const chosen = (await world.identities?.list())?.find(({ id }) => id === actor.id);
  if (chosen !== undefined) return chosen;
  const position = actor.roles.find((role) => role !== "clock");
  const { vi, en } = serverWords;
  return {
    id: actor.id,
    name: actor.name,
    title:
      position === undefined
        ? { vi: actor.name, en: actor.name }
        : { vi: vi.positions[position], en: en.positions[position] },
    agency: actor.agency === null ? null : await nameAgency(world, actor.agency),
    roles: [...actor.roles],
  };
}

async function nameAgency(world: World, id: string): Promise<Identity["agency"]> {
  for (const { plan } of await world.engine.plans()) {
    const agency = (await world.plans.ground(plan.id))?.organisation.agency(id);
    if (agency !== null && agency !== undefined) {
      return { id, name: agency.name, short: agency.abbreviation ?? agency.name };
    }
  }
  return { id, name: id, short: id };
}
