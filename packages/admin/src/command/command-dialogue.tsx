// The dialogue of one command, driven by its machine: confirm, sending, done, refused, conflict, not known.

import type { AllowedCommandBody, CommandAnswer } from "@kehoach/server/contract";
import { useQuery } from "@tanstack/react-query";
import { useMachine } from "@xstate/react";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { fromPromise } from "xstate";
import { instanceQuery, meQuery } from "../api/queries.ts";
import { useLanguage } from "../language/language.tsx";
import { createCommandMachine, type Sending } from "../machines/command-machine.ts";
import { Button, type ButtonKind } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Loading } from "../parts/notice.tsx";
import { useLive } from "../shell/live-connection.tsx";
import { newRequestId } from "../show/request-id.ts";
import { useShow } from "../show/use-show.ts";
import { toneClass } from "../status/badge.tsx";
import { Icon, type IconName } from "../status/icon.tsx";
import type { Tone } from "../status/looks.ts";
import { AttachFields } from "./attach-fields.tsx";
import { attachFirst, type ChosenFile } from "./attach-first.ts";
import { CircumstanceFields } from "./circumstance-fields.tsx";
import styles from "./command-dialogue.module.css";
import { failureOf } from "./command-failure.ts";
import { CommandFields } from "./command-fields.tsx";
import {
  bringsFiles,
  type CommandContent,
  contentOf,
  emptyTyped,
  faultsOf,
  fieldsOf,
  needsDecision,
  type Typed,
  unknownRequirements,
} from "./command-form.ts";
import type { CommandSubject, Fresh } from "./command-subject.ts";

interface Props {
  command: AllowedCommandBody;
  subject: CommandSubject;
  kind: ButtonKind;
  onClose: () => void;
}

interface Chosen {
  files: readonly ChosenFile[];
  /** Grows as files are attached, whatever becomes of the command. */
  attached: Set<ChosenFile>;
}

const commandMachine = createCommandMachine<Fresh>((fresh) => fresh.seq, failureOf);

