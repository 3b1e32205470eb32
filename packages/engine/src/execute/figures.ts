// Cells → figures as officials report them: sums by bucket, ageing, silence, returns and rates. Pure arithmetic.

import { type Bucket, type Counts, noCounts } from "./bucket.ts";
import { type AgeBand, ageBands, type Cell } from "./cell.ts";
import { type FallenDue, type Rate, ratesOf } from "./rates.ts";

/** One line of figures. Only `assignments` and what follows from it are official counts; requested bodies and
 *  coordinations stand apart and are in no rate. */
export interface FigureLine {
  /** Lead assignments of assigned agencies. */
  assignments: Counts;
  /** The tasks they belong to, each once: in the bucket of what presses most in it. */
  tasks: Counts;
  /** Of `assignments`, those without a due date, done or not. */
  undated: Counts;
  /** Overdue assignments by days late. */
  ageing: Readonly<Record<AgeBand, number>>;
  /** Open assignments nobody has been heard of about for longer than asked. */
  stale: Counts;
  returns: Returns;
  rates: readonly Rate[];
  /** Lead assignments of agencies only requested (đề nghị), such as courts and vertical bodies. */
  requested: Counts;
  coordinations: Counts;
}

export interface Returns {
  /** Assignments sent back at least once. */
  assignments: number;
  /** Times they were sent back, together. */
  times: number;
  /** Of `times`, by recorded cause: outside the agency, or its own fault. The rest has none recorded. */
  objective: number;
  subjective: number;
}

/** Times work was sent back for one recorded cause. */
export interface CauseCount extends Pick<Cell, "planId" | "agencyId" | "role" | "count"> {
  taskId: string;
  cause: string;
}

/** What presses most comes first; a task is withdrawn only when everything in it is. */
export const pressing: readonly Bucket[] = [
  "overdue",
  "due_soon",
  "in_time",
  "no_due_date",
  "awaiting_confirmation",
  "suspended",
  "done_late",
  "done_on_time",
  "withdrawn",
];

/** Sums cells, and the causes of returns. `requested` tells agencies that are only requested, plan by plan. */
export function figureLine(
  cells: Iterable<Cell>,
  requested: (planId: string, agencyId: string) => boolean,
  causes: Iterable<CauseCount> = [],
): FigureLine {
  const assignments = noCounts();
  const undated = noCounts();
  const stale = noCounts();
  const asked = noCounts();
  const coordinations = noCounts();
  const ageing = Object.fromEntries(ageBands.map((band) => [band, 0])) as Record<AgeBand, number>;
  const fallenDue: FallenDue = { all: 0, done: 0 };
  const returns: Returns = { assignments: 0, times: 0, objective: 0, subjective: 0 };
  const tasks = new Map<string, Bucket>();
  for (const cell of cells) {
    const { bucket, count } = cell;
    if (cell.role === "coordinator") {
      coordinations[bucket] += count;
      continue;
    }
    if (requested(cell.planId, cell.agencyId)) {
      asked[bucket] += count;
      continue;
    }
    assignments[bucket] += count;
    if (!cell.dated) undated[bucket] += count;
    if (cell.age !== null) ageing[cell.age] += count;
    if (cell.stale) stale[bucket] += count;
    if (cell.fallenDue) note(fallenDue, bucket, count);
    returns.assignments += cell.returned;
    returns.times += cell.returns;
    if (cell.taskId === null) continue;
    const task = `${cell.planId} ${cell.taskId}`;
    const worst = tasks.get(task);
    if (worst === undefined || pressing.indexOf(bucket) < pressing.indexOf(worst)) tasks.set(task, bucket);
  }
  for (const { planId, agencyId, role, cause, count } of causes) {
    if (role === "coordinator" || requested(planId, agencyId)) continue;
    if (cause === "objective" || cause === "subjective") returns[cause] += count;
  }
  const taskCounts = noCounts();
  for (const bucket of tasks.values()) taskCounts[bucket] += 1;
  return {
    assignments,
    tasks: taskCounts,
    undated,
    ageing,
    stale,
    returns,
    rates: ratesOf(assignments, fallenDue),
    requested: asked,
    coordinations,
  };
}

/** Suspended work owes nothing while its clock stands still, and what was withdrawn is not rated. */
function note(fallenDue: FallenDue, bucket: Bucket, count: number): void {
  if (bucket === "suspended" || bucket === "withdrawn") return;
  fallenDue.all += count;
  if (bucket === "done_on_time" || bucket === "done_late") fallenDue.done += count;
}
