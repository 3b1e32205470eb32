// How far states are from being done.

import type { LifecycleBody } from "@kehoach/server/contract";
import { expect, it } from "vitest";
import { stepsToDone } from "./toward-done.ts";

const label = { vi: "", en: "" };
const state = (id: string, category: LifecycleBody["states"][number]["category"]) => ({
  id,
  label,
  category,
});
const way = (from: string[], to: string | null) =>
  ({
    type: `${from}-${to}`,
    label,
    from,
    to,
    who: [],
    require: [],
  }) as unknown as LifecycleBody["commands"][number];

it("counts the shortest way, past detours and dead ends", () => {
  const steps = stepsToDone({
    states: [
      state("assigned", "todo"),
      state("in_progress", "active"),
      state("suspended", "blocked"),
      state("submitted", "waiting"),
      state("completed", "done"),
      state("withdrawn", "cancelled"),
    ],
    commands: [
      way(["assigned"], "in_progress"),
      way(["in_progress"], null),
      way(["in_progress"], "suspended"),
      way(["suspended"], "in_progress"),
      way(["in_progress"], "submitted"),
      way(["submitted"], "completed"),
      way(["assigned", "in_progress"], "withdrawn"),
    ],
  });
  expect(Object.fromEntries(steps)).toEqual({
    completed: 0,
    submitted: 1,
    in_progress: 2,
    assigned: 3,
    suspended: 3,
  });
});
