// Asks what a person wants of the instance: what is not there is their mistake, said in their language.

import type { RouteAnswer, RouteName } from "@kehoach/server/contract";
import { Misuse } from "../misuse.ts";
import type { Session } from "../session.ts";
import { type Asked, TroubleAnswer } from "./ask.ts";
import type { Instance } from "./instance.ts";

/** Throws Misuse; `missing` says what is not there, by default the plan. */
export async function askPlan<Name extends RouteName>(
  session: Session,
  instance: Instance,
  name: Name,
  asked: Asked<Name> & { params: { plan: string } },
  missing: () => Misuse = () => session.misuse("unknownPlan", (asked.params as { plan: string }).plan),
): Promise<RouteAnswer<Name>> {
  return askOrTell(session, instance, name, asked, missing);
}

/** Throws Misuse; `missing` says what is not there. */
export async function askOrTell<Name extends RouteName>(
  session: Session,
  instance: Instance,
  name: Name,
  asked: Asked<Name>,
  missing: (() => Misuse) | null = null,
): Promise<RouteAnswer<Name>> {
  try {
    return await instance.ask(name, asked);
  } catch (error) {
    if (!(error instanceof TroubleAnswer)) throw error;
    if (missing !== null && error.status === 404) throw missing();
    throw new Misuse(error.body.code, session.language === "vi" ? error.body.vi : error.body.en);
  }
}
