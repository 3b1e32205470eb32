// How one target stands, in a line beside its promise.

import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { targetsQuery } from "../api/target-queries.ts";
import styles from "./target-brief.module.css";
import { currentText } from "./target-text.ts";
import { useTargetSpeech } from "./use-target-speech.ts";
import { VerdictBadge } from "./verdict-badge.tsx";

/** `plan`: document id. Nothing until the plan's targets are there. */
export function TargetBrief({ plan, target: id }: { plan: string; target: string }) {
  const speech = useTargetSpeech();
  const { data } = useQuery(targetsQuery(plan));
  const target = data?.items.find((each) => each.id === id);
  if (target === undefined) return null;
  const value = currentText(target, speech);
  return (
    <Link
      to="/plans/$plan/targets/$target"
      params={{ plan, target: id }}
      search={{}}
      className={styles.brief}
    >
      <span>{value ?? speech.words.notReported}</span>
      <VerdictBadge verdict={target.judgement.verdict} />
    </Link>
  );
}
