// One report as it was issued: what vouches for it, its files, and its pages.

import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { issuedReportPagesQuery, issuedReportQuery } from "../api/report-queries.ts";
import { searchText } from "../figures/figures-search.ts";
import { useActorName } from "../history/use-actor-name.ts";
import { useLanguage } from "../language/language.tsx";
import { Loading, TroubleNotice } from "../parts/notice.tsx";
import { Card, Page } from "../parts/page.tsx";
import { PrintedPages } from "../parts/printed-page.tsx";
import { showDate, showMoment } from "../show/date.ts";
import { Icon } from "../status/icon.tsx";
import { periodName } from "../targets/period-name.ts";
import { ReportFiles } from "./report-files.tsx";
import styles from "./reports-page.module.css";
import { useReportWords } from "./use-report-words.ts";

export function IssuedReportPage() {
  const words = useReportWords();
  const { words: admin, language } = useLanguage();
  const actorName = useActorName();
  const { report: id } = useParams({ from: "/reports/$report" });
  const query = useQuery(issuedReportQuery(id));
  const search = searchText({ lang: language });
  const pages = useQuery(issuedReportPagesQuery(id, search));
  if (query.isPending) return <Loading lines={8} />;
  if (query.isError) return <TroubleNotice error={query.error} retry={() => void query.refetch()} />;
  const { frozen, report } = query.data;
  const title = words.frozenTitle(periodName(frozen.period, admin.occurrences), frozen.number);
  const facts = [
    [
      words.facts.scope,
      [report.scope.plan?.title, report.scope.agency?.name].filter(Boolean).join(" · ") || words.province,
    ],
    [words.facts.period, `${showDate(report.period.from)} – ${showDate(report.period.to)}`],
    [words.facts.asOf, showMoment(report.at)],
    [words.facts.head, frozen.digest],
  ] as const;
  return (
    <Page title={title}>
      <div>
        <p>
          <Link
            to="/reports"
            search={{
              period: frozen.period,
              ...(report.scope.plan === null ? {} : { plan: report.scope.plan.documentId }),
            }}
            className={styles.back}
          >
            <Icon name="back" />
            {words.back}
          </Link>
        </p>
        <h1>{title}</h1>
        <p className={styles.soft}>
          {words.issuedAt(showMoment(frozen.issuedAt), frozen.onBehalfOf ?? actorName(frozen.issuedBy))}
        </p>
        {frozen.number < frozen.latest && (
          <p className={styles.blocked}>
            <Icon name="mark" />
            {words.superseded(frozen.latest)}
          </p>
        )}
      </div>
      <Card heading={words.files}>
        <ReportFiles path={`reports/${encodeURIComponent(id)}`} search={search} />
        <dl className={styles.facts}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Card>
      {pages.isPending && <Loading lines={8} />}
      {pages.isError && <TroubleNotice error={pages.error} retry={() => void pages.refetch()} />}
      {pages.data !== undefined && <PrintedPages pages={pages.data.pages} />}
    </Page>
  );
}
