// What an amendment changes, for people.

import type { AmendedAssignment, AmendmentReport, MovedDue } from "@kehoach/engine";
import { displayDate } from "@kehoach/engine/calendar";
import { adminWords } from "@kehoach/engine/words";
import type { Session } from "../session.ts";
import { table } from "./table.ts";

export function printAmendment(session: Session, changes: AmendmentReport): void {
  const { amend } = session.words;
  const { amendment } = adminWords[session.language];
  const keyNames: Readonly<Record<string, string>> = amendment.keyNames;
  const named = (keys: readonly string[]): string => keys.map((key) => keyNames[key] ?? key).join(", ");
  const { tasks, keys, register, dues, opened, withdrawn } = changes;
  const list = (title: string, lines: readonly string[]): void => {
    if (lines.length === 0) return;
    session.say(session.paint("bold", `${title} (${lines.length})`));
    for (const line of lines) session.say(`  ${line}`);
  };
  const date = (given: string | null): string => (given === null ? amend.noDate : displayDate(given));
  const move = ({ from, to, hour }: MovedDue): string =>
    `${date(from)} → ${date(to)}${hour === null ? "" : ` ${hour}`}`;
  list(
    amend.register,
    register.map(
      ({ id, from, to }) => `${id}: ${from === null ? "" : `${displayDate(from)} → `}${displayDate(to)}`,
    ),
  );
  list(amend.added, tasks.added);
  list(amend.removed, tasks.removed);
  list(
    amend.changed,
    tasks.changed.map((changed) => `${changed.task}: ${named(changed.keys)}`),
  );
  list(
    amend.keys,
    keys.map((key) => named([key])),
  );
  list(amend.dues, table(dues.map((due) => [nameOf(due), move(due)])));
  list(amend.opened, opened.map(nameOf));
  list(amend.withdrawn, withdrawn.map(nameOf));
  session.say(amend.kept(String(changes.kept)));
}

/** As assignments are named on the command line. */
function nameOf({ role, task, agency, occurrence }: AmendedAssignment): string {
  return `${role === "coordinator" ? "+" : ""}${task}@${agency}${occurrence === "once" ? "" : `#${occurrence}`}`;
}
