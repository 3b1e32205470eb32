// The head of an assignment: task, agency, and both status axes side by side.

import type { AssignmentBody } from "@kehoach/server/contract";
import { Link } from "@tanstack/react-router";
import { useLanguage } from "../language/language.tsx";
import { showDate } from "../show/date.ts";
import { occurrenceName } from "../show/occurrence.ts";
import { StageBadge, TimelinessBadge } from "../status/badge.tsx";
import { Icon } from "../status/icon.tsx";
import styles from "./assignment-page.module.css";

export function AssignmentHead({ assignment }: { assignment: AssignmentBody }) {
  const { words } = useLanguage();
  const { plan, lead } = assignment;
  const occurrence = occurrenceName(assignment, words.occurrences);
  return (
    <header className={styles.head}>
      <p className={styles.crumbs}>
        <Link to="/plans/$plan" params={{ plan: plan.documentId }} search={{}}>
          {plan.number ?? plan.title}
        </Link>
        {assignment.objective !== null && <span>/ {assignment.objective.title}</span>}
      </p>
      <h1>{assignment.task.title}</h1>
      <p className={styles.whose}>
        {assignment.role === "lead" ? words.assignment.lead : words.assignment.coordinator}:{" "}
        <strong>{assignment.agency.name}</strong>
        {assignment.requested && ` (${words.overview.requestedMark})`}
        {occurrence !== null && ` · ${occurrence}`}
        {lead !== null && (
          <>
            {" · "}
            <Link to="/plans/$plan/assignments/$id" params={{ plan: plan.documentId, id: lead.id }}>
              {words.assignment.coordinatorOf(lead.agency.name)}
            </Link>
          </>
        )}
      </p>
      <div
        className={styles.axes}
        role="status"
        aria-label={words.assignment.status}
        data-stage={assignment.stage.id}
        data-bucket={assignment.bucket}
      >
        <TimelinessBadge item={assignment} large />
        <StageBadge stage={assignment.stage} large />
        {/* The first badge says so itself where nothing is due. */}
        {(assignment.dueOn !== null || assignment.bucket !== "no_due_date") && (
          <span className={styles.dueText}>
            {assignment.dueOn === null
              ? words.timeliness.none
              : `${words.list.due}: ${showDate(assignment.dueOn)}`}
          </span>
        )}
      </div>
      {assignment.held && (
        <p className={styles.held}>
          <Icon name="bar" />
          {words.assignment.held}
        </p>
      )}
    </header>
  );
}
