// Rows, targets and texts of a period → its report. Pure: the same matter gives the same report.

import { dateOfInstant } from "../calendar/index.ts";
import type { CompiledPlan } from "../compile/index.ts";
import type { Task } from "../language/plan.ts";
import { canonicalJson } from "../ledger/canonical-json.ts";
import { digestText } from "../ledger/digest.ts";
import type { Micros } from "../ledger/entry.ts";
import { totalOf } from "./bucket.ts";
import { type Cell, cellsOf, countedAt } from "./cell.ts";
import { type CauseCount, figureLine } from "./figures.ts";
import type {
  DutyGap,
  LineCheck,
  MissingFigure,
  NarrativePart,
  OngoingTask,
  PeriodReport,
  ReportLedger,
  ReportLine,
  ReportPeriod,
  ReportScope,
  ReportTarget,
  TracedAssignment,
  TracedReading,
} from "./period-report.ts";
import { type EarlierReport, reportChanges } from "./report-changes.ts";
import type { AssignmentRow, PlanRow } from "./rows.ts";

/** One plan as recorded at the report's instant, as far as the report is about it. */
export interface ReportGround {
  plan: PlanRow;
  compiled: CompiledPlan;
  assignments: readonly AssignmentRow[];
  /** Numbers of the entries about each assignment. */
  entries: ReadonlyMap<string, readonly number[]>;
  /** Those that put the plan into its state. */
  stateEntries: readonly number[];
  causes: readonly CauseCount[];
}

/** All that a report is made of. */
export interface ReportMatter {
  scope: ReportScope;
  period: ReportPeriod;
  at: Micros;
  /** Days without a word after which open work is silent. */
  staleDays: number;
  /** In the order in which the report names them. */
  plans: readonly ReportGround[];
  targets: readonly ReportTarget[];
  readings: readonly TracedReading[];
  missing: readonly MissingFigure[];
  narratives: readonly NarrativePart[];
  checks: readonly Omit<LineCheck, "holds" | "name">[];
  previous: EarlierReport | null;
}

export function assembleReport(matter: ReportMatter): PeriodReport {
  const { scope, period, at, targets, readings, narratives, previous } = matter;
  const only = scope.agency?.id ?? null;
  const isOwn = ({ agencyId }: { agencyId: string }): boolean => only === null || agencyId === only;
  const plans = matter.plans.map((ground) => ({
    ...ground,
    assignments: ground.assignments.filter(isOwn),
    causes: ground.causes.filter(isOwn),
  }));
  const counted = countedAt(at, matter.staleDays);
  const cells = plans.flatMap(({ plan, assignments }) => cellsOf(assignments, plan.state, counted));
  const causes = plans.flatMap((ground) => ground.causes);
  const requestedOf = new Map(plans.map(({ plan, compiled }) => [plan.id, compiled.requested]));
  const requested = (planId: string, agencyId: string): boolean =>
    requestedOf.get(planId)?.has(agencyId) ?? false;
  const names = new Map(
    plans.flatMap(({ compiled, assignments }) =>
      assignments.map(({ agencyId }) => [agencyId, compiled.agencyName(agencyId)] as const),
    ),
  );
  const lines = agencyLines(cells, causes, requested, (id) => names.get(id) ?? id);
  const assignments = plans.flatMap((ground) =>
    ground.assignments.map((row) => traced(ground, row, counted)),
  );
  return {
    format: 1,
    scope,
    period,
    at,
    ledgers: plans.map(ledgerOf),
    figures: { total: figureLine(cells, requested, causes), lines },
    assignments,
    ongoing: plans.flatMap(ongoingTasks).filter(({ agency }) => only === null || agency === only),
    targets,
    readings,
    gaps: {
      readings: matter.missing,
      duties: plans.flatMap((ground) => dutyGaps(ground, assignments, period)),
    },
    changes:
      previous === null
        ? null
        : reportChanges(previous, { plans: new Set(plans.map(({ plan }) => plan.id)), assignments, targets }),
    narratives,
    checks: lastChecks(matter.checks, lines),
  };
}

/** Nothing is going on any more in a plan that is over or taken back. */
function ongoingTasks({ plan, compiled }: ReportGround): OngoingTask[] {
  if (plan.state !== "in_force") return [];
  return [...compiled.tasks.values()].flatMap(({ task, leads }) =>
    task.mode !== "ongoing" || (task.sameAs ?? null) !== null
      ? []
      : leads.map((agency) => ({
          planId: plan.id,
          task: task.id,
          title: task.title,
          agency,
          name: compiled.agencyName(agency),
        })),
  );
}

