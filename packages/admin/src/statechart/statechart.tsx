// A lifecycle as a picture: the state it is in, those it has passed, and the ways on.

import type { LifecycleBody } from "@kehoach/server/contract";
import { type CSSProperties, useEffect, useId, useMemo, useRef } from "react";
import { useLanguage } from "../language/language.tsx";
import { toneClass } from "../status/badge.tsx";
import { Icon } from "../status/icon.tsx";
import { categoryLooks } from "../status/looks.ts";
import { layOutStatechart, type PlacedPassage, type PlacedState } from "./lay-out-statechart.ts";
import styles from "./statechart.module.css";

interface Props {
  lifecycle: LifecycleBody;
  current: string;
  visited: readonly string[];
  /** Pairs of states passed through. */
  passed: readonly (readonly [string, string])[];
}

export function Statechart({ lifecycle, current, visited, passed }: Props) {
  const { words, pick } = useLanguage();
  const id = useId();
  const chart = useMemo(() => layOutStatechart(lifecycle, pick), [lifecycle, pick]);
  const states = new Map(lifecycle.states.map((state) => [state.id, state]));
  const now = states.get(current);
  const here = chart.states.find((state) => state.id === current)?.x ?? 0;
  const frame = useRef<HTMLElement>(null);
  // Where the chart is wider than its frame, it opens at the state it is in.
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    element.scrollLeft = (here / chart.width) * element.scrollWidth - element.clientWidth / 2;
  }, [here, chart.width]);
  const went = (passage: PlacedPassage) =>
    passed.some(([from, to]) => from === passage.from && to === passage.to);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <section ref={frame} className={styles.frame} tabIndex={0} aria-label={words.chart.heading}>
      <svg
        className={styles.chart}
        width={chart.width}
        height={chart.height}
        style={{ "--drawn": `${chart.width}px` } as CSSProperties}
        viewBox={`0 0 ${chart.width} ${chart.height}`}
        role="img"
        aria-label={words.chart.label(pick(lifecycle.label), now === undefined ? current : pick(now.label))}
      >
        <defs>
          {["far", "near"].map((kind) => (
            <marker
              key={kind}
              id={`${id}${kind}`}
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerUnits="userSpaceOnUse"
              markerWidth="9"
              markerHeight="9"
              orient="auto-start-reverse"
            >
              <path d="M0 0.5 7.5 4 0 7.5z" className={kind === "near" ? styles.headNear : styles.headFar} />
            </marker>
          ))}
        </defs>
        {chart.passages.map((passage) => (
          <path
            key={`${passage.from} ${passage.to}`}
            d={curve(passage.points)}
            className={went(passage) ? styles.went : styles.way}
            markerEnd={`url(#${id}${went(passage) ? "near" : "far"})`}
          />
        ))}
        {chart.passages.map(({ from, to, label }) => (
          <g key={`${from} ${to}`}>
            {label.lines.map((text, index) => (
              <text
                key={`${index} ${text}`}
                className={styles.label}
                x={label.x}
                y={label.y + (index - (label.lines.length - 1) / 2) * 15}
                dominantBaseline="central"
                textAnchor="middle"
              >
                {text}
              </text>
            ))}
          </g>
        ))}
        {chart.states.map((placed) => (
          <StateBox
            key={placed.id}
            placed={placed}
            category={states.get(placed.id)?.category ?? "todo"}
            kind={placed.id === current ? "current" : visited.includes(placed.id) ? "visited" : "ahead"}
          />
        ))}
      </svg>
    </section>
  );
}

interface BoxProps {
  placed: PlacedState;
  category: LifecycleBody["states"][number]["category"];
  kind: "current" | "visited" | "ahead";
}

function StateBox({ placed, category, kind }: BoxProps) {
  const { x, y, width, height, lines } = placed;
  const look = categoryLooks[category];
  return (
    <g className={[styles[kind], toneClass(look.tone)].join(" ")} data-state={placed.id} data-kind={kind}>
      {kind === "current" && (
        <rect
          x={x - width / 2 - 4}
          y={y - height / 2 - 4}
          width={width + 8}
          height={height + 8}
          rx="12"
          className={styles.ring}
        />
      )}
      <rect
        x={x - width / 2}
        y={y - height / 2}
        width={width}
        height={height}
        rx="9"
        className={styles.box}
      />
      <g transform={`translate(${x - width / 2 + 11} ${y - 8})`} className={styles.icon}>
        <Icon name={look.icon} />
      </g>
      {lines.map((text, index) => (
        <text
          key={text}
          x={x - width / 2 + 34}
          y={y + (index - (lines.length - 1) / 2) * 17}
          dominantBaseline="central"
          className={styles.name}
        >
          {text}
        </text>
      ))}
    </g>
  );
}

/** A smooth line through dagre's points. */
function curve(points: readonly { x: number; y: number }[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return "";
  const last = rest.pop();
  let path = `M${first.x} ${first.y}`;
  rest.forEach((point, index) => {
    const next = rest[index + 1];
    const end = next === undefined ? last : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    if (end !== undefined) path += ` Q${point.x} ${point.y} ${end.x} ${end.y}`;
  });
  return rest.length === 0 && last !== undefined ? `${path} L${last.x} ${last.y}` : path;
}
