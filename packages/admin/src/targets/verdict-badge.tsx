// A verdict as shape, word and colour.

import type { Verdict } from "@kehoach/server/contract";
import badge from "../status/badge.module.css";
import { Icon } from "../status/icon.tsx";
import type { Look } from "../status/looks.ts";
import { useTargetSpeech } from "./use-target-speech.ts";

/** Red is kept for what is overdue. */
export const verdictLooks: Readonly<Record<Verdict, Look>> = {
  met: { icon: "tick", tone: "on-time" },
  exceeded: { icon: "twoTicks", tone: "on-time" },
  not_met_yet: { icon: "half", tone: "in-time" },
  not_met: { icon: "cross", tone: "due-soon" },
  not_enough_data: { icon: "dashed", tone: "todo" },
  not_applicable: { icon: "struck", tone: "off" },
};

/** Order in which verdicts are counted and offered as filters. */
export const verdictOrder = [
  "exceeded",
  "met",
  "not_met_yet",
  "not_met",
  "not_enough_data",
  "not_applicable",
] as const satisfies readonly Verdict[];

/** Verdicts that read as final unless it is said that they may still turn. */
const soundsFinal: readonly Verdict[] = ["met", "exceeded", "not_met"];

interface Props {
  verdict: Verdict;
  provisional?: boolean;
  large?: boolean;
}

export function VerdictBadge({ verdict, provisional = false, large = false }: Props) {
  const { judged } = useTargetSpeech();
  const look = verdictLooks[verdict];
  return (
    <span
      className={[badge.badge, badge[look.tone], large && badge.large].filter(Boolean).join(" ")}
      data-verdict={verdict}
    >
      <Icon name={look.icon} />
      <span>
        {judged.verdicts[verdict]}
        {provisional && soundsFinal.includes(verdict) && (
          <span className={badge.detail}> · {judged.provisional}</span>
        )}
      </span>
    </span>
  );
}
