// The reports that were issued, newest periods first.

import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { reportsQuery } from "../api/report-queries.ts";
import { searchText } from "../figures/figures-search.ts";
import { useActorName } from "../history/use-actor-name.ts";
import { useLanguage } from "../language/language.tsx";
import { Loading, TroubleNotice } from "../parts/notice.tsx";
import { Card } from "../parts/page.tsx";
import { showMoment } from "../show/date.ts";
import { periodName } from "../targets/period-name.ts";
import styles from "./reports-page.module.css";
import { useReportWords } from "./use-report-words.ts";

export function FrozenReports({ plan, agency }: { plan: string | undefined; agency: string | undefined }) {
  const words = useReportWords();
  const { words: admin } = useLanguage();
  const actorName = useActorName();
  const query = useQuery(reportsQuery(searchText({ plan, agency })));
  return (
    <Card heading={words.frozen}>
      {query.isPending && <Loading lines={2} />}
      {query.isError && <TroubleNotice error={query.error} retry={() => void query.refetch()} />}
      {query.data?.items.length === 0 && <p className={styles.soft}>{words.frozenNone}</p>}
      <ul className={styles.frozen}>
        {query.data?.items.map((each) => (
          <li key={each.id} data-frozen={each.id}>
            <Link to="/reports/$report" params={{ report: each.id }} search={{}}>
              {words.frozenTitle(periodName(each.period, admin.occurrences), each.number)}
            </Link>
            <span className={styles.soft}>
              {words.issuedAt(showMoment(each.issuedAt), each.onBehalfOf ?? actorName(each.issuedBy))}
              {each.number < each.latest && ` · ${words.superseded(each.latest)}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
