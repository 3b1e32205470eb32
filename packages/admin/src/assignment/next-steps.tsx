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
import { Empty, Loading, TroubleNotice } from "../parts/notice.tsx";
import { Card } from "../parts/page.tsx";
import { useAssignmentSubject } from "./assignment-subject.tsx";

interface Props {
  assignment: AssignmentBody;
  /** Null: not loaded; then nothing is marked as final. */
  lifecycle: LifecycleBody | null;
}

export function NextSteps({ assignment, lifecycle }: Props) {
  const { words, pick } = useLanguage();
  const me = useQuery(meQuery);
  const commands = useQuery(commandsQuery(assignment.plan.documentId, assignment.id));
  // The dialogue keeps the assignment as the person saw it, so that a change in between is told, not slipped over.
  const handsOver = (commands.data?.items ?? []).some(
    ({ require, refusal }) => refusal === null && require.includes("agency"),
  );
  const plan = useQuery({ ...planQuery(assignment.plan.documentId), enabled: handsOver });
  const agencies = useMemo(() => plan.data?.agencies.map(({ agency }) => agency) ?? [], [plan.data]);
  const subjectOf = useAssignmentSubject(agencies);
  const [asked, setAsked] = useState<{ command: AllowedCommandBody; subject: CommandSubject } | null>(null);
  const items = commands.data?.items ?? [];
  const open = inOrder(
    items.filter((command) => command.refusal === null),
    lifecycle,
  );
  const blocked = items.filter(
    (command) => command.refusal !== null && command.refusal.code !== "wrong_state",
  );
  const elsewhere = items.filter((command) => command.refusal?.code === "wrong_state");
  const here = stateOrder(lifecycle, assignment.stage.id);
  const primary = open.find((command) => placeOf(command, lifecycle) > here);
  return (
    <Card
      heading={words.commands.heading}
      note={
        me.data?.actor
          ? `${words.dialogue.as}: ${[pick(me.data.actor.title), me.data.actor.agency?.name].filter(Boolean).join(" · ")}`
          : undefined
      }
    >
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

/** What leads furthest first; what ends the assignment without its being done last, and never the first to hand. */
function inOrder(
  commands: readonly AllowedCommandBody[],
  lifecycle: LifecycleBody | null,
): AllowedCommandBody[] {
  return commands.toSorted(
    (a, b) =>
      Number(kindOf(a, lifecycle) === "danger") - Number(kindOf(b, lifecycle) === "danger") ||
      placeOf(b, lifecycle) - placeOf(a, lifecycle),
  );
}

/** Place of the state a command leads to, in the order work passes through; -1 where it stays or ends undone. */
function placeOf(command: AllowedCommandBody, lifecycle: LifecycleBody | null): number {
  if (command.to === null || kindOf(command, lifecycle) === "danger") return -1;
  return stateOrder(lifecycle, command.to.id);
}

function stateOrder(lifecycle: LifecycleBody | null, id: string): number {
  return (lifecycle?.states ?? []).findIndex((state) => state.id === id);
}

/** Red is kept for what ends an assignment without its being done. */
function kindOf(command: AllowedCommandBody, lifecycle: LifecycleBody | null): ButtonKind {
  const target = lifecycle?.states.find((state) => state.id === command.to?.id);
  return target?.category === "cancelled" ? "danger" : "primary";
}
