// What the address of the page of reports carries, and the periods a report can be asked of.

export interface ReportsSearch {
  /** A plan's document id; absent: every document. */
  plan?: string;
  agency?: string;
  /** Id of the period; absent: the last month that is over. */
  period?: string;
}

export function readReportsSearch(search: Record<string, unknown>): ReportsSearch {
  const found: ReportsSearch = {};
  for (const key of ["plan", "agency"] as const) {
    const value = search[key];
    if (typeof value === "string" && value !== "") found[key] = value;
  }
  // The address "period=2017" reads as a number.
  const period = String(search.period ?? "");
  if (/^\d{4}(-(\d{2}|Q[1-4]|H[12]|9M))?$/.test(period)) found.period = period;
  return found;
}

export type PeriodGroup = "month" | "quarter" | "half" | "year";

/** Ids by length, newest year first: the year of `today` (yyyy-mm-dd) and the one before. */
export function periodChoices(today: string): readonly (readonly [PeriodGroup, readonly string[]])[] {
  const year = Number(today.slice(0, 4));
  const years = [year, year - 1];
  const each = (parts: readonly string[]) => years.flatMap((of) => parts.map((part) => `${of}-${part}`));
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));
  return [
    ["month", each(months)],
    ["quarter", each(["Q1", "Q2", "Q3", "Q4"])],
    ["half", each(["H1", "9M", "H2"])],
    ["year", years.map(String)],
  ];
}

/** The calendar month before that of `today`. */
export function lastMonth(today: string): string {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, "0")}`;
}
