// A plan's year as it goes by itself when nobody does anything: in memory, in virtual time, every clock entry kept.

import type { AssignmentView, Engine, HistoryEntry, Plan, Refusal, SourceText } from "@kehoach/engine";
import { type DateText, dateOfInstant, endOfDay, hourOfInstant } from "@kehoach/engine/calendar";
import { asIssued, openTestEngine, passTime, sampleActor } from "@kehoach/engine/testing";
import { cliWords, entryLabel } from "@kehoach/engine/words";

export interface SimulatedEvent {
  date: DateText;
  /** Null: at the beginning of the day, or at no hour in particular. */
  hour: string | null;
  /** An entry's type, or `due`: the last day an assignment was to be done. */
  type: string;
  label: { vi: string; en: string };
  role: "lead" | "coordinator";
  agency: { id: string; name: string };
  /** Another agency that is told, such as the next above; null: none. */
  told: { id: string; name: string } | null;
  task: { id: string; title: string };
  /** "once", a period, a window. */
  occurrence: string;
}

/** How often each type of event met an agency in a month (yyyy-mm). */
export interface AgencyMonths {
  agency: { id: string; name: string };
  months: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface Simulation {
  /** The day the plan is issued, and whether that was only assumed. */
  from: DateText;
  assumed: boolean;
  until: DateText;
  assignments: number;
  /** Open assignments for which nobody can know a due yet: they wait for others or for something to happen. */
  withoutDue: number;
  events: readonly SimulatedEvent[];
  summary: readonly AgencyMonths[];
}

/** Until the end of `until`. A refusal: the plan cannot be issued. Touches no data: the engine lives in memory. */
export async function simulatePlan(
  plan: Plan,
  texts: { plan: SourceText; register: readonly SourceText[] },
  until: DateText,
): Promise<Simulation | Refusal> {
  const from = plan.issued ?? plan.period.from;
  await using test = await openTestEngine(from);
  const { engine, clock } = test;
  const issued = await engine.issue({
    plan: asIssued(texts.plan, plan),
    register: texts.register,
    actor: sampleActor(plan.issuer, "vice_chair"),
  });
  if (!issued.issued) {
    if (issued.refusal !== null) return issued.refusal;
    throw new Error(`Not issued: ${JSON.stringify(issued.problems)}`);
  }
  const end = endOfDay(until, null) - 1;
  await passTime(engine, clock, end);
  const rows = await assignmentsOf(engine, issued.planId);
  const events = await eventsOf(engine, issued.planId, rows, end);
  return {
    from,
    assumed: plan.issued === null,
    until,
    assignments: rows.length,
    withoutDue: rows.filter((row) => row.dueOn === null && row.category !== "done").length,
    events,
    summary: summaryOf(events),
  };
}

async function eventsOf(
  engine: Engine,
  planId: string,
  rows: readonly AssignmentView[],
  end: number,
): Promise<SimulatedEvent[]> {
  const compiled = await engine.compiled(planId);
  if (compiled === null) throw new Error(`Plan ${planId} is not compiled.`);
  const { plan, agencyName, tasks } = compiled;
  const named = (id: string) => ({ id, name: agencyName(id) });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const about = ({ agencyId, role, taskId, occurrence }: AssignmentView) => ({
    role,
    agency: named(agencyId),
    task: { id: taskId, title: tasks.get(taskId)?.task.title ?? taskId },
    occurrence,
  });
  const placed: { at: number; event: SimulatedEvent }[] = [];
  for (const entry of await entriesOf(engine, planId)) {
    const row = entry.assignmentId === null ? undefined : byId.get(entry.assignmentId);
    if (row === undefined) continue;
    const told = agencyIn(entry);
    placed.push({
      at: entry.effectiveAt,
      event: {
        ...momentOf(entry.effectiveAt),
        type: entry.type,
        label: entryLabel(plan.lifecycles, entry),
        told: told === null || told === row.agencyId ? null : named(told),
        ...about(row),
      },
    });
  }
  const label = { vi: cliWords.vi.simulate.lastDay, en: cliWords.en.simulate.lastDay };
  for (const row of rows) {
    if (row.dueAt === null || row.dueOn === null) continue;
    const { date, hour } = momentOf(row.dueAt);
    const at = date === row.dueOn ? row.dueAt : row.dueAt - 1;
    if (at > end) continue;
    placed.push({
      at,
      event: {
        date: row.dueOn,
        hour: date === row.dueOn ? hour : null,
        type: "due",
        label,
        told: null,
        ...about(row),
      },
    });
  }
  const order = new Map([...tasks.keys()].map((id, index) => [id, index]));
  const place = ({ task }: SimulatedEvent) => order.get(task.id) ?? 0;
  return placed
    .sort((a, b) => a.at - b.at || place(a.event) - place(b.event) || byName(a.event.agency, b.event.agency))
    .map(({ event }) => event);
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name.localeCompare(b.name, "vi");
}

function momentOf(at: number): { date: DateText; hour: string | null } {
  const hour = hourOfInstant(at);
  return { date: dateOfInstant(at), hour: hour === "00:00" ? null : hour };
}

/** The agency an entry names in its facts, as an escalation names whom it reaches. */
function agencyIn({ data }: HistoryEntry): string | null {
  const facts: unknown = Reflect.get(Object(JSON.parse(data)), "facts");
  const agency: unknown = Reflect.get(Object(facts), "agency");
  return typeof agency === "string" ? agency : null;
}

function summaryOf(events: readonly SimulatedEvent[]): AgencyMonths[] {
  const agencies = new Map<
    string,
    { agency: SimulatedEvent["agency"]; months: Record<string, Record<string, number>> }
  >();
  for (const { agency, date, type } of events) {
    const known = agencies.get(agency.id) ?? { agency, months: {} };
    agencies.set(agency.id, known);
    const month = known.months[date.slice(0, 7)] ?? {};
    known.months[date.slice(0, 7)] = { ...month, [type]: (month[type] ?? 0) + 1 };
  }
  return [...agencies.values()].sort((a, b) => byName(a.agency, b.agency));
}

async function assignmentsOf(engine: Engine, planId: string): Promise<AssignmentView[]> {
  const rows: AssignmentView[] = [];
  for (let after: string | null = null; ; ) {
    const page = await engine.assignments({ planId }, { after, limit: 500 });
    rows.push(...page.items);
    if (page.next === null) return rows;
    after = page.next;
  }
}

async function entriesOf(engine: Engine, planId: string): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  for (let after: string | null = "0"; ; ) {
    const page = await engine.history(planId, { after, limit: 500 });
    entries.push(...page.items);
    if (page.next === null) return entries;
    after = page.next;
  }
}
