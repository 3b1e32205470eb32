// Sorts what waits for a person into groups by what it asks of him, the most pressing first.

import type { AssignmentItem } from "@kehoach/server/contract";

export const inboxGroups = [
  "overdue",
  "toConfirm",
  "returned",
  "dueSoon",
  "coordination",
  "todo",
  "active",
  "waiting",
  "held",
] as const;
export type InboxGroup = (typeof inboxGroups)[number];

/** Groups with something in them; each item is in exactly one. */
export function sortInbox(
  items: readonly AssignmentItem[],
  toConfirm: readonly AssignmentItem[],
): { name: InboxGroup; items: AssignmentItem[] }[] {
  const confirming = new Set(toConfirm.map((item) => item.id));
  const groups = new Map<InboxGroup, AssignmentItem[]>();
  const add = (name: InboxGroup, item: AssignmentItem) =>
    groups.set(name, [...(groups.get(name) ?? []), item]);
  for (const item of toConfirm) add("toConfirm", item);
  for (const item of items) if (!confirming.has(item.id)) add(groupOf(item), item);
  return inboxGroups.flatMap((name) => {
    const found = groups.get(name);
    return found === undefined ? [] : [{ name, items: found }];
  });
}

function groupOf(item: AssignmentItem): InboxGroup {
  if (item.held) return "held";
  if (item.role === "coordinator") return "coordination";
  if (item.bucket === "overdue") return "overdue";
  if (item.stage.category === "waiting" || item.stage.category === "blocked") return "waiting";
  if (item.reworks > 0) return "returned";
  if (item.bucket === "due_soon") return "dueSoon";
  return item.stage.category === "todo" ? "todo" : "active";
}
