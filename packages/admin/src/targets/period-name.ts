// What a reporting period is called, in full and where there is little room.

import { type AdminWords, occurrenceName } from "@kehoach/engine/words";

export function periodName(id: string, words: AdminWords["occurrences"]): string {
  return occurrenceName(id, null, words) ?? id;
}

/** The part of an id that tells it from its neighbours on an axis: "07", "Q3", "2017". */
export function shortPeriod(id: string): string {
  return /^\d{4}-(.+)$/.exec(id)?.[1] ?? id;
}
