// Issuing a plan: its text is checked, mended in place, and issued by whoever may.

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { ask } from "../api/ask.ts";
import { liveKey, meQuery } from "../api/queries.ts";
import { useLanguage } from "../language/language.tsx";
import { Button, buttonClass } from "../parts/button.tsx";
import { Empty, Loading, TroubleNotice } from "../parts/notice.tsx";
import { Card, Page } from "../parts/page.tsx";
import { givesTasks } from "../shell/gives-tasks.ts";
import { useShow } from "../show/use-show.ts";
import { Icon } from "../status/icon.tsx";
import styles from "./amend-page.module.css";
import { Findings } from "./findings.tsx";
import { type PlanText, PlanTextField } from "./plan-text-field.tsx";

export function IssuePage() {
  const { words } = useLanguage();
  const me = useQuery(meQuery);
  if (me.isPending) return <Loading />;
  return (
    <Page title={words.issue.title}>
      <h1>{words.issue.title}</h1>
      <p className={styles.intro}>{words.issue.intro}</p>
      {givesTasks(me.data) ? <IssueForm /> : <Empty icon="bar" why={words.issue.notYours} />}
    </Page>
  );
}

function IssueForm() {
  const { words, pick } = useLanguage();
  const show = useShow();
  const client = useQueryClient();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState<PlanText>({ plan: { text: "" }, register: [] });
  const [empty, setEmpty] = useState(false);
  const sent = { plan: text.plan, register: [...text.register] };
  const checking = useMutation({ mutationFn: () => ask<"check">("check", { body: sent }) });
  // Without a request id of its own, sending the same plan again gives the plan it made.
  const issuing = useMutation({
    mutationFn: () => ask<"issue">("issue", { body: sent }),
    onSuccess: ({ issued }) => issued && void client.invalidateQueries({ queryKey: liveKey }),
  });
  const change = (value: PlanText): void => {
    setText(value);
    setEmpty(false);
    checking.reset();
    issuing.reset();
  };
  const answer = issuing.data;
  if (answer?.issued === true) {
    return (
      <Empty
        icon="tick"
        why={<strong>{words.issue.done(show.number(answer.assignments))}</strong>}
        next={
          <Link
            to="/plans/$plan"
            params={{ plan: answer.documentId ?? "" }}
            search={{}}
            className={buttonClass("primary")}
          >
            {words.issue.open}
          </Link>
        }
      />
    );
  }
  const checked = checking.data;
  const found = answer ?? checked;
  return (
    <Card heading={words.issue.heading}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (text.plan.text.trim() === "") setEmpty(true);
          else if (checked?.ok === true) issuing.mutate();
          else checking.mutate();
        }}
      >
        <PlanTextField value={text} error={empty ? words.issue.empty : null} area={area} onChange={change} />
        {(checking.isError || issuing.isError) && <TroubleNotice error={checking.error ?? issuing.error} />}
        {answer !== undefined && (
          <p className={styles.wrong} role="alert">
            <Icon name="bar" />
            {words.issue.notDone} {answer.refusal !== null && pick(answer.refusal)}
          </p>
        )}
        {checked?.ok === true && answer === undefined && (
          <p className={styles.fine} role="status">
            <Icon name="tick" />
            {words.issue.fine(checked.title ?? "", show.number(checked.tasks))}
          </p>
        )}
        {found !== undefined && (
          <Findings
            problems={found.problems}
            questions={found.questions}
            missing={checked?.missing ?? []}
            plan={text.plan}
            area={area}
            onMend={(mended) => change({ ...text, plan: { ...text.plan, text: mended } })}
          />
        )}
        <div className={styles.buttons}>
          {checked?.ok === true ? (
            <Button kind="primary" type="submit" disabled={issuing.isPending}>
              {issuing.isPending ? words.dialogue.sending : words.issue.send}
            </Button>
          ) : (
            <Button kind="primary" type="submit" disabled={checking.isPending}>
              {checking.isPending ? words.issue.checking : words.issue.check}
            </Button>
          )}
        </div>
      </form>
    </Card>
  );
}
