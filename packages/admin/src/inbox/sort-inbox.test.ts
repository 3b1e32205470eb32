// What needs a person now.

import type { AssignmentItem } from "@kehoach/server/contract";
import { expect, test } from "vitest";
import { type InboxItems, sortInbox } from "./sort-inbox.ts";

const plain: AssignmentItem = {
  planId: "p",
  id: "plain",
  task: { id: "t", title: "Nhiệm vụ", objective: null },
  agency: { id: "a", name: "Cơ quan", short: "CQ" },
  requested: false,
  role: "lead",
  of: null,
  occurrence: "once",
  window: null,
  generation: 1,
  lifecycle: "standard",
  stage: { id: "in_progress", label: { vi: "Đang thực hiện", en: "In progress" }, category: "active" },
  bucket: "in_time",
  dueOn: "2017-06-30",
  dueAt: 1,
  soonAt: 0,
  doneAt: null,
  openedAt: 0,
  touchedAt: 0,
  workingDaysLeft: 10,
  held: false,
  reworks: 0,
  answer: null,
  extension: "none",
  obstacle: false,
  seq: 1,
};

const shown = (inbox: Partial<InboxItems>) =>
  sortInbox({ items: [], toConfirm: [], toDecide: [], ...inbox }).map(({ name, groups }) => [
    name,
    groups.map((group) => [group.name, group.items.map((item) => item.id)]),
  ]);

test("what needs him now comes first, leading and coordinating apart", () => {
  const waiting = { ...plain.stage, category: "waiting" as const };
  const items: AssignmentItem[] = [
    plain,
    { ...plain, id: "soon", bucket: "due_soon", reworks: 1 },
    { ...plain, id: "returned", reworks: 1 },
    { ...plain, id: "late", bucket: "overdue", reworks: 2 },
    { ...plain, id: "obstacle", obstacle: true },
    { ...plain, id: "held", held: true },
    // Sent late: it waits for the office, and nothing more can be done about it here.
    { ...plain, id: "sent", stage: waiting, bucket: "overdue", reworks: 1 },
    { ...plain, id: "stopped", stage: { ...plain.stage, category: "blocked" }, bucket: "suspended" },
    { ...plain, id: "asked", role: "coordinator", of: "x" },
    { ...plain, id: "silent", role: "coordinator", of: "x", stage: waiting, bucket: "overdue" },
  ];
  const others = {
    toConfirm: [{ ...plain, id: "result" }],
    toDecide: [{ ...plain, id: "handed back" }],
  };
  expect(shown({ items, ...others })).toEqual([
    [
      "lead",
      [
        ["overdue", ["late"]],
        ["dueSoon", ["soon"]],
        ["returned", ["returned"]],
        ["toDecide", ["handed back"]],
        ["toConfirm", ["result"]],
        ["waiting", ["obstacle", "held", "sent", "stopped"]],
        ["later", ["plain"]],
      ],
    ],
    [
      "coordination",
      [
        ["overdue", ["silent"]],
        ["later", ["asked"]],
      ],
    ],
  ]);
});

test("what is to be decided stands in one group only", () => {
  expect(shown({ items: [plain], toConfirm: [plain] })).toEqual([["lead", [["toConfirm", ["plain"]]]]]);
  expect(shown({})).toEqual([]);
});
