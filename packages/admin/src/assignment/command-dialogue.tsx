// The dialogue of one command, driven by its machine: confirm, sending, done, refused, conflict, not known.

import type {
  AllowedCommandBody,
  AssignmentBody,
  CommandAnswer,
  HistoryItem,
  LifecycleBody,
} from "@kehoach/server/contract";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMachine } from "@xstate/react";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { fromPromise } from "xstate";
import { ask } from "../api/ask.ts";
import { assignmentQuery, historyQuery, instanceQuery, lifecycleQuery, meQuery } from "../api/queries.ts";
import { useLanguage } from "../language/language.tsx";
import { createCommandMachine, type Sending } from "../machines/command-machine.ts";
import { Button, type ButtonKind } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Loading } from "../parts/notice.tsx";
import { useLive } from "../shell/live-connection.tsx";
import { occurrenceName } from "../show/occurrence.ts";
import { newRequestId } from "../show/request-id.ts";
import { useShow } from "../show/use-show.ts";
import { StageBadge, toneClass } from "../status/badge.tsx";
import { Icon, type IconName } from "../status/icon.tsx";
import type { Tone } from "../status/looks.ts";
import styles from "./command-dialogue.module.css";
import { failureOf } from "./command-failure.ts";
import { CommandFields } from "./command-fields.tsx";
import { dataOf, emptyTyped, faultsOf, fieldsOf } from "./command-form.ts";
import { ConflictChanges } from "./conflict-changes.tsx";

interface Fresh {
  assignment: AssignmentBody;
  history: HistoryItem[];
  lifecycle: LifecycleBody;
}

interface Props {
  command: AllowedCommandBody;
  /** The assignment as the person saw it. */
  seen: AssignmentBody;
  /** Its last entry the person saw. */
  expected: number;
  kind: ButtonKind;
  onClose: () => void;
}

const commandMachine = createCommandMachine<Fresh>((fresh) => fresh.assignment.seq, failureOf);

export function CommandDialogue({ command, seen, expected, kind, onClose }: Props) {
  const { words, pick } = useLanguage();
  const show = useShow();
  const client = useQueryClient();
  const live = useLive();
  const machine = useMemo(() => {
    const { id, planId } = seen;
    return commandMachine.provide({
      actors: {
        send: fromPromise<CommandAnswer, Sending>(({ input, signal }) =>
          ask<"sendCommand">("commands", {
            body: { ...input, planId, assignmentId: id, type: command.type },
            signal,
          }),
        ),
        reload: fromPromise<Fresh>(async () => {
          const plan = seen.plan.documentId;
          const fresh = { staleTime: 0 };
          const [assignment, history, lifecycle] = await Promise.all([
            client.fetchQuery({ ...assignmentQuery(plan, id), ...fresh }),
            client.fetchQuery({ ...historyQuery(plan, id), ...fresh }),
            client.fetchQuery(lifecycleQuery(plan, seen.lifecycle)),
          ]);
          return { assignment, history, lifecycle };
        }),
      },
    });
  }, [client, command.type, seen]);
  const [requestId] = useState(() => newRequestId());
  const [state, send] = useMachine(machine, { input: { requestId, expected } });
  const { answer, failure, fresh } = state.context;

  // The page behind shows what the command did as soon as it is known.
  const { refresh, refreshAfter } = live;
  const stored = answer?.seq ?? null;
  useEffect(() => {
    if (stored !== null) void refreshAfter(seen.planId, stored);
  }, [stored, seen.planId, refreshAfter]);

  const close = () => {
    if (state.matches("conflict") || state.matches("unknown")) void refresh();
    onClose();
  };

  return (
    <Dialog title={pick(command.label)} onClose={close}>
      <div
        className={styles.dialogue}
        data-dialogue={typeof state.value === "string" ? state.value : Object.keys(state.value)[0]}
      >
        {(state.matches("confirm") || state.matches("sending")) && (
          <Confirm
            command={command}
            assignment={seen}
            kind={kind}
            sending={state.matches("sending")}
            onCancel={close}
            onConfirm={(data) => send({ type: "CONFIRM", data })}
          />
        )}
        {state.matches("done") && answer !== null && (
          <Outcome icon="tick" tone="on-time" heading={words.dialogue.done}>
            <p>
              {answer.repeated ? words.dialogue.repeated : words.dialogue.doneText(show.number(answer.seq))}
            </p>
            <Buttons>
              <FocusedButton onClick={close}>{words.close}</FocusedButton>
            </Buttons>
          </Outcome>
        )}
        {state.matches("refused") && (
          <Outcome icon="bar" tone="blocked" heading={words.dialogue.refused}>
            <p>{failure?.trouble ? pick(failure.trouble) : words.trouble.unexpected}</p>
            <Buttons>
              <Button onClick={close}>{words.close}</Button>
              <FocusedButton onClick={() => send({ type: "EDIT" })}>{words.dialogue.edit}</FocusedButton>
            </Buttons>
          </Outcome>
        )}
        {state.matches("unknown") && (
          <Outcome icon="offline" tone="due-soon" heading={words.dialogue.failed}>
            <p>{words.dialogue.failedText}</p>
            <Buttons>
              <Button onClick={close}>{words.close}</Button>
              <FocusedButton onClick={() => send({ type: "RETRY" })}>{words.retry}</FocusedButton>
            </Buttons>
          </Outcome>
        )}
        {state.matches("conflict") && (
          <Outcome icon="triangle" tone="due-soon" heading={words.dialogue.conflict}>
            <p>{words.dialogue.conflictText}</p>
            {state.matches({ conflict: "loading" }) && <Loading lines={3} />}
            {state.matches({ conflict: "notLoaded" }) && (
              <Button onClick={() => send({ type: "RETRY" })}>{words.retry}</Button>
            )}
            {fresh !== null && <ConflictChanges seen={seen} since={expected} {...fresh} />}
            <Buttons>
              <FocusedButton kind="plain" onClick={close}>
                {words.dialogue.leave}
              </FocusedButton>
              {state.matches({ conflict: "loaded" }) && (
                <Button onClick={() => send({ type: "AGAIN" })}>{words.dialogue.again}</Button>
              )}
            </Buttons>
          </Outcome>
        )}
      </div>
    </Dialog>
  );
}

