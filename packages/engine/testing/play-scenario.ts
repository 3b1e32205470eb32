// Plays a scenario on an engine, as a host would, and tells what happened in the words of its file.

import { engineOn, type OpenedDatabase } from "../src/engine/create-engine.ts";
import type { AssignmentView, Engine, HistoryEntry, Outcome } from "../src/engine/engine.ts";
import type { DueRecord } from "../src/execute/rows.ts";
import {
  actorOf,
  instantOf,
  nationalCalendar,
  personOf,
  planOf,
  registerOf,
  type Scenario,
  type ScenarioStep,
  timeText,
} from "./scenario.ts";

/** The parts of a scenario's file that say what must come of it. */
export type Played = Required<Pick<Scenario, "ledger" | "told" | "end">>;

/** Throws where a step is answered otherwise than its file says. The engine closes with the database. */
export async function playScenario(scenario: Scenario, database: OpenedDatabase): Promise<Played> {
  const { plan, issued: day } = planOf(scenario);
  let now = instantOf(`${day} 08:00`);
  const engine = engineOn(database, { sweepEvery: null, clock: { now: () => now } });
  const register = registerOf(scenario);
  const issued = await engine.issue({ plan, register, actor: personOf("van-phong") });
  if (!issued.issued) throw new Error(`The plan was not issued: ${JSON.stringify(issued, null, 1)}`);
  const { planId } = issued;
  for (const [index, step] of scenario.steps.entries()) {
    now = instantOf(step.at);
    if (step.down !== true) await engine.sweep();
    const answer = await take(engine, planId, scenario, step);
    const wanted = step.reads === undefined ? (step.refused ?? "accepted") : JSON.stringify(step.reads);
    if (answer !== null && answer.got !== wanted) {
      const what = `step ${index + 1} (${step.at}, ${step.who}: ${step.do ?? "reads"} ${step.to})`;
      throw new Error(`${what}\n  wanted: ${wanted}\n  got:    ${answer.got} ${answer.why}`);
    }
  }
  const report = await engine.verify(planId);
  if (!report.intact) throw new Error(`The ledger does not verify: ${report.fault?.en}`);
  return tell(engine, planId, scenario);
}

/** Null: the step was only time. */
async function take(
  engine: Engine,
  planId: string,
  scenario: Scenario,
  step: ScenarioStep,
): Promise<{ got: string; why: string } | null> {
  const { who, to } = step;
  if (who === undefined || to === undefined) return null;
  if (step.reads !== undefined) {
    const { id } = await find(engine, planId, scenario, to);
    const { items } = await engine.as(personOf(who)).history(planId, { assignmentId: id, limit: 500 });
    return { got: JSON.stringify(items.flatMap((entry) => Object.values(entry.textBodies))), why: "" };
  }
  if (step.calendar !== undefined) {
    const register = [nationalCalendar(step.calendar)];
    const adopted = await engine.amend({ adopt: planId, register, actor: actorOf(step) });
    if (adopted.amended) return { got: "accepted", why: "" };
    return { got: adopted.refusal?.code ?? "problems", why: JSON.stringify(adopted.problems) };
  }
  const sent = {
    planId,
    actor: actorOf(step),
    data: step.data,
    onBehalfOf: step.on_behalf_of,
    effectiveAt: step.happened === undefined ? undefined : instantOf(step.happened),
  };
  const outcome: Outcome =
    to === "plan"
      ? await engine.dispatch({ ...sent, target: "plan", type: step.do as "suspend" })
      : await engine.dispatch({
          ...sent,
          target: "assignment",
          assignmentId: (await find(engine, planId, scenario, to)).id,
          type: step.do ?? "",
        });
  return outcome.accepted ? { got: "accepted", why: "" } : { got: outcome.code, why: `(${outcome.en})` };
}

async function find(
  engine: Engine,
  planId: string,
  scenario: Scenario,
  name: string,
): Promise<AssignmentView> {
  const wanted = scenario.assignments[name];
  if (wanted === undefined) throw new Error(`The scenario names no assignment “${name}”.`);
  const { task, agency, role = "lead", occurrence } = wanted;
  const { items } = await engine.assignments({ planId, task, agency, role }, { limit: 500 });
  const found = items
    .filter((row) => occurrence === undefined || row.occurrence === occurrence)
    .sort((a, b) => b.generation - a.generation);
  const [first, second] = found;
  if (first === undefined) throw new Error(`There is no assignment “${name}”: ${JSON.stringify(wanted)}`);
  if (second !== undefined && agency === undefined && occurrence === undefined)
    throw new Error(`“${name}” means several assignments.`);
  return first;
}

