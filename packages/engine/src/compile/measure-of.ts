// Target → Measure: units resolved, a milestone's due as a day.

import type { Calendar } from "../calendar/index.ts";
import type { Plan } from "../language/plan.ts";
import type { Target } from "../language/target.ts";
import type { Measure } from "../measure/index.ts";
import { reportersOf } from "./compile-inputs.ts";
import { dueDate } from "./due-date.ts";

export function measureOf(
  target: Target,
  plan: Plan,
  members: (group: string) => readonly string[],
  calendar: Calendar,
): Measure {
  switch (target.type) {
    case "ratio": {
      const { type, numerator, denominator, level, denEmpty } = target;
      return { type, numerator: numerator.ast, denominator: denominator.ast, level, denEmpty };
    }
    case "count":
      return { type: target.type, formula: target.formula.ast, level: target.level };
    case "delta": {
      const { type, formula, direction, level, change } = target;
      return { type, formula: formula.ast, direction, level, change };
    }
    case "range": {
      const { type, formula, direction, from, to, percent, binding, change } = target;
      return { type, formula: formula.ast, direction: direction ?? "up", from, to, percent, binding, change };
    }
    case "composite":
      return { type: target.type, allOf: target.allOf };
    case "per_unit": {
      const { type, formula, level, share } = target;
      return { type, units: reportersOf(target, members), formula: formula.ast, level, share };
    }
    case "mean":
      return { type: target.type, total: target.total.ast, units: target.units.ast, level: target.level };
    case "rank": {
      const { type, formula, fieldSize, level, change } = target;
      return { type, formula: formula.ast, fieldSize, level, change };
    }
    case "index":
      return { type: target.type, formula: target.formula.ast, level: target.level, change: target.change };
    case "milestone":
      return { type: target.type, formula: target.formula.ast, due: dayOf(target.due, plan, calendar) };
    case "zero":
      return { type: target.type, formula: target.formula.ast };
    case "directional": {
      const { type, formula, direction, base } = target;
      return { type, formula: formula?.ast ?? null, direction, base };
    }
    case "qualitative":
      return { type: target.type, formula: target.formula.ast };
  }
}

/** A milestone belongs to no assignment: its due is counted from the plan's issue, never from a task's end. */
function dayOf(
  due: Extract<Target, { type: "milestone" }>["due"],
  plan: Plan,
  calendar: Calendar,
): string | null {
  const issued = plan.issued ?? plan.period.from;
  const context = { issued, opened: issued, occurrenceEnd: null, completed: () => null };
  return dueDate(due, context, calendar, plan.conventions.rollForward)?.date ?? null;
}
