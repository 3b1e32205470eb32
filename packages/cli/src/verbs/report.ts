// `kehoach report`: one figure of one period, as an agency reports it.

import { randomUUID } from "node:crypto";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { askPlan } from "../instance/ask-plan.ts";
import type { Sent } from "../instance/instance.ts";
import { type InstanceOptions, openInstance } from "../instance/open-instance.ts";
import { Misuse } from "../misuse.ts";
import { parseDecision } from "../parse/actor.ts";
import { printRefusal } from "../print/refusal.ts";
import type { Session } from "../session.ts";
import { withActor, withData } from "./verb-options.ts";

interface ReportOptions extends InstanceOptions {
  input: string;
  period: string;
  value?: string;
  nothing?: boolean;
  estimate?: boolean;
  confirmed?: boolean;
  agency?: string;
  reason?: string;
  note?: string;
  onBehalfOf?: string;
  request?: string;
}

export function addReport(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("report")
    .description(words.report.summary)
    .argument("<plan>", words.plan)
    .requiredOption("--input <input>", words.report.input)
    .requiredOption("--period <period>", words.report.period)
    .option("--value <value>", words.report.value)
    .option("--nothing", words.report.nothing)
    .option("--estimate", words.report.estimate)
    .option("--confirmed", words.report.confirmed)
    .option("--agency <agency>", words.report.agency)
    .option("--reason <text>", words.do.reason)
    .option("--note <text>", words.do.note)
    .option("--on-behalf-of <name,position,capacity>", words.do.onBehalfOf)
    .option("--request <id>", words.do.request);
  withData(withActor(command, session), session).action((plan: string, options: ReportOptions) =>
    report(session, plan, options),
  );
}

async function report(session: Session, plan: string, options: ReportOptions): Promise<void> {
  const { words } = session;
  const { input, period, agency, reason, note, onBehalfOf, request } = options;
  if ((options.value === undefined) === (options.nothing !== true))
    throw new Misuse("valueMissing", words.report.valueMissing);
  const value = options.value ?? null;
  const status = options.estimate === true ? "estimate" : "official";
  const reading = {
    input,
    period,
    status,
    value,
    ...(agency !== undefined && { agency }),
    ...(options.confirmed === true && { confirmed: true }),
  };
  const data = {
    readings: [reading],
    ...(reason !== undefined && { reason }),
    ...(note !== undefined && { note }),
  };
  const decision = onBehalfOf === undefined ? undefined : parseDecision(session, onBehalfOf);
  await using instance = await openInstance(session, options, { verb: "report", acts: true, makes: false });
  const { id } = await askPlan(session, instance, "plan", { params: { plan } });
  const outcome = await instance.send({
    target: "plan",
    planId: id,
    type: "report",
    requestId: request ?? randomUUID(),
    data,
    ...(decision !== undefined && { onBehalfOf: decision }),
  } as Sent);
  session.answer(outcome);
  if (!outcome.accepted) {
    printRefusal(session, outcome);
    session.ending = exitCode.refused;
    return;
  }
  session.say(session.paint("green", words.report.done(input, period, value ?? words.report.noFigure)));
  if (outcome.repeated) session.say(words.do.repeated);
  session.ending = exitCode.fine;
}
