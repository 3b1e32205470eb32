// `kehoach targets` and `kehoach target`: how a plan's targets stand, and what one of them rests on.

import { displayDate } from "@kehoach/engine/calendar";
import { judgementWords } from "@kehoach/engine/words";
import type { TargetDetailBody, TargetsBody } from "@kehoach/server/contract";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { askPlan } from "../instance/ask-plan.ts";
import { type InstanceOptions, openInstance } from "../instance/open-instance.ts";
import { Misuse } from "../misuse.ts";
import { parseDate } from "../parse/date.ts";
import { table } from "../print/table.ts";
import type { Session } from "../session.ts";
import { withActor, withData } from "./verb-options.ts";

interface TargetsOptions extends InstanceOptions {
  asOf?: string;
}

/** Missing readings named at most; the rest are counted. */
const named = 20;

export function addTargets(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("targets")
    .description(words.targets.summary)
    .argument("<plan>", words.plan)
    .option("--as-of <date>", words.targets.asOf);
  withData(withActor(command, session), session).action((plan: string, options: TargetsOptions) =>
    targets(session, plan, options),
  );
}

export function addTarget(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("target")
    .description(words.targets.one)
    .argument("<plan>", words.plan)
    .argument("<target>", words.targets.target)
    .option("--as-of <date>", words.targets.asOf);
  withData(withActor(command, session), session).action(
    (plan: string, target: string, options: TargetsOptions) => oneTarget(session, plan, target, options),
  );
}

async function targets(session: Session, plan: string, options: TargetsOptions): Promise<void> {
  const query = queryOf(session, options);
  await using instance = await openInstance(session, options, { verb: "targets", acts: false, makes: false });
  const body = await askPlan(session, instance, "targets", { params: { plan }, query });
  session.answer(body);
  printTargets(session, body);
  session.ending = exitCode.fine;
}

async function oneTarget(
  session: Session,
  plan: string,
  target: string,
  options: TargetsOptions,
): Promise<void> {
  const query = queryOf(session, options);
  await using instance = await openInstance(session, options, { verb: "target", acts: false, makes: false });
  await askPlan(session, instance, "plan", { params: { plan } });
  const missing = () => new Misuse("unknownTarget", session.words.targets.unknown(target));
  const body = await askPlan(session, instance, "target", { params: { plan, target }, query }, missing);
  session.answer(body);
  printTarget(session, body);
  session.ending = exitCode.fine;
}

function queryOf(session: Session, { asOf }: TargetsOptions): { asOf?: string } {
  return asOf === undefined ? {} : { asOf: parseDate(session, asOf) };
}

type Item = TargetsBody["items"][number];

function verdictOf({ words, language }: Session, { judgement }: Item): string {
  const verdict = judgementWords[language].verdicts[judgement.verdict];
  return judgement.provisional && judgement.reason === null ? words.targets.provisional(verdict) : verdict;
}

function printTargets(session: Session, { date, items }: TargetsBody): void {
  const { words, language } = session;
  session.say(session.paint("bold", words.targets.at(displayDate(date))));
  if (items.length === 0) session.say(words.targets.none);
  for (const item of items) {
    session.say();
    session.say(`${session.paint("bold", item.title)}  [${item.id}]`);
    session.say(`  ${session.paint("bold", verdictOf(session, item))}`);
    session.say(`  ${item.said[language]}`);
    if (item.outlook !== null) session.say(`  ${item.outlook.said[language]}`);
    const { missing } = item.reported;
    if (missing.length > 0) session.say(`  ${words.targets.missing(String(missing.length))}`);
  }
}

function printTarget(session: Session, body: TargetDetailBody): void {
  const { words } = session;
  printTargets(session, { at: body.at, date: body.date, items: [body] });
  session.say();
  for (const { text, filled } of body.substituted)
    session.say(filled === null || filled === text ? text : `${text} = ${filled}`);
  const { missing } = body.reported;
  for (const { title, agency, period } of missing.slice(0, named))
    session.say(`  ${period}  ${agency.name}  ${title}`);
  if (missing.length > named) session.say(`  ${words.targets.more(String(missing.length - named))}`);
  if (body.readings.length === 0) return;
  session.say();
  const rows = body.readings.map(({ period, agency, input, value, status }) => [
    period,
    agency.name,
    input,
    value ?? words.targets.nothing,
    words.targets.statuses[status],
  ]);
  const [head = "", ...lines] = table([[...words.targets.readings], ...rows]);
  session.say(session.paint("bold", head));
  for (const line of lines) session.say(line);
}
