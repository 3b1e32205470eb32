// Where tasks are written.

import { expect, it } from "vitest";
import { plan42 } from "../testing/test-instance.ts";
import { taskLines } from "./task-lines.ts";

it("finds every task of plan 42 on the line its item begins", () => {
  const ids = [...plan42.text.matchAll(/^ {2}- mã: (\S+)$/gm)].flatMap(([, id]) => id ?? []);
  const lines = plan42.text.split("\n");
  const tasks = lines.indexOf("nhiệm vụ:");
  const found = taskLines(plan42.text, ids);
  expect(found.length).toBe(22);
  for (const { task, line } of found) {
    expect(line).toBeGreaterThan(tasks);
    expect(lines[line - 1]).toContain(`- mã: ${task}`);
  }
});

it("reads English keys, braces, comments, and ids that products share", () => {
  const text = [
    "objectives:",
    "  - { id: a, title: An objective of the same name }",
    "tasks:",
    "# a comment at the margin",
    "- title: First",
    "  id: a # after the title",
    "  product:",
    "    - id: b",
    "",
    "- { title: 'Second, in braces', id: b, lead: x }",
    "targets:",
    "  - id: c",
  ].join("\n");
  expect(taskLines(text, ["a", "b", "c"])).toEqual([
    { task: "a", line: 5 },
    { task: "b", line: 10 },
  ]);
});
