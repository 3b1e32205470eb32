// The head of a plan: what it is, who issued it and when, who leads and follows it.

import type { PartyBody, PlanBody } from "@kehoach/server/contract";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { instanceQuery } from "../api/queries.ts";
import { useLanguage } from "../language/language.tsx";
import { buttonClass } from "../parts/button.tsx";
import { showDate } from "../show/date.ts";
import { SourceClauses } from "../source/source-clauses.tsx";
import { Icon } from "../status/icon.tsx";
import { PlanStateBadge } from "../status/plan-state-badge.tsx";
import { LedgerCheck } from "./ledger-check.tsx";
import styles from "./plan-head.module.css";
import { PlanSteps } from "./plan-steps.tsx";

export function partyName(party: PartyBody): string {
  return party.agency?.name ?? party.group?.name ?? "";
}

export function PlanHead({ plan }: { plan: PlanBody }) {
  const { words } = useLanguage();
  const instance = useQuery(instanceQuery);
  const facts: [string, ReactNode][] = [
    [words.plan.issuer, plan.issuer.name],
    ...(plan.issued === null ? [] : ([[words.plan.issued, showDate(plan.issued)]] as [string, string][])),
    [words.plan.standingLead, plan.standingLeads.map(partyName).join(", ") || words.none],
    [words.plan.period, `${showDate(plan.period.from)} – ${showDate(plan.period.to)}`],
    ...(instance.data === undefined
      ? []
      : ([
          [
            instance.data.virtual ? words.plan.virtualToday : words.plan.today,
            <strong key="today">{showDate(instance.data.today)}</strong>,
          ],
        ] as [string, ReactNode][])),
  ];
  const more: [string, ReactNode][] = [
    [words.plan.monitors, plan.monitors.map(partyName).join(", ")],
    [words.plan.viceChair, plan.viceChair],
    [
      words.plan.signer,
      plan.signer === null
        ? null
        : `${plan.signer.name} – ${[plan.signer.capacity, plan.signer.position].filter(Boolean).join(" ")}`,
    ],
    [
      words.plan.office,
      plan.office === null
        ? null
        : [plan.office.agency.name, plan.office.unit, plan.office.officer].filter(Boolean).join(" · "),
    ],
    [
      words.plan.parent,
      plan.parent === null ? null : [plan.parent.number, plan.parent.title].filter(Boolean).join(" · "),
    ],
  ];
  const shown = more.filter(([, value]) => value !== null && value !== "");
  return (
    <header className={styles.head}>
      <p className={styles.number}>
        <span>
          {words.planKinds[plan.kind]} {plan.number ?? words.unnumbered}
        </span>
        <PlanStateBadge state={plan.state} />
      </p>
      <h1>{plan.title}</h1>
      <Facts facts={facts} />
      <div className={styles.foot}>
        {shown.length > 0 && (
          <details className={styles.more}>
            <summary>{words.plan.more}</summary>
            <Facts facts={shown} />
            <div className={styles.source}>
              <SourceClauses of={plan} statements={plan.statements} />
            </div>
          </details>
        )}
        <div className={styles.tools}>
          <Link
            className={[buttonClass("plain", true), styles.onPhones].join(" ")}
            to="/plans/$plan/tasks"
            params={{ plan: plan.documentId }}
            search={{}}
          >
            <Icon name="list" />
            {words.nav.tasks}
          </Link>
          <Link
            className={buttonClass("plain", true)}
            to="/plans/$plan/source"
            params={{ plan: plan.documentId }}
            search={{}}
          >
            <Icon name="note" />
            {words.source.text}
          </Link>
          <Link
            className={buttonClass("plain", true)}
            to="/plans/$plan/history"
            params={{ plan: plan.documentId }}
            search={{}}
          >
            <Icon name="retry" />
            {words.planHistory.link}
          </Link>
          <LedgerCheck plan={plan.documentId} />
        </div>
      </div>
      <PlanSteps plan={plan} />
    </header>
  );
}

function Facts({ facts }: { facts: readonly [string, ReactNode][] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
