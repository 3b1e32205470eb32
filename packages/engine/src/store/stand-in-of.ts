// Looks up the authority an actor names in the register, as it is at that instant.

import { dateOfInstant } from "../calendar/index.ts";
import { type AuthorityInForce, authoritiesOn, standInBy } from "../execute/authority.ts";
import type { Actor } from "../execute/command.ts";
import type { Refusal } from "../execute/decision.ts";
import { presentActor } from "../execute/stand-in.ts";
import type { AuthoritiesDocument } from "../language/authorities-document.ts";
import type { Micros } from "../ledger/entry.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";

const readInForce = `select distinct on (id) document from kehoach.register_document
  where kind = 'authorities' and valid_from <= $1::date order by id, valid_from desc`;

async function inForce(connection: Connection, today: string): Promise<AuthoritiesDocument[]> {
  const rows = await rowsOf(connection, hot<{ document: string }>(readInForce, [today]));
  return rows.map(({ document }) => JSON.parse(document));
}

/** The actor with whomever he stands in for: an authority that is named is looked up, one that is given whole is the
 *  host's. A refusal where the register gives him no such authority now. */
export async function withStandIn(
  connection: Connection,
  actor: Actor,
  now: Micros,
): Promise<Actor | Refusal> {
  if (typeof actor.standsInFor !== "string") return actor;
  const today = dateOfInstant(now);
  const found = standInBy(await inForce(connection, today), actor, actor.standsInFor, today);
  return "accepted" in found ? found : { ...actor, standsInFor: found };
}

/** Every authority in force at the instant. */
export async function authoritiesAt(connection: Connection, now: Micros): Promise<AuthorityInForce[]> {
  const today = dateOfInstant(now);
  return authoritiesOn(await inForce(connection, today), today);
}

/** For reads: the actor as he is now. An authority that does not hold lets him see nothing, and nothing is refused. */
export async function presentReader(
  connection: Connection,
  actor: Actor,
  now: () => Promise<Micros>,
): Promise<Actor> {
  if (actor.standsInFor === undefined) return actor;
  const instant = await now();
  const found = await withStandIn(connection, actor, instant);
  return presentActor("accepted" in found ? actor : found, instant);
}
