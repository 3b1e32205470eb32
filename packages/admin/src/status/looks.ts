// Which shape and colour each official bucket and each stage category is shown with.

import type { Bucket, PlanBody, StageCategory } from "@kehoach/server/contract";
import type { IconName } from "./icon.tsx";

export type Tone =
  | "todo"
  | "in-time"
  | "due-soon"
  | "overdue"
  | "blocked"
  | "waiting"
  | "on-time"
  | "late"
  | "off";

export interface Look {
  icon: IconName;
  tone: Tone;
}

export const bucketLooks: Readonly<Record<Bucket, Look>> = {
  overdue: { icon: "octagon", tone: "overdue" },
  due_soon: { icon: "triangle", tone: "due-soon" },
  in_time: { icon: "half", tone: "in-time" },
  no_due_date: { icon: "dashed", tone: "todo" },
  awaiting_confirmation: { icon: "hourglass", tone: "waiting" },
  done_on_time: { icon: "tick", tone: "on-time" },
  done_late: { icon: "tickClock", tone: "late" },
  suspended: { icon: "pause", tone: "off" },
  withdrawn: { icon: "struck", tone: "off" },
};

/** Order in which buckets are listed and stacked: what is finished first, what presses last. */
export const bucketOrder = [
  "done_on_time",
  "done_late",
  "awaiting_confirmation",
  "in_time",
  "no_due_date",
  "due_soon",
  "overdue",
  "suspended",
  "withdrawn",
] as const satisfies readonly Bucket[];

export const categoryLooks: Readonly<Record<StageCategory, Look>> = {
  todo: { icon: "hollow", tone: "todo" },
  active: { icon: "working", tone: "in-time" },
  waiting: { icon: "hourglass", tone: "waiting" },
  blocked: { icon: "bar", tone: "blocked" },
  done: { icon: "tick", tone: "on-time" },
  cancelled: { icon: "struck", tone: "off" },
};

export const planStateLooks: Readonly<Record<PlanBody["state"], Look>> = {
  in_force: { icon: "working", tone: "in-time" },
  suspended: { icon: "pause", tone: "due-soon" },
  withdrawn: { icon: "struck", tone: "off" },
  ended: { icon: "tick", tone: "on-time" },
};
