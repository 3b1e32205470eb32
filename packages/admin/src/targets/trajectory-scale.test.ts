// Scales and lines of a trajectory.

import { expect, it } from "vitest";
import { drawnPoints, linePath, scaleOf } from "./trajectory-scale.ts";

it("marks round numbers around all values", () => {
  expect(scaleOf([3, 17])).toEqual({ min: 0, max: 20, ticks: [0, 5, 10, 15, 20] });
  expect(scaleOf([92, 96])).toMatchObject({ min: 90, max: 96 });
  expect(scaleOf([-0.02, 0.05])).toMatchObject({ min: -0.02, max: 0.06 });
  expect(scaleOf([])).toEqual({ min: 0, max: 1, ticks: [0, 1] });
  expect(scaleOf([7, 7])).toMatchObject({ min: 0 });
});

it("breaks a line where a figure is missing", () => {
  expect(linePath([[0, 1], [1, 2], null, [3, 4]])).toBe("M0.0 1.0L1.0 2.0M3.0 4.0");
  const [first, second] = drawnPoints(
    [
      { period: "2017-01", to: "2017-01-31", expected: "1/2", value: "0", verdict: null, estimate: true },
      { period: "2017-02", to: "2017-02-28", expected: null, value: null, verdict: null, estimate: false },
    ],
    true,
  );
  expect(first).toEqual({ period: "2017-01", expected: 50, value: 0, estimate: true });
  expect(second?.value).toBeNull();
});
