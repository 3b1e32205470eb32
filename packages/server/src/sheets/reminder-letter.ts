// The draft of a reminder letter (công văn đôn đốc) to one agency, laid out as Decree 30/2020/NĐ-CP asks of an official
// letter (annex III, form 1.5): number, date and signature are left for the office to fill in.

import { displayDate } from "@kehoach/engine/calendar";
import { type Language, sheetsWords } from "@kehoach/engine/words";
import { centred, documentFoot, documentHead } from "./document-head.ts";
import type { OverdueTask } from "./overdue-task.ts";
import type { Block, Line, Page } from "./page.ts";

export interface Reminder {
  /** Who sends it, e.g. the committee's office, and the body above it; null: none. */
  sender: string;
  above: string | null;
  /** The committee, for the place of the date line. */
  issuer: string;
  agency: string;
  overdue: readonly OverdueTask[];
  /** yyyy-mm-dd, the last day counted. */
  today: string;
}

export function reminderLetter(reminder: Reminder, language: Language): Page {
  const { sender, above, issuer, agency, overdue, today } = reminder;
  const { letter } = sheetsWords[language];
  const body = (text: string): Block => ({
    kind: "line",
    line: { align: "justify", indent: true, before: 6, runs: [{ text, size: 14 }] },
  });
  const cell = (text: string, align: Line["align"], bold = false) => ({
    line: { align, runs: [{ text, bold, size: 12 }] },
  });
  const { columns } = letter;
  const leaders = [...new Set(overdue.flatMap(({ viceChair }) => (viceChair === null ? [] : [viceChair])))];
  return {
    title: letter.subject,
    landscape: false,
    blocks: [
      documentHead(
        { sender, above, number: letter.number, subject: letter.subject, issuer, today },
        language,
      ),
      { kind: "line", line: { ...centred(letter.draft, { bold: true }), before: 6 } },
      { kind: "line", line: { ...centred(letter.to(agency), { size: 14 }), before: 12 } },
      body(letter.opening(displayDate(today), overdue.length)),
      { kind: "line", line: { runs: [] } },
      {
        kind: "table",
        shares: [6, 42, 24, 14, 14],
        rows: [
          [columns.number, columns.task, columns.document, columns.due, columns.days].map((title) =>
            cell(title, "center", true),
          ),
          ...overdue.map((item, index) => [
            cell(String(index + 1), "center"),
            cell(item.task, "left"),
            cell(item.document, "left"),
            cell(displayDate(item.due), "center"),
            cell(String(item.daysOverdue), "center"),
          ]),
        ],
      },
      body(letter.request(agency)),
      body(`${letter.closing(sender)}/.`),
      { kind: "line", line: { runs: [] } },
      documentFoot([letter.asAbove, ...leaders.map(letter.report), letter.file], language),
    ],
  };
}
