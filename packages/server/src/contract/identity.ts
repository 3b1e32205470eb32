// Who is acting, and the instance that is asked.

import { Type } from "typebox";
import { AgencyName, DateText, LocalText, Micros, nullable, written } from "./basics.ts";
import { AuthorityBody } from "./register.ts";
import { ActorRole } from "./vocabulary.ts";

export const Instance = Type.Object({
  name: LocalText,
  version: Type.String(),
  /** True: demo identities can be switched and entries are marked as demo. */
  demo: Type.Boolean(),
  now: Micros,
  /** The date in Vietnam at `now`. */
  today: DateText,
  /** True: `now` is a date chosen for the demo, which only a command moves. */
  virtual: Type.Boolean(),
  language: Type.Enum(["vi", "en"]),
});

/** A person who may act, as pages show them. */
export const Identity = Type.Object({
  id: Type.String(),
  /** A person's name, or in a demo the position and agency. */
  name: Type.String(),
  /** The position in words. */
  title: LocalText,
  agency: nullable(AgencyName),
  roles: Type.Array(ActorRole),
});

export const Identities = Type.Object({ items: Type.Array(Identity) });

export const Me = Type.Object({
  /** Null: nobody is signed in. */
  actor: nullable(Identity),
  /** True: POST /api/me switches who is acting. */
  canSwitch: Type.Boolean(),
  /** In whose place he may act today, by the register. */
  authorities: Type.Array(AuthorityBody),
});

export const ChooseIdentity = Type.Object(
  { identity: written({ minLength: 1, maxLength: 200 }) },
  { additionalProperties: false },
);

export const MoveClock = Type.Object({ to: DateText }, { additionalProperties: false });

export const ClockMoved = Type.Object({
  now: Micros,
  today: DateText,
  /** Plans and assignments the clock woke on the way. */
  woken: Type.Integer(),
});

export const Health = Type.Object({ ok: Type.Boolean(), now: Micros });
