// Who is acting, and who decided, as typed on the command line.

import { userInfo } from "node:os";
import { type Actor, type ActorRole, actorRoles, type Decision } from "@kehoach/engine";
import type { Session } from "../session.ts";

/** The clock acts by itself, never for a person. */
const roles = actorRoles.filter((role): role is Exclude<ActorRole, "clock"> => role !== "clock");
const capacities = ["TM.", "KT.", "TL.", "TUQ.", "Q."] as const;

/** "agency:role[,role…][:name]", from the option or KEHOACH_AS; null: neither is given. The id is the system's user,
 *  so that one person who types for two stays one person. */
export function parseActor(session: Session, given: string | undefined): Actor | null {
  const text = given ?? session.surroundings.environment.KEHOACH_AS;
  if (text === undefined || text === "") return null;
  const [agency = "", held = "", ...name] = text.split(":");
  if (held === "") throw session.misuse("badActor", text);
  const known = held.split(",").map((role) => {
    const found = roles.find((each) => each === role.trim());
    if (found === undefined) throw session.misuse("badRole", role, roles.join(", "));
    return found;
  });
  const id = userInfo().username;
  const shown = name.join(":").trim();
  return {
    id,
    name: shown === "" ? id : shown,
    agency: agency.trim() === "" ? null : agency.trim(),
    roles: known,
  };
}

export function requireActor(session: Session, given: string | undefined): Actor {
  const actor = parseActor(session, given);
  if (actor === null) throw session.misuse("actorNeeded");
  return actor;
}

/** Who looks at the data where nobody is named: whoever may open them may read every plan, but no free text. */
export function readerOf(session: Session, given: string | undefined): Actor {
  const id = userInfo().username;
  return parseActor(session, given) ?? { id, name: id, agency: null, roles: ["admin"] };
}

/** "name[,position[,capacity]]". */
export function parseDecision(session: Session, given: string): Decision {
  const [name = "", position = "", signed = ""] = given.split(",").map((part) => part.trim());
  const capacity = capacities.find((each) => each === signed);
  if (signed !== "" && capacity === undefined) throw session.misuse("badCapacity", signed);
  return { name, position: position === "" ? null : position, capacity: capacity ?? null };
}
