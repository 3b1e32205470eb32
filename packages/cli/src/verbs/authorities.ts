// `kehoach authorities`: who stands in for whom today, by the register.

import { roleWords } from "@kehoach/engine/words";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { askOrTell } from "../instance/ask-plan.ts";
import { type InstanceOptions, openInstance } from "../instance/open-instance.ts";
import type { Session } from "../session.ts";
import { withActor, withData } from "./verb-options.ts";

export function addAuthorities(program: Command, session: Session): void {
  const { words, language } = session;
  const command = program.command("authorities").description(words.authorities.summary);
  withData(withActor(command, session), session).action(async (options: InstanceOptions) => {
    const need = { verb: "authorities", acts: false, makes: false };
    await using instance = await openInstance(session, options, need);
    const { items } = await askOrTell(session, instance, "authorities", {});
    session.answer({ authorities: items });
    if (items.length === 0) session.say(words.authorities.none);
    for (const { authority, substitute, name, roles, to } of items) {
      const held = roles.map((role) => roleWords[language][role]).join(", ");
      session.say(words.authorities.line(authority, substitute, name, held, to));
    }
    session.ending = exitCode.fine;
  });
}
