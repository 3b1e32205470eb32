// Reports of a period: choosing one, its preview, checking one's own line, issuing it, and those issued before.

import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { instanceQuery, planQuery, plansQuery } from "../api/queries.ts";
import { reportPagesQuery, reportQuery } from "../api/report-queries.ts";
import { searchText } from "../figures/figures-search.ts";
import { useLanguage } from "../language/language.tsx";
import { Field } from "../parts/field.tsx";
import { Loading, TroubleNotice } from "../parts/notice.tsx";
import { Card, Page } from "../parts/page.tsx";
import { PrintedPages } from "../parts/printed-page.tsx";
import { showMoment } from "../show/date.ts";
import { periodName } from "../targets/period-name.ts";
import { CheckPanel } from "./check-panel.tsx";
import { DutiesPanel } from "./duties-panel.tsx";
import { FrozenReports } from "./frozen-reports.tsx";
import { IssuePanel } from "./issue-panel.tsx";
import { ReportFiles } from "./report-files.tsx";
import styles from "./reports-page.module.css";
import { lastMonth, periodChoices, type ReportsSearch, readReportsSearch } from "./reports-search.ts";
import { useReportWords } from "./use-report-words.ts";

export function ReportsPage() {
  const words = useReportWords();
  const search = useSearch({ from: "/reports" });
  const instance = useQuery(instanceQuery);
  if (instance.isPending) return <Loading lines={6} />;
  if (instance.isError) return <TroubleNotice error={instance.error} retry={() => void instance.refetch()} />;
  const period = search.period ?? lastMonth(instance.data.today);
  return (
    <Page title={words.title}>
      <div>
        <h1>{words.title}</h1>
        <p className={styles.soft}>{words.intro}</p>
      </div>
      <Choice search={{ ...search, period }} today={instance.data.today} />
      <Report key={JSON.stringify({ ...search, period })} {...search} period={period} />
    </Page>
  );
}

function Choice({ search, today }: { search: ReportsSearch; today: string }) {
  const words = useReportWords();
  const { words: admin } = useLanguage();
  const navigate = useNavigate({ from: "/reports" });
  const plans = useQuery(plansQuery);
  const plan = useQuery({ ...planQuery(search.plan ?? ""), enabled: search.plan !== undefined });
  const set = (part: ReportsSearch) => void navigate({ search: readReportsSearch({ ...search, ...part }) });
  const agencies = (plan.data?.agencies ?? [])
    .map(({ agency }) => agency)
    .sort((a, b) => a.name.localeCompare(b.name, "vi"));
  return (
    <div className={styles.choice}>
      <Field label={words.scope} required>
        {(tied) => (
          <select
            {...tied}
            value={search.plan ?? ""}
            onChange={(event) => set({ plan: event.target.value, agency: "" })}
          >
            <option value="">{words.province}</option>
            {plans.data?.items.map((each) => (
              <option key={each.id} value={each.documentId}>
                {each.number ?? each.title}
              </option>
            ))}
          </select>
        )}
      </Field>
      {search.plan !== undefined && (
        <Field label={words.agency} required>
          {(tied) => (
            <select
              {...tied}
              value={search.agency ?? ""}
              onChange={(event) => set({ agency: event.target.value })}
            >
              <option value="">{words.everyAgency}</option>
              {agencies.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={words.period} required>
        {(tied) => (
          <select {...tied} value={search.period} onChange={(event) => set({ period: event.target.value })}>
            {periodChoices(today).map(([group, ids]) => (
              <optgroup key={group} label={words.groups[group]}>
                {ids.map((id) => (
                  <option key={id} value={id}>
                    {periodName(id, admin.occurrences)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}

function Report(asked: ReportsSearch & { period: string }) {
  const words = useReportWords();
  const { language } = useLanguage();
  const about = { plan: asked.plan, agency: asked.agency, period: asked.period };
  const live = useQuery(reportQuery(searchText(about)));
  const pages = useQuery(reportPagesQuery(searchText({ ...about, lang: language })));
  if (live.isError) return <TroubleNotice error={live.error} retry={() => void live.refetch()} />;
  if (live.isPending) return <Loading lines={8} />;
  const { report, allowed } = live.data;
  return (
    <>
      <div className={styles.panels}>
        <IssuePanel about={about} refusal={allowed.issue} />
        <CheckPanel about={about} report={report} refusal={allowed.check} />
      </div>
      <DutiesPanel duties={report.gaps.duties} />
      <FrozenReports plan={asked.plan} agency={asked.agency} />
      <Card
        heading={words.preview}
        note={[words.previewNote(showMoment(report.at)), report.whole ? null : words.partOnly]
          .filter((part) => part !== null)
          .join(" · ")}
      >
        <ReportFiles path="report" search={searchText({ ...about, lang: language })} />
        {pages.isPending && <Loading lines={8} />}
        {pages.isError && <TroubleNotice error={pages.error} retry={() => void pages.refetch()} />}
        {pages.data !== undefined && <PrintedPages pages={pages.data.pages} />}
      </Card>
    </>
  );
}
