// The drawing of a trajectory: gaps stay gaps, estimates and forecasts are told apart without colour.

import type { TargetItem } from "@kehoach/server/contract";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { TrajectoryChart } from "./trajectory-chart.tsx";

function point(month: number, value: string | null, estimate = false): TargetItem["trajectory"][number] {
  const period = `2017-0${month}`;
  return { period, to: `${period}-28`, expected: "95/100", value, verdict: null, estimate };
}

const words = {
  label: "Biểu đồ",
  period: (id: string) => id.slice(5),
  number: String,
  level: "Phải đạt trên 95 %",
};

it("draws what is there, leaves gaps, and marks estimate and forecast by shape", () => {
  const drawing = renderToStaticMarkup(
    <TrajectoryChart
      trajectory={[point(1, "1"), point(2, null), point(3, "9/10"), point(4, "19/20", true), point(5, null)]}
      percent
      level={95}
      forecast={95}
      width={600}
      words={words}
    />,
  );
  expect(drawing).toContain("<title>Biểu đồ</title>");
  expect(drawing).toContain("Phải đạt trên 95 %");
  expect(drawing).toContain("90 %");
  // Three figures, the last an estimate; no mark for the two months without one.
  expect(drawing.match(/<circle[^>]*>/g)).toHaveLength(3);
  expect(drawing.match(/<circle class="[^"]*hollow[^"]*"/g)).toHaveLength(1);
  // The value's line is broken at the gap; the forecast ends in a hollow diamond.
  expect(/<path class="[^"]*value[^"]*" d="([^"]*)"/.exec(drawing)?.[1]?.match(/M/g)).toHaveLength(2);
  expect(drawing).toMatch(/<path class="[^"]*forecast/);
  expect(drawing).toMatch(/<path class="[^"]*hollow[^"]*" d="M[^"]*z"/);
});

it("draws a target of which nothing is reported", () => {
  const drawing = renderToStaticMarkup(
    <TrajectoryChart
      trajectory={[point(1, null)]}
      percent
      level={null}
      forecast={null}
      width={320}
      words={{ ...words, level: null }}
    />,
  );
  expect(drawing).not.toContain("<circle");
});
