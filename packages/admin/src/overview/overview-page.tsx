// The overview of one plan: head, official counts, rates, what presses, agencies.

import { sheetsWords } from "@kehoach/engine/words";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { planQuery } from "../api/queries.ts";
import { useLanguage } from "../language/language.tsx";
import { Loading, TroubleNotice } from "../parts/notice.tsx";
import { Card, Page } from "../parts/page.tsx";
import { totalOf, without } from "../show/counts.ts";
import { AgencyTable } from "./agency-table.tsx";
import { CountsPanel } from "./counts-panel.tsx";
import styles from "./overview-page.module.css";
import { PlanHead } from "./plan-head.tsx";
import { PressingList } from "./pressing-list.tsx";
import { RatesPanel } from "./rates-panel.tsx";

// Exact fractions and their words are needed by nothing else of the first page.
const OffTrackPanel = lazy(async () => ({
  default: (await import("../targets/off-track-panel.tsx")).OffTrackPanel,
}));

export function OverviewPage() {
  const { words, language } = useLanguage();
  const { plan: id } = useParams({ from: "/plans/$plan" });
  const query = useQuery(planQuery(id));
  if (query.isPending) return <Loading lines={8} />;
  if (query.isError) return <TroubleNotice error={query.error} retry={() => void query.refetch()} />;
  const plan = query.data;
  return (
    <Page title={`${plan.number ?? plan.title} – ${words.overview.heading}`}>
      <PlanHead plan={plan} />
      <Card heading={words.overview.assigned} note={words.overview.assignedNote}>
        <CountsPanel
          plan={plan.documentId}
          counts={without(plan.counts, plan.requested)}
          search={{ role: "lead", party: "assigned" }}
        />
      </Card>
      <Card heading={words.overview.rates}>
        <RatesPanel rates={plan.rates} />
      </Card>
      <PressingList plan={plan} />
      {plan.targets.length > 0 && (
        <Suspense fallback={<Loading lines={2} />}>
          <OffTrackPanel plan={plan.documentId} />
        </Suspense>
      )}
      <div className={styles.apart}>
        {totalOf(plan.requested) > 0 && (
          <Card heading={words.overview.requested} note={words.overview.requestedNote}>
            <CountsPanel
              plan={plan.documentId}
              counts={plan.requested}
              search={{ role: "lead", party: "requested" }}
              small
            />
          </Card>
        )}
        {totalOf(plan.coordinations) > 0 && (
          <Card heading={words.overview.coordinations} note={words.overview.coordinationsNote}>
            <CountsPanel
              plan={plan.documentId}
              counts={plan.coordinations}
              search={{ role: "coordinator" }}
              small
            />
          </Card>
        )}
      </div>
      <Card heading={words.overview.byAgency} note={words.overview.byAgencyNote}>
        <AgencyTable plan={plan.documentId} agencies={plan.agencies} />
        <p className={styles.links}>
          <Link to="/figures" search={{ plan: plan.documentId }}>
            {sheetsWords[language].page.link}
          </Link>
          <Link to="/reports" search={{ plan: plan.documentId }}>
            {words.overview.reports}
          </Link>
        </p>
      </Card>
    </Page>
  );
}
