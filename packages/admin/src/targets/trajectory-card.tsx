// How a target went period by period: the drawing, and beside it a table with the same numbers.

import type { TargetDetailBody } from "@kehoach/server/contract";
import { useEffect, useRef, useState } from "react";
import { useLanguage } from "../language/language.tsx";
import { Empty } from "../parts/notice.tsx";
import { Card } from "../parts/page.tsx";
import { useShow } from "../show/use-show.ts";
import { drawn } from "./exact.ts";
import { periodName, shortPeriod } from "./period-name.ts";
import styles from "./target-page.module.css";
import { completePoints, exactOf, isDrawn, isPercent, levelText, valueText } from "./target-text.ts";
import { ChartLegend, TrajectoryChart } from "./trajectory-chart.tsx";
import { useTargetSpeech } from "./use-target-speech.ts";
import { VerdictBadge } from "./verdict-badge.tsx";

export function TrajectoryCard({ target }: { target: TargetDetailBody }) {
  const speech = useTargetSpeech();
  const { words } = speech;
  const show = useShow();
  const [width, holder] = useWidth();
  const { judgement, outlook } = target;
  const trajectory = completePoints(target);
  const percent = isPercent(target);
  const level = levelText(target, speech);
  const forecast = outlook?.forecast ?? null;
  const has = (test: (point: (typeof trajectory)[number]) => boolean) => trajectory.some(test);
  const drawable = isDrawn(target) && has(({ value, expected }) => value !== null || expected !== null);
  if (trajectory.length === 0) return null;
  return (
    <Card heading={words.detail.chart}>
      <div className={styles.chart}>
        <div ref={holder} className={styles.drawing}>
          {!drawable && (
            <Empty
              icon="dashed"
              why={target.lastReadingAt === null ? words.neverReported : words.trajectoryNone}
            />
          )}
          {drawable && (
            <>
              <TrajectoryChart
                trajectory={trajectory}
                percent={percent}
                level={judgement.bound === null ? null : drawn(exactOf(judgement.bound), percent)}
                forecast={forecast === null ? null : drawn(forecast.value, percent)}
                width={width}
                words={{
                  label: words.detail.chartLabel(target.title),
                  period: shortPeriod,
                  number: show.number,
                  level: level === null ? null : `${words.level} ${level}`,
                }}
              />
              <ChartLegend
                shown={(
                  [
                    ["value", has(({ value, estimate }) => value !== null && !estimate)],
                    ["estimate", has(({ value, estimate }) => value !== null && estimate)],
                    ["expected", has(({ expected }) => expected !== null)],
                    ["level", judgement.bound !== null],
                    ["forecast", forecast !== null],
                  ] as const
                ).flatMap(([kind, there]) => (there ? [[kind, words.detail.legend[kind]] as const] : []))}
              />
            </>
          )}
        </div>
        <PointsTable target={target} />
      </div>
    </Card>
  );
}

function PointsTable({ target }: { target: TargetDetailBody }) {
  const speech = useTargetSpeech();
  const { words } = speech;
  const { words: admin } = useLanguage();
  const expects = target.trajectory.some(({ expected }) => expected !== null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles.scroll} aria-label={words.detail.chart} tabIndex={0}>
      <table className={[styles.table, styles.points].join(" ")}>
        <thead>
          <tr>
            <th scope="col">{words.detail.period}</th>
            {expects && <th scope="col">{words.detail.expected}</th>}
            <th scope="col">{words.detail.value}</th>
            <th scope="col">{words.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {completePoints(target).map(({ period, to, expected, value, estimate, verdict }) => (
            <tr key={period}>
              <th scope="row">{periodName(period, admin.occurrences)}</th>
              {expects && (
                <td>{expected === null ? words.detail.none : valueText(target, expected, speech)}</td>
              )}
              <td>
                {value === null ? (
                  <span className={styles.soft}>
                    {to > target.span.to ? words.detail.notDue : words.notReported}
                  </span>
                ) : (
                  <>
                    {valueText(target, value, speech)}
                    {estimate && <span className={styles.soft}> ({speech.readings.status.estimate})</span>}
                  </>
                )}
              </td>
              <td>{verdict === null ? words.detail.none : <VerdictBadge verdict={verdict} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Pixels an element has for what is drawn in it; a plausible width until it is measured. */
function useWidth(): [number, (element: HTMLElement | null) => void] {
  const [width, setWidth] = useState(560);
  const observer = useRef<ResizeObserver | null>(null);
  const measure = (element: HTMLElement | null) => {
    observer.current?.disconnect();
    if (element === null) return;
    observer.current = new ResizeObserver(([entry]) => {
      const wide = Math.floor(entry?.contentRect.width ?? 0);
      if (wide > 0) setWidth(Math.max(260, wide));
    });
    observer.current.observe(element);
  };
  useEffect(() => () => observer.current?.disconnect(), []);
  const kept = useRef(measure);
  return [width, kept.current];
}
