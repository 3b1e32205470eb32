// The two status axes as badges: timeliness (computed) and stage (the lifecycle's state).

import type { AssignmentItem, Bucket } from "@kehoach/server/contract";
import { useLanguage } from "../language/language.tsx";
import { type TimelinessFacts, timelinessDetail } from "../show/timeliness.ts";
import { useShow } from "../show/use-show.ts";
import styles from "./badge.module.css";
import { Icon } from "./icon.tsx";
import { bucketLooks, categoryLooks, type Tone } from "./looks.ts";

/** The class that gives an element a tone's colours as `--tone` and `--tint`. */
export function toneClass(tone: Tone): string {
  return styles[tone] ?? "";
}

function join(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}

export function TimelinessBadge({ item, large = false }: { item: TimelinessFacts; large?: boolean }) {
  const { words } = useLanguage();
  const show = useShow();
  const look = bucketLooks[item.bucket];
  const detail = timelinessDetail(item, words.timeliness, show.number);
  return (
    <span
      className={join(
        styles.badge,
        styles[look.tone],
        item.bucket === "overdue" && styles.strong,
        large && styles.large,
      )}
    >
      <Icon name={look.icon} />
      <span>
        {words.buckets[item.bucket]}
        {detail !== null && <span className={styles.detail}> · {detail}</span>}
      </span>
    </span>
  );
}

export function StageBadge({ stage, large = false }: { stage: AssignmentItem["stage"]; large?: boolean }) {
  const { pick } = useLanguage();
  const look = categoryLooks[stage.category];
  return (
    <span className={join(styles.badge, styles.stage, styles[look.tone], large && styles.large)}>
      <Icon name={look.icon} />
      {pick(stage.label)}
    </span>
  );
}

/** A bucket's shape and name without a box, as in legends and tables. */
export function BucketName({ bucket }: { bucket: Bucket }) {
  const { words } = useLanguage();
  const look = bucketLooks[bucket];
  return (
    <span className={join(styles.badge, styles.plain, styles[look.tone])}>
      <Icon name={look.icon} />
      {words.buckets[bucket]}
    </span>
  );
}
