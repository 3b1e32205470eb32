// What presses first in an inbox.

import type { AssignmentItem } from "@kehoach/server/contract";
import { expect, test } from "vitest";
import { sortInbox } from "./sort-inbox.ts";

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
  seq: 1,
};

test("overdue comes first, then what to confirm, what was sent back, what is due soon", () => {
  const items: AssignmentItem[] = [
    plain,
    { ...plain, id: "soon", bucket: "due_soon" },
    { ...plain, id: "returned", bucket: "due_soon", reworks: 1 },
    { ...plain, id: "late", bucket: "overdue", reworks: 2 },
    { ...plain, id: "asked", role: "coordinator", of: "x", bucket: "overdue" },
    { ...plain, id: "held", held: true },
    { ...plain, id: "sent", stage: { ...plain.stage, category: "waiting" }, reworks: 1 },
  ];
  const sorted = sortInbox(items, [{ ...plain, id: "confirm" }]);
  expect(sorted.map((group) => [group.name, group.items.map((item) => item.id)])).toEqual([
    ["overdue", ["late"]],
    ["toConfirm", ["confirm"]],
    ["returned", ["returned"]],
    ["dueSoon", ["soon"]],
    ["coordination", ["asked"]],
    ["active", ["plain"]],
    ["waiting", ["sent"]],
    ["held", ["held"]],
  ]);
});

test("what is to be confirmed stands in one group only", () => {
  const sorted = sortInbox([plain], [plain]);
  expect(sorted.map((group) => group.name)).toEqual(["toConfirm"]);
});
