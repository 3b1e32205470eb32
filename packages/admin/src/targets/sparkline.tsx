// A target's trajectory at the size of a word.

import type { TargetItem } from "@kehoach/server/contract";
import styles from "./trajectory-chart.module.css";
import { drawnPoints, linePath, scaleOf } from "./trajectory-scale.ts";

interface Props {
  trajectory: TargetItem["trajectory"];
  percent: boolean;
  /** As drawn; null: no level is stated. */
  level: number | null;
  label: string;
}

const width = 132;
const height = 36;

export function Sparkline({ trajectory, percent, level, label }: Props) {
  const points = drawnPoints(trajectory, percent);
  const values = points.flatMap(({ expected, value }) => [expected, value]);
  const scale = scaleOf(
    [...values, level].filter((value): value is number => value !== null),
    2,
  );
  const x = (index: number) =>
    points.length < 2 ? width / 2 : 4 + (index * (width - 8)) / (points.length - 1);
  const y = (value: number) => height - 5 - ((value - scale.min) / (scale.max - scale.min)) * (height - 10);
  const at = (index: number, value: number | null): [number, number] | null =>
    value === null ? null : [x(index), y(value)];
  const last = points.findLastIndex(({ value }) => value !== null);
  const reached = points[last];
  return (
    <svg className={styles.spark} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img">
      <title>{label}</title>
      {level !== null && <line className={styles.level} x1={2} x2={width - 2} y1={y(level)} y2={y(level)} />}
      <path
        className={styles.expected}
        d={linePath(points.map(({ expected }, index) => at(index, expected)))}
      />
      <path className={styles.value} d={linePath(points.map(({ value }, index) => at(index, value)))} />
      {reached?.value != null && (
        <circle
          className={reached.estimate ? styles.hollow : styles.point}
          cx={x(last)}
          cy={y(reached.value)}
          r={3.5}
        />
      )}
    </svg>
  );
}
