// A report as sheets: what a spreadsheet holds, and what a document has as annexes.

import type { ReportTarget } from "@kehoach/engine";
import { dateOfInstant, daysBetween, displayDate } from "@kehoach/engine/calendar";
import { adminWords, judgementWords, type Language, reportWords } from "@kehoach/engine/words";
import { agenciesSheet } from "../agencies-sheet.ts";
import { documentName } from "../overdue-task.ts";
import type { PrintedCell, PrintedSheet } from "../sheet.ts";
import type { NamedSheet } from "../sheet-xlsx.ts";
import { entryRanges, type PrintedReport, periodName, standing, subjectOf } from "./printed-report.ts";

type Row = PrintedSheet["rows"][number];
type Column = PrintedSheet["columns"][number];

/** What is also an annex of the document comes first. */
export function reportSheets(
  printed: PrintedReport,
  language: Language,
): { annexes: NamedSheet[]; traces: NamedSheet[] } {
  const { sheets } = reportWords[language];
  const draw = new Drawing(printed, language);
  return {
    annexes: [
      { name: sheets.figures, sheet: draw.figures() },
      { name: sheets.targets, sheet: draw.targets() },
      { name: sheets.gaps, sheet: draw.gaps() },
      { name: sheets.overdue, sheet: draw.overdue() },
      { name: sheets.checks, sheet: draw.checks() },
      { name: sheets.ledgers, sheet: draw.ledgers() },
    ].filter(
      ({ name, sheet }) => name === sheets.figures || name === sheets.ledgers || sheet.rows.length > 0,
    ),
    traces: [
      { name: sheets.trace, sheet: draw.trace() },
      { name: sheets.readings, sheet: draw.readings() },
    ].filter(({ sheet }) => sheet.rows.length > 0),
  };
}

const number = (title: string, width = 8): Column => ({ title, kind: "number", width });
const text = (title: string, width: number): Column => ({ title, kind: "text", width });
const date = (title: string): Column => ({ title, kind: "date", width: 13 });

class Drawing {
  readonly #printed: PrintedReport;
  readonly #language: Language;
  readonly #documents: ReadonlyMap<string, string>;

