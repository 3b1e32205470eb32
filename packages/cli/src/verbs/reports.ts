// `kehoach reports`: the reports that were issued; one of them by its id, with --out as files.

import { dateOfInstant, displayDate } from "@kehoach/engine/calendar";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { askOrTell } from "../instance/ask-plan.ts";
import { type InstanceOptions, openInstance } from "../instance/open-instance.ts";
import { printReport } from "../print/report.ts";
import type { Session } from "../session.ts";
import { writeIssued } from "./period-report.ts";
import { withActor, withData } from "./verb-options.ts";

interface ReportsOptions extends InstanceOptions {
  plan?: string;
  agency?: string;
  period?: string;
  out?: string;
}

export function addReports(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("reports")
    .description(words.reports.summary)
    .argument("[report]", words.reports.report)
    .option("--plan <plan>", words.list.plan)
    .option("--agency <agency>", words.list.agency)
    .option("--period <period>", words.periodReport.period)
    .option("--out <folder>", words.periodReport.out);
  withData(withActor(command, session), session).action((id: string | undefined, options: ReportsOptions) =>
    reports(session, id, options),
  );
}

async function reports(session: Session, id: string | undefined, options: ReportsOptions): Promise<void> {
  const { plan, agency, period, out } = options;
  if (id === undefined && out !== undefined) throw session.misuse("missingArgument", "report");
  await using instance = await openInstance(session, options, { verb: "reports", acts: false, makes: false });
  if (id === undefined) {
    const query = { plan, agency, period };
    const { items } = await askOrTell(session, instance, "reports", { query }, () =>
      session.misuse("unknownPlan", plan ?? ""),
    );
    session.answer({ items });
    for (const { id: report, number, latest, agency: of, ...frozen } of items) {
      const day = displayDate(dateOfInstant(frozen.issuedAt));
      const stands = number === latest ? "" : ` (${session.words.reports.superseded(String(latest))})`;
      session.say(
        `${report}  ${frozen.period}  ${of ?? "–"}  ${session.words.reports.line(String(number), day)}${stands}`,
      );
    }
    if (items.length === 0) session.say(session.words.reports.none);
  } else if (out !== undefined) {
    const files = await writeIssued(session, instance, id, out);
    session.answer({ files });
    for (const file of files) session.say(session.words.sheet.written(file));
  } else {
    const body = await askOrTell(session, instance, "issuedReport", { params: { report: id } }, () =>
      session.misuse("unknownReport", id),
    );
    session.answer(body);
    printReport(session, body.report);
  }
  session.ending = exitCode.fine;
}
