// Plan texts whose tasks fall due at given minutes, one assignment each.

import { addDays, dateOfInstant, displayDate, hourOfInstant, type Micros } from "@kehoach/engine/calendar";
import { departments } from "../../../engine/testing/generated-plan.ts";

/** Every due is a whole minute. Issued forty days before the first; agencies and calendar are the generated register's. */
export function deadlinePlan(id: string, dues: readonly Micros[]): string {
  const days = dues.map(dateOfInstant).sort();
  const issued = addDays(days[0] ?? "", -40);
  const tasks = dues.map(
    (due, index) => `  - id: task-${index + 1}
    title: Do what clause ${index + 1} asks for
    lead: ${departments[index % departments.length]}
    due: ${displayDate(dateOfInstant(due))} ${hourOfInstant(due)}
    source: II.${index + 1}
`,
  );
  return `kehoach: 1
kind: plan
id: ${id}
number: 1/KH-UBND
title: Plan ${id}
issuer: committee
issued: ${issued}
signer: { name: The Chair, position: Chairman, capacity: TM. }
period: { from: ${issued}, to: ${days.at(-1)} }
organisation: generated-agencies
calendar: generated-days
conventions: { due_soon_days: 1 }
source: heading
tasks:
${tasks.join("")}`;
}
