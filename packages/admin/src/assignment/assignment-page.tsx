// One assignment: how it stands, what can be done with it, its facts, history, chart and source.

import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { assignmentQuery, historyQuery, lifecycleQuery } from "../api/queries.ts";
import { AssignmentFiles } from "../files/assignment-files.tsx";
import { HistorySection } from "../history/history-section.tsx";
import { passages } from "../history/read-entry.ts";
import { RecordLink } from "../history/record-link.tsx";
import { useLanguage } from "../language/language.tsx";
import { Loading, TroubleNotice } from "../parts/notice.tsx";
import { Card, Page } from "../parts/page.tsx";
import { DutyFigures } from "../readings/duty-figures.tsx";
import chartStyles from "../statechart/statechart.module.css";
import { Statechart } from "../statechart/statechart.tsx";
import { StatechartOutline } from "../statechart/statechart-outline.tsx";
import { AssignmentFacts } from "./assignment-facts.tsx";
import { AssignmentHead } from "./assignment-head.tsx";
import styles from "./assignment-page.module.css";
import { AssignmentSource } from "./assignment-source.tsx";
import { NextSteps } from "./next-steps.tsx";

export function AssignmentPage() {
  const { words } = useLanguage();
  const { plan, id } = useParams({ from: "/plans/$plan/assignments/$id" });
  const query = useQuery(assignmentQuery(plan, id));
  const history = useQuery(historyQuery(plan, id));
  const lifecycle = useQuery({
    ...lifecycleQuery(plan, query.data?.lifecycle ?? ""),
    enabled: query.data !== undefined,
  });
  if (query.isPending) return <Loading lines={10} />;
  if (query.isError) return <TroubleNotice error={query.error} retry={() => void query.refetch()} />;
  const assignment = query.data;
  return (
    <Page title={`${assignment.task.title} – ${assignment.agency.short}`}>
      <AssignmentHead assignment={assignment} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <div id="next-steps" className={styles.anchor}>
            <NextSteps assignment={assignment} lifecycle={lifecycle.data ?? null} />
          </div>
          {assignment.reports && <DutyFigures assignment={assignment} />}
          <AssignmentFacts assignment={assignment} history={history.data ?? []} />
          <AssignmentFiles assignment={assignment} />
        </div>
        <aside className={styles.aside}>
          <AssignmentSource assignment={assignment} />
        </aside>
      </div>
      <HistorySection
        history={history}
        lifecycle={lifecycle.data ?? null}
        record={<RecordLink plan={plan} id={id} />}
      />
      <Card heading={words.chart.heading}>
        {lifecycle.isPending && <Loading />}
        {lifecycle.isError && (
          <TroubleNotice error={lifecycle.error} retry={() => void lifecycle.refetch()} />
        )}
        {lifecycle.isSuccess && (
          <div className={chartStyles.both}>
            <Statechart
              lifecycle={lifecycle.data}
              current={assignment.stage.id}
              visited={assignment.visited}
              passed={passages(history.data ?? [])}
            />
            <StatechartOutline
              lifecycle={lifecycle.data}
              current={assignment.stage.id}
              visited={assignment.visited}
            />
          </div>
        )}
      </Card>
    </Page>
  );
}
