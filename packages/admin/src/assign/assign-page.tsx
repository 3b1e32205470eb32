// Giving one task outside a plan: by a letter, a conclusion, a leader's note; a minute's work.

import { targetsWords } from "@kehoach/engine/words";
import type { AgencyName, AssignAnswer } from "@kehoach/server/contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { flushSync } from "react-dom";
import { ask } from "../api/ask.ts";
import { instanceQuery, planQuery, plansQuery } from "../api/queries.ts";
import { useLanguage } from "../language/language.tsx";
import { Button, buttonClass } from "../parts/button.tsx";
import { Field } from "../parts/field.tsx";
import { Empty, Loading, TroubleNotice } from "../parts/notice.tsx";
import { Card, Page } from "../parts/page.tsx";
import { useLive } from "../shell/live-connection.tsx";
import { totalOf } from "../show/counts.ts";
import { showDate } from "../show/date.ts";
import { newRequestId } from "../show/request-id.ts";
import { AskedReport } from "./asked-report.tsx";
import { assignBody, emptyTask, type TypedAsk, type TypedTask, taskFaults } from "./assign-form.ts";
import styles from "./assign-page.module.css";

export function AssignPage() {
  const { words } = useLanguage();
  const plans = useQuery(plansQuery);
  const instance = useQuery(instanceQuery);
  // The largest plan names most agencies; the task takes its conventions.
  const [model] = [...(plans.data?.items ?? [])].sort((a, b) => totalOf(b.counts) - totalOf(a.counts));
  const plan = useQuery({ ...planQuery(model?.documentId ?? ""), enabled: model !== undefined });
  if (plans.isPending || instance.isPending) return <Loading />;
  if (plans.isError) return <TroubleNotice error={plans.error} retry={() => void plans.refetch()} />;
  if (instance.isError) return <TroubleNotice error={instance.error} />;
  return (
    <Page title={words.assign.title}>
      <h1>{words.assign.title}</h1>
      <p>
        {words.assign.intro}{" "}
        <Link to="/issue" search={{}}>
          {words.issue.whole}
        </Link>
      </p>
      {model === undefined ? (
        <Empty icon="note" why={words.assign.noPlan} />
      ) : plan.data === undefined ? (
        <Loading />
      ) : (
        <AssignForm
          agencies={plan.data.agencies.map(({ agency }) => agency)}
          like={model.documentId}
          today={instance.data.today}
        />
      )}
    </Page>
  );
}

const emptyAsk: TypedAsk = { leads: [], figures: [{ title: "", unit: "", kind: "count" }] };
const noFaults: ReadonlySet<string> = new Set();

interface FormProps {
  agencies: readonly AgencyName[];
  like: string;
  today: string;
}