function ledgerOf({ plan, compiled, stateEntries }: ReportGround): ReportLedger {
  const { kind, title, number, issued } = compiled.plan;
  const { id: planId, documentId, state, seq, head } = plan;
  return { planId, documentId, kind, title, number, issued, state, seq, head, entries: stateEntries };
}

/** Assigned agencies first, then by what presses, as the weekly sheet has them. */
function agencyLines(
  cells: readonly Cell[],
  causes: readonly CauseCount[],
  requested: (planId: string, agencyId: string) => boolean,
  nameOf: (agency: string) => string,
): ReportLine[] {
  const byAgency = Map.groupBy(cells, ({ agencyId }) => agencyId);
  const lines = [...byAgency].map(([agency, own]) => ({
    agency,
    name: nameOf(agency),
    isRequested: own.every(({ planId, agencyId }) => requested(planId, agencyId)),
    ...figureLine(
      own,
      requested,
      causes.filter(({ agencyId }) => agencyId === agency),
    ),
  }));
  return lines.sort(
    (a, b) =>
      Number(a.isRequested) - Number(b.isRequested) ||
      b.assignments.overdue - a.assignments.overdue ||
      totalOf(b.assignments) - totalOf(a.assignments) ||
      (a.agency < b.agency ? -1 : 1),
  );
}

function taskOf({ tasks, retired }: CompiledPlan, id: string): Task | undefined {
  return tasks.get(id)?.task ?? retired.get(id);
}

function traced(
  { plan, compiled, entries }: ReportGround,
  row: AssignmentRow,
  counted: ReturnType<typeof countedAt>,
): TracedAssignment {
  // One row makes one cell, so that what is counted and what is listed cannot differ.
  const [cell] = cellsOf([row], plan.state, counted);
  return {
    planId: plan.id,
    id: row.id,
    taskId: row.taskId,
    task: taskOf(compiled, row.taskId)?.title ?? row.taskId,
    agency: row.agencyId,
    name: compiled.agencyName(row.agencyId),
    role: row.role,
    requested: compiled.requested.has(row.agencyId),
    occurrence: row.occurrence,
    bucket: cell?.bucket ?? "withdrawn",
    dueOn: row.dueOn,
    doneOn: row.doneAt === null ? null : dateOfInstant(row.doneAt),
    fallenDue: cell?.fallenDue ?? false,
    age: cell?.age ?? null,
    stale: cell?.stale ?? false,
    returns: cell?.returns ?? 0,
    entries: entries.get(row.id) ?? [],
  };
}

/** Duties to report: late and returned ones of this period, and all that are still missing. */
function dutyGaps(
  { plan, compiled }: ReportGround,
  assignments: readonly TracedAssignment[],
  period: ReportPeriod,
): DutyGap[] {
  const isDuty = ({ planId, taskId, role }: TracedAssignment): boolean =>
    planId === plan.id && role === "lead" && (taskOf(compiled, taskId)?.report ?? null) !== null;
  return assignments.filter(isDuty).flatMap((row) => {
    const { planId, id: assignmentId, task, agency, name, occurrence, dueOn } = row;
    const gap = { planId, assignmentId, task, agency, name, occurrence, dueOn };
    const found: DutyGap["what"][] = [];
    if (row.bucket === "overdue") found.push("missing");
    if (occurrence === period.id && row.bucket === "done_late") found.push("late");
    if (occurrence === period.id && row.returns > 0) found.push("returned");
    return found.map((what) => ({ ...gap, what }));
  });
}

/** By which an agency says what it looked at: the numbers of its line, without the name. */
export function lineDigest({ name: _name, ...line }: ReportLine): string {
  return digestText(canonicalJson(line));
}

function lastChecks(checks: ReportMatter["checks"], lines: readonly ReportLine[]): LineCheck[] {
  const last = new Map<string, ReportMatter["checks"][number]>();
  for (const check of checks.toSorted((a, b) => a.recordedAt - b.recordedAt || a.seq - b.seq))
    last.set(check.agency, check);
  return lines.flatMap((line) => {
    const check = last.get(line.agency);
    return check === undefined ? [] : [{ ...check, name: line.name, holds: check.line === lineDigest(line) }];
  });
}
