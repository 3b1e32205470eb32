// A set of counts as bar and legend; every number leads to the list behind it.

import type { Counts } from "@kehoach/server/contract";
import { Link } from "@tanstack/react-router";
import { useLanguage } from "../language/language.tsx";
import type { ListSearch } from "../list/list-search.ts";
import { totalOf } from "../show/counts.ts";
import { useShow } from "../show/use-show.ts";
import { BucketName } from "../status/badge.tsx";
import { CountsBar } from "../status/counts-bar.tsx";
import { bucketOrder } from "../status/looks.ts";
import styles from "./counts-panel.module.css";

interface Props {
  plan: string;
  counts: Counts;
  /** The filters of the list behind these counts, a bucket aside. */
  search: ListSearch;
  small?: boolean;
}

export function CountsPanel({ plan, counts, search, small = false }: Props) {
  const { words } = useLanguage();
  const show = useShow();
  const total = totalOf(counts);
  // The main panel always names the official buckets; small ones only what there is.
  const official = [
    "done_on_time",
    "done_late",
    "awaiting_confirmation",
    "in_time",
    "due_soon",
    "overdue",
    "no_due_date",
  ];
  const shown = bucketOrder.filter((bucket) => counts[bucket] > 0 || (!small && official.includes(bucket)));
  return (
    <div className={[styles.panel, small ? styles.small : ""].join(" ")}>
      <Link className={styles.total} to="/plans/$plan/assignments" params={{ plan }} search={search}>
        <strong>{show.number(total)}</strong> <span>{words.overview.total}</span>
      </Link>
      <div className={styles.rest}>
        {total > 0 && (
          <CountsBar
            counts={counts}
            height={small ? 14 : 26}
            label={words.overview.bar(show.number(total))}
          />
        )}
        <ul className={styles.legend}>
          {shown.map((bucket) => (
            <li key={bucket}>
              <Link
                className={styles.entry}
                to="/plans/$plan/assignments"
                params={{ plan }}
                search={{ ...search, bucket }}
                data-bucket={bucket}
                data-count={counts[bucket]}
              >
                <span className={styles.number}>{show.number(counts[bucket])}</span>
                <BucketName bucket={bucket} />
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