function AssignForm({ agencies, like, today }: FormProps) {
  const { words, pick, language } = useLanguage();
  const client = useQueryClient();
  const { refreshAfter } = useLive();
  const [typed, setTyped] = useState(() => emptyTask(showDate(today)));
  const [requestId, setRequestId] = useState(newRequestId);
  const [tried, setTried] = useState(false);
  const sending = useMutation({
    mutationFn: () => ask<"assign">("assign", { body: { ...assignBody(typed, requestId), like } }),
    onSuccess: async ({ assigned, planId }) => {
      // Where nothing was stored, the mended text is a new request.
      if (!assigned || planId === null) return setRequestId(newRequestId());
      // Its own entries are no news; where they cannot be read, they are told as news, and the task is given all the same.
      const seq = await client.fetchQuery({ ...planQuery(planId), staleTime: 0 }).then(
        (plan) => plan.seq,
        () => 0,
      );
      await refreshAfter(planId, seq);
    },
  });
  const faults = taskFaults(typed);
  const asks = targetsWords[language].ask;
  const error = (key: keyof TypedTask) => (tried && faults.has(key) ? words.dialogue.missing : null);
  const set = (part: Partial<TypedTask>) => setTyped({ ...typed, ...part });
  const text = (key: "content" | "due" | "product" | "number" | "date" | "about" | "name" | "position") => ({
    value: typed[key],
    onChange: (event: { target: { value: string } }) => set({ [key]: event.target.value }),
  });
  const again = () => {
    setTyped({ ...emptyTask(showDate(today)), name: typed.name, position: typed.position });
    setRequestId(newRequestId());
    setTried(false);
    sending.reset();
  };
  if (sending.data?.assigned === true) return <Given answer={sending.data} again={again} />;
  return (
    <Card heading={words.assign.heading}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          flushSync(() => setTried(true));
          if (faults.size === 0) sending.mutate();
          else event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
        }}
      >
        <Field label={words.assign.content} required error={error("content")}>
          {(tied) => <textarea {...tied} {...text("content")} />}
        </Field>
        <label className={styles.other}>
          <input
            type="checkbox"
            checked={typed.ask !== null}
            onChange={(event) => set({ ask: event.target.checked ? emptyAsk : null })}
          />
          {asks.toggle}
        </label>
        {typed.ask !== null && (
          <AskedReport
            agencies={agencies}
            ask={typed.ask}
            onChange={(ask) => set({ ask })}
            faults={tried ? faults : noFaults}
          />
        )}
        <div className={styles.row}>
          {typed.ask === null && (
            <Field label={words.assign.lead} required error={error("lead")}>
              {(tied) => (
                <select {...tied} value={typed.lead} onChange={(event) => set({ lead: event.target.value })}>
                  <option value="">{words.dialogue.choose}</option>
                  {agencies.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          <Field
            label={words.assign.due}
            hint={typed.ask === null ? words.assign.dueHint : `${asks.dueHint} ${words.assign.dueHint}`}
          >
            {(tied) => <input {...tied} {...text("due")} />}
          </Field>
        </div>
        <div className={styles.row}>
          <Field label={words.assign.kind} required>
            {(tied) => (
              <select
                {...tied}
                value={typed.kind}
                onChange={(event) => set({ kind: event.target.value as TypedTask["kind"] })}
              >
                {(["letter", "conclusion", "decision", "directive"] as const).map((kind) => (
                  <option key={kind} value={kind}>
                    {words.assign.kinds[kind]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={words.assign.number} required error={error("number")}>
            {(tied) => <input {...tied} {...text("number")} placeholder="115/UBND-NC" />}
          </Field>
          <Field label={words.assign.date} required error={error("date")}>
            {(tied) => <input {...tied} {...text("date")} inputMode="numeric" placeholder="dd/MM/yyyy" />}
          </Field>
        </div>
        <Field label={words.assign.about}>{(tied) => <input {...tied} {...text("about")} />}</Field>
        <div className={styles.row}>
          <Field label={words.assign.name} required error={error("name")}>
            {(tied) => <input {...tied} {...text("name")} autoComplete="off" />}
          </Field>
          <Field label={words.assign.position} required error={error("position")}>
            {(tied) => <input {...tied} {...text("position")} />}
          </Field>
          <Field label={words.assign.capacity}>
            {(tied) => (
              <select
                {...tied}
                value={typed.capacity}
                onChange={(event) => set({ capacity: event.target.value as TypedTask["capacity"] })}
              >
                {(["", "TM.", "KT.", "TL.", "TUQ.", "Q."] as const).map((capacity) => (
                  <option key={capacity} value={capacity}>
                    {capacity === "" ? "—" : capacity}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <Field label={words.assign.product} hint={words.assign.productHint}>
          {(tied) => <input {...tied} {...text("product")} />}
        </Field>
        <details>
          <summary>{words.assign.coordinators(typed.coordinators.length)}</summary>
          <div className={styles.others}>
            {agencies
              .filter(({ id }) => id !== typed.lead)
              .map(({ id, name }) => (
                <label key={id} className={styles.other}>
                  <input
                    type="checkbox"
                    checked={typed.coordinators.includes(id)}
                    onChange={(event) =>
                      set({
                        coordinators: event.target.checked
                          ? [...typed.coordinators, id]
                          : typed.coordinators.filter((other) => other !== id),
                      })
                    }
                  />
                  {name}
                </label>
              ))}
          </div>
        </details>
        {sending.isError && <TroubleNotice error={sending.error} />}
        {sending.data?.assigned === false && (
          <div role="alert">
            <p>
              <strong>{words.assign.notGiven}</strong>
            </p>
            <ul className={styles.problems}>
              {sending.data.refusal !== null && <li>{pick(sending.data.refusal)}</li>}
              {sending.data.problems.map((problem) => (
                <li key={`${problem.code} ${problem.place.path}`}>{pick(problem)}</li>
              ))}
            </ul>
          </div>
        )}
        <div className={styles.buttons}>
          <Button kind="primary" type="submit" disabled={sending.isPending}>
            {sending.isPending ? words.dialogue.sending : words.assign.give}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function Given({ answer, again }: { answer: AssignAnswer; again: () => void }) {
  const { words } = useLanguage();
  return (
    <Empty
      icon="tick"
      why={<strong>{words.assign.given(answer.assignments)}</strong>}
      next={
        <div className={styles.buttons}>
          <Link
            to="/plans/$plan"
            params={{ plan: answer.documentId ?? "" }}
            search={{}}
            className={buttonClass("primary")}
          >
            {words.assign.open}
          </Link>
          <Button onClick={again}>{words.assign.another}</Button>
        </div>
      }
    />
  );
}
