// What the coordinators of an assignment answered, as one list: agreed, differing, silent, awaited.

import type { AssignmentBody, AssignmentItem } from "@kehoach/server/contract";
import { Link } from "@tanstack/react-router";
import { apiAddress } from "../api/ask.ts";
import { useLanguage } from "../language/language.tsx";
import { showDate, showDay } from "../show/date.ts";
import { StageBadge } from "../status/badge.tsx";
import { Icon } from "../status/icon.tsx";
import { type AnswerGroup, answerGroup, answerGroups } from "./answer-group.ts";
import styles from "./assignment-page.module.css";

interface Props {
  assignment: AssignmentBody;
  /** True: without links and badges, for a dialogue. */
  brief?: boolean;
}

/** Nothing where nobody coordinates. */
export function CoordinationList({ assignment, brief = false }: Props) {
  const { words, language } = useLanguage();
  const { coordinations, plan, id } = assignment;
  if (coordinations.length === 0) return null;
  const placed = Map.groupBy(coordinations, answerGroup);
  const record = `plans/${encodeURIComponent(plan.documentId)}/assignments/${id}/record/docx?lang=${language}`;
  return (
    <div className={styles.items}>
      {answerGroups.map((group) => {
        const items = placed.get(group) ?? [];
        if (items.length === 0) return null;
        return (
          <div key={group} data-answers={group}>
            <p className={styles.answers}>
              {words.assignment.answerGroups[group]} ({items.length})
            </p>
            {brief ? (
              <p>{items.map((item) => item.agency.name).join("; ")}</p>
            ) : (
              <ul className={styles.answered}>
                {items.map((item) => (
                  <Coordination key={item.id} item={item} plan={plan.documentId} group={group} />
                ))}
              </ul>
            )}
          </div>
        );
      })}
      {!brief && (
        <a className={styles.sheet} href={apiAddress(record)} download>
          <Icon name="note" size={14} />
          {words.assignment.answersList}
        </a>
      )}
    </div>
  );
}

function Coordination({ item, plan, group }: { item: AssignmentItem; plan: string; group: AnswerGroup }) {
  const { words } = useLanguage();
  const open = group === "silent" || group === "none";
  return (
    <li className={styles.item}>
      <Link to="/plans/$plan/assignments/$id" params={{ plan, id: item.id }}>
        {item.agency.name}
      </Link>
      {group !== "agree" && <StageBadge stage={item.stage} />}
      {open && item.dueOn !== null && (
        <span className={styles.small}>{`${words.list.due}: ${showDate(item.dueOn)}`}</span>
      )}
      {item.doneAt !== null && <span className={styles.small}>{showDay(item.doneAt)}</span>}
    </li>
  );
}
