// The tasks of a plan, seen by objective or by agency; the address says which.

import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { allAssignmentsQuery, planQuery } from "../api/queries.ts";
import { useLanguage } from "../language/language.tsx";
import { Loading, TroubleNotice } from "../parts/notice.tsx";
import { Page } from "../parts/page.tsx";
import { ByAgency } from "./by-agency.tsx";
import { ByObjective } from "./by-objective.tsx";
import styles from "./tasks-page.module.css";

export function TasksPage() {
  const { words } = useLanguage();
  const { plan: id } = useParams({ from: "/plans/$plan/tasks" });
  const { by = "objective", agency } = useSearch({ from: "/plans/$plan/tasks" });
  const plan = useQuery(planQuery(id));
  const assignments = useQuery(allAssignmentsQuery(id, {}));
  const broken = plan.isError ? plan : assignments.isError ? assignments : null;
  if (broken !== null) return <TroubleNotice error={broken.error} retry={() => void broken.refetch()} />;
  if (plan.isPending || assignments.isPending) return <Loading lines={8} />;
  return (
    <Page title={`${plan.data?.number ?? ""} – ${words.nav.tasks}`}>
      <div className={styles.head}>
        <h1>{words.tasks.heading}</h1>
        <nav className={styles.views} aria-label={words.tasks.by}>
          {(["objective", "agency"] as const).map((view) => (
            <Link
              key={view}
              to="/plans/$plan/tasks"
              params={{ plan: id }}
              search={view === "objective" ? {} : { by: view }}
              className={styles.view}
              aria-current={view === by ? "page" : undefined}
              // Exactly this view: a view without filters is part of every other.
              activeOptions={{ exact: true }}
            >
              {view === "objective" ? words.tasks.byObjective : words.tasks.byAgency}
            </Link>
          ))}
        </nav>
      </div>
      {plan.data !== undefined &&
        assignments.data !== undefined &&
        (by === "agency" ? (
          <ByAgency plan={plan.data} assignments={assignments.data} only={agency} />
        ) : (
          <ByObjective plan={plan.data} assignments={assignments.data} />
        ))}
    </Page>
  );
}
