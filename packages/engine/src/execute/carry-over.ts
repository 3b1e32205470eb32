// The rules by which assignments pass into a new version of their plan: what is kept, withdrawn, asked for anew.

import { type CompiledPlan, coordinationLifecycle, type Opening } from "../compile/index.ts";
import type { Micros } from "../ledger/entry.ts";
import type { LeadSeat } from "./open-assignments.ts";
import { openingOf, placeOf } from "./opening-of.ts";
import type { AssignmentRow } from "./rows.ts";

/** Two versions of a plan, and its assignments as they stand between them. */
export interface Passing {
  before: CompiledPlan;
  after: CompiledPlan;
  rows: readonly AssignmentRow[];
  now: Micros;
}

/** What becomes of the assignments. Those done or cancelled stay as they are, under the version they ended in. */
export interface CarryOver {
  kept: readonly AssignmentRow[];
  withdrawn: readonly AssignmentRow[];
  /** Occurrences to open, with the leads they open for. */
  leads: readonly { opening: Opening; seats: readonly LeadSeat[] }[];
  /** Agencies that a lead's assignment, which is kept, asks besides. */
  coordinations: readonly { lead: AssignmentRow; seats: readonly LeadSeat[] }[];
}

export function carryOver(passing: Passing): CarryOver {
  const open = passing.rows.filter(isOpen);
  const kept: AssignmentRow[] = [];
  const withdrawn: AssignmentRow[] = [];
  for (const row of open.filter(({ role }) => role === "lead")) {
    (leadStays(passing, row) ? kept : withdrawn).push(row);
  }
  const gone = new Set(withdrawn.map(({ id }) => id));
  for (const row of open.filter(({ role }) => role === "coordinator")) {
    (!gone.has(row.of ?? "") && coordinatorStays(passing, row) ? kept : withdrawn).push(row);
  }
  for (const { id } of withdrawn) gone.add(id);
  return { kept, withdrawn, leads: leadsCalled(passing, gone), coordinations: asked(passing, kept) };
}

/** A lead's assignment is kept unless one of these holds. */
function leadStays({ before, after, rows }: Passing, row: AssignmentRow): boolean {
  const task = after.tasks.get(row.taskId);
  // Its task is no longer in the plan.
  if (task === undefined) return false;
  // Its occurrence is not: a window or period was taken out, or the task recurs otherwise. Events are nobody's to plan.
  const event = task.task.mode === "event" && before.tasks.get(row.taskId)?.task.mode === "event";
  if (!event && openingOf(after, row) === null) return false;
  // The text no longer names the agency. One that took the work over by a command stands for whom the text named:
  // handing over is not undone by an amendment that leaves the lead alone.
  const named = before.tasks.get(row.taskId)?.leads ?? [];
  return task.leads.includes(row.agencyId) || task.leads.includes(standsFor(rows, row, named));
}

/** A coordination is kept as long as the text names its agency beside the lead. */
function coordinatorStays({ after }: Passing, row: AssignmentRow): boolean {
  const coordinators = after.tasks.get(row.taskId)?.coordinators ?? [];
  return coordinators.some(({ agency }) => agency === row.agencyId);
}

/** Leads are opened where the new version calls for them and the old one did not: what someone has withdrawn since, or
 *  what is done already, is not asked for again. */
function leadsCalled(passing: Passing, gone: ReadonlySet<string>): CarryOver["leads"] {
  const { before, after, rows, now } = passing;
  const events = [...new Set(rows.filter((row) => isOpen(row) && row.role === "lead").map(eventOf(after)))];
  const byPlace = Map.groupBy(
    rows.filter((row) => row.role === "lead"),
    placeOf,
  );
  const hasCome = (opening: Opening | null) =>
    opening !== null && (opening.at === null || opening.at <= now || byPlace.has(placeOf(opening)));
  return [...after.openings, ...events.flatMap((event) => event ?? [])].flatMap((opening) => {
    // What opens later opens by itself; what had ended before the amendment does not begin.
    if (!hasCome(opening) || (opening.occurrenceEnd !== null && opening.occurrenceEnd < after.asOf))
      return [];
    const same = byPlace.get(placeOf(opening)) ?? [];
    const old = before.tasks.get(opening.taskId);
    const known = old !== undefined && (same.length > 0 || hasCome(openingOf(before, opening)));
    const seats = (after.tasks.get(opening.taskId)?.leads ?? [])
      .filter((agency) => !(known && old.leads.includes(agency)))
      .flatMap((agency) => leadSeat(passing, same, agency, gone) ?? []);
    return seats.length === 0 ? [] : [{ opening, seats }];
  });
}

