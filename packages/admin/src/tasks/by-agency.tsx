// Agencies with what they lead and what they coordinate; one agency alone when the address names it.

import type { AgencyCounts, AssignmentItem, PlanBody } from "@kehoach/server/contract";
import { Link } from "@tanstack/react-router";
import { useLanguage } from "../language/language.tsx";
import { AssignmentRow } from "../list/assignment-row.tsx";
import { Empty } from "../parts/notice.tsx";
import { Card } from "../parts/page.tsx";
import { pressing } from "../show/counts.ts";
import { ClauseLines } from "../source/clause-lines.tsx";
import styles from "./by-agency.module.css";

interface Props {
  plan: PlanBody;
  assignments: readonly AssignmentItem[];
  /** Id of the one agency to show; undefined: all. */
  only: string | undefined;
}

export function ByAgency({ plan, assignments, only }: Props) {
  const { words } = useLanguage();
  const rows = plan.agencies
    .filter((row) => only === undefined || row.agency.id === only)
    .toSorted((a, b) => Number(a.requested) - Number(b.requested) || pressing(a.counts, b.counts));
  const held = Map.groupBy(assignments, (item) => item.agency.id);
  return (
    <>
      {only !== undefined && (
        <p>
          <Link to="/plans/$plan/tasks" params={{ plan: plan.documentId }} search={{ by: "agency" }}>
            {words.list.anyAgency}
          </Link>
        </p>
      )}
      {rows.length === 0 && <Empty icon="list" why={words.list.empty} next={words.list.emptyNext} />}
      {rows.map((row) => (
        <AgencyCard key={row.agency.id} plan={plan} row={row} items={held.get(row.agency.id) ?? []} />
      ))}
    </>
  );
}

function AgencyCard({
  plan,
  row,
  items,
}: {
  plan: PlanBody;
  row: AgencyCounts;
  items: readonly AssignmentItem[];
}) {
  const { words } = useLanguage();
  const parts = [
    { name: words.list.lead, items: items.filter((item) => item.role === "lead") },
    { name: words.list.coordinator, items: items.filter((item) => item.role === "coordinator") },
  ].filter((part) => part.items.length > 0);
  return (
    <Card heading={row.agency.name} note={row.requested ? words.overview.requestedMark : undefined}>
      {parts.map((part) => (
        <div key={part.name} className={styles.part}>
          <h3>{part.name}</h3>
          <ul>
            {part.items.map((item) => (
              <AssignmentRow key={item.id} item={item} plan={plan.documentId} called="task only">
                <ClauseLines
                  source={plan.tasks.find((task) => task.id === item.task.id)?.source ?? []}
                  statements={plan.statements}
                  brief
                />
              </AssignmentRow>
            ))}
          </ul>
        </div>
      ))}
    </Card>
  );
}