async function tell(engine: Engine, planId: string, scenario: Scenario): Promise<Played> {
  const compiled = await engine.compiled(planId);
  const nameOf = (agency: string) => compiled?.agencyName(agency) ?? agency;
  const effects = await engine.pendingEffects(10_000);
  const played = { ledger: {}, told: {}, end: {} } as {
    -readonly [Part in keyof Played]: Record<string, Played[Part][string]>;
  };
  for (const name of Object.keys(scenario.assignments)) {
    const row = await find(engine, planId, scenario, name);
    if (Object.hasOwn(scenario.ledger, name)) {
      const { items } = await engine.history(planId, { assignmentId: row.id, limit: 500 });
      played.ledger[name] = ledgerLines(items, nameOf);
    }
    if (Object.hasOwn(scenario.told ?? {}, name)) {
      played.told[name] = effects
        .filter((effect) => effect.assignmentId === row.id)
        .map((effect) => `${effect.reason} → ${nameOf(effect.agency)}`);
    }
    const wanted = scenario.end[name];
    if (wanted !== undefined) {
      const shown = shownOf(row, nameOf);
      played.end[name] = Object.fromEntries(Object.keys(wanted).map((key) => [key, shown[key] ?? null]));
    }
  }
  return played;
}

/** What a scenario may ask of an assignment at its end. */
export function shownOf(
  row: AssignmentView,
  nameOf: (agency: string) => string,
): Readonly<Record<string, unknown>> {
  const { context, value } = row.snapshot;
  return {
    agency: nameOf(row.agencyId),
    state: row.stage,
    extension: value.extension,
    due: row.dueOn,
    late_from: row.dueAt === null ? null : timeText(row.dueAt),
    dues: row.dueHistory.map((due) => dueText(due)),
    done: row.doneAt === null ? null : timeText(row.doneAt),
    bucket: row.bucket,
    held: row.held,
    generation: row.generation,
    wake: row.wakeAt === null ? null : timeText(row.wakeAt),
    ...context,
    completedAt: undefined,
  };
}

function dueText({ kind, date, hour, document }: DueRecord): string {
  return `${date ?? "no due"}${hour === null ? "" : ` ${hour}`} ${kind}${document === null ? "" : `, ${document}`}`;
}

interface EntryData {
  outcome?: { stage?: string; dueHistory?: readonly DueRecord[] };
  facts?: {
    late?: boolean;
    level?: number;
    to?: string;
    cause?: string;
    coordination?: readonly { agency: string; answer: string }[];
  };
}

/** An entry as one line: when it was entered (the clock's: when it was due), what, who, what came of it. */
function ledgerLines(entries: readonly HistoryEntry[], nameOf: (agency: string) => string): string[] {
  let stage = "";
  let dues = 0;
  return entries.map((entry) => {
    const { outcome = {}, facts = {} }: EntryData = JSON.parse(entry.data);
    const byClock = entry.actor === "clock";
    const notes: string[] = [];
    if (!byClock && entry.effectiveAt !== entry.recordedAt)
      notes.push(`happened ${timeText(entry.effectiveAt)}`);
    const history = outcome.dueHistory ?? [];
    const due = history.at(-1);
    if (due !== undefined && history.length > dues) notes.push(`due ${dueText(due)}`);
    dues = Math.max(dues, history.length);
    if (facts.late === true) notes.push("late");
    if (facts.level !== undefined) notes.push(`level ${facts.level}: ${facts.to}`);
    if (facts.cause !== undefined) notes.push(`cause ${facts.cause}`);
    for (const { agency, answer } of facts.coordination ?? []) notes.push(`${nameOf(agency)}: ${answer}`);
    const moved = outcome.stage !== undefined && outcome.stage !== stage;
    stage = outcome.stage ?? stage;
    const when = timeText(byClock ? entry.effectiveAt : entry.recordedAt);
    const behalf = entry.onBehalfOf === null ? "" : ` for ${entry.onBehalfOf}`;
    const line = `${when} ${entry.type} — ${actorText(entry, nameOf)}${behalf}${moved ? ` → ${stage}` : ""}`;
    return [line, ...notes].join("; ");
  });
}

function actorText({ actor, agency }: HistoryEntry, nameOf: (agency: string) => string): string {
  if (actor === "clock") return "clock";
  const { roles } = personOf(actor);
  return `${nameOf(agency ?? "")}, ${roles[0]}`;
}
