// `kehoach issue`: issues a plan with the register documents it names.

import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { sourceOf } from "../files/source-of.ts";
import { askOrTell } from "../instance/ask-plan.ts";
import { type InstanceOptions, openInstance } from "../instance/open-instance.ts";
import { parseDecision } from "../parse/actor.ts";
import { printProblem, printQuestion } from "../print/problems.ts";
import { printRefusal } from "../print/refusal.ts";
import { readPlanFile } from "../read-plan-file.ts";
import type { Session } from "../session.ts";
import { withActor, withData, withRegister } from "./verb-options.ts";

interface IssueOptions extends InstanceOptions {
  register?: readonly string[];
  onBehalfOf?: string;
  request?: string;
}

export function addIssue(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("issue")
    .description(words.issue.summary)
    .argument("<file>", words.issue.file)
    .option("--on-behalf-of <name,position,capacity>", words.do.onBehalfOf)
    .option("--request <id>", words.do.request);
  withData(withActor(withRegister(command, session), session), session).action(
    (file: string, options: IssueOptions) => issue(session, file, options),
  );
}

async function issue(session: Session, file: string, options: IssueOptions): Promise<void> {
  const { words } = session;
  const read = readPlanFile(session, file, options.register ?? []);
  await using instance = await openInstance(session, options, { verb: "issue", acts: true, makes: true });
  const { onBehalfOf, request } = options;
  const body = {
    plan: sourceOf(read.source),
    register: read.register.map(sourceOf),
    ...(request !== undefined && { requestId: request }),
    ...(onBehalfOf !== undefined && { onBehalfOf: parseDecision(session, onBehalfOf) }),
  };
  const outcome = await askOrTell(session, instance, "issue", { body });
  session.answer(outcome);
  for (const question of outcome.questions) printQuestion(session, question, read.language);
  if (outcome.issued) {
    session.say(session.paint("green", words.issue.issued(read.plan?.title ?? outcome.documentId ?? "")));
    session.say(words.issue.opened(String(outcome.assignments)));
    session.ending = exitCode.fine;
    return;
  }
  for (const problem of outcome.problems) printProblem(session, problem, read.language);
  if (outcome.refusal !== null) printRefusal(session, outcome.refusal);
  session.say(words.issue.notIssued);
  session.ending = exitCode.refused;
}
