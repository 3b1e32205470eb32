// `kehoach anchors`: the last entry of every plan's ledger, one JSON object a line, to be kept elsewhere.

import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { type InstanceOptions, openInstance } from "../instance/open-instance.ts";
import type { Session } from "../session.ts";
import { withActor, withData } from "./verb-options.ts";

export function addAnchors(program: Command, session: Session): void {
  const command = program.command("anchors").description(session.words.anchors.summary);
  withData(withActor(command, session), session).action(async (options: InstanceOptions) => {
    await using instance = await openInstance(session, options, {
      verb: "anchors",
      acts: false,
      makes: false,
    });
    const { items } = await instance.ask("anchors");
    if (!session.json) for (const anchor of items) session.print(`${JSON.stringify(anchor)}\n`);
    session.answer({ anchors: items });
    session.ending = exitCode.fine;
  });
}
