// The record of work (hồ sơ công việc): every document and file of one assignment, in the order they came.

import type { DocumentLink, SeenEntry } from "@kehoach/engine";
import { dateOfInstant, isRealDate } from "@kehoach/engine/calendar";
import { type Language, sheetsWords } from "@kehoach/engine/words";
import type { LocalText } from "../contract/index.ts";
import type { Sheet, SheetCell, SheetRow } from "./sheet.ts";

export interface RecordOfWork {
  task: string;
  agency: string;
  /** The document that gives the task. */
  given: { number: string | null; date: string | null; title: string; issuer: string };
  /** Entries of the assignment and of what its coordinators were asked, as the reader sees them. */
  entries: readonly { entry: SeenEntry; label: LocalText; agency: string }[];
  /** What each coordinator answered, as the lead's submission lists it. */
  coordination: readonly { agency: string; answer: "agree" | "differ" | "silent"; on: string | null }[];
  /** Titles of the task's products, by id. */
  products: ReadonlyMap<string, string>;
  /** yyyy-mm-dd on which it was closed; null while it is open. */
  closedOn: string | null;
}

/** What a reader may not see is not listed, and the last note says that there is more. */
export function recordSheet(record: RecordOfWork, language: Language): Sheet {
  const { record: words } = sheetsWords[language];
  const { given, entries } = record;
  const rows: SheetRow[] = [];
  const add = (date: string | null, cells: readonly SheetCell[]): void => {
    const day = date !== null && isRealDate(date) ? { date } : null;
    rows.push({ kind: "row", cells: [rows.length + 1, day, ...cells] });
  };
  add(given.date, [given.number ?? "", given.title, given.issuer, words.given]);
  for (const { entry, label, agency } of entries) {
    const act = label[language];
    for (const { link, title } of documentsOf(entry, record.products)) {
      const name = title ?? link.title ?? "";
      add(link.date, [link.number, name, link.issuer ?? agency, act]);
    }
    for (const file of entry.files)
      add(dateOfInstant(entry.effectiveAt), [words.attached, file.name ?? words.erased, agency, act]);
  }
  if (record.coordination.length > 0) rows.push({ kind: "heading", cells: [words.coordination] });
  for (const [index, { agency, answer, on }] of record.coordination.entries()) {
    rows.push({
      kind: "row",
      cells: [index + 1, on === null ? null : { date: on }, "", words.answers[answer], agency, ""],
    });
  }
  const { columns } = words;
  const text = (title: string, width: number) => ({ title, kind: "text" as const, width });
  return {
    title: words.title,
    subtitles: [record.task, record.agency],
    columns: [
      { title: columns.number, kind: "number", width: 5 },
      { title: columns.date, kind: "date", width: 13 },
      text(columns.notation, 18),
      text(columns.name, 40),
      text(columns.issuer, 24),
      text(columns.act, 22),
    ],
    rows,
    notes: [
      record.closedOn === null ? words.open : words.closed(showDay(record.closedOn)),
      ...(entries.some(({ entry }) => entry.withheld) ? [words.withheld] : []),
    ],
  };
}

function showDay(date: string): string {
  return date.split("-").reverse().join("/");
}

/** The documents an entry names: what decides or accompanies it, the products it brings, what lets a substitute act. */
function documentsOf(
  entry: SeenEntry,
  products: ReadonlyMap<string, string>,
): { link: DocumentLink; title: string | null }[] {
  if (entry.data === null) return [];
  const facts: unknown = Reflect.get(Object(JSON.parse(entry.data)), "facts");
  const links: { link: DocumentLink; title: string | null }[] = [];
  const add = (value: unknown, title: string | null): void => {
    const number: unknown = Reflect.get(Object(value), "number");
    const date: unknown = Reflect.get(Object(value), "date");
    if (typeof number !== "string" || typeof date !== "string") return;
    const issuer: unknown = Reflect.get(Object(value), "issuer");
    const own: unknown = Reflect.get(Object(value), "title");
    links.push({
      title,
      link: {
        number,
        date,
        issuer: typeof issuer === "string" ? issuer : null,
        title: typeof own === "string" ? own : null,
      },
    });
  };
  add(Reflect.get(Object(facts), "document"), null);
  for (const [id, value] of Object.entries(Object(Reflect.get(Object(facts), "products"))))
    add(value, products.get(id) ?? id);
  add(Reflect.get(Object(Reflect.get(Object(facts), "inPlaceOf")), "document"), null);
  return links;
}
