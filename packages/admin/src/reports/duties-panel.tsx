// Which agencies' reports of the period are missing, were late or were sent back, with the way to each.

import { reportWords } from "@kehoach/engine/words";
import type { LiveReportBody } from "@kehoach/server/contract";
import { Link } from "@tanstack/react-router";
import { useLanguage } from "../language/language.tsx";
import { Card } from "../parts/page.tsx";
import { useShow } from "../show/use-show.ts";
import { periodName } from "../targets/period-name.ts";
import styles from "./reports-page.module.css";
import { useReportWords } from "./use-report-words.ts";

type Duties = LiveReportBody["report"]["gaps"]["duties"];

export function DutiesPanel({ duties }: { duties: Duties }) {
  const words = useReportWords();
  const { words: admin, language } = useLanguage();
  const show = useShow();
  const { what } = reportWords[language].gaps;
  const counted = (["missing", "late", "returned"] as const).flatMap((kind) => {
    const count = duties.filter((duty) => duty.what === kind).length;
    return count === 0 ? [] : [`${show.number(count)} ${what[kind]}`];
  });
  return (
    <Card heading={words.duties} note={words.dutiesNote}>
      {duties.length === 0 ? (
        <p className={styles.soft}>{words.dutiesNone}</p>
      ) : (
        <details className={styles.checks} open={duties.length <= 6}>
          <summary>{counted.join(" · ")}</summary>
          <ul data-duties={duties.length}>
            {[...Map.groupBy(duties, ({ name }) => name)].map(([name, of]) => (
              <li key={name}>
                <strong>{name}</strong>:{" "}
                {of.map(({ planId, assignmentId, task, occurrence, what: kind }, index) => (
                  <span key={`${assignmentId} ${kind}`}>
                    {index > 0 && "; "}
                    <Link to="/plans/$plan/assignments/$id" params={{ plan: planId, id: assignmentId }}>
                      {[task, periodName(occurrence, admin.occurrences)].filter(Boolean).join(", ")}
                    </Link>{" "}
                    – {what[kind]}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}
