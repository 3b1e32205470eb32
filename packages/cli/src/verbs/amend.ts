// `kehoach amend` and `kehoach recompute`: a new version of a plan in force, by a new text or a newer register.

import type { RouteBody } from "@kehoach/server/contract";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { readTextFile } from "../files/read-text.ts";
import { sourceOf } from "../files/source-of.ts";
import { askOrTell } from "../instance/ask-plan.ts";
import { type InstanceOptions, openInstance } from "../instance/open-instance.ts";
import { parseDecision } from "../parse/actor.ts";
import { parseDocument } from "../parse/command-data.ts";
import { printAmendment } from "../print/amendment.ts";
import { printProblem, printQuestion } from "../print/problems.ts";
import { printRefusal } from "../print/refusal.ts";
import type { Session } from "../session.ts";
import { withActor, withData, withRegister } from "./verb-options.ts";

interface AmendOptions extends InstanceOptions {
  document?: string;
  preview?: boolean;
  reason?: string;
  register?: readonly string[];
  onBehalfOf?: string;
  request?: string;
}

export function addAmend(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("amend")
    .description(words.amend.summary)
    .argument("<file>", words.amend.file)
    .requiredOption("--document <number,date>", words.amend.document);
  withAmendment(command, session).action((file: string, options: AmendOptions & { document: string }) => {
    const plan = sourceOf(readTextFile(session, file));
    const document = parseDocument(session, options.document);
    return amend(session, "amend", { plan, document, ...asked(session, options) }, options);
  });
}

export function addRecompute(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("recompute")
    .description(words.amend.recompute)
    .argument("<plan>", words.plan)
    .option("--document <number,date>", words.amend.document);
  withAmendment(command, session).action((plan: string, options: AmendOptions) => {
    const { document } = options;
    const given = document === undefined ? {} : { document: parseDocument(session, document) };
    return amend(session, "recompute", { adopt: plan, ...given, ...asked(session, options) }, options);
  });
}

function withAmendment(command: Command, session: Session): Command {
  const { words } = session;
  const whole = withRegister(command.option("--preview", words.amend.preview), session)
    .option("--reason <text>", words.do.reason)
    .option("--on-behalf-of <name,position,capacity>", words.do.onBehalfOf)
    .option("--request <id>", words.do.request);
  return withData(withActor(whole, session), session);
}

/** What both bring. */
function asked(session: Session, { preview, reason, register = [], onBehalfOf, request }: AmendOptions) {
  return {
    ...(preview === true && { preview }),
    ...(reason !== undefined && { reason }),
    ...(register.length > 0 && { register: register.map((path) => sourceOf(readTextFile(session, path))) }),
    ...(onBehalfOf !== undefined && { onBehalfOf: parseDecision(session, onBehalfOf) }),
    ...(request !== undefined && { requestId: request }),
  };
}

async function amend(
  session: Session,
  verb: "amend" | "recompute",
  body: RouteBody<"amend">,
  options: AmendOptions,
): Promise<void> {
  const { words } = session;
  await using instance = await openInstance(session, options, { verb, acts: true, makes: false });
  const missing = () => session.misuse("unknownPlan", "adopt" in body ? body.adopt : (body.plan.file ?? ""));
  const outcome = await askOrTell(session, instance, "amend", { body }, missing);
  session.answer(outcome);
  for (const question of outcome.questions) printQuestion(session, question, session.language);
  if (outcome.amended && outcome.changes !== null) {
    const { documentId, version, preview, repeated, changes } = outcome;
    const say = preview ? words.amend.previewed : words.amend.amended;
    session.say(session.paint("green", say(documentId ?? "", String(version))));
    if (repeated) session.say(words.amend.repeated);
    printAmendment(session, changes);
    session.ending = exitCode.fine;
    return;
  }
  for (const problem of outcome.problems) printProblem(session, problem, session.language);
  if (outcome.refusal !== null) printRefusal(session, outcome.refusal);
  session.say(words.amend.notAmended);
  session.ending = exitCode.refused;
}