  constructor(printed: PrintedReport, language: Language) {
    this.#printed = printed;
    this.#language = language;
    this.#documents = new Map(
      printed.report.ledgers.map((ledger) => [ledger.planId, documentName(ledger, language)]),
    );
  }

  get #words() {
    return reportWords[this.#language];
  }

  #sheet(
    title: string,
    columns: Column[],
    rows: readonly (readonly PrintedCell[])[],
    notes: string[] = [],
  ): PrintedSheet {
    const { report } = this.#printed;
    const wide = columns.reduce((sum, column) => sum + column.width, 0);
    return {
      title,
      subtitles: [subjectOf(report, this.#language), ...standing(this.#printed, this.#language)],
      columns: [number(this.#words.columns.number, Math.max(5, Math.round(wide / 26))), ...columns],
      rows: rows.map((cells, index): Row => ({ kind: "row", cells: [index + 1, ...cells] })),
      notes,
    };
  }

  /** Shown only where there are several documents. */
  #documentColumn(): Column[] {
    return this.#documents.size > 1 ? [text(this.#words.columns.document, 22)] : [];
  }

  #document(planId: string): PrintedCell[] {
    return this.#documents.size > 1 ? [this.#documents.get(planId) ?? planId] : [];
  }

  figures(): PrintedSheet {
    const { report } = this.#printed;
    const { total, lines } = report.figures;
    const figures = {
      at: report.at,
      staleDays: 0,
      total,
      lines: lines.map((line) => ({ ...line, planId: null, key: line.agency, title: line.name })),
    };
    const sheet = agenciesSheet(figures, {
      language: this.#language,
      rate: "done_of_done_or_overdue",
      past: false,
      documents: [],
    });
    return {
      ...sheet,
      subtitles: [subjectOf(report, this.#language), ...standing(this.#printed, this.#language)],
    };
  }

  targets(): PrintedSheet {
    const { columns, titles } = this.#words;
    const figure = (value: string | null): PrintedCell =>
      value === null ? null : { figure: value, percent: false };
    return this.#sheet(
      titles.targets,
      [
        ...this.#documentColumn(),
        text(columns.target, 32),
        text(columns.owner, 18),
        text(columns.level, 13),
        { title: columns.numerator, kind: "number", width: 10 },
        { title: columns.denominator, kind: "number", width: 10 },
        text(columns.value, 12),
        text(columns.verdict, 17),
        text(columns.explanation, 38),
        text(columns.ahead, 30),
        text(columns.reported, 11),
        text(columns.entries, 14),
      ],
      this.#printed.report.targets.map((target) => [
        ...this.#document(target.planId),
        target.title,
        target.owner?.name ?? "",
        target.level?.[this.#language] ?? "",
        figure(target.numerator),
        figure(target.denominator),
        this.#value(target),
        this.#verdict(target),
        target.explanation[this.#language],
        target.ahead?.[this.#language] ?? "",
        `${target.reported.there}/${target.reported.expected}`,
        this.#entries(target),
      ]),
      [this.#words.readingNote],
    );
  }

  /** As a number where it is plainly one; a change in points is not. */
  #value({ value, shown, bound, reported }: ReportTarget): PrintedCell {
    const text = shown?.[this.#language] ?? null;
    if (value === null || text === null)
      return reported.there < reported.expected ? this.#words.notReported : "–";
    const percent = /%$/.test(text);
    if (!percent && bound?.percent === true) return text;
    return { figure: value, percent, shown: text };
  }

  #verdict({ verdict, provisional }: ReportTarget): string {
    const name = judgementWords[this.#language].verdicts[verdict];
    return provisional ? this.#words.provisional(name) : name;
  }

  /** Entries of another document's ledger are named with it. */
  #entries({ planId, entries }: ReportTarget): string {
    return entries
      .map((list) => {
        const ranges = entryRanges(list.seqs);
        return list.planId === planId
          ? ranges
          : `${this.#documents.get(list.planId) ?? list.planId}: ${ranges}`;
      })
      .join("; ");
  }

  gaps(): PrintedSheet {
    const { columns, titles, gaps, notReported, notAccepted } = this.#words;
    const { readings, duties } = this.#printed.report.gaps;
    return this.#sheet(
      titles.gaps,
      [
        ...this.#documentColumn(),
        text(columns.agency, 30),
        text(columns.what, 44),
        text(columns.period, 16),
        text(columns.problem, 16),
        date(columns.due),
      ],
      [
        ...readings.map(({ planId, name, title, period, awaiting }) => [
          ...this.#document(planId),
          name,
          title,
          periodName(period, this.#language),
          awaiting ? notAccepted : notReported,
          null,
        ]),
        ...duties.map(({ planId, name, task, occurrence, what, dueOn }) => [
          ...this.#document(planId),
          name,
          task,
          periodName(occurrence, this.#language),
          gaps.what[what],
          dueOn === null ? null : { date: dueOn },
        ]),
      ],
    );
  }

  overdue(): PrintedSheet {
    const { columns, titles } = this.#words;
    const { assignments, at } = this.#printed.report;
    const today = dateOfInstant(at);
    const rows = assignments.filter(
      ({ role, bucket, dueOn }) => role === "lead" && bucket === "overdue" && dueOn !== null,
    );
    return this.#sheet(
      titles.overdue,
      [
        ...this.#documentColumn(),
        text(columns.task, 48),
        text(columns.agency, 28),
        date(columns.due),
        number(columns.overdueDays, 10),
        text(columns.entries, 16),
      ],
      rows
        .toSorted((a, b) => ((a.dueOn ?? "") < (b.dueOn ?? "") ? -1 : 1))
        .map(({ planId, task, occurrence, name, requested, dueOn, entries }) => [
          ...this.#document(planId),
          this.#taskName(task, occurrence),
          requested ? `${name} ${this.#words.requested}` : name,
          dueOn === null ? null : { date: dueOn },
          dueOn === null ? null : Math.max(1, daysBetween(dueOn, today)),
          entryRanges(entries),
        ]),
    );
  }

  #taskName(task: string, occurrence: string): string {
    return occurrence === "once" ? task : `${task} (${periodName(occurrence, this.#language)})`;
  }

  checks(): PrintedSheet {
    const { columns, titles, answers, holds } = this.#words;
    const { report, texts } = this.#printed;
    return this.#sheet(
      titles.checks,
      [
        text(columns.agency, 34),
        text(columns.answer, 14),
        text(columns.reason, 50),
        text(columns.holds, 20),
        number(columns.entry, 9),
      ],
      report.checks.map(({ name, answer, reason, holds: isSo, seq }) => [
        name,
        answers[answer],
        reason === null ? "" : (texts[reason] ?? this.#words.narratives.withheld),
        isSo ? holds.yes : holds.no,
        seq,
      ]),
    );
  }

  ledgers(): PrintedSheet {
    const { columns, titles, ledgerNote } = this.#words;
    return this.#sheet(
      titles.ledgers,
      [text(columns.document, 44), text(columns.state, 20), number(columns.last, 9), text(columns.head, 66)],
      this.#printed.report.ledgers.map(({ planId, state, seq, head }) => [
        this.#documents.get(planId) ?? planId,
        adminWords[this.#language].planStates[state],
        seq,
        head,
      ]),
      [ledgerNote],
    );
  }

  trace(): PrintedSheet {
    const { columns, titles, roles, requested, traceNote } = this.#words;
    const { buckets } = adminWords[this.#language];
    return this.#sheet(
      titles.trace,
      [
        ...this.#documentColumn(),
        text(columns.task, 44),
        text(columns.agency, 26),
        text(columns.role, 12),
        text(columns.bucket, 20),
        date(columns.due),
        date(columns.doneOn),
        number(columns.returns, 9),
        text(columns.entries, 26),
      ],
      this.#printed.report.assignments.map((row) => [
        ...this.#document(row.planId),
        this.#taskName(row.task, row.occurrence),
        row.requested ? `${row.name} ${requested}` : row.name,
        roles[row.role],
        buckets[row.bucket],
        row.dueOn === null ? null : { date: row.dueOn },
        row.doneOn === null ? null : { date: row.doneOn },
        row.returns,
        entryRanges(row.entries),
      ]),
      [traceNote],
    );
  }

  readings(): PrintedSheet {
    const { columns, titles, statuses, readingNote } = this.#words;
    return this.#sheet(
      titles.readings,
      [
        ...this.#documentColumn(),
        text(columns.input, 40),
        text(columns.agency, 28),
        text(columns.period, 16),
        text(columns.status, 16),
        text(columns.reading, 14),
        number(columns.entry, 9),
      ],
      this.#printed.report.readings.map(({ planId, title, name, period, status, value, seq }) => [
        ...this.#document(planId),
        title,
        name,
        periodName(period, this.#language),
        statuses[status],
        valueCell(value),
        seq,
      ]),
      [readingNote],
    );
  }
}

/** Counts and decimals as numbers; days as days; anything else as text. */
function valueCell(value: string | null): PrintedCell {
  if (value === null) return "–";
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return displayDate(value);
  const decimal = /^(-?\d{1,15})(?:\.(\d{1,6}))?$/.exec(value);
  if (decimal === null) return value;
  const [, whole = "0", decimals = ""] = decimal;
  return {
    figure: decimals === "" ? whole : `${whole}${decimals}/1${"0".repeat(decimals.length)}`,
    percent: false,
  };
}
