// What changed on an assignment while the person was looking: state and due before and after, and who did it.

import type { AssignmentBody, HistoryItem, LifecycleBody } from "@kehoach/server/contract";
import styles from "../command/command-dialogue.module.css";
import { HistoryProse } from "../history/history-prose.tsx";
import { useLanguage } from "../language/language.tsx";
import { showDate } from "../show/date.ts";
import { StageBadge } from "../status/badge.tsx";
import { Icon } from "../status/icon.tsx";

interface Props {
  seen: AssignmentBody;
  /** The last entry the person had seen. */
  since: number;
  assignment: AssignmentBody;
  history: readonly HistoryItem[];
  lifecycle: LifecycleBody;
}

export function AssignmentChanges({ seen, since, assignment, history, lifecycle }: Props) {
  const { words } = useLanguage();
  const date = (on: string | null) => (on === null ? words.assignment.dueNone : showDate(on));
  return (
    <>
      {seen.stage.id !== assignment.stage.id && (
        <p className={styles.change}>
          {words.dialogue.wasStage}: <StageBadge stage={seen.stage} />
          <Icon name="arrow" />
          <StageBadge stage={assignment.stage} />
        </p>
      )}
      {seen.dueOn !== assignment.dueOn && (
        <p className={styles.change}>
          {words.dialogue.wasDue}: {date(seen.dueOn)}
          <Icon name="arrow" />
          {date(assignment.dueOn)}
        </p>
      )}
      <HistoryProse
        items={history.filter((item) => item.seq > since)}
        lifecycle={lifecycle}
        before={seen.stage.id}
      />
    </>
  );
}
