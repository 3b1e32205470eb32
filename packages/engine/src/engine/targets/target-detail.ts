// One target with all that it rests on: inputs, readings, formulas with numbers put in, the tasks it goes with.

import type { CompiledPlan } from "../../compile/index.ts";
import type { ReadingRow } from "../../execute/reading.ts";
import { assemble, type Sources } from "../../execute/target-figures.ts";
import type { TargetDetail } from "../../execute/target-view.ts";
import { askedOf, type JudgedTarget, noMeasure } from "../../execute/view-target.ts";
import type { Sight } from "../../execute/who-sees.ts";
import type { Formula, Target } from "../../language/target.ts";
import { type FigureSet, rationalText } from "../../measure/index.ts";

export function targetDetail(
  { plan, measures }: CompiledPlan,
  sources: Sources,
  { view }: JudgedTarget,
  through: string,
  { narrowed }: Sight,
): TargetDetail {
  const { target } = view;
  const own = target.inputs.flatMap((id) => sources.get(id) ?? []);
  const measure = measures.get(target.id) ?? noMeasure;
  const { now } = assemble(sources, { ...askedOf(target, measure, through), percent: false });
  const completing = new Set(own.flatMap(({ input }) => input.task ?? []));
  const tasks = plan.tasks.filter(
    ({ id, objective }) =>
      !narrowed.has(id) && (completing.has(id) || (objective !== null && objective === target.objective)),
  );
  return {
    ...view,
    inputs: own.map(({ input }) => input),
    readings: own.flatMap(({ rows }): ReadingRow[] => [...rows.values()].flat()),
    substituted: formulasOf(target).map(([key, formula]) => ({
      key,
      text: formula.text,
      filled: filled(formula, now),
    })),
    tasks: tasks.map(({ id }) => id),
  };
}

type Substituted = TargetDetail["substituted"][number];

function formulasOf(target: Target): [Substituted["key"], Formula][] {
  const keys = ["formula", "numerator", "denominator", "total", "units"] as const;
  const parts: Partial<Record<Substituted["key"], Formula | null>> = formulaParts(target);
  return keys.flatMap((key): [Substituted["key"], Formula][] => {
    const formula = parts[key] ?? null;
    return formula === null ? [] : [[key, formula]];
  });
}

function formulaParts(target: Target): Partial<Record<Substituted["key"], Formula | null>> {
  switch (target.type) {
    case "composite":
      return {};
    case "ratio":
      return { numerator: target.numerator, denominator: target.denominator };
    case "mean":
      return { total: target.total, units: target.units };
    default:
      return { formula: target.formula };
  }
}

/** Null while a figure is missing, and where agencies are gone through one by one. */
function filled({ text, names }: Formula, now: FigureSet): string | null {
  const figures = new Map<string, string>();
  for (const name of names) {
    const figure = now[name] ?? null;
    if (figure === null || !("numerator" in figure)) return null;
    figures.set(name, rationalText(figure));
  }
  return text.replaceAll(/[a-z][a-z0-9_]*/g, (word) => figures.get(word) ?? word);
}
