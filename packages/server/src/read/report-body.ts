// A report as answers carry it: names of rates, digests of lines, free texts at their places.

import { lineDigest, type ReportView } from "@kehoach/engine";
import type { PeriodReportBody } from "../contract/index.ts";
import { figureLineBody } from "./figure-line-body.ts";

export function reportBody({ report, texts, whole }: ReportView): PeriodReportBody {
  const { scope, period, at, ledgers, figures, assignments, targets, readings, gaps, changes } = report;
  return {
    scope,
    period,
    at,
    ledgers: ledgers.map((ledger) => ({ ...ledger, entries: [...ledger.entries] })),
    figures: {
      total: figureLineBody(figures.total),
      lines: figures.lines.map((line) => ({
        ...figureLineBody(line),
        agency: line.agency,
        name: line.name,
        isRequested: line.isRequested,
        digest: lineDigest(line),
      })),
    },
    assignments: assignments.map((row) => ({ ...row, entries: [...row.entries] })),
    ongoing: [...report.ongoing],
    targets: targets.map((target) => ({
      ...target,
      entries: target.entries.map(({ planId, seqs }) => ({ planId, seqs: [...seqs] })),
    })),
    readings: [...readings],
    gaps: { readings: [...gaps.readings], duties: [...gaps.duties] },
    changes:
      changes === null
        ? null
        : {
            ...changes,
            done: [...changes.done],
            overdue: [...changes.overdue],
            opened: [...changes.opened],
            verdicts: [...changes.verdicts],
          },
    narratives: report.narratives.map(({ digest, ...part }) => ({ ...part, text: texts[digest] ?? null })),
    checks: report.checks.map((check) => ({
      ...check,
      reason: check.reason === null ? null : (texts[check.reason] ?? null),
    })),
    whole,
  };
}
