// A simulated year as a person reads it: what happens by date, then how much falls due for whom in which month.

import { displayDate } from "@kehoach/engine/calendar";
import type { Session } from "../session.ts";
import type { SimulatedEvent, Simulation } from "../simulate/simulate-plan.ts";
import { table } from "./table.ts";

/** Agencies named in a line before the rest is only counted. */
const mostNames = 2;

export function printSimulation(session: Session, simulation: Simulation): void {
  const { simulate } = session.words;
  const { from, assumed, until, events, assignments, withoutDue } = simulation;
  if (assumed) session.say(session.paint("yellow", simulate.assumed(displayDate(from))));
  session.say(simulate.nobody);
  session.say();
  const groups = grouped(events);
  const rows = groups.map((group) => lineOf(session, group));
  for (const line of table(rows)) session.say(line);
  session.say();
  printMonths(session, simulation);
  session.say();
  session.say(simulate.sum(displayDate(until), String(assignments), String(withoutDue)));
}

/** Agencies that meet the same on the same day share a line. */
function grouped(events: readonly SimulatedEvent[]): SimulatedEvent[][] {
  const groups = new Map<string, SimulatedEvent[]>();
  for (const event of events) {
    const { date, hour, type, role, task, occurrence, told } = event;
    const key = JSON.stringify([date, hour, type, role, task.id, occurrence, told?.id]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  return [...groups.values()];
}

function lineOf(session: Session, group: readonly SimulatedEvent[]): string[] {
  const { simulate, list, show } = session.words;
  const [first] = group;
  if (first === undefined) return [];
  const { date, hour, label, told, role, task, occurrence } = first;
  const names = group.map(({ agency }) => agency.name);
  const who = names.length > mostNames ? show.agencies(String(names.length)) : names.join(", ");
  const title = role === "coordinator" ? list.coordinates(task.title) : task.title;
  return [
    `${displayDate(date)}${hour === null ? "" : ` ${hour}`}`,
    label[session.language],
    told === null ? who : `${who} ${simulate.told(told.name)}`,
    occurrence === "once" ? title : `${title} (${occurrence})`,
  ];
}

function printMonths(session: Session, { summary }: Simulation): void {
  const { simulate } = session.words;
  const due = summary.map(({ agency, months }) => ({
    name: agency.name,
    counts: Object.fromEntries(Object.entries(months).map(([month, types]) => [month, types.due ?? 0])),
  }));
  const months = [...new Set(due.flatMap(({ counts }) => Object.keys(counts)))]
    .filter((month) => due.some(({ counts }) => (counts[month] ?? 0) > 0))
    .sort();
  session.say(session.paint("bold", simulate.dueByMonth));
  if (months.length === 0) {
    session.say(simulate.nothingDue);
    return;
  }
  const total = (counts: Readonly<Record<string, number>>) =>
    months.reduce((sum, month) => sum + (counts[month] ?? 0), 0);
  const shown = (count: number) => (count === 0 ? "·" : String(count));
  const rows = [
    [...months.map((month) => `${month.slice(5)}/${month.slice(2, 4)}`), simulate.total, simulate.agency],
    ...due
      .filter(({ counts }) => total(counts) > 0)
      .map(({ name, counts }) => [
        ...months.map((month) => shown(counts[month] ?? 0)),
        String(total(counts)),
        name,
      ]),
  ];
  for (const line of table(rows)) session.say(line);
}
