// On a plan's overview: which targets are off track or not met, the rest counted by verdict.

import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { targetsQuery } from "../api/target-queries.ts";
import { Loading, TroubleNotice } from "../parts/notice.tsx";
import { Card } from "../parts/page.tsx";
import { useShow } from "../show/use-show.ts";
import styles from "./off-track-panel.module.css";
import { currentText, isOffTrack, levelText } from "./target-text.ts";
import { useTargetSpeech } from "./use-target-speech.ts";
import { VerdictBadge, verdictOrder } from "./verdict-badge.tsx";

/** How many are named; the page of targets has them all. */
const mostNamed = 5;

/** Nothing for a plan that states no targets. */
export function OffTrackPanel({ plan }: { plan: string }) {
  const speech = useTargetSpeech();
  const { words } = speech;
  const show = useShow();
  const query = useQuery(targetsQuery(plan));
  if (query.isPending) return <Loading lines={2} />;
  if (query.isError) return <TroubleNotice error={query.error} retry={() => void query.refetch()} />;
  const { items } = query.data;
  if (items.length === 0) return null;
  const off = items.filter(isOffTrack);
  const of = show.number(items.length);
  return (
    <Card
      heading={words.title}
      note={off.length === 0 ? words.offTrackNone(of) : words.offTrackCount(show.number(off.length), of)}
    >
      <ul className={styles.counts}>
        {verdictOrder.map((verdict) => {
          const count = items.filter(({ judgement }) => judgement.verdict === verdict).length;
          return count === 0 ? null : (
            <li key={verdict}>
              <Link to="/plans/$plan/targets" params={{ plan }} search={{ verdict }} className={styles.count}>
                <strong>{show.number(count)}</strong>
                <VerdictBadge verdict={verdict} />
              </Link>
            </li>
          );
        })}
      </ul>
      <ul className={styles.off}>
        {off.slice(0, mostNamed).map((target) => (
          <li key={target.id} data-off-track={target.id}>
            <Link to="/plans/$plan/targets/$target" params={{ plan, target: target.id }} search={{}}>
              {target.title}
            </Link>
            <span>
              {[currentText(target, speech) ?? words.notReported, levelText(target, speech)]
                .filter((part) => part !== null)
                .join(" / ")}
            </span>
          </li>
        ))}
      </ul>
      <Link to="/plans/$plan/targets" params={{ plan }} search={{}}>
        {words.link}
      </Link>
    </Card>
  );
}
