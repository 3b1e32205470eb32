// Amending a plan in force: its text is changed or replaced, what would move is shown, then the new version is stored.

import type { AmendAnswer, PlanBody } from "@kehoach/server/contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { ask } from "../api/ask.ts";
import { instanceQuery, liveKey, planCommandsQuery, planQuery, sourceQuery } from "../api/queries.ts";
import { useLanguage } from "../language/language.tsx";
import { Button, buttonClass } from "../parts/button.tsx";
import { Field } from "../parts/field.tsx";
import { Empty, Loading, TroubleNotice } from "../parts/notice.tsx";
import { Card, Page } from "../parts/page.tsx";
import { showDate } from "../show/date.ts";
import { newRequestId } from "../show/request-id.ts";
import { Icon } from "../status/icon.tsx";
import { amendBody, amendmentFaults, type TypedAmendment } from "./amend-form.ts";
import styles from "./amend-page.module.css";
import { AmendmentReport } from "./amendment-report.tsx";
import { Findings } from "./findings.tsx";
import { type PlanText, PlanTextField } from "./plan-text-field.tsx";

export function AmendPage() {
  const { words, pick } = useLanguage();
  const { plan: id } = useParams({ from: "/plans/$plan/amend" });
  const plan = useQuery(planQuery(id));
  const commands = useQuery(planCommandsQuery(id));
  const instance = useQuery(instanceQuery);
  const may = commands.data?.amend === null;
  // A text that tells more than the person sees is not shown; then there is none to start from.
  const source = useQuery({ ...sourceQuery(id), enabled: may, retry: false });
  const broken = plan.isError ? plan : commands.isError ? commands : null;
  if (broken !== null) return <TroubleNotice error={broken.error} retry={() => void broken.refetch()} />;
  if (plan.data === undefined || commands.data === undefined || instance.data === undefined)
    return <Loading lines={8} />;
  const refusal = commands.data.amend;
  return (
    <Page title={`${plan.data.number ?? plan.data.title} – ${words.amendment.title}`}>
      <header className={styles.head}>
        <p>
          <Link to="/plans/$plan" params={{ plan: id }} search={{}}>
            {plan.data.number ?? plan.data.title}
          </Link>
        </p>
        <h1>{words.amendment.title}</h1>
        <p className={styles.intro}>{words.amendment.intro}</p>
      </header>
      {refusal !== null ? (
        <Empty icon="bar" why={pick(refusal)} />
      ) : source.isPending ? (
        <Loading lines={8} />
      ) : (
        <AmendForm plan={plan.data} text={source.data?.text ?? ""} today={instance.data.today} />
      )}
    </Page>
  );
}

