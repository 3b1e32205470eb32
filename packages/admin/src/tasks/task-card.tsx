// One task as written, beside the assignments that carry it out.

import type { AssignmentItem, Counts, PartyBody, PlanBody, TaskBody } from "@kehoach/server/contract";
import { Link } from "@tanstack/react-router";
import { useLanguage } from "../language/language.tsx";
import { AssignmentRow } from "../list/assignment-row.tsx";
import type { ListSearch } from "../list/list-search.ts";
import { partyName } from "../overview/plan-head.tsx";
import { countsOf, totalOf } from "../show/counts.ts";
import { useShow } from "../show/use-show.ts";
import { ClauseLines } from "../source/clause-lines.tsx";
import { SourceClauses } from "../source/source-clauses.tsx";
import { BucketName } from "../status/badge.tsx";
import { CountsBar } from "../status/counts-bar.tsx";
import { bucketOrder } from "../status/looks.ts";
import styles from "./task-card.module.css";

interface Props {
  plan: PlanBody;
  task: TaskBody;
  /** All of the task's assignments. */
  assignments: readonly AssignmentItem[];
}

/** Up to this many leads are shown each on a row; more are counted. */
const shownEach = 3;

export function TaskCard({ plan, task, assignments }: Props) {
  const { words } = useLanguage();
  const leads = assignments.filter((item) => item.role === "lead");
  return (
    <article className={styles.task} data-task={task.id}>
      <div className={styles.head}>
        <h4>{task.title}</h4>
        <p className={styles.tags}>
          {task.code !== null && <span className={styles.tag}>{task.code}</span>}
          <span className={styles.tag}>{words.tasks.modes[task.mode]}</span>
          {task.cascade && <span className={styles.tag}>{words.tasks.cascade}</span>}
          {task.contentElsewhere && <span className={styles.tag}>{words.tasks.contentElsewhere}</span>}
        </p>
        <ClauseLines source={task.source} statements={plan.statements} />
        <div className={styles.marks}>
          <SourceClauses of={{ ...task, source: [] }} statements={plan.statements} />
          <Link
            className={styles.text}
            to="/plans/$plan/source"
            params={{ plan: plan.documentId }}
            search={{ task: task.id }}
          >
            {words.planText.link}
          </Link>
        </div>
      </div>
      <TaskFacts plan={plan} task={task} />
      <div className={styles.assignments}>
        {task.sameAs !== null ? (
          <p className={styles.none}>
            <Link to="/plans/$plan/tasks" params={{ plan: task.sameAs.document }} search={{}}>
              {words.tasks.sameAs(task.sameAs.document)}
            </Link>
          </p>
        ) : (
          leads.length === 0 && <p className={styles.none}>{words.tasks.notOpened}</p>
        )}
        {leads.length > shownEach ? (
          <Counted plan={plan} task={task} leads={leads} />
        ) : (
          <ul>
            {leads.map((item) => (
              <AssignmentRow key={item.id} item={item} plan={plan.documentId} called="agency" />
            ))}
          </ul>
        )}
      </div>
    </article>
  );
}

function Counted({
  plan,
  task,
  leads,
}: {
  plan: PlanBody;
  task: TaskBody;
  leads: readonly AssignmentItem[];
}) {
  const { words } = useLanguage();
  const parts = [
    { party: "assigned", label: words.tasks.assignments },
    { party: "requested", label: words.tasks.requests },
  ] as const;
  return parts.map(({ party, label }) => {
    const counts = countsOf(leads.filter((item) => item.requested === (party === "requested")));
    if (totalOf(counts) === 0) return null;
    return (
      <CountedPart
        key={party}
        plan={plan}
        counts={counts}
        label={label}
        search={{ task: task.id, role: "lead", party }}
      />
    );
  });
}

interface PartProps {
  plan: PlanBody;
  counts: Counts;
  label: (count: string) => string;
  /** The filters of the list behind the counts, a bucket aside. */
  search: ListSearch;
}

function CountedPart({ plan, counts, label, search }: PartProps) {
  const { words } = useLanguage();
  const show = useShow();
  const total = totalOf(counts);
  const to = { to: "/plans/$plan/assignments", params: { plan: plan.documentId } } as const;
  return (
    <div className={styles.counted}>
      <Link {...to} search={search}>
        {label(show.number(total))}
      </Link>
      <CountsBar counts={counts} height={12} label={words.overview.bar(show.number(total))} />
      <ul className={styles.buckets}>
        {bucketOrder
          .filter((bucket) => counts[bucket] > 0)
          .map((bucket) => (
            <li key={bucket}>
              <Link className={styles.bucket} {...to} search={{ ...search, bucket }}>
                <strong>{show.number(counts[bucket])}</strong>
                <BucketName bucket={bucket} />
              </Link>
            </li>
          ))}
      </ul>
    </div>
  );
}

function TaskFacts({ plan, task }: { plan: PlanBody; task: TaskBody }) {
  const { words } = useLanguage();
  const after = task.after.map((id) => plan.tasks.find((each) => each.id === id)?.title ?? id);
  const facts: [string, string][] = [
    [words.tasks.leads, names(task.leads)],
    [
      words.tasks.coordinators,
      task.coordinators.map((each) => `${partyName(each)} (${words.tasks.duties[each.duty]})`).join(", "),
    ],
    [words.tasks.due, task.dueText ?? words.tasks.noDue],
    [words.tasks.products, task.products.map((product) => product.title).join("; ")],
    [words.tasks.after, after.join("; ")],
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== "")
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function names(parties: readonly PartyBody[]): string {
  return parties.map(partyName).join(", ");
}
