// `kehoach figures`: counts as officials report them, now or as recorded at a past date.

import { displayDate } from "@kehoach/engine/calendar";
import { adminWords } from "@kehoach/engine/words";
import type { FiguresBody } from "@kehoach/server/contract";
import type { Command } from "commander";
import { exitCode } from "../exit-code.ts";
import { askFigures } from "../instance/ask-figures.ts";
import { type InstanceOptions, openInstance } from "../instance/open-instance.ts";
import { parseWhole } from "../parse/command-data.ts";
import { parseDate } from "../parse/date.ts";
import { table } from "../print/table.ts";
import type { Session } from "../session.ts";
import { choice, withActor, withData } from "./verb-options.ts";

type By = "agency" | "objective" | "field" | "plan" | "task";
type Line = FiguresBody["total"];

interface FiguresOptions extends InstanceOptions {
  plan?: string;
  agency?: string;
  objective?: string;
  field?: string;
  by?: By;
  asOf?: string;
  silent: string;
}

export function addFigures(program: Command, session: Session): void {
  const { words } = session;
  const command = program
    .command("figures")
    .description(words.figures.summary)
    .option("--plan <plan>", words.list.plan)
    .option("--agency <agency>", words.list.agency)
    .option("--objective <objective>", words.figures.objective)
    .option("--field <field>", words.figures.field)
    .addOption(choice("--by <key>", words.figures.by, ["agency", "objective", "field", "plan", "task"]))
    .option("--as-of <date>", words.figures.asOf)
    .option("--silent <days>", words.figures.silent, "30");
  withData(withActor(command, session), session).action((options: FiguresOptions) =>
    figures(session, options),
  );
}

async function figures(session: Session, options: FiguresOptions): Promise<void> {
  const { plan, agency, objective, field, by } = options;
  const asOf = options.asOf === undefined ? undefined : parseDate(session, options.asOf);
  const staleDays = String(parseWhole(session, "--silent", options.silent));
  await using instance = await openInstance(session, options, { verb: "figures", acts: false, makes: false });
  const query = { plan, agency, objective, field, by, asOf, staleDays };
  const body = await askFigures(session, instance, "figures", { query });
  session.answer(body);
  print(session, body, asOf !== undefined);
  session.ending = exitCode.fine;
}

function print(session: Session, body: FiguresBody, past: boolean): void {
  const { words, language } = session;
  const { buckets } = adminWords[language];
  const { total } = body;
  const date = displayDate(body.date);
  session.say(session.paint("bold", past ? words.figures.asRecorded(date) : words.figures.at(date)));
  session.say();
  const order = Object.keys(total.assignments) as (keyof Line["assignments"])[];
  const rows = order.map((bucket) => [
    buckets[bucket],
    String(total.assignments[bucket]),
    String(total.tasks[bucket]),
    String(total.requested[bucket]),
  ]);
  const { head } = words.figures;
  printTable(session, [["", head.assignments, head.tasks, head.requested], ...rows]);
  session.say();
  const { ageing, stale, returns } = total;
  session.say(words.figures.ageing(ageing["1_30"], ageing["31_60"], ageing["61_90"], ageing.over_90));
  session.say(words.figures.stale(sum(stale), body.staleDays));
  session.say(
    words.figures.returns(returns.times, returns.assignments, returns.objective, returns.subjective),
  );
  session.say();
  for (const rate of total.rates) {
    session.say(
      `${percent(rate.basisPoints, language)}  ${rate.numerator}/${rate.denominator}  ${rate.label[language]}`,
    );
    session.say(`    = ${rate.formula[language]}`);
  }
  if (body.lines.length === 0) return;
  session.say();
  const lines = body.lines.map(({ title, assignments, rates, requested, isRequested }) => {
    const counts = isRequested ? requested : assignments;
    return [
      percent(isRequested ? null : (rates[0]?.basisPoints ?? null), language),
      String(sum(counts) - counts.withdrawn),
      String(counts.done_on_time),
      String(counts.done_late),
      String(counts.in_time + counts.due_soon + counts.awaiting_confirmation),
      String(counts.overdue),
      String(counts.no_due_date),
      `${title ?? words.figures.none}${isRequested ? ` (${words.figures.requested})` : ""}`,
    ];
  });
  printTable(session, [[...words.figures.columns], ...lines]);
}

function printTable(session: Session, rows: string[][]): void {
  const [first = "", ...lines] = table(rows);
  session.say(session.paint("bold", first));
  for (const line of lines) session.say(line);
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

/** Hundredths of a percent as the language writes them; a dash where there is nothing to divide by. */
function percent(basisPoints: number | null, language: "vi" | "en"): string {
  if (basisPoints === null) return "–";
  const sign = language === "vi" ? "," : ".";
  return `${Math.floor(basisPoints / 100)}${sign}${String(basisPoints % 100).padStart(2, "0")} %`;
}
