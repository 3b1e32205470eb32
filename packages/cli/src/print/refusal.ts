// A refusal as a person reads it: why, what is possible, and who could.

import type { Refusal } from "@kehoach/engine";
import { roleWords } from "@kehoach/engine/words";
import type { Session } from "../session.ts";

export function printRefusal(session: Session, refusal: Refusal): void {
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
