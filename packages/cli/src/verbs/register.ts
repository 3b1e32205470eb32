// `kehoach register`: adds documents to the register without a plan: a newer calendar, authorities to stand in.

import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { readTextFile } from "../files/read-text.ts";
import { sourceOf } from "../files/source-of.ts";
import { askOrTell } from "../instance/ask-plan.ts";
import { type InstanceOptions, openInstance } from "../instance/open-instance.ts";
import { parseDecision } from "../parse/actor.ts";
import { printProblem } from "../print/problems.ts";
import { printRefusal } from "../print/refusal.ts";
import type { Session } from "../session.ts";
import { withActor, withData } from "./verb-options.ts";

interface RegisterOptions extends InstanceOptions {
  onBehalfOf?: string;
}

export function addRegister(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("register")
    .description(words.registering.summary)
    .argument("<file...>", words.registering.files)
    .option("--on-behalf-of <name,position,capacity>", words.do.onBehalfOf);
  withData(withActor(command, session), session).action((files: string[], options: RegisterOptions) =>
    register(session, files, options),
  );
}

async function register(session: Session, files: readonly string[], options: RegisterOptions): Promise<void> {
  const { words } = session;
  const { onBehalfOf } = options;
  const body = {
    documents: files.map((file) => sourceOf(readTextFile(session, file))),
    ...(onBehalfOf !== undefined && { onBehalfOf: parseDecision(session, onBehalfOf) }),
  };
  await using instance = await openInstance(session, options, { verb: "register", acts: true, makes: true });
  const outcome = await askOrTell(session, instance, "register", { body });
  session.answer(outcome);
  if (outcome.registered) {
    for (const { title, from } of outcome.documents)
      session.say(session.paint("green", words.registering.registered(title, from)));
    session.ending = exitCode.fine;
    return;
  }
  for (const problem of outcome.problems) printProblem(session, problem, session.language);
  if (outcome.refusal !== null) printRefusal(session, outcome.refusal);
  session.say(words.registering.notRegistered);
  session.ending = exitCode.refused;
}
