// What can be done with an assignment now, as buttons; what cannot, with the reason and who could.

import { roleWords } from "@kehoach/engine/words";
import type { AllowedCommandBody, AssignmentBody, LifecycleBody } from "@kehoach/server/contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { commandsQuery, meQuery } from "../api/queries.ts";
import { useLanguage } from "../language/language.tsx";
import { Button, type ButtonKind } from "../parts/button.tsx";
import { Empty, Loading, TroubleNotice } from "../parts/notice.tsx";
import { Card } from "../parts/page.tsx";
import { Icon } from "../status/icon.tsx";
import { CommandDialogue } from "./command-dialogue.tsx";
import styles from "./next-steps.module.css";

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
  const [asked, setAsked] = useState<{
    command: AllowedCommandBody;
    seen: AssignmentBody;
    expected: number;
  } | null>(null);
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
        <ul className={styles.open}>
          {open.map((command) => (
            <li key={command.type}>
              <Button
                kind={command === primary ? "primary" : "plain"}
                data-command={command.type}
                title={
                  command.to === null ? words.commands.stays : words.commands.leadsTo(pick(command.to.label))
                }
                onClick={() =>
                  setAsked({ command, seen: assignment, expected: commands.data?.seq ?? assignment.seq })
                }
              >
                {pick(command.label)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {blocked.length > 0 && <Blocked commands={blocked} heading={words.commands.blocked} />}
      {elsewhere.length > 0 && (
        <details className={styles.elsewhere}>
          <summary>{words.commands.elsewhere(elsewhere.length)}</summary>
          <Blocked commands={elsewhere} heading={null} />
        </details>
      )}
      {asked !== null && (
        <CommandDialogue {...asked} kind={kindOf(asked.command, lifecycle)} onClose={() => setAsked(null)} />
      )}
    </Card>
  );
}

function Blocked({ commands, heading }: { commands: readonly AllowedCommandBody[]; heading: string | null }) {
  const { words, pick, language } = useLanguage();
  return (
    <div className={styles.blocked}>
      {heading !== null && <h3>{heading}</h3>}
      <ul>
        {commands.map(({ type, label, refusal }) => (
          <li key={type} className={styles.blockedItem} data-blocked={type}>
            <Button small disabled>
              <Icon name="bar" size={14} />
              {pick(label)}
            </Button>
            {refusal !== null && (
              <p>
                {pick(refusal)}
                {refusal.code !== "not_your_role" && refusal.whoCould.length > 0 && (
                  <span className={styles.who}>
                    {" "}
                    {words.commands.whoCould}:{" "}
                    {refusal.whoCould.map((role) => roleWords[language][role]).join(", ")}.
                  </span>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
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
