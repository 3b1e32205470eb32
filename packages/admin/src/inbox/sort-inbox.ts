// Sorts what waits for a person by what needs him now: his own work and what he decides in one order, coordination apart.

import type { AssignmentItem } from "@kehoach/server/contract";

/** In this order. returned: sent back to him. toDecide, toConfirm: work of others that waits for him. waiting: his own
 *  that waits for others. later: the rest. */
export const inboxGroups = [
  "overdue",
  "dueSoon",
  "returned",
  "toDecide",
  "toConfirm",
  "waiting",
  "later",
] as const;
export type InboxGroup = (typeof inboxGroups)[number];

export interface InboxPart {
  name: "lead" | "coordination";
  /** Groups with something in them. */
  groups: readonly { name: InboxGroup; items: readonly AssignmentItem[] }[];
}

export interface InboxItems {
  /** Open assignments of the person's own agency. */
  items: readonly AssignmentItem[];
  toConfirm: readonly AssignmentItem[];
  toDecide: readonly AssignmentItem[];
}

/** Parts with something in them; each item is in exactly one group, in the order it came in: by due date. */
export function sortInbox({ items, toConfirm, toDecide }: InboxItems): InboxPart[] {
  const decided = new Set([...toConfirm, ...toDecide].map((item) => item.id));
  const own = items.filter((item) => !decided.has(item.id));
  const lead = own.filter((item) => item.role === "lead").map((item) => [groupOf(item), item] as const);
  const coordination = own
    .filter((item) => item.role === "coordinator")
    .map((item) => [groupOf(item), item] as const);
  const others = [
    ...toDecide.map((item) => ["toDecide", item] as const),
    ...toConfirm.map((item) => ["toConfirm", item] as const),
  ];
  return [part("lead", [...lead, ...others]), part("coordination", coordination)].filter(
    ({ groups }) => groups.length > 0,
  );
}

function part(
  name: InboxPart["name"],
  placed: readonly (readonly [InboxGroup, AssignmentItem])[],
): InboxPart {
  const groups = Map.groupBy(placed, ([group]) => group);
  return {
    name,
    groups: inboxGroups.flatMap((group) => {
      const items = groups.get(group);
      return items === undefined ? [] : [{ name: group, items: items.map(([, item]) => item) }];
    }),
  };
}

function groupOf({ role, bucket, held, stage, reworks, obstacle }: AssignmentItem): InboxGroup {
  if (held) return "waiting";
  // A coordinator who is late still owes his view, though his state says that others wait no longer.
  const sent = role === "lead" && stage.category === "waiting";
  if (sent || stage.category === "blocked") return "waiting";
  if (bucket === "overdue") return "overdue";
  if (bucket === "due_soon") return "dueSoon";
  if (reworks > 0) return "returned";
  return obstacle ? "waiting" : "later";
}