/** The next generation, where there was one before. Null: the work is in this agency's hands already, or done. */
function leadSeat(
  { before, after }: Passing,
  same: readonly AssignmentRow[],
  agency: string,
  gone: ReadonlySet<string>,
): LeadSeat | null {
  const stands = (row: AssignmentRow) => row.category !== "cancelled" && !gone.has(row.id);
  const own = same.filter((row) => row.agencyId === agency);
  if (own.some(stands)) return null;
  const taskId = same[0]?.taskId ?? "";
  const single = [before, after].every(({ tasks }) => tasks.get(taskId)?.task.lead.each === false);
  // A single lead follows the one before it; one of many follows only itself.
  const last = latest(single ? same : own);
  if (single && last?.category === "done") return null;
  return { agency, generation: (last?.generation ?? 0) + 1, previous: last?.id ?? null };
}

/** Coordinators that the text names only now are asked by every lead still at work. */
function asked({ before, after, rows }: Passing, kept: readonly AssignmentRow[]): CarryOver["coordinations"] {
  return kept.flatMap((lead) => {
    if (lead.role !== "lead") return [];
    const old = before.tasks.get(lead.taskId)?.coordinators ?? [];
    const seats = (after.tasks.get(lead.taskId)?.coordinators ?? []).flatMap(({ agency }) => {
      if (agency === lead.agencyId || old.some((one) => one.agency === agency)) return [];
      const own = rows.filter((row) => row.of === lead.id && row.agencyId === agency);
      if (own.some((row) => row.category !== "cancelled")) return [];
      const last = latest(own);
      return [{ agency, generation: (last?.generation ?? 0) + 1, previous: last?.id ?? null }];
    });
    return seats.length === 0 ? [] : [{ lead, seats }];
  });
}

/** The state an assignment stands in must exist in the lifecycle it follows from now on. */
export function lifecycleAfter(after: CompiledPlan, row: AssignmentRow): { id: string; hasStage: boolean } {
  const task = after.tasks.get(row.taskId)?.task;
  const id = row.role === "coordinator" ? coordinationLifecycle : (task?.lifecycle ?? row.lifecycle);
  const states = after.lifecycles.get(id)?.definition.states ?? {};
  return { id, hasStage: Object.hasOwn(states, row.stage) };
}

function isOpen({ category }: AssignmentRow): boolean {
  return category !== "done" && category !== "cancelled";
}

/** The opening that an event, still being dealt with, stands for; null: the assignment is not an event's. */
function eventOf(after: CompiledPlan): (row: AssignmentRow) => Opening | null {
  const known = new Map<string, Opening>();
  return ({ taskId, occurrence }) => {
    if (after.tasks.get(taskId)?.task.mode !== "event") return null;
    const key = placeOf({ taskId, occurrence });
    const opening = known.get(key) ?? { taskId, occurrence, at: null, occurrenceEnd: null };
    known.set(key, opening);
    return opening;
  };
}

/** The agency the text named when the work was given, of those whose hands it has been in; else the present one. */
function standsFor(rows: readonly AssignmentRow[], row: AssignmentRow, named: readonly string[]): string {
  for (let one: AssignmentRow | undefined = row; one !== undefined; ) {
    if (named.includes(one.agencyId)) return one.agencyId;
    const { previous }: AssignmentRow = one;
    one = previous === null ? undefined : rows.find(({ id }) => id === previous);
  }
  return row.agencyId;
}

function latest(rows: readonly AssignmentRow[]): AssignmentRow | null {
  return rows.reduce<AssignmentRow | null>(
    (last, row) => (last === null || row.generation > last.generation ? row : last),
    null,
  );
}
