// The facts of an assignment: coordinators with their answers, dues as they changed, products, progress.

import type { AdminWords } from "@kehoach/engine/words";
import type { AssignmentBody, DueRecordBody, HistoryItem } from "@kehoach/server/contract";
import { Link } from "@tanstack/react-router";
import { readEntry } from "../history/read-entry.ts";
import { useActorName } from "../history/use-actor-name.ts";
import { useLanguage } from "../language/language.tsx";
import { partyName } from "../overview/plan-head.tsx";
import { Card } from "../parts/page.tsx";
import { showDate, showDay } from "../show/date.ts";
import { occurrenceName } from "../show/occurrence.ts";
import { useShow } from "../show/use-show.ts";
import { Icon } from "../status/icon.tsx";
import styles from "./assignment-page.module.css";
import { CoordinationList } from "./coordination-list.tsx";

interface Props {
  assignment: AssignmentBody;
  /** Its entries, oldest first; empty until they are loaded. */
  history: readonly HistoryItem[];
}

export function AssignmentFacts({ assignment, history }: Props) {
  const { words } = useLanguage();
  const show = useShow();
  const { taskBody } = assignment;
  const extension = extensionTold(assignment, words);
  // Who handles it within is told to that agency alone.
  const handling =
    history.findLast(({ texts }) => typeof texts.handling === "string")?.texts.handling ?? null;
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
              {assignment.coordinations.length === 0 ? (
                words.assignment.coordinatorsNone
              ) : (
                <CoordinationList assignment={assignment} />
              )}
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
        {extension !== null && (
          <>
            <dt>{words.assignment.extension}</dt>
            <dd>{extension}</dd>
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
            <dd>{causesOf(history, words, show.number) || show.number(assignment.reworks)}</dd>
          </>
        )}
        {assignment.reminders > 0 && (
          <>
            <dt>{words.assignment.reminders}</dt>
            <dd>{show.number(assignment.reminders)}</dd>
          </>
        )}
        {(assignment.escalations ?? 0) > 0 && (
          <>
            <dt>{words.assignment.escalations}</dt>
            <dd>{show.number(assignment.escalations ?? 0)}</dd>
          </>
        )}
        {handling !== null && (
          <>
            <dt>{words.assignment.handling}</dt>
            <dd>{handling}</dd>
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

/** Null: no extension was ever asked for. */
function extensionTold({ askedDue, lapsesAt, extension }: AssignmentBody, words: AdminWords): string | null {
  if (askedDue !== null) return words.assignment.extensionAsked(showDate(askedDue.date));
  if (lapsesAt !== null) return words.assignment.extensionLapses(showDay(lapsesAt));
  const { extensions } = words.list;
  return extension === "granted" || extension === "refused" ? extensions[extension] : null;
}

/** How often it was sent back for which cause; empty where the entries do not say. */
function causesOf(
  history: readonly HistoryItem[],
  words: AdminWords,
  number: (value: number) => string,
): string {
  const sentBack = history.filter(({ type, data }) => type === "rework" && data !== null);
  const counted = Map.groupBy(sentBack, (item) => readEntry(item).cause ?? "none");
  return (["subjective", "objective", "none"] as const)
    .flatMap((cause) => {
      const times = counted.get(cause)?.length ?? 0;
      return times === 0 ? [] : [words.assignment.reworksBy[cause](number(times))];
    })
    .join(", ");
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
