// Where the points of a trajectory lie in a drawing, and where its axes are marked.

import type { TargetItem } from "@kehoach/server/contract";
import { drawn } from "./exact.ts";

export interface DrawnPoint {
  period: string;
  /** Null: none is stated. */
  expected: number | null;
  /** Null: not reported. */
  value: number | null;
  estimate: boolean;
}

export function drawnPoints(trajectory: TargetItem["trajectory"], percent: boolean): DrawnPoint[] {
  return trajectory.map(({ period, expected, value, estimate }) => ({
    period,
    expected: expected === null ? null : drawn(expected, percent),
    value: value === null ? null : drawn(value, percent),
    estimate,
  }));
}

export interface Scale {
  min: number;
  max: number;
  ticks: readonly number[];
}

/** Round marks around all values. Zero is among them unless the values lie close together far above it. */
export function scaleOf(values: readonly number[], count = 4): Scale {
  const low = Math.min(...values, Number.POSITIVE_INFINITY);
  const high = Math.max(...values, Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(low)) return { min: 0, max: 1, ticks: [0, 1] };
  const from = low > 0 && low > high * 0.6 && high > low ? low - (high - low) * 0.15 : Math.min(0, low);
  const to = high < 0 ? 0 : high === from ? from + 1 : high;
  const step = roundStep((to - from) / count);
  const min = Math.floor(from / step + 1e-9) * step;
  const max = Math.ceil(to / step - 1e-9) * step;
  const ticks = Array.from({ length: Math.round((max - min) / step) + 1 }, (_, index) =>
    rounded(min + index * step),
  );
  return { min: rounded(min), max: rounded(max), ticks };
}

/** 1, 2 or 5 times a power of ten, not below `step`. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = step / power;
  return (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10) * power;
}

/** Sums of decimal steps gather dust at the far end. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

/** "M…L…" through the points there are; a gap begins a new piece, since a missing figure is no zero and no guess. */
export function linePath(points: readonly ([number, number] | null)[]): string {
  let path = "";
  let pen = "M";
  for (const point of points) {
    if (point === null) {
      pen = "M";
      continue;
    }
    path += `${pen}${point[0].toFixed(1)} ${point[1].toFixed(1)}`;
    pen = "L";
  }
  return path;
}
