// The plan's text as it was issued: read only, with line numbers, opened at the task the address names.

import type { PlanSource } from "@kehoach/server/contract";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { planQuery, sourceQuery } from "../api/queries.ts";
import { useLanguage } from "../language/language.tsx";
import { inputClass } from "../parts/field.tsx";
import { Loading, TroubleNotice } from "../parts/notice.tsx";
import { Page } from "../parts/page.tsx";
import styles from "./plan-text.module.css";
import { readLines, taskSpan } from "./read-lines.ts";

export function PlanTextPage() {
  const { words } = useLanguage();
  const { plan: id } = useParams({ from: "/plans/$plan/source" });
  const { task } = useSearch({ from: "/plans/$plan/source" });
  const navigate = useNavigate();
  const plan = useQuery(planQuery(id));
  const source = useQuery(sourceQuery(id));
  const broken = plan.isError ? plan : source.isError ? source : null;
  if (broken !== null) return <TroubleNotice error={broken.error} retry={() => void broken.refetch()} />;
  if (plan.data === undefined || source.data === undefined) return <Loading lines={12} />;
  const placed = new Set(source.data.tasks.map((each) => each.task));
  const missing = task !== undefined && !placed.has(task);
  return (
    <Page title={`${plan.data.number ?? plan.data.title} – ${words.planText.heading}`}>
      <header className={styles.head}>
        <p>
          <Link to="/plans/$plan" params={{ plan: id }} search={{}}>
            {plan.data.number ?? plan.data.title}
          </Link>
        </p>
        <h1>{words.planText.heading}</h1>
        <p className={styles.note}>{words.planText.note(String(source.data.version))}</p>
        <div className={styles.jump}>
          <label htmlFor="jump">{words.planText.jump}</label>
          <select
            id="jump"
            className={inputClass}
            value={missing ? "" : (task ?? "")}
            onChange={(event) =>
              void navigate({
                to: "/plans/$plan/source",
                params: { plan: id },
                search: event.target.value === "" ? {} : { task: event.target.value },
                replace: true,
                resetScroll: false,
              })
            }
          >
            <option value="">{words.dialogue.choose}</option>
            {plan.data.tasks
              .filter((each) => placed.has(each.id))
              .map((each) => (
                <option key={each.id} value={each.id}>
                  {each.title}
                </option>
              ))}
          </select>
        </div>
        {missing && <p role="status">{words.planText.notFound}</p>}
      </header>
      <Lines source={source.data} task={task} />
    </Page>
  );
}

function Lines({ source, task }: { source: PlanSource; task: string | undefined }) {
  const { words } = useLanguage();
  const lines = readLines(source.text);
  const span = task === undefined ? null : taskSpan(source, task);
  const first = span?.first ?? null;
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (first === null) return;
    box.current?.querySelector(`[data-line="${first}"]`)?.scrollIntoView({ block: "start" });
  }, [first]);
  return (
    <section ref={box} className={styles.text} aria-label={words.planText.heading}>
      {lines.map(({ indent, key, rest, comment }, index) => {
        const number = index + 1;
        const within = span !== null && number >= span.first && number <= span.last;
        return (
          <div key={number} className={styles.line} data-line={number} data-within={within}>
            <code>
              {indent}
              {key !== "" && <b>{key}</b>}
              {rest}
              {comment !== "" && <i>{comment}</i>}
            </code>
          </div>
        );
      })}
    </section>
  );
}
