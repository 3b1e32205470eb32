// What the address of the figures page carries: of which plan, and as recorded when.

export interface FiguresSearch {
  /** A plan's document id; absent: every plan. */
  plan?: string;
  /** yyyy-mm-dd; absent: now. */
  asOf?: string;
}

export function readFiguresSearch(search: Record<string, unknown>): FiguresSearch {
  return {
    ...(typeof search.plan === "string" && search.plan !== "" ? { plan: search.plan } : {}),
    ...(typeof search.asOf === "string" && /^\d{4}-\d{2}-\d{2}$/.test(search.asOf)
      ? { asOf: search.asOf }
      : {}),
  };
}

/** The query string for the server; parts without a value are left out. */
export function searchText(parts: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value !== undefined) query.set(name, value);
  return query.toString();
}
