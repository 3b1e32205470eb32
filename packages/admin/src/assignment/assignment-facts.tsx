// The facts of an assignment: coordinators with their answers, dues as they changed, products, progress.

import type { AssignmentBody, DueRecordBody } from "@kehoach/server/contract";
import { Link } from "@tanstack/react-router";
import { useActorName } from "../history/use-actor-name.ts";
import { useLanguage } from "../language/language.tsx";
import { partyName } from "../overview/plan-head.tsx";
import { Card } from "../parts/page.tsx";
import { showDate, showDay } from "../show/date.ts";
import { occurrenceName } from "../show/occurrence.ts";
import { useShow } from "../show/use-show.ts";
import { StageBadge } from "../status/badge.tsx";
import { Icon } from "../status/icon.tsx";
import styles from "./assignment-page.module.css";

export function AssignmentFacts({ assignment }: { assignment: AssignmentBody }) {
  const { words } = useLanguage();
  const show = useShow();
  const { taskBody } = assignment;
  return (
    <Card heading={words.assignment.facts}>
      <dl className={styles.facts}>
        <dt>{words.assignment.due}</dt>
        <dd>
          <Dues records={assignment.dueHistory} text={assignment.role === "lead" ? taskBody.dueText : null} />
        </dd>
        {assignment.role === "lead" && (
          <>
            <dt>{words.assignment.coordinators}</dt>
            <dd>
              <Coordinations assignment={assignment} />
            </dd>
          </>
        )}
        {assignment.role === "coordinator" && (
          <>
            <dt>{words.dialogue.answer}</dt>
            <dd>{words.assignment.answers[assignment.answer ?? "none"]}</dd>
          </>
        )}
        {assignment.role === "lead" && (
          <>
            <dt>{words.assignment.products}</dt>
            <dd>
              <Products assignment={assignment} />
            </dd>
          </>
        )}
        {(assignment.askedDue !== null || assignment.lapsesAt !== null) && (
          <>
            <dt>{words.assignment.extension}</dt>
            <dd>
              {assignment.askedDue !== null
                ? words.assignment.extensionAsked(showDate(assignment.askedDue.date))
                : words.assignment.extensionLapses(showDay(assignment.lapsesAt ?? 0))}
            </dd>
          </>
        )}
        {assignment.obstacle && (
          <>
            <dt>{words.assignment.obstacle}</dt>
            <dd>{words.assignment.obstacleOpen}</dd>
          </>
        )}
        {assignment.percent !== null && (
          <>
            <dt>{words.assignment.progress}</dt>
            <dd className={styles.progress}>
              <progress max={100} value={assignment.percent} aria-label={words.assignment.progress} />
              {show.number(assignment.percent)} %
            </dd>
          </>
        )}
        {assignment.reworks > 0 && (
          <>
            <dt>{words.assignment.reworks}</dt>
            <dd>{show.number(assignment.reworks)}</dd>
          </>
        )}
        {assignment.reminders > 0 && (
          <>
            <dt>{words.assignment.reminders}</dt>
            <dd>{show.number(assignment.reminders)}</dd>
          </>
        )}
        {assignment.occurrence !== "once" && (
          <>
            <dt>{words.assignment.occurrence}</dt>
            <dd>{occurrenceName(assignment, words.occurrences)}</dd>
          </>
        )}
        {assignment.monitors.length > 0 && (
          <>
            <dt>{words.assignment.monitors}</dt>
            <dd className={styles.items}>
              {assignment.monitors.map((party) => (
                <span key={partyName(party)}>
                  {partyName(party)}
                  {party.duty !== null && <span className={styles.small}> – {party.duty}</span>}
                </span>
              ))}
            </dd>
          </>
        )}
        {assignment.previous !== null && (
          <>
            <dt>{words.assignment.previous}</dt>
            <dd>
              <Link
                to="/plans/$plan/assignments/$id"
                params={{ plan: assignment.plan.documentId, id: assignment.previous }}
              >
                {words.list.generation(String(assignment.generation - 1))}
              </Link>
            </dd>
          </>
        )}
      </dl>
    </Card>
  );
}

/** Every due it ever had: what was given stays readable beside what replaced it. */
function Dues({ records, text }: { records: readonly DueRecordBody[]; text: string | null }) {
  const { words } = useLanguage();
  const actorName = useActorName();
  return (
    <ol className={styles.items}>
      {records.length === 0 && <li>{words.assignment.dueNone}</li>}
      {records.map((record, index) => (
        <li key={`${record.at} ${record.kind}`} className={styles.item}>
          <span>{words.assignment.dueKinds[record.kind]}:</span>
          {record.date === null ? (
            words.assignment.dueNone
          ) : index < records.length - 1 ? (
            <del className={styles.past}>{showDate(record.date)}</del>
          ) : (
            <strong>{showDate(record.date)}</strong>
          )}
          {record.hour !== null && <span>{words.assignment.hour(record.hour)}</span>}
          {record.document !== null && <span>{words.assignment.dueDocument(record.document)}</span>}
          <span className={styles.small}>
            {words.assignment.dueBy(actorName(record.by), showDay(record.at))}
          </span>
        </li>
      ))}
      {text !== null && records.every((record) => record.date === null || showDate(record.date) !== text) && (
        <li className={styles.small}>“{text}”</li>
      )}
    </ol>
  );
}

function Coordinations({ assignment }: { assignment: AssignmentBody }) {
  const { words } = useLanguage();
  if (assignment.coordinations.length === 0) return <>{words.assignment.coordinatorsNone}</>;
  return (
    <ul className={styles.items}>
      {assignment.coordinations.map((item) => (
        <li key={item.id} className={styles.item}>
          <Link to="/plans/$plan/assignments/$id" params={{ plan: assignment.plan.documentId, id: item.id }}>
            {item.agency.name}
          </Link>
          <StageBadge stage={item.stage} />
          {item.answer !== null && <strong>{words.assignment.answers[item.answer]}</strong>}
          {item.dueOn !== null && (
            <span className={styles.small}>{`${words.list.due}: ${showDate(item.dueOn)}`}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Products({ assignment }: { assignment: AssignmentBody }) {
  const { words } = useLanguage();
  if (assignment.products.length === 0) return <>{words.assignment.productsNone}</>;
  return (
    <ul className={styles.items}>
      {assignment.products.map((product) => (
        <li key={product.id} className={styles.item}>
          <Icon name={product.document === null ? "dashed" : "note"} />
          {product.title}
          {product.required && <span className={styles.small}>({words.assignment.productRequired})</span>}
          <span className={product.document === null ? styles.small : undefined}>
            {product.document === null
              ? words.assignment.productMissing
              : words.assignment.productGiven(product.document.number, showDate(product.document.date))}
          </span>
        </li>
      ))}
    </ul>
  );
}
