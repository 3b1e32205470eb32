// Asks about figures and sheets: what cannot be answered is told as a mistake of whoever asked, in his language.

import type { RouteAnswer } from "@kehoach/server/contract";
import { Misuse } from "../misuse.ts";
import type { Session } from "../session.ts";
import { type Asked, TroubleAnswer } from "./ask.ts";
import type { Instance } from "./instance.ts";

type FigureRoute = "figures" | "sheet" | "reminders" | "reminder";

/** Throws Misuse: for a plan that is not there, and for whatever else the server says is wrong with the question. */
export async function askFigures<Name extends FigureRoute>(
  session: Session,
  instance: Instance,
  name: Name,
  asked: Asked<Name> & { query: { plan?: string } },
): Promise<RouteAnswer<Name>> {
  try {
    return await instance.ask(name, asked);
  } catch (error) {
    if (!(error instanceof TroubleAnswer)) throw error;
    const { plan } = asked.query;
    if (error.status === 404 && plan !== undefined) throw session.misuse("unknownPlan", plan);
    throw new Misuse(error.body.code, session.language === "vi" ? error.body.vi : error.body.en);
  }
}
