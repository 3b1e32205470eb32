// Sheet (a): each agency's total, done on time and late, open in time and overdue, without a due date, and rate.

import { type Counts, type Figures, type NamedFigureLine, type RateId, totalOf } from "@kehoach/engine";
import { dateOfInstant, displayDate } from "@kehoach/engine/calendar";
import { type Language, serverWords, sheetsWords } from "@kehoach/engine/words";
import type { Sheet, SheetCell, SheetRow } from "./sheet.ts";

export interface AgenciesSheetChoice {
  language: Language;
  /** The rate of the last column. */
  rate: RateId;
  /** True: the figures are of a past date, as recorded then. */
  past: boolean;
  /** The documents counted, one line each; empty: of the whole province. */
  documents: readonly string[];
}

/** `figures` drawn up by agency. The columns of each row add up to its total. */
export function agenciesSheet(figures: Figures, choice: AgenciesSheetChoice): Sheet {
  const { language, rate, past, documents } = choice;
  const { agencies, asOf, asRecorded } = sheetsWords[language];
  const { columns } = agencies;
  const number = (title: string, width = 9) => ({ title, kind: "number" as const, width });
  const own = figures.lines.filter((line) => !line.isRequested);
  const asked = figures.lines.filter((line) => totalOf(line.requested) > 0);
  const rows: SheetRow[] = own
    .filter((line) => totalOf(line.assignments) > 0)
    .map((line, index) => ({ kind: "row", cells: cellsOf(index + 1, line, line.assignments, rate) }));
  const { total } = figures;
  rows.push({
    kind: "total",
    cells: cellsOf(null, { title: agencies.total, rates: total.rates }, total.assignments, rate),
  });
  if (asked.length > 0) {
    rows.push({ kind: "heading", cells: [agencies.requested] });
    for (const [index, line] of asked.entries())
      rows.push({
        kind: "row",
        cells: cellsOf(index + 1, { title: line.title, rates: [] }, line.requested, rate),
      });
  }
  const words = serverWords[language].rates[rate];
  const date = displayDate(dateOfInstant(figures.at));
  return {
    title: agencies.title,
    subtitles: [...documents, past ? asRecorded(date) : asOf(date)],
    columns: [
      number(columns.number, 5),
      { title: columns.agency, kind: "text", width: 34 },
      number(columns.total),
      number(columns.doneOnTime, 11),
      number(columns.doneLate, 11),
      number(columns.awaiting, 10),
      number(columns.inTime, 10),
      number(columns.overdue, 10),
      number(columns.noDueDate, 12),
      number(columns.suspended),
      { title: columns.rate, kind: "rate", width: 10 },
    ],
    rows,
    notes: [agencies.rateNote(words.label, words.formula), agencies.countNote],
  };
}

function cellsOf(
  number: number | null,
  { title, rates }: Pick<NamedFigureLine, "title" | "rates">,
  counts: Counts,
  rate: RateId,
): SheetCell[] {
  const basisPoints = rates.find(({ id }) => id === rate)?.basisPoints ?? null;
  return [
    number,
    title,
    totalOf(counts),
    counts.done_on_time,
    counts.done_late,
    counts.awaiting_confirmation,
    counts.in_time + counts.due_soon,
    counts.overdue,
    counts.no_due_date,
    counts.suspended,
    basisPoints === null ? null : { basisPoints },
  ];
}