export function CommandDialogue({ command, subject, kind, onClose }: Props) {
  const { words, pick } = useLanguage();
  const show = useShow();
  const live = useLive();
  const instance = useQuery(instanceQuery);
  const today = instance.data?.today ?? null;
  const { planId, assignmentId } = subject;
  // The machine sends what is chosen at that time.
  const chosen = useRef<Chosen>({ files: [], attached: new Set() });
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const choose = (next: readonly ChosenFile[]) => {
    chosen.current.files = next;
    setFiles(next);
  };
  const machine = useMemo(
    () =>
      commandMachine.provide({
        actors: {
          send: fromPromise<CommandAnswer, Sending>(async ({ input, signal }) => {
            const { planId: about, assignmentId: of, attaching } = subject;
            const target = of === null ? { planId: about } : { planId: about, assignmentId: of };
            const { expected: seen } = input;
            const { files, attached } = chosen.current;
            const expected =
              attaching === null ? seen : await attachFirst(attaching, files, attached, seen, signal);
            return subject.send({ ...input, expected, ...target, type: command.type }, signal);
          }),
          reload: fromPromise<Fresh>(() => subject.reload()),
        },
      }),
    [command.type, subject],
  );
  const [requestId] = useState(() => newRequestId());
  const [state, send] = useMachine(machine, { input: { requestId, expected: subject.expected } });
  // Kept here, so that a refused command comes back to the form as it was filled in.
  const [typed, setTyped] = useState(() => emptyTyped(subject.ground, today ?? "2000-01-01", command));
  const { answer, failure, fresh } = state.context;

  // The page behind shows what the command did as soon as it is known.
  const { refresh, refreshAfter } = live;
  const stored = answer?.seq ?? null;
  useEffect(() => {
    if (stored !== null) void refreshAfter(planId, stored);
  }, [stored, planId, refreshAfter]);

  const close = () => {
    if (state.matches("conflict") || state.matches("unknown") || chosen.current.attached.size > 0)
      void refresh();
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
            subject={subject}
            kind={kind}
            today={today}
            typed={typed}
            sending={state.matches("sending")}
            onChange={setTyped}
            files={files}
            attached={chosen.current.attached}
            onFiles={choose}
            onCancel={close}
            onConfirm={(content) => send({ type: "CONFIRM", content })}
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
            <Attached files={files} attached={chosen.current.attached} />
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
            <Attached files={files} attached={chosen.current.attached} />
            <Buttons>
              <Button onClick={close}>{words.close}</Button>
              <FocusedButton onClick={() => send({ type: "RETRY" })}>{words.retry}</FocusedButton>
            </Buttons>
          </Outcome>
        )}
        {state.matches("conflict") && (
          <Outcome
            icon="triangle"
            tone="due-soon"
            heading={assignmentId === null ? words.dialogue.planConflict : words.dialogue.conflict}
          >
            <p>{words.dialogue.conflictText}</p>
            <Attached files={files} attached={chosen.current.attached} />
            {state.matches({ conflict: "loading" }) && <Loading lines={3} />}
            {state.matches({ conflict: "notLoaded" }) && (
              <Button onClick={() => send({ type: "RETRY" })}>{words.retry}</Button>
            )}
            {fresh !== null && (
              <section className={styles.changes} aria-label={words.dialogue.changed}>
                <h3>{words.dialogue.changed}</h3>
                {fresh.changes}
              </section>
            )}
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
  subject: CommandSubject;
  kind: ButtonKind;
  today: string | null;
  typed: Typed;
  sending: boolean;
  onChange: (typed: Typed) => void;
  files: readonly ChosenFile[];
  attached: ReadonlySet<ChosenFile>;
  onFiles: (files: readonly ChosenFile[]) => void;
  onCancel: () => void;
  onConfirm: (content: CommandContent) => void;
}

function Confirm(props: ConfirmProps) {
  const { command, subject, kind, today, typed, sending, onChange, onCancel, onConfirm } = props;
  const { words, pick } = useLanguage();
  const me = useQuery(meQuery);
  const fields = fieldsOf(command, subject.ground);
  const unknown = unknownRequirements(command);
  const [tried, setTried] = useState(false);
  const faults = faultsOf(fields, typed, subject.ground, today);
  const marked = tried ? faults : new Set<string>();
  const actor = me.data?.actor;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // Marked before the focus moves, so that the first input at fault can be found.
        flushSync(() => setTried(true));
        if (faults.size === 0) onConfirm(contentOf(fields, typed, today));
        else
          event.currentTarget
            .querySelector<HTMLElement>('[aria-invalid="true"] input, [aria-invalid="true"]')
            ?.focus();
      }}
    >
      <p className={styles.task}>{subject.title}</p>
      <p className={styles.change}>
        {subject.stands}
        <Icon name="arrow" />
        {command.to === null ? words.commands.stays : <strong>{pick(command.to.label)}</strong>}
      </p>
      {actor && (
        <p className={styles.actor}>
          {words.dialogue.as}:{" "}
          <strong>{[pick(actor.title), actor.agency?.name].filter(Boolean).join(" · ")}</strong>
        </p>
      )}
      {command.require.includes("products") && subject.beforeHandingIn}
      <CommandFields
        fields={fields}
        typed={typed}
        faults={marked}
        ground={subject.ground}
        onChange={onChange}
      />
      {subject.attaching !== null && subject.assignmentId !== null && bringsFiles(command) && (
        <AttachFields
          planId={subject.planId}
          assignmentId={subject.assignmentId}
          products={subject.attaching.products}
          files={props.files}
          attached={props.attached}
          onChange={props.onFiles}
        />
      )}
      {unknown.length > 0 && (
        <p className={styles.actor} data-unknown-requirements>
          {words.dialogue.unknownRequirements(unknown.join(", "))}
        </p>
      )}
      <CircumstanceFields
        typed={typed.circumstances}
        faults={marked}
        today={today}
        mustDecide={needsDecision(command)}
        onChange={(circumstances) => onChange({ ...typed, circumstances })}
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

/** What is attached already, and which file kept the command from being sent. */
function Attached({ files, attached }: Pick<ConfirmProps, "files" | "attached">) {
  const { words } = useLanguage();
  const names = files.filter((each) => attached.has(each)).map(({ file }) => file.name);
  const next = files.find((each) => !attached.has(each));
  return (
    <>
      {next !== undefined && <p>{words.attaching.failed(next.file.name)}</p>}
      {names.length > 0 && <p data-kept>{words.attaching.kept(names.join(", "))}</p>}
    </>
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
