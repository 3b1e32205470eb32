// The list behind every number: assignments of a plan by filters that live in the address.

import type { AssignmentItem, PlanBody } from "@kehoach/server/contract";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { allAssignmentsQuery, assignmentsQuery, type ListFilter, planQuery } from "../api/queries.ts";
import { useLanguage } from "../language/language.tsx";
import { Button } from "../parts/button.tsx";
import { Empty, Loading, TroubleNotice } from "../parts/notice.tsx";
import { Page } from "../parts/page.tsx";
import { useShow } from "../show/use-show.ts";
import { AssignmentRow } from "./assignment-row.tsx";
import { ListFilters } from "./list-filters.tsx";
import styles from "./list-page.module.css";
import type { ListSearch } from "./list-search.ts";

export function ListPage() {
  const { words } = useLanguage();
  const { plan: id } = useParams({ from: "/plans/$plan/assignments" });
  const search = useSearch({ from: "/plans/$plan/assignments" });
  const navigate = useNavigate();
  const plan = useQuery(planQuery(id));
  if (plan.isPending) return <Loading lines={8} />;
  if (plan.isError) return <TroubleNotice error={plan.error} retry={() => void plan.refetch()} />;
  return (
    <Page title={`${plan.data.number ?? plan.data.title} – ${words.list.heading}`}>
      <h1>{words.list.heading}</h1>
      <ListFilters
        plan={plan.data}
        search={search}
        onChange={(next) =>
          void navigate({ to: "/plans/$plan/assignments", params: { plan: id }, search: next, replace: true })
        }
      />
      <Results plan={plan.data} search={search} />
    </Page>
  );
}

function Results({ plan, search }: { plan: PlanBody; search: ListSearch }) {
  const { party, ...filter } = search;
  // Whether an agency is assigned or requested is the organisation's fact and no filter of the list, so all pages are
  // read and the rows picked here.
  return party === undefined ? (
    <Paged plan={plan} filter={filter} />
  ) : (
    <Picked plan={plan} filter={filter} requested={party === "requested"} />
  );
}

function Paged({ plan, filter }: { plan: PlanBody; filter: ListFilter }) {
  const { words } = useLanguage();
  const query = useInfiniteQuery(assignmentsQuery(plan.documentId, filter));
  if (query.isPending) return <Loading lines={8} />;
  if (query.isError) return <TroubleNotice error={query.error} retry={() => void query.refetch()} />;
  return (
    <>
      <Rows
        plan={plan}
        items={query.data.pages.flatMap((page) => page.items)}
        complete={!query.hasNextPage}
      />
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
          {query.isFetchingNextPage ? words.loading : words.more}
        </Button>
      )}
    </>
  );
}

function Picked({ plan, filter, requested }: { plan: PlanBody; filter: ListFilter; requested: boolean }) {
  const query = useQuery(allAssignmentsQuery(plan.documentId, filter));
  if (query.isPending) return <Loading lines={8} />;
  if (query.isError) return <TroubleNotice error={query.error} retry={() => void query.refetch()} />;
  const asked = new Set(plan.agencies.filter((row) => row.requested).map((row) => row.agency.id));
  return (
    <Rows plan={plan} items={query.data.filter((item) => asked.has(item.agency.id) === requested)} complete />
  );
}

function Rows({
  plan,
  items,
  complete,
}: {
  plan: PlanBody;
  items: readonly AssignmentItem[];
  complete: boolean;
}) {
  const { words } = useLanguage();
  const show = useShow();
  if (items.length === 0) return <Empty icon="list" why={words.list.empty} next={words.list.emptyNext} />;
  return (
    <section className={styles.results} aria-label={words.list.heading}>
      <p className={styles.count} role="status" data-shown={items.length}>
        {words.list.shown(show.number(items.length), complete)}
      </p>
      <ul>
        {items.map((item) => (
          <AssignmentRow key={item.id} item={item} plan={plan.documentId} />
        ))}
      </ul>
    </section>
  );
}
