// `kehoach simulate`: a plan's year before it begins, without touching any data.

import { displayDate } from "@kehoach/engine/calendar";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { sourceOf } from "../files/source-of.ts";
import { parseDate } from "../parse/date.ts";
import { printProblem } from "../print/problems.ts";
import { printRefusal } from "../print/refusal.ts";
import { printSimulation } from "../print/simulation.ts";
import { readPlanFile } from "../read-plan-file.ts";
import type { Session } from "../session.ts";
import { simulatePlan } from "../simulate/simulate-plan.ts";
import { withRegister } from "./verb-options.ts";

interface SimulateOptions {
  register?: readonly string[];
  until?: string;
}

export function addSimulate(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("simulate")
    .description(words.simulate.summary)
    .argument("<file>", words.simulate.file)
    .option("--until <date>", words.simulate.until);
  withRegister(command, session).action((file: string, options: SimulateOptions) =>
    simulate(session, file, options),
  );
}

async function simulate(session: Session, file: string, options: SimulateOptions): Promise<void> {
  const given = options.until === undefined ? null : parseDate(session, options.until);
  const { source, plan, problems, questions, register, language } = readPlanFile(
    session,
    file,
    options.register ?? [],
  );
  if (plan === null) {
    session.answer({ simulated: false, problems, questions });
    for (const problem of problems) printProblem(session, problem, language);
    session.say(session.words.check.sum(String(problems.length), String(questions.length)));
    session.ending = exitCode.refused;
    return;
  }
  const from = plan.issued ?? plan.period.from;
  const until = given ?? plan.period.to;
  if (until < from) throw session.misuse("untilTooEarly", displayDate(from));
  const simulation = await simulatePlan(
    plan,
    { plan: sourceOf(source), register: register.map(sourceOf) },
    until,
  );
  if ("accepted" in simulation) {
    session.answer({ simulated: false, refusal: simulation });
    if (!session.json) printRefusal(session, simulation);
    session.ending = exitCode.refused;
    return;
  }
  session.answer({ simulated: true, ...simulation });
  if (!session.json) printSimulation(session, simulation);
  session.ending = exitCode.fine;
}
