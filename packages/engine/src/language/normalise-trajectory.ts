// Written trajectories → values by day, in order.

import { readDate, shown } from "./date-text.ts";
import { readSpan } from "./due-span.ts";
import { type Loose, present } from "./loose.ts";
import { figureAt } from "./normalise-level.ts";
import type { Path } from "./path.ts";
import { dateAt, type Reading } from "./reading.ts";
import type { Trajectory, TrajectoryStep } from "./target-input.ts";

/** `percent`: whether the target's level is one; every step must be the same. */
export function trajectoryAt(
  reading: Reading,
  written: "linear" | Loose<readonly { on: string; value: string }[]> | undefined,
  path: Path,
  percent: boolean,
): Trajectory | null {
  if (written === undefined) return null;
  if (typeof written === "string") return { form: "linear" };
  const points: TrajectoryStep[] = [];
  for (const [index, step] of present(written)) {
    const place = [...path, index];
    const by = dayOf(reading, step.on, [...place, "on"]);
    const figure = figureAt(reading, step.value, [...place, "value"], null);
    if (by === null || !figure.understood) continue;
    checkStep(reading, points.at(-1)?.by ?? null, by, [...place, "on"]);
    if (figure.percent !== percent)
      reading.report.problem("trajectory_percent_mixed", { path: [...place, "value"] }, {});
    points.push({ by, value: figure.value, percent: figure.percent });
  }
  return { form: "points", points };
}

/** A day, or the last one of a month or quarter. */
function dayOf(reading: Reading, text: string | undefined, path: Path): string | null {
  if (text === undefined) return null;
  const span = readDate(text, reading.year).ok ? null : readSpan(text.toLowerCase(), reading.year);
  if (span !== null && span !== "year_missing") return span.to;
  const day = readDate(text, reading.year);
  return day.ok ? day.date : dateAt(reading.report, text, path);
}

function checkStep({ report, period }: Reading, before: string | null, by: string, path: Path): void {
  if (before !== null && by <= before)
    report.problem("trajectory_disordered", { path }, { date: shown(by), before: shown(before) });
  else if (by < period.from || by > period.to)
    report.problem(
      "due_outside_period",
      { path },
      { date: shown(by), from: shown(period.from), to: shown(period.to) },
    );
}
