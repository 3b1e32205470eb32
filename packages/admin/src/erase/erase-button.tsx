// Removes a free text or a file for good: offered to those who may, with the reason asked for.

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { flushSync } from "react-dom";
import { ask } from "../api/ask.ts";
import { liveKey, planCommandsQuery } from "../api/queries.ts";
import styles from "../command/command-dialogue.module.css";
import { useLanguage } from "../language/language.tsx";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Field } from "../parts/field.tsx";
import { TroubleNotice } from "../parts/notice.tsx";
import { newRequestId } from "../show/request-id.ts";

interface Props {
  /** Id of the plan. */
  plan: string;
  digest: string;
  /** What a person knows it by: the file's name, the text's beginning. */
  name: string;
  kind: "text" | "file";
}

/** Nothing for those who may not. */
export function EraseButton(props: Props) {
  const { words } = useLanguage();
  const commands = useQuery(planCommandsQuery(props.plan));
  const [asked, setAsked] = useState(false);
  if (commands.data?.erase !== null) return null;
  return (
    <>
      <Button small kind="quiet" data-erase={props.digest} onClick={() => setAsked(true)}>
        {props.kind === "file" ? words.erase.file : words.erase.button}
      </Button>
      {asked && <EraseDialogue {...props} onClose={() => setAsked(false)} />}
    </>
  );
}

/** The server holds it too. */
const reasonLength = 10;

function EraseDialogue({ plan, digest, name, onClose }: Props & { onClose: () => void }) {
  const { words } = useLanguage();
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [requestId] = useState(newRequestId);
  const erasing = useMutation({
    mutationFn: () =>
      ask<"erase">(`plans/${encodeURIComponent(plan)}/erase`, {
        body: { requestId, digest, reason: reason.trim() },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: liveKey });
      onClose();
    },
  });
  const short = reason.trim().length < reasonLength;
  return (
    <Dialog title={words.erase.title} onClose={onClose}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          flushSync(() => setTried(true));
          if (short) event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
          else erasing.mutate();
        }}
      >
        <p>{words.erase.warning}</p>
        <p className={styles.task}>
          {words.erase.what}: “{name.length > 120 ? `${name.slice(0, 120)}…` : name}”
        </p>
        <Field
          label={words.erase.reason}
          required
          hint={words.erase.reasonHint}
          error={tried && short ? words.dialogue.missing : null}
        >
          {(tied) => (
            <textarea {...tied} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
        {erasing.isError && <TroubleNotice error={erasing.error} />}
        <div className={styles.buttons}>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="danger" type="submit" disabled={erasing.isPending} data-confirm>
            {erasing.isPending ? words.dialogue.sending : words.erase.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
