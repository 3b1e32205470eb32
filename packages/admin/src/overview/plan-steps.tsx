// What can be done with the plan as a whole, as buttons for whoever may; the rest with its reason, folded away.

import { adminWords } from "@kehoach/engine/words";
import type { AllowedCommandBody, PlanBody } from "@kehoach/server/contract";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { planCommandsQuery } from "../api/queries.ts";
import { CommandDialogue } from "../command/command-dialogue.tsx";
import { BlockedCommands, OpenCommands } from "../command/command-row.tsx";
import type { CommandSubject } from "../command/command-subject.ts";
import { useLanguage } from "../language/language.tsx";
import { type ButtonKind, buttonClass } from "../parts/button.tsx";
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
  const { amend } = commands.data;
  const amending = { type: "amend", label: amendLabel, to: null, require: [], refusal: amend };
  const blocked = [
    ...(amend === null ? [] : [amending]),
    ...commands.data.items.filter((command) => command.refusal !== null),
  ];
  return (
    <section className={styles.steps} aria-label={words.commands.plan}>
      {amend === null && (
        <Link
          to="/plans/$plan/amend"
          params={{ plan: plan.documentId }}
          className={[buttonClass("plain", true), styles.amend].join(" ")}
        >
          {words.amendment.button}
        </Link>
      )}
      {open.length > 0 && (
        <OpenCommands
          commands={open}
          kindOf={() => "plain"}
          small
          onAsk={(command) => setAsked({ command, subject: subjectOf(plan, commands.data.seq, command) })}
        />
      )}
      {blocked.length > 0 && (
        <details className={styles.more}>
          <summary>
            {open.length === 0 && amend !== null ? `${words.commands.plan}: ` : ""}
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

const amendLabel = { vi: adminWords.vi.amendment.button, en: adminWords.en.amendment.button };

/** Red is kept for what ends the plan without its being done. */
function kindOf(command: AllowedCommandBody): ButtonKind {
  return command.to?.id === "withdrawn" ? "danger" : "primary";
}
