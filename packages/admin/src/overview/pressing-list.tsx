// The assignments that press most: longest overdue, or else the next to fall due. Requested bodies are left out, as in
// the counts above.

import type { PlanBody } from "@kehoach/server/contract";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { allAssignmentsQuery } from "../api/queries.ts";
import { useLanguage } from "../language/language.tsx";
import { AssignmentRow } from "../list/assignment-row.tsx";
import { Empty, Loading, TroubleNotice } from "../parts/notice.tsx";
import { Card } from "../parts/page.tsx";
import styles from "./overview-page.module.css";

const shownAtOnce = 6;
const shownNext = 4;

export function PressingList({ plan }: { plan: PlanBody }) {
  const { words } = useLanguage();
  // The server orders by due date, so the first overdue ones are the longest overdue.
  const overdue = useQuery(allAssignmentsQuery(plan.documentId, { bucket: "overdue", role: "lead" }));
  const assigned = (overdue.data ?? []).filter((item) => !item.requested);
  const items = assigned.slice(0, shownAtOnce);
  return (
    <Card heading={words.overview.longest}>
      {overdue.isPending && <Loading />}
      {overdue.isError && <TroubleNotice error={overdue.error} retry={() => void overdue.refetch()} />}
      {overdue.isSuccess && items.length === 0 && <NoneOverdue plan={plan.documentId} />}
      {items.length > 0 && (
        <>
          <ul>
            {items.map((item) => (
              <AssignmentRow key={item.id} item={item} plan={plan.documentId} />
            ))}
          </ul>
          {assigned.length > items.length && (
            <Link
              to="/plans/$plan/assignments"
              params={{ plan: plan.documentId }}
              search={{ bucket: "overdue", role: "lead", party: "assigned" }}
            >
              {words.showAll}
            </Link>
          )}
        </>
      )}
    </Card>
  );
}

/** Nothing is late: then what falls due next is what the reader wants to see. */
function NoneOverdue({ plan }: { plan: string }) {
  const { words } = useLanguage();
  const soon = useQuery(allAssignmentsQuery(plan, { bucket: "due_soon", role: "lead" }));
  const later = useQuery(allAssignmentsQuery(plan, { bucket: "in_time", role: "lead" }));
  const next = [...(soon.data ?? []), ...(later.data ?? [])]
    .filter((item) => !item.requested)
    .slice(0, shownNext);
  return (
    <>
      <Empty why={words.overview.longestNone} />
      {next.length > 0 && (
        <>
          <h3 className={styles.next}>{words.overview.next}</h3>
          <ul>
            {next.map((item) => (
              <AssignmentRow key={item.id} item={item} plan={plan} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
