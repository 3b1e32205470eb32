// What the period or window of an assignment is called.

import { type AdminWords, occurrenceName as nameOf } from "@kehoach/engine/words";
import type { AssignmentItem } from "@kehoach/server/contract";

/** Null for what happens once, which needs no name. */
export function occurrenceName(
  { occurrence, window }: Pick<AssignmentItem, "occurrence" | "window">,
  words: AdminWords["occurrences"],
): string | null {
  return nameOf(occurrence, window, words);
}
