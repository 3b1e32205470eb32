// A plan's own state as a badge.

import type { PlanBody } from "@kehoach/server/contract";
import { useLanguage } from "../language/language.tsx";
import styles from "./badge.module.css";
import { Icon } from "./icon.tsx";
import { type Look, planStateLooks } from "./looks.ts";

export function PlanStateBadge({ state }: { state: PlanBody["state"] }) {
  const { words } = useLanguage();
  const look: Look = planStateLooks[state];
  return (
    <span
      className={[styles.badge, styles.stage, styles[look.tone]].filter(Boolean).join(" ")}
      data-plan-state={state}
    >
      <Icon name={look.icon} />
      {words.planStates[state]}
    </span>
  );
}
