// Sheet (b): each overdue task with its document, lead, vice chair, due, days overdue, cause and proposal.

import type { Micros } from "@kehoach/engine";
import { dateOfInstant, displayDate } from "@kehoach/engine/calendar";
import { type Language, sheetsWords } from "@kehoach/engine/words";
import type { OverdueTask } from "./overdue-task.ts";
import type { Sheet, SheetRow } from "./sheet.ts";

export function tasksSheet(overdue: readonly OverdueTask[], now: Micros, language: Language): Sheet {
  const { tasks, asOf } = sheetsWords[language];
  const { columns } = tasks;
  const text = (title: string, width: number) => ({ title, kind: "text" as const, width });
  const rowsOf = (items: readonly OverdueTask[]): SheetRow[] =>
    items.map((item, index) => ({
      kind: "row",
      cells: [
        index + 1,
        item.task,
        item.document,
        item.agency.name,
        item.viceChair,
        { date: item.due },
        item.daysOverdue,
        item.cause,
        item.proposal,
      ],
    }));
  const rows = rowsOf(overdue.filter((item) => !item.requested));
  const asked = rowsOf(overdue.filter((item) => item.requested));
  if (rows.length === 0) rows.push({ kind: "heading", cells: [tasks.none] });
  if (asked.length > 0) rows.push({ kind: "heading", cells: [tasks.requested] }, ...asked);
  return {
    title: tasks.title,
    subtitles: [asOf(displayDate(dateOfInstant(now)))],
    columns: [
      { title: columns.number, kind: "number", width: 5 },
      text(columns.task, 36),
      text(columns.document, 20),
      text(columns.lead, 20),
      text(columns.viceChair, 18),
      { title: columns.due, kind: "date", width: 15 },
      { title: columns.daysOverdue, kind: "number", width: 9 },
      text(columns.cause, 24),
      text(columns.proposal, 20),
    ],
    rows,
    notes: [tasks.daysNote],
  };
}
