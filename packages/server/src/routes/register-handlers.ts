// Handlers about the register: adding documents to it, and who stands in for whom.

import type { Actor, ActorRole, AuthorityInForce } from "@kehoach/engine";
import type { AuthorityBody } from "../contract/index.ts";
import { refusalBody } from "../read/refusal-body.ts";
import type { World } from "../world.ts";
import type { Handlers } from "./handler.ts";

/** Who looks after authorities, or checks their use; everyone else sees those that concern himself. */
const seeAll: readonly ActorRole[] = ["issuer", "vice_chair", "office", "admin", "auditor"];

export function registerHandlers({ engine, sourceOf }: World): Handlers<"register" | "authorities"> {
  return {
    async register({ body, actor, request }) {
      const outcome = await engine.register({ ...body, actor, source: sourceOf(request) });
      if (outcome.registered)
        return { registered: true, documents: [...outcome.documents], problems: [], refusal: null };
      return {
        registered: false,
        documents: [],
        problems: outcome.problems.map((problem) => ({ ...problem })),
        refusal: refusalBody(outcome.refusal),
      };
    },
    async authorities({ actor }) {
      const all = await engine.authorities();
      const seen = actor.roles.some((role) => seeAll.includes(role))
        ? all
        : all.filter(({ substitute, id }) => substitute === actor.id || id === actor.id);
      return { items: seen.map(authorityBody) };
    },
  };
}

/** The authorities given to this person. */
export async function authoritiesOf(
  { engine }: Pick<World, "engine">,
  actor: Actor,
): Promise<AuthorityBody[]> {
  return (await engine.authorities()).filter(({ substitute }) => substitute === actor.id).map(authorityBody);
}

function authorityBody({ roles, document, ...authority }: AuthorityInForce): AuthorityBody {
  return { ...authority, roles: [...roles], document: { ...document } };
}
