// `kehoach attach`: attaches a file to an assignment.

import { randomUUID } from "node:crypto";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { readBytes } from "../files/read-text.ts";
import { TroubleAnswer } from "../instance/ask.ts";
import { assignmentReference, findAssignment } from "../instance/assignment-reference.ts";
import { type InstanceOptions, openInstance } from "../instance/open-instance.ts";
import { Misuse } from "../misuse.ts";
import { printRefusal } from "../print/refusal.ts";
import type { Session } from "../session.ts";
import { withActor, withData } from "./verb-options.ts";

interface AttachOptions extends InstanceOptions {
  product?: string;
  request?: string;
}

export function addAttach(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("attach")
    .description(words.attach.summary)
    .argument("<plan>", words.plan)
    .argument("<assignment>", words.assignment)
    .argument("<file>", words.attach.file)
    .option("--product <id>", words.attach.product)
    .option("--request <id>", words.do.request);
  withData(withActor(command, session), session).action(
    (plan: string, assignment: string, file: string, options: AttachOptions) =>
      attach(session, { plan, assignment, file }, options),
  );
}

async function attach(
  session: Session,
  given: { plan: string; assignment: string; file: string },
  options: AttachOptions,
): Promise<void> {
  const { words } = session;
  const { name, bytes } = readBytes(session, given.file);
  const { product, request } = options;
  await using instance = await openInstance(session, options, { verb: "attach", acts: true, makes: false });
  const item = await findAssignment(session, instance, given.plan, given.assignment);
  const outcome = await instance
    .attach({
      planId: item.planId,
      assignmentId: item.id,
      name,
      bytes,
      requestId: request ?? randomUUID(),
      ...(product !== undefined && { product }),
    })
    .catch((error: unknown) => {
      if (!(error instanceof TroubleAnswer)) throw error;
      throw new Misuse(error.body.code, session.language === "vi" ? error.body.vi : error.body.en);
    });
  session.answer(outcome);
  if (!outcome.accepted) {
    printRefusal(session, outcome);
    session.ending = exitCode.refused;
    return;
  }
  const about = `${assignmentReference(item)} · ${item.task.title} · ${item.agency.name}`;
  session.say(session.paint("green", words.attach.done(name, about)));
  session.say(`  ${words.attach.digest(outcome.digest)}`);
  if (outcome.repeated) session.say(words.do.repeated);
  session.ending = exitCode.fine;
}
