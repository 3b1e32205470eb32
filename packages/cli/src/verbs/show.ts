// `kehoach show`: a plan's summary, its calendar or its coverage, from a file or from a running instance.

import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { coverage } from "@kehoach/engine/language";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { type InstanceOptions, openInstance } from "../instance/open-instance.ts";
import { calendarOf, printCalendar, printCoverage, printPlan } from "../print/plan.ts";
import { printProblem, printUnchecked } from "../print/problems.ts";
import { readPlanFile } from "../read-plan-file.ts";
import type { Session } from "../session.ts";
import { shownFromFile } from "../show/shown-from-file.ts";
import { shownFromInstance } from "../show/shown-from-instance.ts";
import type { ShownPlan } from "../show/shown-plan.ts";
import { withActor, withData, withRegister } from "./verb-options.ts";

interface ShowOptions extends InstanceOptions {
  calendar?: boolean;
  coverage?: boolean;
  register?: readonly string[];
}

export function addShow(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("show")
    .description(words.show.summary)
    .argument("<plan>", words.show.target)
    .option("--calendar", words.show.calendar)
    .option("--coverage", words.show.coverage);
  withData(withActor(withRegister(command, session), session), session).action(
    (target: string, options: ShowOptions) => show(session, target, options),
  );
}

async function show(session: Session, target: string, options: ShowOptions): Promise<void> {
  if (options.calendar === true && options.coverage === true) {
    throw session.misuse("bothOptions", "--calendar", "--coverage");
  }
  const isFile =
    /\.ya?ml$/i.test(target) || existsSync(resolve(session.surroundings.workingDirectory, target));
  if (isFile) showFile(session, target, options);
  else await showIssued(session, target, options);
}

function showFile(session: Session, target: string, options: ShowOptions): void {
  const { plan, against, problems, questions, missing, source, language } = readPlanFile(
    session,
    target,
    options.register ?? [],
  );
  if (plan === null || against === null) {
    session.answer({ problems, questions, missing });
    for (const problem of problems) printProblem(session, problem, language);
    if (missing.length > 0) printUnchecked(session, source.file, missing);
    session.say(session.words.check.sum(String(problems.length), String(questions.length)));
    session.ending = problems.length === 0 ? exitCode.misuse : exitCode.refused;
    return;
  }
  session.ending = exitCode.fine;
  if (options.coverage === true) {
    const report = coverage(plan);
    session.answer(report);
    if (!session.json) printCoverage(session, report);
    return;
  }
  const open = questions.filter(({ settled }) => settled === null).length;
  print(session, shownFromFile(plan, against, open), options);
}

async function showIssued(session: Session, target: string, options: ShowOptions): Promise<void> {
  if (options.coverage === true) throw session.misuse("coverageOfFile");
  await using instance = await openInstance(session, options, { verb: "show", acts: false, makes: false });
  print(session, await shownFromInstance(session, instance, target), options);
  session.ending = exitCode.fine;
}

function print(session: Session, plan: ShownPlan, { calendar }: ShowOptions): void {
  if (calendar !== true) {
    session.answer(plan);
    printPlan(session, plan);
    return;
  }
  session.answer({
    items: calendarOf(plan).map(({ task, ...date }) => ({
      ...date,
      task: task.id,
      title: task.title,
      leads: task.leads,
    })),
  });
  printCalendar(session, plan);
}
