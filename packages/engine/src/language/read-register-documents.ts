// Reads register documents given together, calendars against the version each of them extends.

import type { CalendarDocument, CalendarVersion } from "./calendar-document.ts";
import type { CalendarLink } from "./normalise-calendar.ts";
import { type ReadRegisterDocument, readRegisterDocument } from "./read-plan.ts";

/** The answers stand in the order of the texts. `known`: calendars at hand beside them, such as those in force. */
export function readRegisterDocuments(
  texts: readonly { text: string; file?: string | undefined }[],
  known: readonly CalendarDocument[] = [],
): readonly ReadRegisterDocument[] {
  const reads = texts.map(({ text, file }) => readRegisterDocument(text, { file }));
  const settled = new Set(reads.flatMap((read, index) => (read.extends === null ? [index] : [])));

  const calendarAt = (index: number): CalendarDocument | null => {
    settle(index);
    const document = reads[index]?.document ?? null;
    return document?.kind === "calendar" ? document : null;
  };
  const settle = (index: number): void => {
    const link = reads[index]?.extends ?? null;
    if (link === null || settled.has(index)) return;
    // Marked first: calendars that extend each other in a circle find no base and say so.
    settled.add(index);
    const given = reads.flatMap((read, other) => {
      const version = other === index ? null : versionOf(read);
      return version === null ? [] : [{ version, calendar: () => calendarAt(other) }];
    });
    const candidates = [...known.map((each) => ({ version: each, calendar: () => each })), ...given];
    const base = latest(candidates, link)?.calendar() ?? null;
    const { text = "", file } = texts[index] ?? {};
    reads[index] = readRegisterDocument(text, { file, base });
  };
  reads.forEach((_, index) => {
    settle(index);
  });
  return reads;
}

function versionOf(read: ReadRegisterDocument): CalendarVersion | null {
  if (read.extends !== null) return read.extends.own;
  return read.document?.kind === "calendar" ? read.document : null;
}

/** The last version that begins in time; of two that begin together the one given with the document. */
function latest<Candidate extends { version: CalendarVersion }>(
  candidates: readonly Candidate[],
  link: CalendarLink,
): Candidate | null {
  let found: Candidate | null = null;
  for (const each of candidates) {
    const { id, from } = each.version;
    if (id !== link.base || from > link.until) continue;
    if (found === null || from >= found.version.from) found = each;
  }
  return found;
}
