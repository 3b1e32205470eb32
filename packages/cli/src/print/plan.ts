// A plan's summary, its calendar and its coverage as a person reads them.

import { buckets } from "@kehoach/engine";
import { displayDate } from "@kehoach/engine/calendar";
import type { Coverage } from "@kehoach/engine/language";
import { adminWords } from "@kehoach/engine/words";
import type { Session } from "../session.ts";
import type { ShownDate, ShownInput, ShownPlan, ShownTask } from "../show/shown-plan.ts";
import { table } from "./table.ts";

/** Dates of one task shown before the rest is only counted. */
const mostDates = 4;

export function printPlan(session: Session, plan: ShownPlan): void {
  const { words, language } = session;
  const { show } = words;
  printHead(session, plan);
  if (plan.counts !== null) {
    session.say();
    session.say(session.paint("bold", show.counts));
    const { counts } = plan;
    const rows = buckets.filter((bucket) => counts[bucket] > 0);
    const lines = rows.map((bucket) => [adminWords[language].buckets[bucket], String(counts[bucket])]);
    for (const line of table(lines)) session.say(`  ${line}`);
  }
  const printed = new Set<string>();
  const objectives = new Set(plan.objectives.map(({ id }) => id));
  for (const objective of plan.objectives) {
    const tasks = plan.tasks.filter((task) => task.objective === objective.id);
    session.say();
    session.say(session.paint("bold", `${objective.title}  [${objective.id}]`));
    for (const target of plan.targets) {
      if (target.objective === objective.id) session.say(`  ◦ ${target.title}  [${target.id}]`);
    }
    for (const task of tasks) {
      printed.add(task.id);
      printTask(session, task);
    }
  }
  const rest = plan.tasks.filter((task) => !printed.has(task.id));
  if (rest.length > 0) {
    session.say();
    session.say(session.paint("bold", plan.objectives.length === 0 ? show.tasks : show.noObjective));
    for (const task of rest) printTask(session, task);
  }
  const others = plan.targets.filter(({ objective }) => objective === null || !objectives.has(objective));
  if (others.length > 0) {
    session.say();
    session.say(session.paint("bold", show.targets));
    for (const { title, id } of others) session.say(`  ◦ ${title}  [${id}]`);
  }
  printInputs(session, plan.inputs ?? []);
}

function printInputs(session: Session, inputs: readonly ShownInput[]): void {
  const { show } = session.words;
  if (inputs.length === 0) return;
  session.say();
  session.say(session.paint("bold", show.inputs));
  const lines = inputs.map(({ id, title, unit, reporters, every, cumulative }) => [
    `${title}${unit === null ? "" : ` (${unit})`}  [${id}]`,
    reporters.join(", "),
    `${show.every[every]}${every === "year" ? "" : `, ${cumulative ? show.addsUp : show.lastStands}`}`,
  ]);
  for (const line of table(lines)) session.say(`  ${line}`);
}

function printHead(session: Session, plan: ShownPlan): void {
  const { words, language } = session;
  const { show } = words;
  const kind = adminWords[language].planKinds[plan.kind];
  session.say(session.paint("bold", `${kind}${plan.number === null ? "" : ` ${plan.number}`}  [${plan.id}]`));
  session.say(plan.title);
  const issued = plan.issued === null ? show.draft : show.issued(displayDate(plan.issued));
  session.say(`${show.issuer}: ${plan.issuer}, ${issued}`);
  session.say(show.period(displayDate(plan.period.from), displayDate(plan.period.to)));
  if (plan.standingLeads.length > 0) session.say(`${show.standing}: ${plan.standingLeads.join(", ")}`);
  if (plan.openQuestions > 0)
    session.say(session.paint("yellow", show.questions(String(plan.openQuestions))));
}

function printTask(session: Session, task: ShownTask): void {
  const { show } = session.words;
  session.say(`  • ${task.title}  [${task.id}]`);
  session.say(`      ${show.leads}: ${task.leads.join(", ")}`);
  if (task.coordinators.length > 0)
    session.say(`      ${show.coordinators}: ${task.coordinators.join(", ")}`);
  if (task.products.length > 0) session.say(`      ${show.product}: ${task.products.join("; ")}`);
  session.say(`      ${show.due}: ${dueLine(session, task)}`);
  if (task.understood !== null) session.say(`      ${show.understood}: ${task.understood}`);
  if (task.assumption !== null)
    session.say(session.paint("dim", `      ${show.assumption}: ${task.assumption}`));
}

function dueLine(session: Session, { dueText, dates }: ShownTask): string {
  const { show } = session.words;
  if (dates.length === 0) return dueText === null ? show.noDue : `${dueText} → ${show.unknownDue}`;
  const shown = dates.slice(0, mostDates).map(dateText).join(", ");
  const left = dates.length - mostDates;
  const rest = left > 0 ? show.moreDates(String(left)) : "";
  return dueText === null || dueText === shown ? `${shown}${rest}` : `${dueText} → ${shown}${rest}`;
}

function dateText({ date, hour }: ShownDate): string {
  return `${displayDate(date)}${hour === null ? "" : ` ${hour}`}`;
}

/** One line for each task and occurrence, by date. */
export function printCalendar(session: Session, plan: ShownPlan): void {
  const { show } = session.words;
  const due = calendarOf(plan);
  if (due.length === 0) {
    session.say(show.noCalendar);
    return;
  }
  const rows = due.map(({ task, ...date }) => [
    `${dateText(date)}${date.provisional === true ? " ?" : ""}`,
    date.occurrence ?? "",
    task.agencies > 2 ? show.agencies(String(task.agencies)) : task.leads.join(", "),
    task.title,
  ]);
  for (const line of table(rows)) session.say(line);
  if (due.some(({ provisional }) => provisional === true))
    session.say(session.paint("dim", show.provisional));
}

export function calendarOf(plan: ShownPlan): (ShownDate & { task: ShownTask })[] {
  return plan.tasks
    .flatMap((task) => task.dates.map((date) => ({ ...date, task })))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

export function printCoverage(session: Session, coverage: Coverage): void {
  const { show } = session.words;
  const { statementsWithoutNode, nodesWithoutStatement } = coverage;
  if (statementsWithoutNode.length === 0) session.say(session.paint("green", show.coverageFull));
  else {
    session.say(session.paint("bold", show.statementsWithoutNode));
    for (const id of statementsWithoutNode) session.say(`  ${id}`);
  }
  if (nodesWithoutStatement.length === 0) return;
  session.say(session.paint("bold", show.nodesWithoutStatement));
  for (const { path, id } of nodesWithoutStatement) session.say(`  ${path}${id === null ? "" : `  [${id}]`}`);
}
