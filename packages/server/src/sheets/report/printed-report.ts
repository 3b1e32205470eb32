// What a report's files and pages are made from, and the names they share.

import type { FrozenReport, PeriodReport, ReportView } from "@kehoach/engine";
import { dateOfInstant, displayDate, hourOfInstant } from "@kehoach/engine/calendar";
import { adminWords, type Language, occurrenceName, reportWords } from "@kehoach/engine/words";
import { documentName } from "../overdue-task.ts";

export interface PrintedReport extends ReportView {
  /** Null: a draft. */
  frozen: FrozenReport | null;
  /** Who reports, e.g. the committee's office, and the body above it; null: none. */
  sender: string;
  above: string | null;
  /** The committee, for the place of the date line. */
  issuer: string;
}

/** E.g. "tháng 02/2017". */
export function periodName(id: string, language: Language): string {
  return occurrenceName(id, null, adminWords[language].occurrences) ?? id;
}

/** E.g. "Kết quả thực hiện Kế hoạch 42/KH-UBND ngày 20/01/2017, tháng 02/2017". */
export function subjectOf({ scope, period, ledgers }: PeriodReport, language: Language): string {
  const words = reportWords[language];
  const ledger = ledgers.find(({ planId }) => planId === scope.plan?.id);
  const document =
    scope.plan === null ? null : ledger === undefined ? scope.plan.title : documentName(ledger, language);
  const agency = scope.agency?.name ?? null;
  const what =
    document === null
      ? agency === null
        ? words.everything
        : words.agencyAlone(agency)
      : agency === null
        ? document
        : words.ofAgency(agency, document);
  return words.subject(what, periodName(period.id, language));
}

/** The window, the instant everything was recorded by, and whether it is frozen. */
export function standing({ report, frozen, whole }: PrintedReport, language: Language): string[] {
  const words = reportWords[language];
  const { period, at } = report;
  const recorded = words.recorded(hourOfInstant(at), displayDate(dateOfInstant(at)));
  return [
    words.window(displayDate(period.from), displayDate(period.to)),
    recorded,
    ...(frozen === null
      ? [words.draft]
      : [
          words.frozen(frozen.number, displayDate(dateOfInstant(frozen.issuedAt))),
          ...(frozen.latest > frozen.number ? [words.superseded(frozen.latest)] : []),
        ]),
    ...(whole ? [] : [words.ownPart]),
  ];
}

/** Numbers of entries with runs shortened: "3, 18–20, 44". */
export function entryRanges(seqs: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const seq of [...seqs].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && seq <= run[1] + 1) run[1] = seq;
    else runs.push([seq, seq]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(", ");
}