function AmendForm({ plan, text, today }: { plan: PlanBody; text: string; today: string }) {
  const { words } = useLanguage();
  const client = useQueryClient();
  const area = useRef<HTMLTextAreaElement>(null);
  // The version the person began with: another one in between is told, not written over.
  const [expected] = useState(plan.version);
  const [given, setGiven] = useState<PlanText>({ plan: { text }, register: [] });
  const [typed, setTyped] = useState<TypedAmendment>({
    mode: "text",
    number: "",
    date: showDate(today),
    about: "",
    reason: "",
    name: "",
    position: "",
  });
  const [requestId, setRequestId] = useState(newRequestId);
  const [tried, setTried] = useState(false);
  const asking = useMutation({
    mutationFn: (preview: boolean) => {
      const sent = { expected, preview, ...(preview ? {} : { requestId }) };
      return ask<"amend">("amend", { body: amendBody(plan.documentId, typed, given, sent) });
    },
    onSuccess: (answer) => {
      if (answer.amended && !answer.preview) void client.invalidateQueries({ queryKey: liveKey });
    },
  });
  /** What was changed has to be previewed anew, and is another request. */
  const reset = (): void => {
    asking.reset();
    setRequestId(newRequestId());
  };
  const change = (value: PlanText): void => {
    setGiven(value);
    reset();
  };
  const set = (part: Partial<TypedAmendment>): void => {
    setTyped({ ...typed, ...part });
    reset();
  };
  const faults = amendmentFaults(typed, given);
  const error = (key: string) => (tried && faults.has(key) ? words.dialogue.missing : null);
  const answer = asking.data;
  const previewed = answer?.amended === true && answer.preview;
  if (answer?.amended === true && !answer.preview) return <Amended answer={answer} />;
  const input = (key: "number" | "date" | "about" | "reason" | "name" | "position") => ({
    value: typed[key],
    onChange: (event: { target: { value: string } }) => set({ [key]: event.target.value }),
  });
  return (
    <Card heading={words.amendment.button}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          flushSync(() => setTried(true));
          if (faults.size === 0) asking.mutate(!previewed);
          else event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
        }}
      >
        <fieldset className={styles.modes}>
          <legend>{words.amendment.mode}</legend>
          {(["text", "register"] as const).map((mode) => (
            <label key={mode}>
              <input type="radio" name="mode" checked={typed.mode === mode} onChange={() => set({ mode })} />
              {words.amendment.modes[mode]}
            </label>
          ))}
        </fieldset>
        {typed.mode === "text" && text === "" && <p className={styles.place}>{words.amendment.noText}</p>}
        <PlanTextField
          value={given}
          withPlan={typed.mode === "text"}
          error={error("text")}
          area={area}
          onChange={change}
        />
        <fieldset className={styles.group}>
          <legend>{words.amendment.document}</legend>
          <div className={styles.row}>
            <Field label={words.amendment.number} required={typed.mode === "text"} error={error("number")}>
              {(tied) => <input {...tied} {...input("number")} maxLength={100} placeholder="120/QĐ-UBND" />}
            </Field>
            <Field label={words.amendment.date} required={typed.mode === "text"} error={error("date")}>
              {(tied) => <input {...tied} {...input("date")} inputMode="numeric" placeholder="dd/MM/yyyy" />}
            </Field>
          </div>
          <Field label={words.amendment.about}>
            {(tied) => <input {...tied} {...input("about")} maxLength={1000} />}
          </Field>
          <Field label={words.amendment.reason} hint={words.dialogue.privacy}>
            {(tied) => <textarea {...tied} {...input("reason")} maxLength={10_000} />}
          </Field>
          <div className={styles.row}>
            <Field label={words.circumstances.name}>
              {(tied) => <input {...tied} {...input("name")} maxLength={200} autoComplete="off" />}
            </Field>
            <Field label={words.circumstances.position}>
              {(tied) => <input {...tied} {...input("position")} maxLength={200} />}
            </Field>
          </div>
        </fieldset>
        {asking.isError && <TroubleNotice error={asking.error} />}
        {answer?.amended === false && <NotAmended answer={answer} />}
        {answer !== undefined && (
          <Findings
            problems={answer.problems}
            questions={answer.questions}
            plan={given.plan}
            area={area}
            onMend={(mended) => change({ ...given, plan: { ...given.plan, text: mended } })}
          />
        )}
        {previewed && answer.changes !== null && (
          <section className={styles.found} aria-label={words.amendment.preview}>
            <p className={styles.fine} role="status">
              <Icon name="tick" />
              {words.amendment.previewed(String(answer.version))}
            </p>
            <AmendmentReport plan={plan.documentId} changes={answer.changes} names={answer.names} preview />
          </section>
        )}
        <div className={styles.buttons}>
          <Button kind="primary" type="submit" disabled={asking.isPending} data-amend>
            {asking.isPending
              ? words.dialogue.sending
              : previewed
                ? words.amendment.send
                : words.amendment.preview}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function NotAmended({ answer }: { answer: AmendAnswer }) {
  const { words, pick } = useLanguage();
  return (
    <p className={styles.wrong} role="alert">
      <Icon name="bar" />
      {words.amendment.notDone} {answer.refusal !== null && pick(answer.refusal)}
    </p>
  );
}

function Amended({ answer }: { answer: AmendAnswer }) {
  const { words } = useLanguage();
  const plan = answer.documentId ?? "";
  return (
    <>
      <Empty
        icon="tick"
        why={<strong>{words.amendment.done(String(answer.version))}</strong>}
        next={
          <>
            {answer.repeated && <p>{words.amendment.repeated}</p>}
            <Link to="/plans/$plan" params={{ plan }} search={{}} className={buttonClass("primary")}>
              {words.amendment.open}
            </Link>
          </>
        }
      />
      {answer.changes !== null && (
        <AmendmentReport plan={plan} changes={answer.changes} names={answer.names} />
      )}
    </>
  );
}
