// A plan as a whole as the subject of a command dialogue.

import type { AllowedCommandBody, HistoryItem, PlanBody } from "@kehoach/server/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { ask } from "../api/ask.ts";
import { planHistoryQuery, planQuery } from "../api/queries.ts";
import styles from "../command/command-dialogue.module.css";
import { failureOf } from "../command/command-failure.ts";
import type { CommandSubject } from "../command/command-subject.ts";
import { HistoryProse } from "../history/history-prose.tsx";
import { useLanguage } from "../language/language.tsx";
import { Icon } from "../status/icon.tsx";
import { PlanStateBadge } from "../status/plan-state-badge.tsx";
import { sendToPlan } from "./send-to-plan.ts";

/** `expected`: the plan's last entry the person saw. */
export function usePlanSubject(): (
  seen: PlanBody,
  expected: number,
  command: AllowedCommandBody,
) => CommandSubject {
  const client = useQueryClient();
  const { words } = useLanguage();
  return useCallback(
    (seen, expected, command) => {
      const read = () => client.fetchQuery({ ...planQuery(seen.documentId), staleTime: 0 });
      // What the person knows of: the state seen, and after a conflict the one shown then.
      let known = seen.state;
      return {
        planId: seen.id,
        assignmentId: null,
        title: [seen.number ?? words.unnumbered, seen.title].join(" · "),
        stands: <PlanStateBadge state={seen.state} />,
        ground: {
          products: [],
          percent: null,
          agencies: [],
          askedDue: null,
          eventTasks: seen.tasks.filter(({ id }) => command.tasks?.includes(id) === true),
        },
        expected,
        beforeHandingIn: null,
        attaching: null,
        send: (body, signal) =>
          sendToPlan(
            body,
            known,
            read,
            (each) => ask<"sendCommand">("commands", { body: each, signal }),
            (error) => failureOf(error).kind === "conflict",
          ),
        reload: async () => {
          const [plan, history] = await Promise.all([
            read(),
            client.fetchQuery({ ...planHistoryQuery(seen.documentId, expected), staleTime: 0 }),
          ]);
          known = plan.state;
          return {
            seq: plan.seq,
            changes: (
              <PlanChanges
                seen={seen}
                plan={plan}
                history={history.items.filter((item) => item.assignmentId === null)}
              />
            ),
          };
        },
      };
    },
    [client, words],
  );
}

/** `history`: entries of the plan as a whole since the person looked. */
function PlanChanges({
  seen,
  plan,
  history,
}: {
  seen: PlanBody;
  plan: PlanBody;
  history: readonly HistoryItem[];
}) {
  const { words } = useLanguage();
  return (
    <>
      {seen.state !== plan.state && (
        <p className={styles.change}>
          {words.dialogue.wasStage}: <PlanStateBadge state={seen.state} />
          <Icon name="arrow" />
          <PlanStateBadge state={plan.state} />
        </p>
      )}
      <HistoryProse items={history} lifecycle={null} />
    </>
  );
}
