// The first page: the plans in force; with only one there is nothing to choose, so it leads on to it.

import { useQuery } from "@tanstack/react-query";
import { Link, Navigate } from "@tanstack/react-router";
import { meQuery, plansQuery } from "../api/queries.ts";
import { useLanguage } from "../language/language.tsx";
import { buttonClass } from "../parts/button.tsx";
import { Empty, Loading, TroubleNotice } from "../parts/notice.tsx";
import { Page } from "../parts/page.tsx";
import { givesTasks } from "../shell/gives-tasks.ts";
import { totalOf } from "../show/counts.ts";
import { useShow } from "../show/use-show.ts";
import { CountsBar } from "../status/counts-bar.tsx";
import styles from "./plans-page.module.css";

export function PlansPage() {
  const { words } = useLanguage();
  const show = useShow();
  const plans = useQuery(plansQuery);
  const me = useQuery(meQuery);
  if (plans.isPending) return <Loading />;
  if (plans.isError) return <TroubleNotice error={plans.error} retry={() => void plans.refetch()} />;
  const { items } = plans.data;
  const only = items.length === 1 ? items[0] : undefined;
  if (only !== undefined)
    return <Navigate to="/plans/$plan" params={{ plan: only.documentId }} search={{}} replace />;
  return (
    <Page title={words.plans.title}>
      <div className={styles.head}>
        <h1>{words.plans.title}</h1>
        {givesTasks(me.data) && (
          <Link to="/issue" search={{}} className={buttonClass("plain")}>
            {words.issue.title}
          </Link>
        )}
      </div>
      {items.length === 0 && (
        <Empty
          icon="note"
          why={words.plans.emptyWhy}
          next={
            <>
              <p>{words.plans.emptyNext}</p>
              <code>npx -y pnpm@12 kehoach issue plans/kh-42-2017.yaml</code>
            </>
          }
        />
      )}
      <ul className={styles.plans}>
        {items.map((plan) => (
          <li key={plan.id} className={styles.plan}>
            <p className={styles.number}>
              {plan.number ?? words.unnumbered} · {words.planStates[plan.state]}
            </p>
            <Link to="/plans/$plan" params={{ plan: plan.documentId }} search={{}} className={styles.title}>
              {plan.title}
            </Link>
            <CountsBar
              counts={plan.counts}
              height={12}
              label={words.overview.bar(show.number(totalOf(plan.counts)))}
            />
            <p className={styles.total}>{words.plans.total(show.number(totalOf(plan.counts)))}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
