// Đối chiếu: an agency looks at its own line of a draft and agrees, or says what is wrong; what others said.

import type { LiveReportBody, RefusalBody } from "@kehoach/server/contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ask } from "../api/ask.ts";
import { liveKey, meQuery } from "../api/queries.ts";
import { Button } from "../parts/button.tsx";
import { Field } from "../parts/field.tsx";
import { TroubleNotice } from "../parts/notice.tsx";
import { Card } from "../parts/page.tsx";
import { sumOf, totalOf } from "../show/counts.ts";
import { newRequestId } from "../show/request-id.ts";
import { useShow } from "../show/use-show.ts";
import { Icon } from "../status/icon.tsx";
import type { ReportAbout } from "./issue-panel.tsx";
import styles from "./reports-page.module.css";
import { useReportWords } from "./use-report-words.ts";

type Report = LiveReportBody["report"];

interface Props {
  about: ReportAbout;
  report: Report;
  /** Null: the person acting may speak for his agency. */
  refusal: RefusalBody | null;
}

export function CheckPanel({ about, report, refusal }: Props) {
  const words = useReportWords();
  const me = useQuery(meQuery);
  const agency = me.data?.actor?.agency ?? null;
  const line = report.figures.lines.find((each) => each.agency === agency?.id);
  return (
    <Card heading={words.check} note={agency?.name}>
      {line !== undefined && <OwnLine line={line} />}
      {refusal === null && line !== undefined ? (
        <CheckForm key={line.digest} about={about} line={line} />
      ) : (
        <p className={styles.soft}>{line === undefined ? words.noLine : words.checkNote}</p>
      )}
      <Checks report={report} />
    </Card>
  );
}

function OwnLine({ line }: { line: Report["figures"]["lines"][number] }) {
  const words = useReportWords();
  const show = useShow();
  const counts = line.isRequested ? line.requested : line.assignments;
  const shown = {
    total: totalOf(counts),
    doneOnTime: counts.done_on_time,
    doneLate: counts.done_late,
    awaiting: counts.awaiting_confirmation,
    open: sumOf(counts, ["in_time", "due_soon", "no_due_date"]),
    overdue: counts.overdue,
  };
  return (
    <dl className={styles.line} data-own-line={line.agency}>
      {(Object.keys(shown) as (keyof typeof shown)[]).map((name) => (
        <div key={name}>
          <dt>{words.line[name]}</dt>
          <dd>{show.number(shown[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

function CheckForm({ about, line }: { about: ReportAbout; line: Report["figures"]["lines"][number] }) {
  const words = useReportWords();
  const client = useQueryClient();
  const [requestId, setRequestId] = useState(newRequestId);
  const [answer, setAnswer] = useState<"agree" | "differ">("agree");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const missing = answer === "differ" && reason.trim().length < 10;
  const sending = useMutation({
    mutationFn: () => {
      const { plan, period } = about;
      const body = { plan, period, requestId, answer, line: line.digest };
      return ask<"checkReport">("reports/check", {
        body: answer === "differ" ? { ...body, reason: reason.trim() } : body,
      });
    },
    onSuccess: () => {
      setRequestId(newRequestId());
      setTried(false);
      void client.invalidateQueries({ queryKey: liveKey });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!missing) sending.mutate();
  };
  return (
    <form className={styles.form} noValidate onSubmit={send}>
      <fieldset className={styles.answers}>
        <legend>{words.checkNote}</legend>
        {(["agree", "differ"] as const).map((each) => (
          <label key={each}>
            <input type="radio" name="check" checked={answer === each} onChange={() => setAnswer(each)} />
            {words[each]}
          </label>
        ))}
      </fieldset>
      {answer === "differ" && (
        <Field
          label={words.reason}
          required
          hint={words.reasonHint}
          error={tried && missing ? words.reasonMissing : null}
        >
          {(tied) => (
            <textarea {...tied} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
      )}
      <Button type="submit" disabled={sending.isPending}>
        {words.send}
      </Button>
      {sending.isSuccess && (
        <p role="status" className={styles.done}>
          <Icon name="tick" />
          {words.sent}
        </p>
      )}
      {sending.isError && <TroubleNotice error={sending.error} />}
    </form>
  );
}

function Checks({ report }: { report: Report }) {
  const words = useReportWords();
  if (report.checks.length === 0) return <p className={styles.soft}>{words.checksNone}</p>;
  return (
    <details className={styles.checks}>
      <summary>
        {words.checks} ({report.checks.length})
      </summary>
      <ul>
        {report.checks.map(({ agency, name, answer, reason, holds }) => (
          <li key={agency}>
            <strong>{name}</strong>: {answer === "agree" ? words.agreed : words.differed}
            {answer === "differ" && ` – ${reason ?? words.withheld}`}
            {!holds && <em> ({words.outdated})</em>}
          </li>
        ))}
      </ul>
    </details>
  );
}
