// The trajectory of one target as a drawing: told apart by dash and marker, so that it can be read without colour.

import type { TargetItem } from "@kehoach/server/contract";
import styles from "./trajectory-chart.module.css";
import { drawnPoints, linePath, type Scale, scaleOf } from "./trajectory-scale.ts";

export interface ChartWords {
  /** What the drawing is, for those who do not see it. */
  label: string;
  period: (id: string) => string;
  number: (value: number) => string;
  level: string | null;
}

interface Props {
  trajectory: TargetItem["trajectory"];
  percent: boolean;
  /** As drawn; null: no level is stated. */
  level: number | null;
  /** Where it would end; null: no forecast. */
  forecast: number | null;
  /** Pixels. */
  width: number;
  words: ChartWords;
}

const height = 260;
const edge = { top: 14, right: 18, bottom: 30, left: 46 };

export function TrajectoryChart({ trajectory, percent, level, forecast, width, words }: Props) {
  const points = drawnPoints(trajectory, percent);
  const scale = scaleOf(
    [...points.flatMap(({ expected, value }) => [expected, value]), level, forecast].filter(
      (value): value is number => value !== null,
    ),
  );
  const right = width - edge.right;
  const bottom = height - edge.bottom;
  const x = (index: number) =>
    points.length < 2
      ? (edge.left + right) / 2
      : edge.left + 10 + (index * (right - edge.left - 20)) / (points.length - 1);
  const y = (value: number) => bottom - ((value - scale.min) / (scale.max - scale.min)) * (bottom - edge.top);
  const at = (index: number, value: number | null): [number, number] | null =>
    value === null ? null : [x(index), y(value)];
  const last = points.findLastIndex(({ value }) => value !== null);
  const reached = points[last]?.value ?? null;
  return (
    <svg className={styles.chart} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img">
      <title>{words.label}</title>
      <Grid scale={scale} y={y} left={edge.left} right={right} number={words.number} percent={percent} />
      <Periods
        periods={points.map(({ period }) => words.period(period))}
        x={x}
        bottom={bottom}
        width={right - edge.left}
      />
      {level !== null && (
        <line className={styles.level} x1={edge.left} x2={right} y1={y(level)} y2={y(level)} />
      )}
      <path
        className={styles.expected}
        d={linePath(points.map(({ expected }, index) => at(index, expected)))}
      />
      {forecast !== null && reached !== null && last < points.length - 1 && (
        <>
          <path
            className={styles.forecast}
            d={linePath([at(last, reached), at(points.length - 1, forecast)])}
          />
          <Diamond x={x(points.length - 1)} y={y(forecast)} />
        </>
      )}
      <path className={styles.value} d={linePath(points.map(({ value }, index) => at(index, value)))} />
      {points.map(({ period, value, estimate }, index) =>
        value === null ? null : (
          <circle
            key={period}
            className={estimate ? styles.hollow : styles.point}
            cx={x(index)}
            cy={y(value)}
            r={4.5}
          />
        ),
      )}
      {level !== null && (
        <text
          className={styles.label}
          x={right}
          y={y(level) + (y(level) < edge.top + 16 ? 17 : -8)}
          textAnchor="end"
        >
          {words.level}
        </text>
      )}
    </svg>
  );
}

interface GridProps {
  scale: Scale;
  y: (value: number) => number;
  left: number;
  right: number;
  number: (value: number) => string;
  percent: boolean;
}

function Grid({ scale, y, left, right, number, percent }: GridProps) {
  return scale.ticks.map((tick) => (
    <g key={tick}>
      <line className={styles.grid} x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
      <text className={styles.tick} x={left - 8} y={y(tick) + 4} textAnchor="end">
        {number(tick)}
        {percent ? " %" : ""}
      </text>
    </g>
  ));
}

interface PeriodsProps {
  periods: readonly string[];
  x: (index: number) => number;
  bottom: number;
  width: number;
}

/** As many names as there is room for, the last always among them. */
function Periods({ periods, x, bottom, width }: PeriodsProps) {
  const widest = Math.max(...periods.map((name) => name.length), 1) * 7 + 10;
  const every = Math.max(1, Math.ceil((periods.length * widest) / Math.max(width, 1)));
  return periods.map((name, index) =>
    (periods.length - 1 - index) % every === 0 ? (
      <text key={`${name} ${index}`} className={styles.tick} x={x(index)} y={bottom + 20} textAnchor="middle">
        {name}
      </text>
    ) : null,
  );
}

function Diamond({ x, y }: { x: number; y: number }) {
  return <path className={styles.hollow} d={`M${x} ${y - 6}l6 6-6 6-6-6z`} />;
}

const samples = {
  value: (
    <>
      <path className={styles.value} d="M0 7H28" />
      <circle className={styles.point} cx="14" cy="7" r="4" />
    </>
  ),
  estimate: <circle className={styles.hollow} cx="14" cy="7" r="4.5" />,
  expected: <path className={styles.expected} d="M0 7H28" />,
  level: <path className={styles.level} d="M0 7H28" />,
  forecast: (
    <>
      <path className={styles.forecast} d="M0 7H16" />
      <path className={styles.hollow} d="M21 2l5 5-5 5-5-5z" />
    </>
  ),
};

/** What each line and marker means; only those that are drawn. */
export function ChartLegend({ shown }: { shown: readonly (readonly [keyof typeof samples, string])[] }) {
  return (
    <ul className={styles.legend}>
      {shown.map(([kind, name]) => (
        <li key={kind}>
          <svg width="28" height="14" viewBox="0 0 28 14" aria-hidden="true">
            {samples[kind]}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
