// Where a coordinator stands in the list a submission goes with.

import type { AssignmentItem } from "@kehoach/server/contract";

/** In the order in which they are shown: what a lead has to deal with first. */
export const answerGroups = ["differ", "agree", "silent", "none", "ended"] as const;
/** silent: the due has passed without an answer. none: it is awaited. ended: it was never given and is not awaited. */
export type AnswerGroup = (typeof answerGroups)[number];

export function answerGroup(item: Pick<AssignmentItem, "answer" | "stage" | "bucket">): AnswerGroup {
  if (item.answer !== null) return item.answer;
  if (item.stage.category === "cancelled") return "ended";
  return item.stage.category === "waiting" || item.bucket === "overdue" ? "silent" : "none";
}
