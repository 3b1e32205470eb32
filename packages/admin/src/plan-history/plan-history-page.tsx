// What happened to a plan as a whole: what can be done with it, its versions, and every entry of its ledger.

import type { PlanBody, PlanHistoryItem } from "@kehoach/server/contract";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { ledgerQuery, planQuery } from "../api/queries.ts";
import { HistoryProse } from "../history/history-prose.tsx";
import { useLanguage } from "../language/language.tsx";
import { PlanSteps } from "../overview/plan-steps.tsx";
import { Button } from "../parts/button.tsx";
import { inputClass } from "../parts/field.tsx";
import { Empty, Loading, TroubleNotice } from "../parts/notice.tsx";
import { Card, Page } from "../parts/page.tsx";
import { occurrenceName } from "../show/occurrence.ts";
import { PlanStateBadge } from "../status/plan-state-badge.tsx";
import styles from "./plan-history-page.module.css";
import { historyKinds, type PlanHistorySearch, readPlanHistorySearch } from "./plan-history-search.ts";
import { Versions } from "./versions.tsx";

export function PlanHistoryPage() {
  const { words } = useLanguage();
  const { plan: id } = useParams({ from: "/plans/$plan/history" });
  const query = useQuery(planQuery(id));
  if (query.isPending) return <Loading lines={8} />;
  if (query.isError) return <TroubleNotice error={query.error} retry={() => void query.refetch()} />;
  const plan = query.data;
  return (
    <Page title={`${plan.number ?? plan.title} – ${words.planHistory.heading}`}>
      <header className={styles.head}>
        <p className={styles.crumbs}>
          <Link to="/plans/$plan" params={{ plan: id }} search={{}}>
            {plan.number ?? plan.title}
          </Link>
          <PlanStateBadge state={plan.state} />
        </p>
        <h1>{words.planHistory.heading}</h1>
        <p className={styles.title}>{plan.title}</p>
        <PlanSteps plan={plan} />
      </header>
      <Card heading={words.planHistory.versions}>
        <Versions plan={plan.documentId} />
      </Card>
      <Card heading={words.planHistory.entries}>
        <Entries plan={plan} />
      </Card>
    </Page>
  );
}

function Entries({ plan }: { plan: PlanBody }) {
  const { words } = useLanguage();
  const search = useSearch({ from: "/plans/$plan/history" });
  const navigate = useNavigate();
  const pages = useInfiniteQuery(ledgerQuery(plan.documentId, search));
  const set = (part: Record<string, string>): void =>
    void navigate({
      to: "/plans/$plan/history",
      params: { plan: plan.documentId },
      search: readPlanHistorySearch({ ...search, ...part }),
      replace: true,
      resetScroll: false,
    });
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <Filters plan={plan} search={search} set={set} />
      {pages.isPending && <Loading />}
      {pages.isError && <TroubleNotice error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isSuccess && items.length === 0 && <Empty icon="note" why={words.planHistory.empty} />}
      <HistoryProse
        items={items.toReversed()}
        lifecycle={null}
        about={(item) => <About plan={plan.documentId} item={item} />}
      />
      {pages.hasNextPage && (
        <Button disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {pages.isFetchingNextPage ? words.loading : words.more}
        </Button>
      )}
    </>
  );
}

interface FilterProps {
  plan: PlanBody;
  search: PlanHistorySearch;
  set: (part: Record<string, string>) => void;
}

function Filters({ plan, search, set }: FilterProps) {
  const { words } = useLanguage();
  const agencies = plan.agencies.toSorted((a, b) => a.agency.name.localeCompare(b.agency.name, "vi"));
  return (
    <search className={styles.filters} aria-label={words.list.filters}>
      <label className={styles.filter}>
        <span>{words.planHistory.kind}</span>
        <select
          className={inputClass}
          value={search.kind ?? ""}
          onChange={(event) => set({ kind: event.target.value })}
        >
          <option value="">{words.planHistory.anyKind}</option>
          {historyKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.planHistory.kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.filter}>
        <span>{words.list.agency}</span>
        <select
          className={inputClass}
          value={search.agency ?? ""}
          onChange={(event) => set({ agency: event.target.value })}
        >
          <option value="">{words.list.anyAgency}</option>
          {agencies.map(({ agency }) => (
            <option key={agency.id} value={agency.id}>
              {agency.name}
            </option>
          ))}
        </select>
      </label>
    </search>
  );
}

/** The assignment an entry is about, as a way to it. */
function About({ plan, item }: { plan: string; item: PlanHistoryItem }) {
  const { words } = useLanguage();
  const { about, assignmentId } = item;
  if (about === null || assignmentId === null)
    return <span className={styles.whole}>{words.planHistory.wholePlan}</span>;
  const role = about.role === "coordinator" ? words.planHistory.coordination : null;
  const rest = [about.agency.name, occurrenceName(about, words.occurrences), role].filter(Boolean);
  return (
    <span>
      <Link to="/plans/$plan/assignments/$id" params={{ plan, id: assignmentId }}>
        {about.task}
      </Link>
      {` · ${rest.join(" · ")}`}
    </span>
  );
}
