// A refusal as a person reads it: why, what is possible, and who could.

import { roleWords } from "@kehoach/engine/words";
import type { RefusalBody } from "@kehoach/server/contract";
import type { Session } from "../session.ts";

/** A refusal of the engine, or the same in a server's answer. */
type Told = {
  readonly [Key in "vi" | "en" | "allowed" | "whoCould"]: RefusalBody[Key] extends readonly (infer One)[]
    ? readonly One[]
    : RefusalBody[Key];
};

export function printRefusal(session: Session, refusal: Told): void {
  const { words, language } = session;
  session.say(
    `${session.paint("red", `${words.do.refused}:`)} ${language === "vi" ? refusal.vi : refusal.en}`,
  );
  if (refusal.allowed.length > 0) session.say(`  ${words.do.allowed(refusal.allowed.join(", "))}`);
  if (refusal.whoCould.length > 0) {
    const who = refusal.whoCould.map((role) => roleWords[language][role]);
    session.say(`  ${words.do.whoCould(who.join("; "))}`);
  }
}
