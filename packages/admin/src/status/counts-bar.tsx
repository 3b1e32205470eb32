// Counts by bucket as one stacked bar; each bucket has its own hatching, so that a grey print stays readable.

import type { Bucket, Counts } from "@kehoach/server/contract";
import { type ReactNode, useId } from "react";
import { useLanguage } from "../language/language.tsx";
import { totalOf } from "../show/counts.ts";
import { useShow } from "../show/use-show.ts";
import styles from "./counts-bar.module.css";
import { bucketOrder } from "./looks.ts";

const solid = new Set<Bucket>(["done_on_time", "overdue"]);

/** What each hatched bucket is filled with, in a square of 8 units. */
const hatches: Partial<Record<Bucket, ReactNode>> = {
  done_late: <path d="M2 0v8M6 0v8" className={styles.mark} strokeWidth="2.4" />,
  awaiting_confirmation: (
    <>
      <circle cx="2" cy="2" r="1.4" className={styles.dot} />
      <circle cx="6" cy="6" r="1.4" className={styles.dot} />
    </>
  ),
  due_soon: <path d="M-2 6 6-2M2 10l8-8" className={styles.mark} strokeWidth="2.6" />,
  suspended: <path d="M0 2h8M0 6h8" className={styles.mark} strokeWidth="1" />,
  withdrawn: <path d="M0 0l8 8M8 0 0 8" className={styles.mark} strokeWidth="1" />,
  overdue: <path d="M-2 2 2-2M0 8l8-8M6 10l4-4" stroke="var(--surface)" strokeWidth="1.2" fill="none" />,
};

export function CountsBar({
  counts,
  height = 22,
  label,
}: {
  counts: Counts;
  height?: number;
  label: string;
}) {
  const { words } = useLanguage();
  const show = useShow();
  const id = useId();
  const total = totalOf(counts);
  let start = 0;
  const parts = bucketOrder
    .filter((bucket) => counts[bucket] > 0)
    .map((bucket) => {
      const x = (start / total) * 100;
      start += counts[bucket];
      return { bucket, x, width: (counts[bucket] / total) * 100 };
    });
  const spoken = parts
    .map(({ bucket }) => `${words.buckets[bucket]} ${show.number(counts[bucket])}`)
    .join(", ");
  return (
    <svg className={styles.bar} height={height} role="img" aria-label={`${label}: ${spoken}`}>
      <defs>
        {parts.map(({ bucket }) => (
          <pattern
            key={bucket}
            id={`${id}${bucket}`}
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
            className={styles[bucket]}
          >
            <rect width="8" height="8" className={solid.has(bucket) ? styles.solid : styles.ground} />
            {hatches[bucket]}
          </pattern>
        ))}
      </defs>
      {parts.map(({ bucket, x, width }, index) => (
        <g key={bucket}>
          <rect x={`${x}%`} width={`${width}%`} height="100%" fill={`url(#${id}${bucket})`}>
            <title>{`${words.buckets[bucket]}: ${show.number(counts[bucket])}`}</title>
          </rect>
          {index > 0 && <rect x={`${x}%`} width="2" height="100%" className={styles.gap} />}
        </g>
      ))}
    </svg>
  );
}
