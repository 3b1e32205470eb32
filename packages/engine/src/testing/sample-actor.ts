// A person for tests, from nothing but where they work and as what.

import type { Actor, ActorRole } from "../execute/command.ts";

/** Someone who holds one role, or several, in an agency: `sampleActor("so-y-te", "head")` has the id `head@so-y-te`.
 *  `agency` is null for those who act for none, such as an auditor. */
export function sampleActor(
  agency: string | null,
  roles: ActorRole | readonly ActorRole[],
  person: { id?: string; name?: string } = {},
): Actor {
  const held: readonly ActorRole[] = typeof roles === "string" ? [roles] : roles;
  const id = person.id ?? `${held.join("+")}${agency === null ? "" : `@${agency}`}`;
  return { id, name: person.name ?? id, agency, roles: held };
}
