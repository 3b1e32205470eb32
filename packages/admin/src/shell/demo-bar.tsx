// The bar that marks a demo: its date and the controls that move it forward.

import { addDays } from "@kehoach/engine/calendar";
import type { Instance } from "@kehoach/server/contract";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../api/ask.ts";
import { useLanguage } from "../language/language.tsx";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Field } from "../parts/field.tsx";
import { TroubleNotice } from "../parts/notice.tsx";
import { readDate, showDate } from "../show/date.ts";
import { useShow } from "../show/use-show.ts";
import { Icon } from "../status/icon.tsx";
import styles from "./demo-bar.module.css";
import { useLive } from "./live-connection.tsx";

export function DemoBar({ instance }: { instance: Instance }) {
  const { words } = useLanguage();
  const show = useShow();
  const { refresh } = useLive();
  const [choosing, setChoosing] = useState(false);
  const move = useMutation({
    mutationFn: (to: string) => ask<"moveClock">("demo/clock", { body: { to } }),
    onSuccess: async () => {
      setChoosing(false);
      await refresh();
    },
  });
  const { today } = instance;
  return (
    <section className={styles.bar} aria-label={words.demo.banner}>
      <p className={styles.mark} title={words.demo.note}>
        <strong>{words.demo.banner}</strong>
        <span className={styles.note}>{words.demo.note}</span>
      </p>
      {instance.virtual && (
        <div className={styles.clock}>
          <span className={styles.date}>
            <Icon name="calendar" />
            <span className={styles.dateLabel}>{words.demo.date}</span>{" "}
            <strong data-today={today}>{showDate(today)}</strong>
          </span>
          <button
            type="button"
            className={styles.step}
            disabled={move.isPending}
            onClick={() => move.mutate(addDays(today, 1))}
          >
            {words.demo.plusDay}
          </button>
          <button
            type="button"
            className={styles.step}
            disabled={move.isPending}
            onClick={() => move.mutate(addDays(today, 7))}
          >
            {words.demo.plusWeek}
          </button>
          <button
            type="button"
            className={styles.step}
            disabled={move.isPending}
            onClick={() => setChoosing(true)}
          >
            <span className={styles.pick}>
              <Icon name="calendar" />
            </span>
            <span className={styles.pickWord}>{words.demo.toDate}</span>
          </button>
        </div>
      )}
      <span role="status" className={styles.told}>
        {move.isPending && words.demo.moving}
        {move.isSuccess && words.demo.moved(showDate(move.data.today), show.number(move.data.woken))}
      </span>
      {choosing && (
        <ToDate
          today={today}
          pending={move.isPending}
          error={move.error}
          onMove={(to) => move.mutate(to)}
          onClose={() => {
            setChoosing(false);
            move.reset();
          }}
        />
      )}
      {!choosing && move.error !== null && <TroubleNotice error={move.error} retry={() => move.reset()} />}
    </section>
  );
}

function ToDate(props: {
  today: string;
  pending: boolean;
  error: unknown;
  onMove: (to: string) => void;
  onClose: () => void;
}) {
  const { words } = useLanguage();
  const { today, pending, error, onMove, onClose } = props;
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const to = readDate(text);
  const wrong = to === null ? words.dialogue.dateHint : to <= today ? words.demo.later : null;
  return (
    <Dialog title={words.demo.toDateTitle} onClose={onClose}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (to !== null && wrong === null) onMove(to);
        }}
      >
        <Field
          label={words.demo.date}
          required
          hint={words.demo.toDateHint(showDate(today))}
          error={tried ? wrong : null}
        >
          {(tied) => (
            <input
              {...tied}
              inputMode="numeric"
              placeholder="dd/MM/yyyy"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        {error !== null && error !== undefined && <TroubleNotice error={error} />}
        <div className={styles.buttons}>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" type="submit" disabled={pending}>
            {pending ? words.demo.moving : words.demo.go}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