interface ConfirmProps {
  command: AllowedCommandBody;
  assignment: AssignmentBody;
  kind: ButtonKind;
  sending: boolean;
  onCancel: () => void;
  onConfirm: (data: ReturnType<typeof dataOf>) => void;
}

function Confirm({ command, assignment, kind, sending, onCancel, onConfirm }: ConfirmProps) {
  const { words, pick } = useLanguage();
  const me = useQuery(meQuery);
  const instance = useQuery(instanceQuery);
  const fields = fieldsOf(command, assignment);
  const [typed, setTyped] = useState(() =>
    emptyTyped(assignment, instance.data?.today ?? assignment.dueOn ?? "2000-01-01"),
  );
  const [tried, setTried] = useState(false);
  const faults = faultsOf(fields, typed, assignment.products, instance.data?.today ?? null);
  const actor = me.data?.actor;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // Marked before the focus moves, so that the first input at fault can be found.
        flushSync(() => setTried(true));
        if (faults.size === 0) onConfirm(dataOf(fields, typed));
        else
          event.currentTarget
            .querySelector<HTMLElement>('[aria-invalid="true"] input, [aria-invalid="true"]')
            ?.focus();
      }}
    >
      <p className={styles.task}>
        {[assignment.task.title, occurrenceName(assignment, words.occurrences)].filter(Boolean).join(" · ")}
      </p>
      <p className={styles.change}>
        <StageBadge stage={assignment.stage} />
        <Icon name="arrow" />
        {command.to === null ? words.commands.stays : <strong>{pick(command.to.label)}</strong>}
      </p>
      {actor && (
        <p className={styles.actor}>
          {words.dialogue.as}:{" "}
          <strong>{[pick(actor.title), actor.agency?.name].filter(Boolean).join(" · ")}</strong>
        </p>
      )}
      <CommandFields
        fields={fields}
        typed={typed}
        faults={tried ? faults : new Set()}
        products={assignment.products}
        onChange={setTyped}
      />
      <Buttons>
        <Button onClick={onCancel}>{words.cancel}</Button>
        <Button kind={kind} type="submit" disabled={sending} data-confirm>
          {sending ? words.dialogue.sending : pick(command.label)}
        </Button>
      </Buttons>
    </form>
  );
}

function Outcome(props: { icon: IconName; tone: Tone; heading: string; children: ReactNode }) {
  return (
    <div className={styles.outcome} role="alert">
      <p className={[styles.verdict, toneClass(props.tone)].join(" ")}>
        <Icon name={props.icon} size={20} />
        <strong>{props.heading}</strong>
      </p>
      {props.children}
    </div>
  );
}

function Buttons({ children }: { children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>;
}

/** The button a person most likely wants next takes the focus, since the one pressed before is gone. */
function FocusedButton({
  kind = "primary",
  ...rest
}: {
  kind?: ButtonKind;
  onClick: () => void;
  children: ReactNode;
}) {
  return <Button kind={kind} ref={(button) => button?.focus()} {...rest} />;
}
