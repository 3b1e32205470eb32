// A plan's text as lines.

import { expect, it } from "vitest";
import { readLines, taskSpan } from "./read-lines.ts";

it("tells keys and comments from the rest, and loses nothing", () => {
  const text = [
    "# đầu",
    "kehoach: 1",
    "nhiệm vụ:",
    "  - mã: a",
    '    nội dung: "b: c"',
    "  - { mã: d }",
    "  >-",
    "",
  ].join("\n");
  const lines = readLines(text);
  expect(lines.map(({ key }) => key)).toEqual(["", "kehoach:", "nhiệm vụ:", "mã:", "nội dung:", "", ""]);
  expect(lines[0]?.comment).toBe("# đầu");
  expect(lines.map(({ indent, key, rest, comment }) => indent + key + rest + comment)).toEqual(
    text.split("\n").slice(0, -1),
  );
});

it("finds where a task ends", () => {
  const text = [
    "tasks:",
    "  - id: a",
    "    title: x",
    "",
    "  # about b",
    "  - id: b",
    "    title: y",
    "targets: []",
  ].join("\n");
  const source = {
    documentId: "d",
    version: 1,
    text,
    tasks: [
      { task: "a", line: 2 },
      { task: "b", line: 6 },
    ],
  };
  expect(taskSpan(source, "a")).toEqual({ first: 2, last: 3 });
  expect(taskSpan(source, "b")).toEqual({ first: 6, last: 7 });
  expect(taskSpan(source, "c")).toBeNull();
});
