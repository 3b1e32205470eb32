// A report as one agency has it that may not read the whole: its own line, its own work, and the targets of its plans.

import { type FigureLine, figureLine } from "./figures.ts";
import type { PeriodReport } from "./period-report.ts";

/** `readable`: plans the agency may read, each with the ids of the targets kept from it. Null: nothing in it is the
 *  agency's. */
export function reportPart(
  report: PeriodReport,
  agency: string,
  readable: ReadonlyMap<string, ReadonlySet<string>>,
): PeriodReport | null {
  const own = ({ agency: of }: { agency: string }): boolean => of === agency;
  const { figures, gaps, changes, ledgers } = report;
  const line = figures.lines.find(own);
  if (line === undefined && !ledgers.some(({ planId }) => readable.has(planId))) return null;
  const assignments = report.assignments.filter(own);
  const held = new Set(assignments.map(({ planId }) => planId));
  const isSeen = ({ planId, target }: { planId: string; target: string }): boolean =>
    readable.get(planId)?.has(target) === false;
  const targets = report.targets.filter(({ planId, id }) => isSeen({ planId, target: id }));
  const behind = new Set(
    targets.flatMap(({ entries }) =>
      entries.flatMap(({ planId, seqs }) => seqs.map((seq) => `${planId} ${seq}`)),
    ),
  );
  const ids = new Set(assignments.map(({ id }) => id));
  const kept = (list: readonly string[]): string[] => list.filter((id) => ids.has(id));
  return {
    ...report,
    ledgers: ledgers.filter(({ planId }) => readable.has(planId) || held.has(planId)),
    figures: {
      total: line === undefined ? nothing() : totalOf(line),
      lines: line === undefined ? [] : [line],
    },
    assignments,
    ongoing: report.ongoing.filter(own),
    targets,
    readings: report.readings.filter(
      (reading) => own(reading) || behind.has(`${reading.planId} ${reading.seq}`),
    ),
    gaps: { readings: gaps.readings.filter(own), duties: gaps.duties.filter(own) },
    // Counts of everybody's would tell what is not his to read.
    changes:
      changes === null
        ? null
        : {
            ...changes,
            figures: null,
            done: kept(changes.done),
            overdue: kept(changes.overdue),
            opened: kept(changes.opened),
            verdicts: changes.verdicts.filter(isSeen),
          },
    narratives: report.narratives.filter(own),
    checks: report.checks.filter(own),
  };
}

function nothing(): FigureLine {
  return figureLine([], () => false);
}

function totalOf({
  agency: _agency,
  name: _name,
  isRequested: _isRequested,
  ...line
}: PeriodReport["figures"]["lines"][number]): FigureLine {
  return line;
}
