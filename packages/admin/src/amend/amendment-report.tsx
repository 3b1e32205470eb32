// What an amendment changes: tasks, dues, assignments opened and withdrawn, and how many pass over.

import type { AmendmentBody, AmendmentNames } from "@kehoach/server/contract";
import { Link } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import { useLanguage } from "../language/language.tsx";
import { showDate } from "../show/date.ts";
import { occurrenceName } from "../show/occurrence.ts";
import { useShow } from "../show/use-show.ts";
import { Icon } from "../status/icon.tsx";
import styles from "./amendment-report.module.css";

interface Props {
  plan: string;
  changes: AmendmentBody;
  names: AmendmentNames;
  /** True: what it opens is not there yet. */
  preview?: boolean;
}

type Moved = AmendmentBody["opened"][number];

export function AmendmentReport({ plan, changes, names, preview = false }: Props) {
  const { words } = useLanguage();
  const show = useShow();
  const { tasks, keys, register, dues, opened, withdrawn } = changes;
  const title = (task: string): string => names.tasks[task] ?? task;
  const date = (on: string | null): string => (on === null ? words.amendment.noDate : showDate(on));
  const said = ({ task, agency, role, occurrence }: Moved): string =>
    [
      title(task),
      names.agencies[agency]?.name ?? agency,
      occurrenceName({ occurrence, window: null }, words.occurrences),
      role === "coordinator" ? words.amendment.coordination : null,
    ]
      .filter(Boolean)
      .join(" · ");
  const linked = (moved: Moved): ReactNode => (
    <Link to="/plans/$plan/assignments/$id" params={{ plan, id: moved.id }}>
      {said(moved)}
    </Link>
  );
  const keyNames: Readonly<Record<string, string>> = words.amendment.keyNames;
  const named = (list: readonly string[]): string => list.map((key) => keyNames[key] ?? key).join(", ");
  const unchanged = [
    tasks.added,
    tasks.removed,
    tasks.changed,
    keys,
    register,
    dues,
    opened,
    withdrawn,
  ].every((each) => each.length === 0);
  return (
    <div className={styles.report} data-amendment-report>
      {unchanged && <p>{words.amendment.nothing}</p>}
      <Part heading={words.amendment.dues}>
        {dues.map((due) => (
          <Fragment key={due.id}>
            {linked(due)}
            <span className={styles.move}>
              <del>{date(due.from)}</del>
              <Icon name="arrow" size={13} />
              <strong>{[date(due.to), due.hour].filter(Boolean).join(" ")}</strong>
            </span>
          </Fragment>
        ))}
      </Part>
      <Part heading={words.amendment.added}>{tasks.added.map(title)}</Part>
      <Part heading={words.amendment.removed}>{tasks.removed.map(title)}</Part>
      <Part heading={words.amendment.changed}>
        {tasks.changed.map((change) => (
          <Fragment key={change.task}>
            {title(change.task)} <span className={styles.keys}>({named(change.keys)})</span>
          </Fragment>
        ))}
      </Part>
      <Part heading={words.amendment.opened}>
        {opened.map((each) => (
          <Fragment key={each.id}>{preview ? said(each) : linked(each)}</Fragment>
        ))}
      </Part>
      <Part heading={words.amendment.withdrawn}>
        {withdrawn.map((each) => (
          <Fragment key={each.id}>{linked(each)}</Fragment>
        ))}
      </Part>
      <Part heading={words.amendment.keys}>{keys.length === 0 ? [] : [named(keys)]}</Part>
      <Part heading={words.amendment.register}>
        {register.map(({ id, from, to }) =>
          [id, from === null ? null : `${showDate(from)} →`, showDate(to)].filter(Boolean).join(" "),
        )}
      </Part>
      <p>{words.amendment.kept(show.number(changes.kept))}</p>
    </div>
  );
}

/** Nothing where there is nothing to tell; a long list is folded away. */
function Part({ heading, children }: { heading: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <details className={styles.part} open={children.length <= 30}>
      <summary>
        {heading} ({children.length})
      </summary>
      <ul>
        {children.map((child, index) => (
          <li key={index}>{child}</li>
        ))}
      </ul>
    </details>
  );
}
