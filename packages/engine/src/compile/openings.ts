// Task → its occurrences known beforehand: once, each window, each period of the plan.

import { periodsBetween, startOfDay } from "../calendar/index.ts";
import type { Plan, Task } from "../language/plan.ts";
import type { RegimeDocument } from "../language/regime-document.ts";
import type { Opening } from "./compiled-plan.ts";

/** Occurrences of a task that the plan itself fixes. A duty that another document gives already opens nothing. Event tasks open by command, ongoing ones not at all.
 *  A recurring task has an occurrence for each period that ends within the plan's period and after its issue. */
export function openingsOf(task: Task, plan: Plan, issued: string, regime: RegimeDocument | null): Opening[] {
  if (task.sameAs !== null && task.sameAs !== undefined) return [];
  switch (task.mode) {
    case "ongoing":
    case "event":
      return [];
    case "one_off":
      return [{ taskId: task.id, occurrence: "once", at: null, occurrenceEnd: null }];
    case "window":
      // Campaigns are known and prepared from the day of issue; only their due lies at the window's end.
      return task.windows.map((window) => ({
        taskId: task.id,
        occurrence: window.id,
        at: null,
        occurrenceEnd: window.to,
      }));
    case "recurring": {
      const { due } = task;
      if (due.form !== "each_period") return [];
      const rule =
        due.regime === null ? undefined : regime?.periods.find((period) => period.unit === due.period);
      return periodsBetween(due.period, plan.period.from, plan.period.to, rule)
        .filter((period) => period.to >= issued)
        .map((period) => ({
          taskId: task.id,
          occurrence: period.id,
          at: period.from <= issued ? null : startOfDay(period.from),
          occurrenceEnd: period.to,
        }));
    }
  }
}
