// `kehoach period-report`: the report of a period as it stands; with --issue it is frozen, with --check an agency says
// whether its line is right.

import { randomUUID } from "node:crypto";
import { reportWords } from "@kehoach/engine/words";
import type { RouteAnswer } from "@kehoach/server/contract";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { reportName, writeReport } from "../files/write-report.ts";
import { TroubleAnswer } from "../instance/ask.ts";
import { askOrTell } from "../instance/ask-plan.ts";
import type { Instance } from "../instance/instance.ts";
import { type InstanceOptions, openInstance } from "../instance/open-instance.ts";
import { parseDate } from "../parse/date.ts";
import { printRefusal } from "../print/refusal.ts";
import { printReport } from "../print/report.ts";
import type { Session } from "../session.ts";
import { choice, withActor, withData } from "./verb-options.ts";

interface PeriodReportOptions extends InstanceOptions {
  plan?: string;
  agency?: string;
  regime?: string;
  asOf?: string;
  out?: string;
  issue?: boolean;
  check?: "agree" | "differ";
  reason?: string;
  request?: string;
}

export function addPeriodReport(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("period-report")
    .description(words.periodReport.summary)
    .argument("<period>", words.periodReport.period)
    .option("--plan <plan>", words.list.plan)
    .option("--agency <agency>", words.periodReport.agency)
    .option("--regime <regime>", words.periodReport.regime)
    .option("--as-of <date>", words.figures.asOf)
    .option("--out <folder>", words.periodReport.out)
    .option("--issue", words.periodReport.issue)
    .addOption(choice("--check <answer>", words.periodReport.check, ["agree", "differ"]))
    .option("--reason <text>", words.do.reason)
    .option("--request <id>", words.do.request);
  withData(withActor(command, session), session).action((period: string, options: PeriodReportOptions) =>
    periodReport(session, period, options),
  );
}

async function periodReport(session: Session, period: string, options: PeriodReportOptions): Promise<void> {
  const { plan, agency, regime, out, check } = options;
  if (options.issue === true && check !== undefined)
    throw session.misuse("bothOptions", "--issue", "--check");
  const acts = options.issue === true || check !== undefined;
  await using instance = await openInstance(session, options, { verb: "period-report", acts, makes: false });
  const about = {
    period,
    ...(plan !== undefined && { plan }),
    ...(agency !== undefined && { agency }),
    ...(regime !== undefined && { regime }),
  };
  // Awaited here: with its return the instance is closed.
  if (options.issue === true) return await issue(session, instance, about, options);
  if (check !== undefined) return await sayOfLine(session, instance, about, options);
  const asOf = options.asOf === undefined ? undefined : parseDate(session, options.asOf);
  const query = { ...about, asOf, lang: session.language };
  const missing = () => session.misuse("unknownPlan", plan ?? "");
  const { report, allowed } = await askOrTell(session, instance, "report", { query }, missing);
  const files =
    out === undefined
      ? []
      : await writeReport(session, out, reportName(reportWords[session.language].file, report, null), {
          report,
          print: await askOrTell(session, instance, "reportPages", { query }, missing),
        });
  session.answer({ report, allowed, files });
  if (out === undefined) printReport(session, report);
  for (const file of files) session.say(session.words.sheet.written(file));
  session.ending = exitCode.fine;
}

type About = { period: string; plan?: string; agency?: string; regime?: string };

async function issue(
  session: Session,
  instance: Instance,
  about: About,
  { out, request }: PeriodReportOptions,
): Promise<void> {
  const body = { ...about, requestId: request ?? randomUUID() };
  const answer = await unlessRefused(session, () => instance.ask("issueReport", { body }));
  if (answer === null) return;
  const { frozen, repeated } = answer;
  const files = out === undefined ? [] : await writeIssued(session, instance, frozen.id, out);
  session.answer({ frozen, repeated, files });
  session.say(
    session.paint(
      "green",
      session.words.periodReport.issued(frozen.period, String(frozen.number), frozen.id),
    ),
  );
  for (const file of files) session.say(session.words.sheet.written(file));
  session.ending = exitCode.fine;
}

/** Files of a report that was issued; its number is in their names. */
export async function writeIssued(
  session: Session,
  instance: Instance,
  id: string,
  out: string,
): Promise<string[]> {
  const params = { report: id };
  const missing = () => session.misuse("unknownReport", id);
  const { report, frozen } = await askOrTell(session, instance, "issuedReport", { params }, missing);
  const query = { lang: session.language };
  const print = await askOrTell(session, instance, "issuedReportPages", { params, query }, missing);
  const name = reportName(reportWords[session.language].file, report, frozen.number);
  return writeReport(session, out, name, { report, print });
}

async function sayOfLine(
  session: Session,
  instance: Instance,
  about: About,
  { check = "agree", reason, request }: PeriodReportOptions,
): Promise<void> {
  const body = {
    ...about,
    requestId: request ?? randomUUID(),
    answer: check,
    ...(reason !== undefined && { reason }),
  };
  const answer = await unlessRefused(session, () => instance.ask("checkReport", { body }));
  if (answer === null) return;
  session.answer(answer);
  session.say(session.paint("green", session.words.periodReport.checked));
  session.ending = exitCode.fine;
}

/** Null: it was refused, and said so. */
async function unlessRefused<Answer extends RouteAnswer<"issueReport" | "checkReport">>(
  session: Session,
  ask: () => Promise<Answer>,
): Promise<Answer | null> {
  try {
    return await ask();
  } catch (error) {
    const refusal = error instanceof TroubleAnswer ? error.refusal : null;
    if (refusal === null) throw error;
    session.answer({ refusal });
    printRefusal(session, refusal);
    session.ending = exitCode.refused;
    return null;
  }
}
