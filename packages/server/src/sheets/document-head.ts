// The head of an administrative document as Decree 30/2020/NĐ-CP lays it out (annex I, parts II.1–II.4): issuing body and
// number on the left, the nation's name, motto, place and date on the right; and its foot: receivers and signature.

import { partsOfDate } from "@kehoach/engine/calendar";
import { type Language, sheetsWords } from "@kehoach/engine/words";
import type { Block, Line } from "./page.ts";

export function centred(text: string, more: { bold?: boolean; italic?: boolean; size?: number } = {}): Line {
  return { align: "center", runs: [{ text, ...more }] };
}

export interface DocumentHead {
  /** Who issues it, and the body above it; null: none. */
  sender: string;
  above: string | null;
  /** The line of the number, left open. */
  number: string;
  /** Under the number, of a letter; null: the document has a title of its own. */
  subject: string | null;
  /** The committee, for the place of the date line. */
  issuer: string;
  /** yyyy-mm-dd */
  today: string;
}

/** The day of the date line is left open. */
export function documentHead(head: DocumentHead, language: Language): Block {
  const { letter } = sheetsWords[language];
  const { year, month } = partsOfDate(head.today);
  return {
    kind: "beside",
    shares: [40, 60],
    columns: [
      [
        ...(head.above === null ? [] : [centred(head.above.toUpperCase(), { size: 12 })]),
        centred(head.sender.toUpperCase(), { bold: true, size: 12 }),
        { runs: [], rule: 0.4 },
        centred(head.number),
        ...(head.subject === null ? [] : [centred(head.subject, { size: 12 })]),
      ],
      [
        centred(letter.nation, { bold: true, size: 12 }),
        centred(letter.motto, { bold: true }),
        // As long as the motto.
        { runs: [], rule: 0.56 },
        {
          ...centred(letter.place(placeOf(head.issuer), monthText(month), String(year)), {
            italic: true,
            size: 14,
          }),
          before: 6,
        },
      ],
    ],
  };
}

/** `receivers`: a line each. The signer's authority and position are left open. */
export function documentFoot(receivers: readonly string[], language: Language): Block {
  const { letter } = sheetsWords[language];
  return {
    kind: "beside",
    shares: [50, 50],
    columns: [
      [
        { runs: [{ text: letter.receivers, bold: true, italic: true, size: 12 }] },
        ...receivers.map((text): Line => ({ runs: [{ text, size: 11 }] })),
      ],
      [centred(letter.signer, { bold: true, size: 14 })],
    ],
  };
}

/** The province or city in the committee's name, for the date line; dots where the name tells none. */
function placeOf(issuer: string): string {
  return /(?:tỉnh|thành phố|tp\.?)\s+(\p{Lu}.*)$/u.exec(issuer)?.[1] ?? "……";
}

/** Days below 10 and the months 1 and 2 are written with a zero (annex I, part II.II.4). */
function monthText(month: number): string {
  return month <= 2 ? `0${month}` : String(month);
}
