// What stands beside a due date: days left, days over, days early, in words.

import type { AdminWords } from "@kehoach/engine/words";
import type { AssignmentItem } from "@kehoach/server/contract";

export type TimelinessFacts = Pick<AssignmentItem, "bucket" | "workingDaysLeft" | "held" | "dueOn">;

/** Null: there is nothing to say beyond the bucket's name. */
export function timelinessDetail(
  item: TimelinessFacts,
  words: AdminWords["timeliness"],
  number: (value: number) => string,
): string | null {
  const days = item.workingDaysLeft;
  if (days === null) return null;
  const shown = number(Math.abs(days));
  switch (item.bucket) {
    case "done_on_time":
      return days === 0 ? words.doneOnDay : words.doneEarly(days, shown);
    case "done_late":
      return days === 0 ? null : words.doneLate(-days, shown);
    case "overdue":
      return days === 0 ? words.lateToday : words.late(-days, shown);
    case "in_time":
    case "due_soon":
      return words.left(days, shown);
    case "awaiting_confirmation":
      return words.submittedInTime;
    default:
      return null;
  }
}
