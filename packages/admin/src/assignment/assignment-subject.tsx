// An assignment as the subject of a command dialogue.

import type { AgencyName, AssignmentBody } from "@kehoach/server/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { ask } from "../api/ask.ts";
import { assignmentQuery, historyQuery, lifecycleQuery } from "../api/queries.ts";
import type { CommandSubject } from "../command/command-subject.ts";
import { useLanguage } from "../language/language.tsx";
import { MissingFigures } from "../readings/missing-figures.tsx";
import { occurrenceName } from "../show/occurrence.ts";
import { StageBadge } from "../status/badge.tsx";
import { AssignmentChanges } from "./assignment-changes.tsx";
import styles from "./assignment-page.module.css";
import { CoordinationList } from "./coordination-list.tsx";

/** The one list a submission goes with. */
function Views({ seen }: { seen: AssignmentBody }) {
  const { words } = useLanguage();
  return (
    <section className={styles.views} aria-label={words.assignment.answersBefore} data-views>
      <h3>{words.assignment.answersBefore}</h3>
      <CoordinationList assignment={seen} brief />
    </section>
  );
}

/** `agencies`: those work may be handed over to. `authority`: in whose place the person acts; empty: nobody's. `expected`: the assignment's last entry the person saw. */
export function useAssignmentSubject(
  agencies: readonly AgencyName[],
  authority: string,
): (seen: AssignmentBody, expected: number) => CommandSubject {
  const client = useQueryClient();
  const { words } = useLanguage();
  return useCallback(
    (seen, expected) => ({
      planId: seen.planId,
      assignmentId: seen.id,
      title: [seen.task.title, occurrenceName(seen, words.occurrences)].filter(Boolean).join(" · "),
      stands: <StageBadge stage={seen.stage} />,
      ground: {
        products: seen.products,
        percent: seen.percent,
        eventTasks: [],
        agencies: agencies.filter(({ id }) => id !== seen.agency.id),
        askedDue: seen.askedDue?.date ?? null,
      },
      expected,
      beforeHandingIn: (
        <>
          {seen.reports && <MissingFigures assignment={seen} />}
          {seen.coordinations.length > 0 && <Views seen={seen} />}
        </>
      ),
      attaching: seen.textsVisible
        ? {
            products: seen.role === "lead" ? seen.products : [],
            attach: ({ file, product, requestId }, signal) => {
              const query = product === null ? "" : `?product=${encodeURIComponent(product)}`;
              const path = `plans/${encodeURIComponent(seen.planId)}/assignments/${seen.id}/files${query}`;
              return ask<"attach">(path, { file, requestId, signal });
            },
            history: () =>
              client.fetchQuery({ ...historyQuery(seen.plan.documentId, seen.id), staleTime: 0 }),
          }
        : null,
      send: (body, signal) =>
        ask<"sendCommand">("commands", {
          body: authority === "" ? body : { ...body, authority },
          signal,
        }),
      reload: async () => {
        const plan = seen.plan.documentId;
        const fresh = { staleTime: 0 };
        const [assignment, history, lifecycle] = await Promise.all([
          client.fetchQuery({ ...assignmentQuery(plan, seen.id), ...fresh }),
          client.fetchQuery({ ...historyQuery(plan, seen.id), ...fresh }),
          client.fetchQuery(lifecycleQuery(plan, seen.lifecycle)),
        ]);
        const changes = { seen, since: expected, assignment, history, lifecycle };
        return { seq: assignment.seq, changes: <AssignmentChanges {...changes} /> };
      },
    }),
    [client, words, agencies, authority],
  );
}
