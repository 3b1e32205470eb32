// `kehoach do`: sends one command to an assignment or to a plan.

import { randomUUID } from "node:crypto";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { askPlan } from "../instance/ask-plan.ts";
import { assignmentReference, findAssignment } from "../instance/assignment-reference.ts";
import type { Instance, Sent } from "../instance/instance.ts";
import { type InstanceOptions, openInstance } from "../instance/open-instance.ts";
import { parseDecision } from "../parse/actor.ts";
import { type DataOptions, parseCommandData, parseWhole } from "../parse/command-data.ts";
import { parseInstant } from "../parse/date.ts";
import { printRefusal } from "../print/refusal.ts";
import type { Session } from "../session.ts";
import { choice, withActor, withData } from "./verb-options.ts";

interface DoOptions extends InstanceOptions, DataOptions {
  onBehalfOf?: string;
  at?: string;
  completedAt?: string;
  request?: string;
  expected?: string;
  for?: string;
}

/** Stands for the plan as a whole in place of an assignment. */
const wholePlan = "-";

export function addDo(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("do")
    .description(words.do.summary)
    .argument("<plan>", words.plan)
    .argument("<assignment>", words.assignment)
    .argument("<command>", words.do.command)
    .option("--reason <text>", words.do.reason)
    .option("--note <text>", words.do.note)
    .option("--percent <number>", words.do.percent)
    .option("--document <number,date>", words.do.document)
    .option("--product <id=number,date...>", words.do.product)
    .addOption(choice("--answer <answer>", words.do.answer, ["agree", "differ"]))
    .option("--due <date>", words.do.due)
    .option("--hour <hour>", words.do.hour)
    .option("--task <task>", words.do.task)
    .option("--occurrence <key>", words.do.occurrence)
    .option("--agency <agency>", words.do.agency)
    .addOption(choice("--cause <cause>", words.do.cause, ["subjective", "objective"]))
    .option("--cause-confirmed-by <name>", words.do.causeConfirmedBy)
    .option("--unit <unit>", words.do.unit)
    .option("--officer <name>", words.do.officer)
    .option("--inner-due <date>", words.do.innerDue)
    .option("--corrects <number>", words.do.corrects)
    .option("--completed-at <moment>", words.do.completedAt)
    .option("--on-behalf-of <name,position,capacity>", words.do.onBehalfOf)
    .option("--for <authority>", words.do.for)
    .option("--at <moment>", words.do.at)
    .option("--request <id>", words.do.request)
    .option("--expected <number>", words.do.expected);
  withData(withActor(command, session), session).action(
    (plan: string, assignment: string, type: string, options: DoOptions) =>
      send(session, plan, assignment, type, options),
  );
}

async function send(
  session: Session,
  plan: string,
  assignment: string,
  type: string,
  options: DoOptions,
): Promise<void> {
  const { words } = session;
  // What was mistyped is told before anything is opened.
  const data = parseCommandData(session, options);
  const { expected, onBehalfOf, request } = options;
  const common = {
    requestId: request ?? randomUUID(),
    type,
    ...(expected !== undefined && { expected: parseWhole(session, "--expected", expected) }),
    ...(options.for !== undefined && { authority: options.for }),
    ...(onBehalfOf !== undefined && { onBehalfOf: parseDecision(session, onBehalfOf) }),
  };
  await using instance = await openInstance(session, options, { verb: "do", acts: true, makes: false });
  const completedAt =
    options.completedAt === undefined
      ? {}
      : { completedAt: parseInstant(session, options.completedAt, await instance.now()) };
  const brought =
    data === undefined && options.completedAt === undefined ? {} : { data: { ...data, ...completedAt } };
  const effectiveAt =
    options.at === undefined ? {} : { effectiveAt: parseInstant(session, options.at, await instance.now()) };
  const { sent, about } = await targetOf(session, instance, plan, assignment, {
    ...common,
    ...brought,
    ...effectiveAt,
  });
  const outcome = await instance.send(sent);
  if (!outcome.accepted) {
    session.answer(outcome);
    printRefusal(session, outcome);
    session.ending = exitCode.refused;
    return;
  }
  const { repeated, seq, entries } = outcome;
  session.answer({
    accepted: true,
    repeated,
    seq,
    entries: entries.map(({ seq: at, type: made, assignmentId }) => ({ seq: at, type: made, assignmentId })),
  });
  session.say(session.paint("green", words.do.done(type, about)));
  if (repeated) session.say(words.do.repeated);
  session.ending = exitCode.fine;
}

type Common = Omit<Sent, "target" | "planId" | "assignmentId">;

async function targetOf(
  session: Session,
  instance: Instance,
  plan: string,
  assignment: string,
  common: Common,
): Promise<{ sent: Sent; about: string }> {
  if (assignment === wholePlan) {
    const { id } = await askPlan(session, instance, "plan", { params: { plan } });
    return { sent: { ...common, target: "plan", planId: id } as Sent, about: session.words.do.wholePlan };
  }
  const item = await findAssignment(session, instance, plan, assignment);
  const sent = { ...common, target: "assignment", planId: item.planId, assignmentId: item.id } as Sent;
  return { sent, about: `${assignmentReference(item)} · ${item.task.title} · ${item.agency.name}` };
}
