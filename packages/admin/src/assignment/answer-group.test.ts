// Where each coordinator stands in the list a submission goes with.

import { expect, it } from "vitest";
import { answerGroup } from "./answer-group.ts";

const label = { vi: "", en: "" };
const stage = (category: "todo" | "waiting" | "done" | "cancelled") => ({ id: category, label, category });

it("tells agreed, differing, silent, awaited and no longer awaited apart", () => {
  const group = (
    answer: "agree" | "differ" | null,
    category: Parameters<typeof stage>[0],
    bucket: "in_time" | "overdue" | "done_late" | "withdrawn" = "in_time",
  ) => answerGroup({ answer, stage: stage(category), bucket });
  expect(group("agree", "done")).toBe("agree");
  expect(group("differ", "done", "done_late")).toBe("differ");
  expect(group(null, "waiting", "overdue")).toBe("silent");
  expect(group(null, "todo", "overdue")).toBe("silent");
  expect(group(null, "todo")).toBe("none");
  expect(group(null, "cancelled", "withdrawn")).toBe("ended");
});
