// A reading: one value of one input, from one agency, for one period, as its entry records it.

import type { Entry, Micros } from "../ledger/entry.ts";

/** estimate: ước thực hiện. official: số chính thức; it supersedes an estimate for the same period. */
export const readingStatuses = ["estimate", "official"] as const;
export type ReadingStatus = (typeof readingStatuses)[number];

/** What stands for one input, agency, period and status; what stood before is in the ledger. */
export interface ReadingRow {
  planId: string;
  input: string;
  agency: string;
  /** Id of the period, e.g. "2017-07", "2017-Q3", "2016". */
  period: string;
  status: ReadingStatus;
  /** First and last day of the period's window (yyyy-mm-dd). */
  from: string;
  to: string;
  /** As the input's kind has it: a decimal ("19", "2.5"), "1" or "0" for yes and no, a date. Null: the agency says that
   *  there is no figure to give. */
  value: string | null;
  /** The entry that gave it. */
  seq: number;
  /** When it was entered, and when the agency says it was so. */
  recordedAt: Micros;
  effectiveAt: Micros;
  /** Who typed it. */
  by: string;
}

/** One value in a `report` command. */
export interface ReadingInput {
  input: string;
  /** Default: the actor's agency. */
  agency?: string;
  period: string;
  status: ReadingStatus;
  value: string | null;
  /** A value that jumps beyond the input's stated bound is taken only with true. */
  confirmed?: boolean;
}

/** What an entry `reading_reported` records of a reading; the rest of the row is the entry's own. */
export type RecordedReading = Pick<
  ReadingRow,
  "input" | "agency" | "period" | "status" | "from" | "to" | "value"
>;

/** What a plan has one reading of. */
export function readingKey({
  input,
  agency,
  period,
  status,
}: Pick<ReadingRow, "input" | "agency" | "period" | "status">): string {
  return JSON.stringify([input, agency, period, status]);
}

/** The row an entry gives; `recorded` is its data's `reading`. */
export function readingOf(
  { planId, seq, recordedAt, effectiveAt, actor }: Entry,
  recorded: Readonly<Record<string, unknown>>,
): ReadingRow {
  return { ...(recorded as unknown as RecordedReading), planId, seq, recordedAt, effectiveAt, by: actor };
}
