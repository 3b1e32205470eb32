// An authority of the register → whom a person stands in for on a day, with what the other one holds then.

import { displayDate } from "../calendar/index.ts";
import type { AuthoritiesDocument, Authority, PositionRole } from "../language/authorities-document.ts";
import type { Actor, StandIn } from "./command.ts";
import type { Refusal } from "./decision.ts";
import { refuse } from "./refuse.ts";

/** An authority that holds on a day. */
export interface AuthorityInForce extends StandIn {
  /** Of the authority; `id` and `name` are those of whoever is stood in for. */
  authority: string;
  /** Person id of whoever stands in. */
  substitute: string;
}

/** Whom the actor stands in for by this authority, or why he does not. `documents`: the versions in force that day. */
export function standInBy(
  documents: readonly AuthoritiesDocument[],
  actor: Actor,
  authorityId: string,
  today: string,
): StandIn | Refusal {
  const given = documents.flatMap((document) =>
    document.authorities
      .filter(({ id, substitute }) => id === authorityId && substitute === actor.id)
      .map((authority) => ({ document, authority })),
  );
  const found = given.find(({ authority }) => holds(authority, today)) ?? given[0];
  if (found === undefined) return refuse("unknown_authority", { detail: authorityId });
  const { document, authority } = found;
  if (!holds(authority, today)) {
    const { from, to } = authority;
    const days = `${authority.document.number}: ${displayDate(from)} – ${displayDate(to)}`;
    return refuse("authority_not_in_force", { detail: days });
  }
  return standIn(document, authority, today) ?? refuse("authority_empty", { detail: authority.standsFor });
}

/** Every authority that holds on the day and gives something to do. */
export function authoritiesOn(documents: readonly AuthoritiesDocument[], today: string): AuthorityInForce[] {
  return documents.flatMap((document) =>
    document.authorities.flatMap((authority) => {
      const stands = holds(authority, today) ? standIn(document, authority, today) : null;
      return stands === null
        ? []
        : [{ ...stands, authority: authority.id, substitute: authority.substitute }];
    }),
  );
}

function holds({ from, to }: Authority, today: string): boolean {
  return from <= today && today <= to;
}

/** Never more than the other one holds that day; null: that is nothing. */
function standIn(
  { people }: AuthoritiesDocument,
  { standsFor, agency, roles: limit, document, from, to }: Authority,
  today: string,
): StandIn | null {
  const held = people.filter(
    (person) =>
      person.id === standsFor &&
      (agency === null || person.agency === agency) &&
      person.from <= today &&
      (person.to === null || today <= person.to),
  );
  const [first] = held;
  if (first === undefined) return null;
  const all = new Set<PositionRole>(held.flatMap((person) => person.roles));
  const roles = [...all].filter((role) => limit === null || limit.includes(role));
  if (roles.length === 0) return null;
  return { id: standsFor, name: first.name, agency: first.agency, roles, document, from, to };
}
