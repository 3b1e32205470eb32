// What can be done with the plan as a whole, as buttons for whoever may; the rest with its reason, folded away.

import type { AllowedCommandBody, PlanBody } from "@kehoach/server/contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { planCommandsQuery } from "../api/queries.ts";
import { CommandDialogue } from "../command/command-dialogue.tsx";
import { BlockedCommands, OpenCommands } from "../command/command-row.tsx";
import type { CommandSubject } from "../command/command-subject.ts";
import { useLanguage } from "../language/language.tsx";
import type { ButtonKind } from "../parts/button.tsx";
import { Loading, TroubleNotice } from "../parts/notice.tsx";
import styles from "./plan-head.module.css";
import { usePlanSubject } from "./plan-subject.tsx";

export function PlanSteps({ plan }: { plan: PlanBody }) {
  const { words } = useLanguage();
  const commands = useQuery(planCommandsQuery(plan.documentId));
  const subjectOf = usePlanSubject();
  // The dialogue keeps the plan as the person saw it, so that a change in between is told, not slipped over.
  const [asked, setAsked] = useState<{ command: AllowedCommandBody; subject: CommandSubject } | null>(null);
  if (commands.isPending) return <Loading lines={1} />;
  if (commands.isError) return <TroubleNotice error={commands.error} retry={() => void commands.refetch()} />;
  const open = commands.data.items.filter((command) => command.refusal === null);
  const blocked = commands.data.items.filter((command) => command.refusal !== null);
  return (
    <section className={styles.steps} aria-label={words.commands.plan}>
      {open.length > 0 && (
        <OpenCommands
          commands={open}
          kindOf={() => "plain"}
          small
          onAsk={(command) => setAsked({ command, subject: subjectOf(plan, commands.data.seq) })}
        />
      )}
      {blocked.length > 0 && (
        <details className={styles.more}>
          <summary>
            {open.length === 0 ? `${words.commands.plan}: ` : ""}
            {words.commands.planBlocked(blocked.length)}
          </summary>
          <BlockedCommands commands={blocked} heading={null} />
        </details>
      )}
      {asked !== null && (
        <CommandDialogue {...asked} kind={kindOf(asked.command)} onClose={() => setAsked(null)} />
      )}
    </section>
  );
}

/** Red is kept for what ends the plan without its being done. */
function kindOf(command: AllowedCommandBody): ButtonKind {
  return command.to?.id === "withdrawn" ? "danger" : "primary";
}
