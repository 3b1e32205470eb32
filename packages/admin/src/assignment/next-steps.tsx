// What can be done with an assignment now, as buttons; what cannot, with the reason and who could.

import type { AllowedCommandBody, AssignmentBody, LifecycleBody } from "@kehoach/server/contract";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { commandsQuery, meQuery, planQuery } from "../api/queries.ts";
import { CommandDialogue } from "../command/command-dialogue.tsx";
import styles from "../command/command-row.module.css";
import { BlockedCommands, OpenCommands } from "../command/command-row.tsx";
import type { CommandSubject } from "../command/command-subject.ts";
import { useLanguage } from "../language/language.tsx";
import type { ButtonKind } from "../parts/button.tsx";
import { inputClass } from "../parts/field.tsx";
import { Empty, Loading, TroubleNotice } from "../parts/notice.tsx";
import { Card } from "../parts/page.tsx";
import { useAssignmentSubject } from "./assignment-subject.tsx";
import { stepsToDone } from "./toward-done.ts";

interface Props {
  assignment: AssignmentBody;
  /** Null: not loaded; then nothing is marked as final. */
  lifecycle: LifecycleBody | null;
}

export function NextSteps({ assignment, lifecycle }: Props) {
  const { words, pick } = useLanguage();
  const me = useQuery(meQuery);
  const [authority, setAuthority] = useState("");
  const authorities = me.data?.authorities ?? [];
  const commands = useQuery(commandsQuery(assignment.plan.documentId, assignment.id, authority));
  // The dialogue keeps the assignment as the person saw it, so that a change in between is told, not slipped over.
  const handsOver = (commands.data?.items ?? []).some(
    ({ require, refusal }) => refusal === null && require.includes("agency"),
  );
  const plan = useQuery({ ...planQuery(assignment.plan.documentId), enabled: handsOver });
  const agencies = useMemo(() => plan.data?.agencies.map(({ agency }) => agency) ?? [], [plan.data]);
  const subjectOf = useAssignmentSubject(agencies, authority);
  const [asked, setAsked] = useState<{ command: AllowedCommandBody; subject: CommandSubject } | null>(null);
  const items = commands.data?.items ?? [];
  const steps = useMemo(
    () => (lifecycle === null ? new Map<string, number>() : stepsToDone(lifecycle)),
    [lifecycle],
  );
  const here = steps.get(assignment.stage.id) ?? Number.POSITIVE_INFINITY;
  const bringsOn = (command: AllowedCommandBody) => stepsAfter(command, steps) < here;
  // What brings the work on comes first; what ends it without its being done last, and never the first to hand.
  const open = items
    .filter((command) => command.refusal === null)
    .toSorted(
      (a, b) =>
        Number(kindOf(a, lifecycle) === "danger") - Number(kindOf(b, lifecycle) === "danger") ||
        Number(bringsOn(b)) - Number(bringsOn(a)),
    );
  const primary = open.find(bringsOn);
  const elsewhere = items.filter(({ refusal }) => refusal?.code === "wrong_state");
  // Of what others may do, only what brings the work on is worth the room.
  const others = items.filter((command) => command.refusal?.code === "not_your_role" && !bringsOn(command));
  const blocked = items.filter(
    (command) => command.refusal !== null && !others.includes(command) && !elsewhere.includes(command),
  );
  return (
    <Card
      heading={words.commands.heading}
      note={
        me.data?.actor
          ? `${words.dialogue.as}: ${[pick(me.data.actor.title), me.data.actor.agency?.name].filter(Boolean).join(" · ")}`
          : undefined
      }
    >
      {authorities.length > 0 && (
        <label className={styles.inPlaceOf}>
          <span>{words.commands.inPlaceOf}</span>
          <select
            className={inputClass}
            value={authority}
            onChange={(event) => setAuthority(event.target.value)}
            data-authority
          >
            <option value="">{words.commands.nobody}</option>
            {authorities.map(({ authority: id, name, document }) => (
              <option key={id} value={id}>
                {`${name} (${document.number})`}
              </option>
            ))}
          </select>
        </label>
      )}
      {commands.isPending && <Loading lines={2} />}
      {commands.isError && <TroubleNotice error={commands.error} retry={() => void commands.refetch()} />}
      {commands.isSuccess && items.length === 0 && <Empty why={words.commands.none} />}
      {commands.isSuccess && items.length > 0 && open.length === 0 && (
        <p className={styles.none}>{words.commands.noneOpen}</p>
      )}
      {open.length > 0 && (
        <OpenCommands
          commands={open}
          kindOf={(command) => (command === primary ? "primary" : "plain")}
          onAsk={(command) =>
            setAsked({ command, subject: subjectOf(assignment, commands.data?.seq ?? assignment.seq) })
          }
        />
      )}
      {blocked.length > 0 && <BlockedCommands commands={blocked} heading={words.commands.blocked} />}
      {others.length > 0 && (
        <details className={styles.elsewhere}>
          <summary>{words.commands.others(others.length)}</summary>
          <BlockedCommands commands={others} heading={null} />
        </details>
      )}
      {elsewhere.length > 0 && (
        <details className={styles.elsewhere}>
          <summary>{words.commands.elsewhere(elsewhere.length)}</summary>
          <BlockedCommands commands={elsewhere} heading={null} />
        </details>
      )}
      {asked !== null && (
        <CommandDialogue {...asked} kind={kindOf(asked.command, lifecycle)} onClose={() => setAsked(null)} />
      )}
    </Card>
  );
}

/** Commands to a done state from where a command leads; infinite where it stays, or leads away for good. */
function stepsAfter(command: AllowedCommandBody, steps: ReadonlyMap<string, number>): number {
  return (command.to === null ? undefined : steps.get(command.to.id)) ?? Number.POSITIVE_INFINITY;
}

/** Red is kept for what ends an assignment without its being done. */
function kindOf(command: AllowedCommandBody, lifecycle: LifecycleBody | null): ButtonKind {
  const target = lifecycle?.states.find((state) => state.id === command.to?.id);
  return target?.category === "cancelled" ? "danger" : "primary";
}
