// A period's report in a terminal: figures, verdicts, gaps, what changed, who has checked.

import { displayDate } from "@kehoach/engine/calendar";
import { judgementWords, reportWords, serverWords } from "@kehoach/engine/words";
import type { PeriodReportBody } from "@kehoach/server/contract";
import type { Session } from "../session.ts";

export function printReport(session: Session, report: PeriodReportBody): void {
  const { language } = session;
  const words = reportWords[language];
  const { scope, period, figures, targets, gaps, changes, checks } = report;
  const { assignments, rates } = figures.total;
  const title = [scope.plan?.title, scope.agency?.name].filter((part) => part !== undefined).join(" · ");
  session.say(session.paint("bold", `${title === "" ? words.everything : title} · ${period.id}`));
  session.say(words.window(displayDate(period.from), displayDate(period.to)));
  session.say();
  const { done_on_time: onTime, done_late: late, in_time: inTime, due_soon: soon, overdue } = assignments;
  session.say(words.tasks.done(String(onTime + late), String(onTime), String(late)));
  session.say(words.tasks.awaiting(String(assignments.awaiting_confirmation)));
  session.say(words.tasks.open(String(inTime + soon), String(soon), String(assignments.no_due_date)));
  session.say(words.tasks.overdue(String(overdue), ""));
  for (const { id, numerator, denominator } of rates)
    session.say(
      session.paint("dim", `${serverWords[language].rates[id].label}: ${numerator}/${denominator}`),
    );
  if (changes !== null) {
    const { done, overdue: late_, opened, since } = changes;
    session.say(words.changes.heading(since.period, since.number));
    session.say(`  ${words.changes.work(String(done.length), String(late_.length), String(opened.length))}`);
  }
  if (targets.length > 0) session.say();
  for (const { title: name, verdict, provisional, explanation } of targets) {
    const judged = judgementWords[language].verdicts[verdict];
    session.say(`${session.paint("bold", provisional ? words.provisional(judged) : judged)}  ${name}`);
    session.say(`    ${explanation[language]}`);
  }
  if (gaps.readings.length + gaps.duties.length > 0) session.say();
  for (const [agency, missing] of Map.groupBy(gaps.readings, ({ name }) => name)) {
    const byFigure = Map.groupBy(missing, ({ title: figure }) => figure);
    for (const [figure, of] of byFigure) {
      const periods = of.map(({ period: missed }) => missed).join(", ");
      session.say(`${words.notReported}: ${words.gaps.byAgency(agency, words.gaps.figure(figure, periods))}`);
    }
  }
  for (const { name, task, occurrence, what } of gaps.duties)
    session.say(words.gaps.byAgency(name, words.gaps.duty(task, occurrence, words.gaps.what[what])));
  for (const { name, answer, reason, holds } of checks) {
    const why = reason === null ? "" : `: ${reason}`;
    session.say(`${name}: ${words.answers[answer]}${why}${holds ? "" : ` (${words.checks.moved})`}`);
  }
}
