// One assignment in a list: what, whose, both status axes, due.

import type { AdminWords } from "@kehoach/engine/words";
import type { AssignmentItem } from "@kehoach/server/contract";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useLanguage } from "../language/language.tsx";
import { showDate } from "../show/date.ts";
import { occurrenceName } from "../show/occurrence.ts";
import { useShow } from "../show/use-show.ts";
import { StageBadge, TimelinessBadge } from "../status/badge.tsx";
import { Icon } from "../status/icon.tsx";
import styles from "./assignment-row.module.css";

interface Props {
  item: AssignmentItem;
  /** The plan as addresses name it. */
  plan: string;
  /** What the row is called by: the task; the agency where the list is about one task; the task without its agency
   *  where the list is about one agency. */
  called?: "task" | "agency" | "task only";
  /** What else to tell under the name. */
  children?: ReactNode;
}

export function AssignmentRow({ item, plan, called = "task", children }: Props) {
  const { words } = useLanguage();
  const show = useShow();
  const isOpen = item.stage.category !== "done" && item.stage.category !== "cancelled";
  const extension = extensionName(item.extension, words.list.extensions);
  const occurrence = occurrenceName(item, words.occurrences);
  return (
    <li className={styles.row} data-assignment={item.id} data-bucket={item.bucket}>
      <div className={styles.what}>
        <Link className={styles.title} to="/plans/$plan/assignments/$id" params={{ plan, id: item.id }}>
          {called === "agency" ? item.agency.name : item.task.title}
        </Link>
        <p className={styles.whose}>
          {called === "task" && <span>{item.agency.name}</span>}
          {called !== "task only" && item.requested && (
            <span className={styles.role}>{words.overview.requestedMark}</span>
          )}
          {item.role === "coordinator" && <span className={styles.role}>{words.list.coordinator}</span>}
          {occurrence !== null && <span>{occurrence}</span>}
          {item.generation > 1 && <span>{words.list.generation(String(item.generation))}</span>}
          {item.reworks > 0 && isOpen && (
            <span className={styles.mark}>
              <Icon name="back" size={14} />
              {words.list.reworks(item.reworks, show.number(item.reworks))}
            </span>
          )}
          {item.obstacle && isOpen && (
            <span className={styles.mark}>
              <Icon name="bar" size={14} />
              {words.list.obstacle}
            </span>
          )}
          {extension !== null && isOpen && (
            <span className={styles.mark}>
              <Icon name="calendar" size={14} />
              {extension}
            </span>
          )}
          {item.held && (
            <span className={styles.held}>
              <Icon name="bar" size={14} />
              {words.timeliness.held}
            </span>
          )}
        </p>
        {children}
      </div>
      <div className={styles.status}>
        <TimelinessBadge item={item} />
        <StageBadge stage={item.stage} />
      </div>
      <p className={styles.due}>
        <span className={styles.dueLabel}>{words.list.due}</span>
        {item.dueOn === null ? "–" : showDate(item.dueOn)}
      </p>
    </li>
  );
}

/** What is under way about the due; null: nothing, or nothing this page knows a name for. */
function extensionName(state: string, names: AdminWords["list"]["extensions"]): string | null {
  const known = (["requested", "provisional", "granted", "refused"] as const).find((each) => each === state);
  return known === undefined ? null : names[known];
}
